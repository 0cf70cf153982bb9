import { expect, test } from "vitest";
import { countByKind, kindHeading, kindName } from "../../src/model/kind-name.ts";
import { english } from "../../src/model/text.ts";
import { attachment, bgpPeer, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

test("a kind has a name in a sentence and one as a heading", () => {
  expect([kindName("lag"), kindHeading("lag")].map(english)).toEqual(["LAG", "LAGs"]);
  expect([kindName("directConnectGateway"), kindHeading("virtualInterface")].map(english)).toEqual(["Direct Connect gateway", "Virtual interfaces"]);
});

test("counts are in words, in the order of finding", () => {
  const peers = ["a", "b"].map((id) => bgpPeer({ id, virtualInterfaceId: "v" }));
  const estate = [virtualInterface({ id: "v" }), ...peers, attachment({ directConnectGatewayId: "g", virtualInterfaceId: "v" })];
  expect(english(countByKind([]))).toBe("");
  expect(english(countByKind(estate))).toBe("1 virtual interface, 2 BGP peers and 1 gateway attachment");
});

test("every kind of the sample is counted by its own name", () => {
  for (const resource of sampleInventory().resources) {
    const name = english(kindName(resource.kind));
    expect(english(countByKind([resource]))).toBe(`1 ${name}`);
    expect(english(countByKind([resource, resource]))).toBe(`2 ${name}s`);
    expect(english(kindHeading(resource.kind)).toLowerCase()).toBe(`${name.toLowerCase()}s`);
  }
});
