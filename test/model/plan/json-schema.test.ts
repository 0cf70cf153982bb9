import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { planJsonSchema } from "../../../src/model/plan/json-schema.ts";
import { mapSchemas } from "../../../src/model/plan/schema.ts";
import { connection, lag, publicVif, vif } from "../../support/plans.ts";

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(planJsonSchema());

function isValid(text: string): boolean {
  return validate(parse(text));
}

it("takes the sample, with every kind of resource", () => {
  const clean: unknown = parse(readFileSync(join(import.meta.dirname, "../../../samples/clean.dx.yaml"), "utf8"), { merge: true });
  expect(validate(clean), JSON.stringify(validate.errors)).toBe(true);
});

it("knows every field of the format, and no other", () => {
  const schema = JSON.parse(JSON.stringify(planJsonSchema())) as { properties: object; definitions: Record<string, { properties: object }> };
  const known = { plan: Object.keys(schema.properties), ...Object.fromEntries(Object.entries(schema.definitions).map(([name, { properties }]) => [name, Object.keys(properties)])) };
  expect(known).toEqual(Object.fromEntries(Object.values(mapSchemas).map(({ name, fields }) => [name, fields.map((field) => field.name)])));
});

describe("each of these is refused, and the plan next to it taken", () => {
  it.each([
    ["an unknown field", vif("vlna: 1"), vif()],
    ["a misspelt type", vif("type: privat"), vif("type: public", "-directConnectGateway")],
    ["a VLAN out of range", vif("vlan: 4095"), vif("vlan: 4094")],
    ["a number in quotes", vif('vlan: "101"'), vif("vlan: 101")],
    ["a missing field", connection("-bandwidth"), connection("-bandwidth", "-location", "id: dxcon-fg5678gh")],
    ["neither connection nor LAG", vif("-connection"), vif("-connection", "lag: dxlag-fg5678gh")],
    ["an account without quotes", "version: 1\naccount: 111122223333\n", 'version: 1\naccount: "111122223333"\n'],
    ["a plan without its version", "region: us-east-1\n", "version: 1\n"],
    ["a speed that no port has", lag("connectionsBandwidth: 2Gbps"), lag("connectionsBandwidth: 1Gbps")],
    ["a prefix without its length", publicVif("routeFilterPrefixes: [10.0.0.0]"), publicVif("routeFilterPrefixes: [198.51.100.0/24]")],
    ["a logical name that begins with a digit", "version: 1\nconnections:\n  1a: { id: dxcon-fg5678gh }\n", "version: 1\nx-own: 1\nconnections:\n  a1: { id: dxcon-fg5678gh }\n"],
  ])("%s", (_, wrong, legal) => {
    expect(isValid(wrong)).toBe(false);
    expect(isValid(legal), JSON.stringify(validate.errors)).toBe(true);
  });
});
