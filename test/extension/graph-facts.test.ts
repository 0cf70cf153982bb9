import { expect, it } from "vitest";
import { shownFacts } from "../../src/extension/graph-facts.ts";
import { indexResources } from "../../src/model/inventory.ts";
import { fillWords } from "../../src/model/text.ts";
import { connection, resiliencyGroup, sampleInventory } from "../support/sample-inventory.ts";

const inventory = sampleInventory();
const factsOf = (key: string): ReturnType<typeof shownFacts> => {
  const resource = indexResources(inventory).get(key);
  return resource === undefined ? [] : shownFacts(resource, inventory, fillWords);
};

it("tells of a virtual interface's BGP peers, each with its own menu, behind what it is", () => {
  const facts = factsOf("virtualInterface/dxvif-fgprv002");
  expect(facts.slice(0, 4).map(({ label }) => label)).toEqual(["ID", "State", "BGP peer", "BGP peer"]);
  expect(facts[3]?.value).toMatch(/^2001:db8:100::2.* BGP down/);
  expect(facts[3]?.menu).toMatchObject({ webviewSection: "bgpPeer:available;owned;" });
  expect(facts.filter(({ menu }) => menu !== undefined).map(({ menu }) => inventory.resources.some(({ key }) => key === menu?.resourceKey))).toEqual([true, true]);
});

it("tells of another resource nothing but its facts", () => {
  const facts = factsOf("connection/dxcon-ffabc001");
  expect(facts.length).toBeGreaterThan(5);
  expect(facts.every(({ menu }) => menu === undefined)).toBe(true);
});

it("tells of a port's resiliency groups, each with its own menu", () => {
  const port = connection({ id: "dxcon-1" });
  const group = resiliencyGroup({ id: "dxrg-1", name: "pair", connectionIds: ["dxcon-1", "dxcon-2"] });
  const other = resiliencyGroup({ id: "dxrg-2", connectionIds: ["dxcon-2"] });
  const facts = shownFacts(port, { ...inventory, resources: [port, group, other] }, fillWords);
  expect(facts.filter(({ label }) => label === "Resiliency group")).toEqual([
    { label: "Resiliency group", value: "pair · 2 connections · available", menu: { webviewSection: "resiliencyGroup:available;owned;", resourceKey: group.key } },
  ]);
});
