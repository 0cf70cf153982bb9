import { expect, it } from "vitest";
import { PlanDocument } from "../../../../src/model/plan/document.ts";
import { association, connection, head, lag, problemsOf, publicVif, transit, vif } from "../../../support/plans.ts";
import { core, otherGateway, plan, ports, privateVif } from "./cases/rule-case.ts";

const peers = (amazon: string, customer: string) => [`amazonAddress: ${amazon}`, `customerAddress: ${customer}`] as const;
const bundle = "l: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 2, minimumLinks: 1 }";

/** Plans with one mistake that several rules could have an opinion on: one of them speaks. */
it.each<readonly [string, string, readonly string[]]>([
  ["an ASN without a value beside the long one", vif("asn: ", "asnLong: 65002"), ["DX003 asn"]],
  ["an empty MTU of a public virtual interface", publicVif("mtu: "), ["DX003 mtu"]],
  ["a Region that is none", `version: 1\nregion: us-east1\n${connection().slice(head.length)}`, ["DX003 us-east1"]],
  ["two addresses in the place of one", vif(...peers("169.254.1.1/30, 169.254.1.2/30", "169.254.1.2/30")), ["DX120 169.254.1.1/30, 169.254.1.2/30"]],
  ["a customer's address that begins another subnet", vif(...peers("169.254.1.1/30", "169.254.1.4/30")), ["DX201 169.254.1.4/30"]],
  ["two subnets of one address", vif(...peers("169.254.1.1/32", "169.254.1.2/32")), ["DX201 169.254.1.2/32"]],
  ["a private address at one end of a public session", publicVif(...peers("10.0.0.1/30", "203.0.113.2/30")), ["DX204 10.0.0.1/30"]],
  ["the network address at both ends", vif(...peers("169.254.1.0/30", "169.254.1.0/30")), ["DX205 169.254.1.0/30"]],
  ["lengths of which one makes a network address", vif(...peers("169.254.1.4/29", "169.254.1.4/30")), ["DX205 169.254.1.4/30"]],
  ["IPv6 addresses without a length", vif("addressFamily: ipv6", ...peers('"2001:db8::1"', '"2001:db8::2"')), ['DX207 "2001:db8::1"']],
  ["one IPv6 address", vif("addressFamily: ipv6", 'amazonAddress: "2001:db8::1/125"', "-customerAddress"), ['DX207 "2001:db8::1/125"']],
  ["IPv6 addresses of an IPv4 session", vif(...peers('"2001:db8::1"', '"2001:db8::2/125"')), ['DX208 "2001:db8::1"']],
  ["one IPv6 address of an IPv4 session", vif('amazonAddress: "2001:db8::1/125"', "-customerAddress"), ['DX208 "2001:db8::1/125"']],
  ["two gateways and SiteLink", vif("virtualGateway: vgw-0a1b2c3d", "enableSiteLink: true"), ["DX301 virtualGateway"]],
  ["a transit virtual interface on a virtual private gateway, with SiteLink", transit("-directConnectGateway", "virtualGateway: vgw-0a1b2c3d", "enableSiteLink: true"), ["DX302 virtualGateway"]],
  ["a transit virtual interface for others on a virtual private gateway", transit("-directConnectGateway", "virtualGateway: vgw-0a1b2c3d", 'ownerAccount: "222233334444"'), ["DX302 virtualGateway"]],
  ["a port without MACsec that must encrypt", connection("encryptionMode: must_encrypt"), ["DX513 encryptionMode"]],
  ["MACsec at 1 Gbps", connection("bandwidth: 1Gbps", "requestMACSec: true", "encryptionMode: must_encrypt"), ["DX512 requestMACSec"]],
  ["a virtual interface that is only begun", `${head}virtualInterfaces:\n  x:\n    name: x\n`, ["DX004 x"]],
  ["a transit virtual interface that is only begun", `${head}virtualInterfaces:\n  x:\n    type: transit\n`, ["DX004 x"]],
  ["a public virtual interface that is only begun", `${head}virtualInterfaces:\n  x:\n    type: public\n`, ["DX004 x"]],
  ["a connection that is kept, used and removed", plan({ connections: ["c: { id: dxcon-fg5678gh }"], virtualInterfaces: [privateVif("v", 0, "connection: c, virtualGateway: vgw-0a1b2c3d")], removed: ["old: dxcon-fg5678gh"] }), ["DX812 dxcon-fg5678gh"]],
  ["a transit gateway twice on one gateway", plan({ directConnectGateways: [otherGateway], associations: [1, 2].map((n) => `s${n}: { directConnectGateway: hub, gateway: tgw-0a1b2c3d, allowedPrefixes: [10.0.0.0/16] }`) }), ["DX812 tgw-0a1b2c3d"]],
  ["a hosted connection elsewhere in a LAG", plan({ lags: [bundle], connections: ["h: { hosted: true, id: dxcon-fg5678gh, location: CSVA1, bandwidth: 1Gbps, vlan: 7, lag: l }"] }), ["DX504 lag"]],
])("tells %s once", (_, text, reported) => {
  expect(problemsOf(text)).toEqual(reported);
});

/** What could look like a mistake, and is none. */
it.each<readonly [string, string]>([
  ["two accounts with one subnet on two connections", plan({ connections: ports, virtualInterfaces: [1, 1].map((n, at) => privateVif(`v${at}`, n, `connection: ${at === 0 ? "a" : "b"}, ownerAccount: "${at === 0 ? "222233334444" : "333344445555"}"`)) })],
  ["8500 and 9001 on one gateway", plan({ connections: ports, directConnectGateways: [core], virtualInterfaces: [privateVif("v", 0, "connection: a, directConnectGateway: core, mtu: 8500"), privateVif("w", 1, "connection: b, directConnectGateway: core, mtu: 9001 } # dx-ignore DX116: measured").replace(/ }$/, "")] })],
  ["a hosted connection at a second location", plan({ connections: [...ports.slice(0, 1), "c: { location: EqDC2, bandwidth: 10Gbps }", "h: { hosted: true, id: dxcon-fg5678gh, location: CSVA1 }"] })],
  ["a hosted connection that may be anywhere", plan({ connections: [...ports.slice(0, 1), "c: { location: EqDC2, bandwidth: 10Gbps }", "h: { hosted: true, id: dxcon-fg5678gh }"] })],
  ["families that no connection carries alone", plan({
    connections: ports,
    directConnectGateways: [core],
    virtualInterfaces: [privateVif("v", 0, "connection: a, directConnectGateway: core"), ...["a", "b"].map((port, at) => privateVif(`w${at}`, at + 1, `connection: ${port}, directConnectGateway: core, bgpPeers: { six: { addressFamily: ipv6 } }`))],
  })],
  ["an instruction about the live account where that is not known", `${connection().trimEnd()} # dx-ignore DX508: tonight\n`],
  ["a speed that a port has already", connection("id: dxcon-fg5678gh", "location: EqMI1", "bandwidth: 100Gbps")],
  ["an instruction behind a marker", `---\n# dx-ignore-file DX118: announced\n${connection("bandwidth: 25Gbps")}`],
  ["an instruction on a marker's line", `--- # dx-ignore-file DX118: announced\n${connection("bandwidth: 25Gbps")}`],
  ["a plan in flow style behind a marker", "---\n{ version: 1, removed: { old: dxlag-fg5678gh } }\n"],
  ["a plan in flow style on a marker's line", "--- { version: 1 }\n"],
  ["a range beside a private one", publicVif("routeFilterPrefixes: [9.0.0.0/8, 172.32.0.0/11, 223.255.255.0/24]")],
  ["a LAG whose connections may all be down but one", lag("numberOfConnections: 4", "minimumLinks: 1")],
  ["a virtual private gateway without prefixes", association("-allowedPrefixes")],
])("lets %s pass", (_, text) => {
  expect(problemsOf(text)).toEqual([]);
});

it("names the speeds on both sides of one that there is not", () => {
  const [problem] = new PlanDocument(vif("rateLimit: 25Gbps")).problems;
  expect(problem?.message).toMatch(/ The nearest are `24Gbps` and `27Gbps`\.$/);
});
