import { expect } from "vitest";
import { PlanDocument } from "../../src/model/plan/document.ts";

export const head = "version: 1\nregion: us-east-1\n";

/** A plan with one legal resource in a section; each change is `field: value` to set it, or `-field` to leave it out. */
function resource(section: string, fields: Readonly<Record<string, string>>, rest: string) {
  return (...changes: readonly string[]): string => {
    const lines = new Map(Object.entries(fields));
    for (const change of changes) {
      const [name = "", ...value] = change.split(": ");
      if (change.startsWith("-")) lines.delete(change.slice(1));
      else lines.set(name.replace(/:$/, ""), value.join(": "));
    }
    const body = [...lines].map(([name, value]) => `    ${name}: ${value}\n`).join("");
    return `${head}${rest}${section}:\n  x:\n${body}`;
  };
}

/** Adopted ones: what hangs on them beside the plan is not known, so nothing is missing. */
export const gatewayId = "5f294f92-bafb-4011-916d-9b0b00000000";
const ports = `connections:\n  a: { location: EqDC2, bandwidth: 10Gbps }\ndirectConnectGateways:\n  core: { id: ${gatewayId}, amazonSideAsn: 64513 }\n`;
const privateFields = { type: "private", connection: "a", vlan: "101", asn: "65001", directConnectGateway: "core", amazonAddress: "169.254.100.1/30", customerAddress: "169.254.100.2/30" };

export const vif = resource("virtualInterfaces", privateFields, ports);
export const transit = resource("virtualInterfaces", { ...privateFields, type: "transit" }, ports);
export const publicVif = resource(
  "virtualInterfaces",
  { type: "public", connection: "a", vlan: "200", asn: "65001", amazonAddress: "203.0.113.1/30", customerAddress: "203.0.113.2/30", routeFilterPrefixes: "[198.51.100.0/24]" },
  ports,
);
export const connection = resource("connections", { location: "EqDC2", bandwidth: "10Gbps" }, "");
export const lag = resource("lags", { location: "EqDC2", connectionsBandwidth: "10Gbps", numberOfConnections: "2", minimumLinks: "1" }, "");
export const hosted = resource(
  "hostedConnections",
  { parent: "l", ownerAccount: '"444455556666"', bandwidth: "500Mbps", vlan: "301" },
  "lags:\n  l: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 2, minimumLinks: 1 }\n",
);
export const gateway = resource("directConnectGateways", { id: gatewayId, amazonSideAsn: "64512" }, "");
export const association = resource("associations", { directConnectGateway: "core", gateway: "vgw-0a1b2c3d4e5f60718" }, `directConnectGateways:\n  core: { id: ${gatewayId} }\n`);
export const group = resource("resiliencyGroups", { intendedResiliencyModel: "high-resiliency", connections: "[a]" }, "connections:\n  a: { location: EqDC2, bandwidth: 10Gbps }\n");

/** `CODE token` for each problem of a plan, in the order of the text. */
export function problemsOf(text: string): readonly string[] {
  return new PlanDocument(text).problems.map(({ code, range }) => `${code} ${text.slice(range.start, range.end).split("\n")[0] ?? ""}`.trimEnd());
}

/** Takes the `|` out of a text and tells where it was. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf("|");
  expect(offset, "the text marks the cursor with |").toBeGreaterThanOrEqual(0);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
