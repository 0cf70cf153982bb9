import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { routerTypes } from "../../../src/simulator/router-configuration/router-types.ts";
import { routerSession } from "../../../src/simulator/router-configuration/session.ts";

const world = loadEstate("sample", Date.UTC(2026, 0, 1));

function session(name: string) {
  const [found] = world.where("virtualInterface", (candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no virtual interface is named ${name}`);
  return routerSession(found);
}

test("there are the nine known types, each with an identifier of its own", () => {
  expect(new Set(routerTypes.map((type) => type.routerTypeIdentifier)).size).toBe(9);
});

test.each(routerTypes.map((type) => [type.routerTypeIdentifier, type] as const))(
  "%s gets VLAN, addresses, AS numbers and keys of both peers",
  (_, type) => {
    const dual = session("prod-lhr-a-private");
    const text = type.write(dual);
    expect(text).toContain(String(dual.vlan));
    expect(text).toContain(String(dual.amazonAsn));
    expect(dual.peers).toHaveLength(2);
    for (const peer of dual.peers) {
      expect(text).toContain(peer.ownAddress);
      expect(text).toContain(peer.amazonAddress);
      expect(text).toContain(peer.authKey);
      expect(text).toContain(String(peer.customerAsn));
    }
  },
);

test("a /31 has its mask, and a jumbo MTU is set", () => {
  const [ios] = routerTypes;
  expect(ios.write(session("prod-iad-b-private"))).toMatch(/ip address 169\.254\.\d+\.\d+ 255\.255\.255\.254/);
  expect(ios.write(session("core-iad-b-transit"))).toContain(" ip mtu 8500");
});

test("a public virtual interface announces only its prefixes", () => {
  const texts = routerTypes.map((type) => type.write(session("public-iad")));
  expect(texts[0]).toContain("ip prefix-list TO-AWS-IPV4 seq 10 permit 203.0.113.0/25");
  expect(texts.find((text) => text.includes("policy-statement"))).toContain("route-filter 203.0.113.0/25 exact");
});
