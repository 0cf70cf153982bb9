import { expect, it } from "vitest";
import { hintsIn, lensesOf } from "../../../src/language-server/features/lenses.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { liveState } from "../../model/plan/rules/cases/live.ts";
import { head, publicVif, vif } from "../../support/plans.ts";

const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const titlesOf = (text: string) => lensesOf(new PlanDocument(text)).map(({ command, range }) => `${range.start.line} ${command?.title ?? ""}`);

it("counts what hangs on connections and gateways", () => {
  const more = "  y: { type: private, connection: a, vlan: 102, asn: 1, directConnectGateway: core }\nassociations:\n  t: { directConnectGateway: core, gateway: vgw-0a1b2c3d4e5f60718 }\n";
  expect(titlesOf(vif())).toEqual(["3 1 virtual interface", "5 1 virtual interface"]);
  expect(titlesOf(vif() + more)).toEqual(["3 2 virtual interfaces", "5 2 virtual interfaces · 1 association"]);
});

it("counts the members of a LAG and what its port carries", () => {
  expect(titlesOf(`${head}lags:\n  l: { location: EqDC2 }\nconnections:\n  a: { lag: l }\nhostedConnections:\n  h: { parent: l }\n`)).toEqual(["3 1 member · 1 hosted connection", "5 member of LAG l"]);
});

it("shows the live state of all that is there already", () => {
  const plan = new PlanDocument(`${head}connections:\n  c: { id: dxcon-small111 }\nvirtualInterfaces:\n  v: { id: dxvif-private1 }\n  w: { id: dxvif-ffffffff }\n`);
  plan.useLive(liveState);
  expect(lensesOf(plan).map(({ command }) => command?.title)).toEqual(["0 virtual interfaces · available", "available"]);
});

it("shows the two ends that a session's subnet has", () => {
  const hintsOf = (text: string, range = whole) => hintsIn(new PlanDocument(text), range).map(({ label }) => label);
  expect(hintsOf(publicVif())).toEqual(["203.0.113.1 to 203.0.113.2"]);
  expect(hintsOf(publicVif("amazonAddress: 203.0.113.0/31", "customerAddress: 203.0.113.1/31"))).toEqual(["203.0.113.0 to 203.0.113.1"]);
  expect(hintsOf(vif('bgpPeers: { six: { addressFamily: ipv6, amazonAddress: "2001:db8::1/126" } }'))).toEqual(["169.254.100.1 to 169.254.100.2", "2001:db8::1 to 2001:db8::2"]);
  expect(hintsOf(publicVif("amazonAddress: 203.0.113.1"))).toEqual([]);
  expect(hintsOf(publicVif(), { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } })).toEqual([]);
});
