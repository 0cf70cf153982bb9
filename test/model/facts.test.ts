import { expect, test } from "vitest";
import { factsOf } from "../../src/model/facts.ts";
import { indexResources } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, attachment, bgpPeer, cloudGateway, connection, directConnectGateway, lag, resiliencyGroup, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

function factsBeside(resource: Resource, ...others: readonly Resource[]) {
  return inEnglish(factsOf(resource, indexResources({ ...sampleInventory(), resources: [resource, ...others] })));
}

test("the facts begin with id and state, and leave out what is empty", () => {
  const facts = factsBeside(connection({ id: "dxcon-1", name: "a", state: "down", tags: { env: "prod", bare: "" } }));
  expect(facts.slice(0, 2)).toEqual([
    { label: "ID", value: "dxcon-1" },
    { label: "State", value: "down (no light on the link, or it was shut on one side)" },
  ]);
  expect(facts.every(({ label, value }) => label !== "" && value !== "")).toBe(true);
  expect(facts).toContainEqual({ label: "Tag env", value: "prod" });
  expect(facts).toContainEqual({ label: "Tag bare", value: "(no value)" });
  expect(facts.some(({ label }) => label === "VLAN")).toBe(false);
});

test("they say what MACsec does", () => {
  const macSec = { capable: true, mode: "must_encrypt", portStatus: "Encryption Up", keys: 1 };
  expect(factsBeside(connection({ id: "a", macSec }))).toContainEqual({ label: "MACsec", value: "capable, must_encrypt, Encryption Up, 1 key" });
});

test("they hold nothing of the record, where secrets would be", () => {
  expect(JSON.stringify(factsBeside(bgpPeer({ id: "a", record: { authKey: "0xSecret" } })))).not.toContain("0xSecret");
});

const gateway = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "222233334444", region: "us-east-1" } as const;

test.each<[string, Resource, Resource, readonly [string, string]]>([
  ["a peer's virtual interface", bgpPeer({ id: "p", virtualInterfaceId: "v" }), virtualInterface({ id: "v", name: "prod" }), ["Virtual interface", "prod (v)"]],
  ["its port", virtualInterface({ id: "v", connectionId: "dxlag-1" }), lag({ id: "dxlag-1", name: "bundle" }), ["Carried by", "bundle (dxlag-1)"]],
  ["a member's LAG", connection({ id: "c", lagId: "dxlag-1" }), lag({ id: "dxlag-1", name: "bundle" }), ["LAG", "bundle (dxlag-1)"]],
  ["a LAG's members", lag({ id: "l", connectionIds: ["c", "d"] }), connection({ id: "c", name: "one" }), ["Connections", "one (c), d"]],
  ["an attachment's gateway", attachment({ directConnectGatewayId: "g", virtualInterfaceId: "v" }), directConnectGateway({ id: "g", name: "core" }), ["Direct Connect gateway", "core (g)"]],
  ["what is associated", association({ id: "a", directConnectGatewayId: "g", gateway }), cloudGateway("virtualPrivateGateway", { id: "vgw-1", name: "vpc" }), ["Gateway", "vpc (vgw-1)"]],
])("%s is called by its name as far as that is known", (_, resource, other, [label, value]) => {
  const found = (facts: readonly { readonly label: string; readonly value: string }[]): string | undefined => facts.find((fact) => fact.label === label)?.value;
  expect(found(factsBeside(resource, other))).toBe(value);
  expect(found(factsBeside(resource))).not.toContain(other.name);
});

test("a LAG's tell how many of its links are up, if all of them are listed", () => {
  const bundle = lag({ id: "l", connectionIds: ["c", "d"] });
  const links = [connection({ id: "c", lagId: "l" }), connection({ id: "d", lagId: "l", state: "down" })];
  expect(factsBeside(bundle, ...links)).toContainEqual({ label: "Links up", value: "1 of 2" });
  expect(factsBeside(bundle, ...links.slice(1)).some(({ label }) => label === "Links up")).toBe(false);
});

test("a resiliency group's tell what shares a location or a device, and what a location's failure leaves", () => {
  const group = resiliencyGroup({ id: "g", connectionIds: ["a", "b", "c", "unlisted"] });
  const members = [connection({ id: "a" }), connection({ id: "b", state: "down" }), connection({ id: "c", location: "CSVA1", awsDevice: "CSVA1-1" })];
  const facts = factsBeside(group, ...members);
  expect(facts).toContainEqual({ label: "Locations", value: "EqDC2 (2), CSVA1 (1)" });
  expect(facts).toContainEqual({ label: "AWS devices", value: "EqDC2-19y7z3m17xpuz (2), CSVA1-1 (1)" });
  expect(facts).toContainEqual({ label: "If a location fails", value: "at least 1 of 2 connections that are up would be left" });
  expect(factsBeside(group).map(({ label }) => label)).not.toContain("If a location fails");
});
