import { publicVif, vif } from "../../../../support/plans.ts";
import { core, otherGateway, plan, ports, privateVif, type RuleCases } from "./rule-case.ts";

const two = (one: string, other: string, onOther = "b") => plan({
  connections: ports,
  directConnectGateways: [core, otherGateway],
  virtualInterfaces: [
    `v1: { type: private, vlan: 1, asn: 65001, connection: a, directConnectGateway: core, ${one} }`,
    `v2: { type: private, vlan: 2, asn: 65001, connection: ${onOther}, directConnectGateway: hub, ${other} }`,
  ],
});
const subnet = (network: string, length = 30) => `amazonAddress: ${network}1/${length}, customerAddress: ${network}2/${length}`;
const withAssociation = (prefix: string) => plan({
  connections: ports,
  directConnectGateways: [core],
  associations: [`t: { directConnectGateway: core, gateway: vgw-0a1b2c3d, allowedPrefixes: [${prefix}] }`],
  virtualInterfaces: [privateVif("v", 0, "connection: a, directConnectGateway: core")],
});

export const sessionCases: RuleCases = {
  DX210: [
    { wrong: vif("-amazonAddress", "-customerAddress"), reported: ["DX210 x"], legal: vif("-amazonAddress", "-customerAddress", "addressFamily: ipv6") },
    { wrong: vif("-amazonAddress", "-customerAddress", "addressFamily: ipv6", "bgpPeers: { four: { asn: 65001 } }"), reported: ["DX210 four"], legal: vif("-amazonAddress", "-customerAddress", "addressFamily: ipv6", `bgpPeers: { four: { asn: 65001, ${subnet("10.255.0.")} } }`) },
  ],
  DX212: [
    { wrong: vif("bgpPeers: { p: { asn: 65001 } }"), reported: ["DX212 p"], legal: vif("bgpPeers: { p: { asn: 65001, addressFamily: ipv6 } }") },
    {
      wrong: vif("bgpPeers: { p: { addressFamily: ipv6 }, q: { addressFamily: ipv6 } }"),
      reported: ["DX212 q"],
      legal: vif("id: dxvif-ffhhk74f", "bgpPeers: { p: { addressFamily: ipv6 }, q: { addressFamily: ipv6 } }"),
    },
  ],
  DX214: [
    { wrong: publicVif("bgpPeers: { p: { addressFamily: ipv6, asn: 7000 } }"), reported: ["DX214 7000"], legal: publicVif("bgpPeers: { p: { addressFamily: ipv6, asn: 65001 } }") },
    { wrong: publicVif("asn: 7000", "bgpPeers: { p: { addressFamily: ipv6, asn: 7001 } }"), reported: ["DX214 7001"], legal: publicVif("asn: 7000", "bgpPeers: { p: { addressFamily: ipv6, asn: 7000 } }") },
  ],
  DX215: [
    { wrong: vif("asn: 64513"), reported: ["DX215 64513"], legal: vif("asn: 64514") },
    { wrong: vif("bgpPeers: { six: { addressFamily: ipv6, asn: 64513 } }"), reported: ["DX215 64513"], legal: vif("bgpPeers: { six: { addressFamily: ipv6, asn: 64514 } }") },
    { wrong: publicVif("asn: 7224"), reported: ["DX215 7224"], legal: publicVif("asn: 7225") },
    {
      wrong: plan({ connections: ports, directConnectGateways: ["g: {}"], associations: ["s: { directConnectGateway: g, gateway: vgw-0a1b2c3d }"], virtualInterfaces: [privateVif("v", 0, "connection: a, directConnectGateway: g").replace("65001", "64512")] }),
      reported: ["DX215 64512"],
      legal: plan({ connections: ports, directConnectGateways: ["g: {}"], associations: ["s: { directConnectGateway: g, gateway: vgw-0a1b2c3d }"], virtualInterfaces: [privateVif("v", 0, "connection: a, directConnectGateway: g")] }),
    },
  ],
  DX216: [
    { wrong: two(`addressFamily: ipv6, bgpPeers: { four: { asn: 65001, ${subnet("10.255.0.")} } }`, subnet("10.255.0."), "a"), reported: ["DX216 10.255.0.1/30"], legal: two(`addressFamily: ipv6, bgpPeers: { four: { asn: 65001, ${subnet("10.255.0.")} } }`, subnet("10.255.1."), "a") },
    { wrong: two(subnet("10.255.0."), subnet("10.255.0."), "a"), reported: ["DX216 10.255.0.1/30"], legal: two(subnet("10.255.0."), subnet("10.255.0.").replaceAll(".0.1/", ".0.5/").replaceAll(".0.2/", ".0.6/"), "a") },
    {
      wrong: two(subnet("10.255.0.", 29), subnet("10.255.0.").replaceAll(".0.1/", ".0.5/").replaceAll(".0.2/", ".0.6/"), "a"),
      reported: ["DX206 10.255.0.1/29", "DX216 10.255.0.5/30"],
      legal: two(subnet("10.255.0.").replaceAll("1/30", "0/31").replaceAll("2/30", "1/31"), subnet("10.255.0.").replaceAll("1/30", "2/31").replaceAll("2/30", "3/31"), "a"),
    },
  ],
  DX217: [{ wrong: two(subnet("10.255.0."), subnet("10.255.0.")), reported: ["DX217 10.255.0.1/30"], legal: two(subnet("10.255.0."), subnet("10.255.1.")) }],
  DX218: [
    { wrong: withAssociation("169.254.0.0/16"), reported: ["DX218 169.254.100.1/30"], legal: withAssociation("169.254.101.0/24") },
    { wrong: withAssociation("169.254.100.0/30"), reported: ["DX218 169.254.100.1/30"], legal: withAssociation("0.0.0.0/0") },
    { wrong: publicVif("routeFilterPrefixes: [203.0.113.0/24]"), reported: ["DX218 203.0.113.1/30"], legal: publicVif("routeFilterPrefixes: [203.0.113.128/25]") },
  ],
};
