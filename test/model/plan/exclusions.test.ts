import { expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { excludedFields } from "../../../src/model/plan/exclusions.ts";
import type { SectionName } from "../../../src/model/plan/schema-types.ts";

/** What the only resource of a section has no place for. */
function excludedIn(section: SectionName, fields: string): readonly string[] {
  const view = new PlanDocument(`${section}:\n  x: { ${fields} }\n`).index.of(section)[0]?.view;
  return view === undefined ? [] : [...excludedFields(section, new Set(view.fields.keys()), view.fields)];
}

function codesOf(section: SectionName, fields: string): readonly string[] {
  return new PlanDocument(`version: 1\nregion: us-east-1\n${section}:\n  x: { ${fields} }\n`).problems.map(({ code }) => code);
}

it.each<readonly [section: SectionName, fields: string, out: string, code: string]>([
  ["virtualInterfaces", "type: private, directConnectGateway: core", "virtualGateway: vgw-0a1b2c3d", "DX301"],
  ["virtualInterfaces", "type: private, virtualGateway: vgw-0a1b2c3d", "directConnectGateway: core", "DX301"],
  ["virtualInterfaces", "type: private, virtualGateway: vgw-0a1b2c3d", "enableSiteLink: true", "DX313"],
  ["virtualInterfaces", "type: transit", "virtualGateway: vgw-0a1b2c3d", "DX302"],
  ["virtualInterfaces", "type: public", "directConnectGateway: core", "DX303"],
  ["virtualInterfaces", "type: public", "mtu: 1500", "DX117"],
  ["virtualInterfaces", "type: public", "enableSiteLink: true", "DX313"],
  ["virtualInterfaces", 'type: private, ownerAccount: "222233334444"', "directConnectGateway: core", "DX320"],
  ["virtualInterfaces", "type: private, directConnectGateway: core", 'ownerAccount: "222233334444"', "DX320"],
  ["virtualInterfaces", "asn: 65001", "asnLong: 65002", "DX104"],
  ["virtualInterfaces", "addressFamily: ipv6", 'amazonAddress: "2001:db8::1/126"', "DX207"],
  ["virtualInterfaces", "connection: a", "lag: b", "DX002"],
  ["connections", "hosted: true", "lag: l", "DX504"],
  ["connections", "hosted: true", "requestMACSec: true", "DX511"],
])("of %s, %s leaves no place for %s", (section, fields, out, code) => {
  const [field = ""] = out.split(":");
  expect(excludedIn(section, fields)).toContain(field);
  if (code !== "DX002") expect(codesOf(section, `${fields}, ${out}`)).toContain(code);
});

it("leaves a place for what the value beside it allows", () => {
  expect(excludedIn("virtualInterfaces", "type: private")).not.toContain("virtualGateway");
  expect(excludedIn("virtualInterfaces", 'accept: true, ownerAccount: "222233334444"')).not.toContain("directConnectGateway");
  expect(excludedIn("connections", "hosted: false")).toEqual([]);
});
