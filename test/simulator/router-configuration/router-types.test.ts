import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { type RouterType, routerTypes } from "../../../src/simulator/router-configuration/router-types.ts";
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

const [ios, , , nexus, nexus9k, mx, , , panos] = routerTypes as readonly RouterType[];

function linesOf(type: RouterType | undefined, name: string): readonly string[] {
  if (type === undefined) throw new Error("the type is not in the list");
  return type.write(session(name)).trimEnd().split("\n");
}

test("a /31 has its mask, and a jumbo MTU is set on port and unit", () => {
  expect(linesOf(ios, "prod-iad-b-private").join("\n")).toMatch(/ip address 169\.254\.\d+\.\d+ 255\.255\.255\.254/);
  expect(linesOf(ios, "core-iad-b-transit")).toEqual(expect.arrayContaining([" mtu 8500", " ip mtu 8500"]));
  expect(linesOf(nexus, "core-iad-b-transit")).toEqual(expect.arrayContaining(["  mtu 9216", "  mtu 8500"]));
  expect(linesOf(mx, "core-iad-b-transit")).toEqual(
    expect.arrayContaining(["set interfaces ge-0/0/1 mtu 8522", "set interfaces ge-0/0/1 unit 120 family inet mtu 8500"]),
  );
});

test("an IPv6 session is switched on where the router needs to be told", () => {
  const name = "prod-lhr-a-private";
  expect(linesOf(ios, name)).toEqual(expect.arrayContaining(["ipv6 unicast-routing", " address-family ipv6"]));
  expect(linesOf(nexus, name)).toEqual(expect.arrayContaining(["  address-family ipv6 unicast", "    address-family ipv6 unicast"]));
  expect(linesOf(mx, name)).toContain("set protocols bgp group aws-110-ipv6 family inet6 unicast");
  const peer = "set network virtual-router default protocol bgp peer-group aws-110 peer aws-110-ipv6";
  expect(linesOf(panos, name)).toEqual(expect.arrayContaining([`${peer} enable-mp-bgp yes`, `${peer} address-family-identifier ipv6`]));
});

test("PAN-OS has one router id, in the form of an address", () => {
  const ids = linesOf(panos, "prod-lhr-a-private").filter((line) => line.includes(" router-id "));
  expect(ids).toHaveLength(1);
  expect(ids[0]).toMatch(/ router-id \d+\.\d+\.\d+\.\d+$/);
});

test("a public virtual interface announces only its prefixes", () => {
  const name = "public-iad";
  for (const type of [ios, nexus, nexus9k]) expect(linesOf(type, name)).toContain("ip prefix-list TO-AWS-IPV4 seq 10 permit 203.0.113.0/25");
  expect(linesOf(nexus, name)).toContain("      prefix-list TO-AWS-IPV4 out");
  expect(linesOf(mx, name)).toContain("set policy-options policy-statement to-aws-ipv4 term own from route-filter 203.0.113.0/25 exact");
  expect(linesOf(panos, name).filter((line) => line.includes("match address-prefix 203.0.113.0/25 exact yes"))).toHaveLength(1);
});

test("a peer that is going is in no configuration", () => {
  const [found] = world.where("virtualInterface", ({ name }) => name === "prod-lhr-a-private");
  const [kept, going] = found?.bgpPeers ?? [];
  if (found === undefined || kept === undefined || going === undefined) throw new Error("the sample has one with two sessions");
  const text = ios?.write(routerSession({ ...found, bgpPeers: [kept, { ...going, state: "deleting" }] }));
  expect(text).toContain(kept.authKey);
  expect(text).not.toContain(going.authKey);
});

test("only the two families of devices that can encrypt have a template for MACsec", () => {
  const templates = routerTypes.map(({ platform, xsltTemplateNameForMacSec }) => [platform, xsltTemplateNameForMacSec]);
  expect(templates.filter(([, template]) => template !== "")).toEqual([
    ["Nexus 9K+ Series Switches", "customer-switch-cisco-nexus-generic-macsec.xslt"],
    ["M/MX Series Routers", "customer-router-juniper-generic-macsec.xslt"],
  ]);
});

test.each(routerTypes.map((type) => [type.routerTypeIdentifier, type] as const))("%s takes an estate's addresses as they stand", (_, type) => {
  const [found] = world.where("virtualInterface", (candidate) => candidate.name === "prod-lhr-a-private");
  if (found === undefined) throw new Error("the sample has prod-lhr-a-private");
  const bgpPeers = found.bgpPeers.map((peer) => ({ ...peer, customerAddress: "somewhere", amazonAddress: "elsewhere" }));
  expect(type.write(routerSession({ ...found, bgpPeers }))).toContain("elsewhere");
});
