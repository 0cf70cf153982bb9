import { describe, expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { editsOfFix } from "../../../src/model/plan/fix-edits.ts";
import { applied } from "../../../src/model/plan/format.ts";
import type { PlanProblem } from "../../../src/model/plan/problem.ts";
import { association, connection, group, head, lag, publicVif, transit, vif } from "../../support/plans.ts";
import { liveState } from "./rules/cases/live.ts";
import { core, plan, ports, privateVif } from "./rules/cases/rule-case.ts";

interface FixCase {
  readonly code: string;
  readonly before: string;
  readonly title: string;
  /** The part of the text that the fix changes, and what stands there afterwards. */
  readonly change: readonly [string, string];
  readonly isLive?: true;
}

const peers = (amazon: string, customer: string) => [`amazonAddress: ${amazon}`, `customerAddress: ${customer}`] as const;
const other = "222233334444";
const own = `version: 1\naccount: "111122223333"\nregion: us-east-1\n`;
const bundle = (fields: string) => `l: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 2, minimumLinks: 1${fields} }`;
const member = (fields: string, ofLag = "") => plan({ lags: [bundle(ofLag)], connections: [`m: { ${fields}, lag: l }`] });
const live = (sections: Readonly<Record<string, readonly string[]>>) => ({ before: plan(sections, own), isLive: true }) as const;
const mine = "5f294f92-bafb-4011-916d-9b0b00000000";
const onTransit = "6f294f92-bafb-4011-916d-9b0b00000000";

const cases: readonly FixCase[] = [
  { code: "DX104", before: vif("asnLong: 65002"), title: "Remove `asn`", change: ["    asn: 65001\n", ""] },
  { code: "DX106", before: vif("asn: 65000.1 # ours"), title: "Change to `asnLong: 4259840001`", change: ["asn: 65000.1", "asnLong: 4259840001"] },
  { code: "DX113", before: vif('name: "12!"'), title: "Change to `12`", change: ["12!", "12"] },
  { code: "DX118", before: connection("bandwidth: 10G"), title: "Change to `10Gbps`", change: ["10G\n", "10Gbps\n"] },
  { code: "DX118", before: connection("bandwidth: 1000Mbps"), title: "Change to `1Gbps`", change: ["1000Mbps", "1Gbps"] },
  { code: "DX119", before: connection("hosted: true", "id: dxcon-fg5678gh", "bandwidth: 1000Mbps"), title: "Change to `1Gbps`", change: ["1000Mbps", "1Gbps"] },
  { code: "DX119", before: connection("hosted: true", "id: dxcon-fg5678gh", "bandwidth: 0.5Gbps"), title: "Change to `500Mbps`", change: ["0.5Gbps", "500Mbps"] },
  { code: "DX132", before: vif("rateLimit: 1000Mbps"), title: "Change to `1Gbps`", change: ["1000Mbps", "1Gbps"] },
  { code: "DX132", before: vif("rateLimit: 1200Mbps"), title: "Change to `1.2Gbps`", change: ["1200Mbps", "1.2Gbps"] },
  { code: "DX118", before: connection("bandwidth: 10 gbps"), title: "Change to `10Gbps`", change: ["10 gbps", "10Gbps"] },
  { code: "DX114", before: transit("mtu: 9001"), title: "Change to `mtu: 8500`", change: ["9001", "8500"] },
  { code: "DX117", before: publicVif("mtu: 9001 # jumbo"), title: "Remove `mtu`", change: ["    mtu: 9001 # jumbo\n", ""] },
  { code: "DX122", before: association('allowedPrefixes: ["10.0.0.0/16, 10.1.0.0/16"]'), title: "Make it 2 elements", change: ['"10.0.0.0/16, 10.1.0.0/16"', "10.0.0.0/16, 10.1.0.0/16"] },
  { code: "DX122", before: association("allowedPrefixes: \n      - 10.0.0.0/16,10.1.0.0/16"), title: "Make it 2 elements", change: ["- 10.0.0.0/16,10.1.0.0/16", "- 10.0.0.0/16\n      - 10.1.0.0/16"] },
  { code: "DX130", before: association("gateway: VGW-0A1B2C3D"), title: "Change to `vgw-0a1b2c3d`", change: ["VGW-0A1B2C3D", "vgw-0a1b2c3d"] },
  { code: "DX201", before: vif(...peers("169.254.1.1/30", "169.254.1.6/30")), title: "Change to `customerAddress: 169.254.1.2/30`", change: ["169.254.1.6/30", "169.254.1.2/30"] },
  { code: "DX202", before: vif(...peers("169.254.1.0/30", "169.254.1.2/30")), title: "Change to `amazonAddress: 169.254.1.1/30`", change: ["169.254.1.0/30", "169.254.1.1/30"] },
  { code: "DX203", before: vif(...peers("169.254.1.1/30", "169.254.1.3/30")), title: "Change to `customerAddress: 169.254.1.2/30`", change: ["169.254.1.3/30", "169.254.1.2/30"] },
  { code: "DX205", before: vif(...peers("169.254.1.1/30", "169.254.1.1/30")), title: "Change to `customerAddress: 169.254.1.2/30`", change: ["customerAddress: 169.254.1.1/30", "customerAddress: 169.254.1.2/30"] },
  { code: "DX205", before: vif(...peers("169.254.1.1/30", "169.254.1.2/31")), title: "Change to `customerAddress: 169.254.1.2/30`", change: ["169.254.1.2/31", "169.254.1.2/30"] },
  { code: "DX207", before: vif("addressFamily: ipv6", ...peers('"2001:db8::1/125"', '"2001:db8::2/125"')), title: "Remove `amazonAddress` and `customerAddress`", change: ['    amazonAddress: "2001:db8::1/125"\n    customerAddress: "2001:db8::2/125"\n', ""] },
  {
    code: "DX207",
    before: vif('bgpPeers: { six: { addressFamily: ipv6, amazonAddress: "2001:db8::1/125", customerAddress: "2001:db8::2/125" } }'),
    title: "Remove `amazonAddress` and `customerAddress`",
    change: [', amazonAddress: "2001:db8::1/125", customerAddress: "2001:db8::2/125"', ""],
  },
  { code: "DX209", before: vif("amazonAddress: 169.254.1.1/30", "-customerAddress"), title: "Add `customerAddress: 169.254.1.2/30`", change: ["169.254.1.1/30\n", "169.254.1.1/30\n    customerAddress: 169.254.1.2/30\n"] },
  { code: "DX209", before: vif("customerAddress: 169.254.1.1/31", "-amazonAddress"), title: "Add `amazonAddress: 169.254.1.0/31`", change: ["169.254.1.1/31\n", "169.254.1.1/31\n    amazonAddress: 169.254.1.0/31\n"] },
  { code: "DX302", before: transit("virtualGateway: vgw-0a1b2c3d"), title: "Remove `virtualGateway`", change: ["    virtualGateway: vgw-0a1b2c3d\n", ""] },
  { code: "DX303", before: publicVif("directConnectGateway: core"), title: "Remove `directConnectGateway`", change: ["    directConnectGateway: core\n", ""] },
  { code: "DX313", before: publicVif("enableSiteLink: true"), title: "Remove `enableSiteLink`", change: ["    enableSiteLink: true\n", ""] },
  { code: "DX316", before: vif("region: us-gov-west-1", "enableSiteLink: true"), title: "Remove `enableSiteLink`", change: ["    enableSiteLink: true\n", ""] },
  {
    code: "DX317",
    before: plan({ connections: [ports[0] ?? ""], virtualInterfaces: [privateVif("v", 1, `connection: a, enableSiteLink: true, ownerAccount: "${other}"`)] }, own),
    title: "Remove `enableSiteLink`",
    change: ["enableSiteLink: true, ", ""],
  },
  {
    code: "DX319",
    before: plan({ connections: [ports[0] ?? ""], directConnectGateways: [core], virtualInterfaces: [privateVif("v", 1, 'connection: a, directConnectGateway: core, ownerAccount: "111122223333"')] }, own),
    title: "Remove `ownerAccount`",
    change: [', ownerAccount: "111122223333"', ""],
  },
  {
    code: "DX320",
    before: plan({ connections: [ports[0] ?? ""], directConnectGateways: [core], virtualInterfaces: [privateVif("v", 1, `connection: a, directConnectGateway: core, ownerAccount: "${other}"`)] }, own),
    title: "Remove `directConnectGateway`",
    change: ["directConnectGateway: core, ", ""],
  },
  { code: "DX504", before: member("hosted: true, id: dxcon-fg5678gh, bandwidth: 10Gbps, vlan: 7"), title: "Remove `lag`", change: [", lag: l", ""] },
  { code: "DX505", before: lag("minimumLinks: 0"), title: "Change to `minimumLinks: 1`", change: ["minimumLinks: 0", "minimumLinks: 1"] },
  { code: "DX505", before: lag("-minimumLinks"), title: "Add `minimumLinks: 1`", change: ["numberOfConnections: 2\n", "numberOfConnections: 2\n    minimumLinks: 1\n"] },
  { code: "DX505", before: plan({ lags: [bundle("").replace(", minimumLinks: 1", "")] }), title: "Add `minimumLinks: 1`", change: ["numberOfConnections: 2 }", "numberOfConnections: 2, minimumLinks: 1 }"] },
  { code: "DX506", before: lag("minimumLinks: 2"), title: "Change to `minimumLinks: 1`", change: ["minimumLinks: 2", "minimumLinks: 1"] },
  { code: "DX510", before: member("location: EqDC2, bandwidth: 10Gbps", ", requestMACSec: true"), title: "Add `requestMACSec: true`", change: ["10Gbps, lag: l }", "10Gbps, lag: l, requestMACSec: true }"] },
  { code: "DX511", before: connection("hosted: true", "id: dxcon-fg5678gh", "requestMACSec: true"), title: "Remove `requestMACSec`", change: ["    requestMACSec: true\n", ""] },
  { code: "DX513", before: connection("encryptionMode: should_encrypt"), title: "Add `requestMACSec: true`", change: ["should_encrypt\n", "should_encrypt\n    requestMACSec: true\n"] },
  { code: "DX530", before: member("location: EqDC2, bandwidth: 1Gbps"), title: "Change to `bandwidth: 10Gbps`", change: ["1Gbps, lag", "10Gbps, lag"] },
  {
    code: "DX531",
    before: plan({ connections: ["h: { hosted: true, id: dxcon-fg5678gh, bandwidth: 1Gbps, vlan: 101 }"], virtualInterfaces: [privateVif("v", 1, "connection: h, virtualGateway: vgw-0a1b2c3d, rateLimit: 500Mbps")] }),
    title: "Remove `rateLimit`",
    change: [", rateLimit: 500Mbps", ""],
  },
  { code: "DX801", before: `${vif("connection: l")}lags:\n  ${bundle("")}\n`, title: "Change `connection` to `lag`", change: ["connection: l", "lag: l"] },
  { code: "DX811", before: connection("bandwidth: 10Gbps # dx-ignore DX118: fine"), title: "Remove the comment", change: [" # dx-ignore DX118: fine", ""] },
  { code: "DX811", before: `${head}# dx-ignore DX118\n${connection().slice(head.length)}`, title: "Remove the comment", change: ["# dx-ignore DX118\n", ""] },
  { code: "DX811", before: connection("bandwidth: 25Gbps # dx-ignore DX118, DX112: soon"), title: "Remove DX112 from the comment", change: ["DX118, DX112", "DX118"] },
  { code: "DX310", ...live({ virtualInterfaces: [privateVif("added", 2, `connection: dxcon-small111, directConnectGateway: ${mine}, mtu: 8500`)] }), title: "Change to `mtu: 1500`", change: ["8500", "1500"] },
  { code: "DX321", ...live({ connections: ["h: { id: dxcon-hosted33 }"] }), title: "Add `hosted: true`", change: ["hosted33 }", "hosted33, hosted: true }"] },
  {
    code: "DX411",
    ...live({ associations: [`s: { directConnectGateway: ${onTransit}, gateway: tgw-0a1b2c3d, allowedPrefixes: [10.0.0.0/16] }`] }),
    title: `Add \`gatewayOwnerAccount: "${other}"\``,
    change: ["tgw-0a1b2c3d,", `tgw-0a1b2c3d, gatewayOwnerAccount: "${other}",`],
  },
  { code: "DX412", ...live({ associations: [`s: { directConnectGateway: ${mine}, gateway: vgw-0a1b2c3d }`] }), title: "Add `gatewayRegion: eu-west-1`", change: ["vgw-0a1b2c3d }", "vgw-0a1b2c3d, gatewayRegion: eu-west-1 }"] },
  { code: "DX520", ...live({ connections: ["c: { id: dxcon-small111, providerName: Lumen }"] }), title: "Change to `providerName: Equinix`", change: ["Lumen", "Equinix"] },
];

describe("the fix of", () => {
  it.each(cases.map((one) => [one.code, one.title, one] as const))("%s: %s", (code, title, { before, change: [from, to], isLive }) => {
    const problems = problemsIn(before, isLive);
    const problem = problems.find((one) => one.code === code);
    expect(problem?.fix?.title, JSON.stringify(problems)).toBe(title);
    const edits = problem?.fix && editsOfFix(before, problem.fix);
    const after = applied(before, edits ?? []);
    expect(before.split(from)).toHaveLength(2);
    expect(after).toBe(before.replace(from, to));
    const left = problemsIn(after, isLive).map((one) => one.code);
    expect(left).not.toContain(code);
    expect(left.filter((one) => !problems.some((known) => known.code === one))).toEqual([]);
  });
});

it.each([
  ["what a merge key brought", `${head}x-jumbo: &jumbo { mtu: 9001 }\n${publicVif("<<: *jumbo").slice(head.length)}`, "DX117"],
  ["the field with an anchor", publicVif("mtu: &size 9001"), "DX117"],
  ["a rate limit that may be lowered", plan({ connections: ports, virtualInterfaces: [privateVif("v", 1, 'connection: a, ownerAccount: "222233334444", rateLimit: 50Gbps')] }), "DX531"],
  ["a public one that may be meant to be private", publicVif("directConnectGateway: core", "-routeFilterPrefixes"), "DX303"],
  ["one of two equally good addresses", vif(...peers("169.254.1.0/29", "169.254.1.2/29")), "DX202"],
  ["MACsec at a speed that has none", connection("bandwidth: 1Gbps", "encryptionMode: should_encrypt"), "DX513"],
  ["a speed between two", connection("bandwidth: 25Gbps"), "DX118"],
  ["a step that there is not", vif("rateLimit: 25Gbps"), "DX132"],
  ["a speed that is nearly a step", vif("rateLimit: 49.6Mbps"), "DX132"],
  ["no speed at all", connection("bandwidth: 0Mbps"), "DX118"],
  ["another name of one letter", vif("connection: b"), "DX801"],
  ["a virtual interface to confirm whose type is not written", plan({ virtualInterfaces: ["given: { id: dxvif-given111 }"] }, own), "DX321"],
  ["a name that fits nowhere", group("connections: [nowhere]"), "DX801"],
])("is silent about %s", (_, text, code) => {
  const problem = problemsIn(text, true).find((one) => one.code === code);
  expect(problem).toBeDefined();
  expect(problem?.fix && editsOfFix(text, problem.fix)).toBeUndefined();
});

function problemsIn(text: string, isLive?: true): readonly PlanProblem[] {
  const document = new PlanDocument(text);
  if (isLive === true) document.useLive(liveState);
  return document.problems;
}
