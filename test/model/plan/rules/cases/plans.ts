import { association, connection, gatewayId, group, publicVif } from "../../../../support/plans.ts";
import { core, count, plan, ports, privateVif, type RuleCases } from "./rule-case.ts";

const promised = (resiliency: string, ...connections: readonly string[]) => plan({ connections }, `version: 1\nregion: us-east-1\nresiliency: ${resiliency}\n`);
const at = (name: string, location: string, fields = "bandwidth: 10Gbps") => `${name}: { location: ${location}, ${fields} }`;
const inGroup = (connections: readonly string[]) => plan({ connections, resiliencyGroups: ["g: { intendedResiliencyModel: high-resiliency, connections: [a, b] }"] });
const onPorts = (first: string, second: string, head?: string) => plan({
  connections: ports,
  directConnectGateways: [core],
  virtualInterfaces: [privateVif("v", 0, `connection: a, directConnectGateway: core${first}`), privateVif("w", 1, `connection: ${second}`)],
}, head);

const advertised = (...prefixes: readonly string[]) => plan({
  connections: ports,
  virtualInterfaces: prefixes.map((some, n) => `p${n}: { type: public, vlan: 200, asn: 65001, connection: ${n === 0 ? "a" : "b"}, amazonAddress: 203.0.113.${n * 4 + 1}/30, customerAddress: 203.0.113.${n * 4 + 2}/30, routeFilterPrefixes: [${some}] }`),
});

const adopting = (first: string, second: string, ...gone: readonly string[]) => plan({ connections: [`a: { id: ${first} }`, `b: { id: ${second} }`], ...(gone.length > 0 ? { removed: gone.map((id) => `old: ${id}`) } : {}) });
const associated = (first: string, second: string, other: string) => plan({
  directConnectGateways: [core],
  associations: [`s: { directConnectGateway: ${first}, gateway: tgw-0a1b2c3d, allowedPrefixes: [10.0.0.0/16] }`, `t: { directConnectGateway: ${second}, gateway: ${other}, allowedPrefixes: [10.1.0.0/16] }`],
});
const linkId = gatewayId.replace("5f", "7f");
const associatedAs = (...ids: readonly string[]) => plan({ directConnectGateways: [core], associations: ids.map((id, n) => `s${n}: { id: ${id}, directConnectGateway: core, gateway: tgw-0a1b2c3d, allowedPrefixes: [10.${n}.0.0/16] }`) });
const accepted = (...proposals: readonly string[]) => plan({ directConnectGateways: [core], associations: proposals.map((id, n) => `s${n}: { directConnectGateway: core, proposal: ${id}, gatewayOwnerAccount: "222233334444" }`) });

export const planCases: RuleCases = {
  DX601: [
    { wrong: plan({ connections: [at("a", "EqDC2"), at("b", "EqDC2")] }), reported: ["DX601 EqDC2"], legal: plan({ connections: [at("a", "EqDC2"), at("b", "CSVA1")] }) },
    { wrong: plan({ connections: [at("a", "EqDC2"), at("b", "EqDC2"), at("c", "EqDC2")] }), reported: ["DX601 EqDC2"], legal: promised("development", at("a", "EqDC2"), at("b", "EqDC2")) },
  ],
  DX603: [
    {
      wrong: inGroup([at("a", "EqDC2", "bandwidth: 10Gbps, lag: dxlag-fg5678gh"), at("b", "EqDC2", "bandwidth: 10Gbps, lag: dxlag-fg5678gh")]),
      reported: ["DX603 b"],
      legal: inGroup([at("a", "EqDC2", "bandwidth: 10Gbps, lag: dxlag-fg5678gh"), at("b", "CSVA1", "bandwidth: 10Gbps, lag: dxlag-ab5678gh")]),
    },
  ],
  DX604: [
    { wrong: promised("maximum", at("a", "EqDC2"), at("b", "EqDC2"), at("c", "CSVA1")), reported: ["DX604 maximum"], legal: promised("maximum", at("a", "EqDC2"), at("b", "EqDC2"), at("c", "CSVA1"), at("d", "CSVA1")) },
    {
      wrong: promised("maximum", at("a", "EqDC2"), at("b", "EqDC2"), ...["c", "d"].map((name) => at(name, "CSVA1", "bandwidth: 10Gbps, lag: dxlag-fg5678gh"))),
      reported: ["DX604 maximum"],
      legal: promised("maximum", at("a", "EqDC2"), at("b", "EqDC2"), at("c", "CSVA1"), "d: { id: dxcon-fg5678gh }"),
    },
  ],
  DX605: [{ wrong: promised("high", at("a", "EqDC2"), at("b", "EqDC2")), reported: ["DX605 high"], legal: promised("high", at("a", "EqDC2"), at("b", "CSVA1")) }],
  DX606: [{ wrong: promised("development", at("a", "EqDC2"), at("b", "CSVA1")), reported: ["DX606 development"], legal: promised("development", at("a", "EqDC2"), at("b", "EqDC2")) }],
  DX607: [{ wrong: inGroup([at("a", "EqDC2"), at("b", "CSVA1", "bandwidth: 1Gbps")]), reported: ["DX607 b"], legal: inGroup([at("a", "EqDC2"), at("b", "CSVA1")]) }],
  DX608: [
    { wrong: onPorts("", "a, directConnectGateway: core"), reported: ["DX608 core"], legal: onPorts("", "b, directConnectGateway: core") },
    {
      wrong: onPorts("", "b, virtualGateway: vgw-0a1b2c3d", "version: 1\nregion: us-east-1\nresiliency: high\n"),
      reported: ["DX608 core"],
      legal: onPorts("", "b, virtualGateway: vgw-0a1b2c3d"),
    },
  ],
  DX609: [
    {
      wrong: onPorts(", bgpPeers: { v6: { addressFamily: ipv6 } }", "b, directConnectGateway: core"),
      reported: ["DX609 w"],
      legal: onPorts(", bgpPeers: { v6: { addressFamily: ipv6 } }", "b, directConnectGateway: core, bgpPeers: { v6: { addressFamily: ipv6 } }"),
    },
    { wrong: advertised("198.51.100.0/24, 192.0.2.0/24", "198.51.100.0/24"), reported: ["DX609 routeFilterPrefixes"], legal: advertised("198.51.100.0/24, 198.51.100.0/25", "198.51.100.0/24") },
    { wrong: advertised("198.51.100.0/24", "198.51.100.0/24, 192.0.2.0/24"), reported: ["DX609 routeFilterPrefixes"], legal: advertised("198.51.100.0/24", "192.0.2.0/24") },
  ],
  DX616: [
    {
      wrong: group(`connections: [${count(51, (n) => `dxcon-fg5678${String(n).padStart(2, "0")}`).join(", ")}]`),
      reported: ["DX616 connections"],
      legal: group(`connections: [${count(50, (n) => `dxcon-fg5678${String(n).padStart(2, "0")}`).join(", ")}]`),
    },
  ],
  DX807: [
    { wrong: connection().replace("region: us-east-1\n", ""), reported: ["DX807 x"], legal: connection("region: us-east-1").replace("region: us-east-1\n", "") },
    {
      wrong: plan({ virtualInterfaces: [privateVif("v", 0, "connection: dxcon-fg5678gh, virtualGateway: vgw-0a1b2c3d"), privateVif("w", 1, "connection: dxcon-fg5678gh, virtualGateway: vgw-0a1b2c3d")] }, "version: 1\n"),
      reported: ["DX807 v"],
      legal: plan({ connections: ["a: { location: EqDC2, bandwidth: 1Gbps, region: us-east-1 }"], virtualInterfaces: [privateVif("v", 0, "connection: a, virtualGateway: vgw-0a1b2c3d")] }, "version: 1\n"),
    },
  ],
  DX812: [
    { wrong: adopting("dxcon-fg5678gh", "dxcon-fg5678gh"), reported: ["DX812 dxcon-fg5678gh"], legal: adopting("dxcon-fg5678gh", "dxcon-ab5678gh") },
    { wrong: adopting("dxcon-fg5678gh", "dxcon-ab5678gh", "dxcon-fg5678gh"), reported: ["DX812 dxcon-fg5678gh"], legal: adopting("dxcon-ef5678gh", "dxcon-ab5678gh") },
    { wrong: plan({ removed: ["one: dxvif-fg5678gh", "two: dxvif-fg5678gh"] }), reported: ["DX812 dxvif-fg5678gh"], legal: plan({ removed: ["one: dxvif-fg5678gh", "two: dxvif-ab5678gh"] }) },
    { wrong: associated("core", "core", "tgw-0a1b2c3d"), reported: ["DX812 tgw-0a1b2c3d"], legal: associated("core", "core", "tgw-1a1b2c3d") },
    { wrong: associated("core", gatewayId, "tgw-0a1b2c3d"), reported: ["DX812 tgw-0a1b2c3d"], legal: associated("core", gatewayId.replace("5f", "7f"), "tgw-0a1b2c3d") },
    { wrong: associatedAs(linkId, linkId), reported: [`DX812 ${linkId}`], legal: associatedAs(linkId) },
    { wrong: accepted(gatewayId, gatewayId), reported: [`DX812 ${gatewayId}`], legal: accepted(gatewayId, gatewayId.replace("5f", "7f")) },
  ],
  DX813: [
    { wrong: association("allowedPrefixes: [10.0.0.0/16, 10.0.0.0/16]"), reported: ["DX813 10.0.0.0/16"], legal: association("allowedPrefixes: [10.0.0.0/16, 10.0.0.0/17]") },
    { wrong: publicVif('routeFilterPrefixes: ["2001:db8::/48", "2001:DB8:0::/48"]'), reported: ['DX813 "2001:DB8:0::/48"'], legal: publicVif('routeFilterPrefixes: ["2001:db8::/48", "2001:db8:1::/48"]') },
    {
      wrong: plan({ connections: ["a: { id: dxcon-fg5678gh }"], resiliencyGroups: ["g: { intendedResiliencyModel: high-resiliency, connections: [a, dxcon-fg5678gh] }"] }),
      reported: ["DX813 dxcon-fg5678gh"],
      legal: plan({ connections: ["a: { id: dxcon-fg5678gh }"], resiliencyGroups: ["g: { intendedResiliencyModel: high-resiliency, connections: [a, dxcon-ab5678gh] }"] }),
    },
    { wrong: connection("requestMACSec: true", "macSecKeys: [{ secretARN: arn:x }, { secretARN: arn:x }]"), reported: ["DX813 arn:x"], legal: connection("requestMACSec: true", "macSecKeys: [{ secretARN: arn:x }, { secretARN: arn:X }]") },
  ],
};
