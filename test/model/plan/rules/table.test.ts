import { describe, expect, it } from "vitest";
import { ruleOf, rules, unseenRules } from "../../../../src/model/plan/rules/table.ts";
import { PlanDocument } from "../../../../src/model/plan/document.ts";
import { editsOfFix } from "../../../../src/model/plan/fix-edits.ts";
import { applied } from "../../../../src/model/plan/format.ts";
import { gatewayCases } from "./cases/gateways.ts";
import { interfaceCases } from "./cases/interfaces.ts";
import { liveCases } from "./cases/live.ts";
import { planCases } from "./cases/plans.ts";
import { portCases } from "./cases/ports.ts";
import type { RuleCase } from "./cases/rule-case.ts";
import { sessionCases } from "./cases/sessions.ts";
import { association, connection, gateway, gatewayId, group, head, hosted, lag, problemsOf, publicVif, transit, vif } from "../../../support/plans.ts";

const key64 = "0123456789abcdef".repeat(4);
const peers = (amazon: string, customer: string) => [`amazonAddress: ${amazon}`, `customerAddress: ${customer}`] as const;
const addresses = "amazonAddress: 169.254.100.1/30, customerAddress: 169.254.100.2/30";
const two = (first: string, second: string, rest = "") =>
  `${head}connections:\n  a: { location: EqDC2, bandwidth: 10Gbps }\n  b: { location: CSVA1, bandwidth: 10Gbps }\ndirectConnectGateways:\n  core: { id: ${gatewayId} }\n  hub: { id: ${gatewayId.replace("5f", "6f")} }\n${rest}virtualInterfaces:\n  v1: { asn: 65001, amazonAddress: 169.254.100.1/30, customerAddress: 169.254.100.2/30, ${first} }\n  v2: { asn: 65001, amazonAddress: 169.254.100.5/30, customerAddress: 169.254.100.6/30, ${second} }\n`;
const manyTags = (count: number) => `tags: { ${Array.from({ length: count }, (_, index) => `k${index}: v`).join(", ")} }`;

const cases: Readonly<Record<string, readonly RuleCase[]>> = {
  ...sessionCases,
  ...interfaceCases,
  ...gatewayCases,
  ...portCases,
  ...planCases,
  DX001: [
    { wrong: connection("name: \"abc"), reported: ['DX001 "'], legal: connection('name: "abc"') },
    { wrong: `${connection()}    bandwidth: 1Gbps\n`, reported: ["DX001 bandwidth"], legal: connection() },
    { wrong: `${head}region: eu-west-1\n`, reported: ["DX001 region"], legal: head },
    { wrong: `${head}---\n${connection().slice(head.length)}`, reported: ["DX001 ---"], legal: `---\n${connection()}...\n` },
  ],
  DX002: [
    { wrong: vif("vlann: 5", "-vlan"), reported: ["DX002 vlann"], legal: vif("vlan: 5") },
    { wrong: `${head}connection: {}\n`, reported: ["DX002 connection"], legal: `${head}x-connection: {}\n` },
    { wrong: vif("lag: dxlag-fg5678gh"), reported: ["DX002 lag"], legal: vif("lag: dxlag-fg5678gh", "-connection") },
    { wrong: vif("connectionId: dxcon-fg5678gh", "-connection"), reported: ["DX002 connectionId"], legal: vif("connection: dxcon-fg5678gh") },
  ],
  DX003: [
    { wrong: vif('vlan: "101"'), reported: ['DX003 "101"'], legal: vif("vlan: 101") },
    { wrong: vif("enableSiteLink: yes"), reported: ["DX003 yes"], legal: vif("enableSiteLink: true") },
    { wrong: "version: 1\naccount: 111122223333\n", reported: ["DX003 111122223333"], legal: 'version: 1\naccount: "111122223333"\n' },
    { wrong: association("allowedPrefixes: 10.0.0.0/16"), reported: ["DX003 10.0.0.0/16"], legal: association("allowedPrefixes: [10.0.0.0/16]") },
    { wrong: vif("connection: "), reported: ["DX003 connection"], legal: vif() },
    { wrong: `${head}connections:\n  1st: { location: EqDC2, bandwidth: 1Gbps }\n`, reported: ["DX003 1st"], legal: `${head}connections:\n  first: { location: EqDC2, bandwidth: 1Gbps }\n` },
    { wrong: vif("vlan: 10.5"), reported: ["DX003 10.5"], legal: vif("vlan: 10") },
  ],
  DX004: [
    { wrong: "region: us-east-1\n", reported: ["DX004 region"], legal: "version: 1\n" },
    { wrong: connection("-bandwidth"), reported: ["DX004 x"], legal: connection("-bandwidth", "-location", "id: dxcon-fg5678gh") },
    { wrong: connection("-bandwidth", "-location", "hosted: true"), reported: ["DX004 x"], legal: connection("-bandwidth", "-location", "hosted: true", "id: dxcon-fg5678gh") },
    { wrong: vif("-connection"), reported: ["DX004 x"], legal: vif("-connection", "lag: dxlag-fg5678gh") },
    { wrong: association("-gateway"), reported: ["DX004 x"], legal: association("-gateway", "proposal: 2c8f9f7e-1425-453c-a074-71da13dcf254") },
  ],
  DX005: [
    { wrong: vif("type: privat"), reported: ["DX005 privat"], legal: vif("type: private") },
    { wrong: vif("addressFamily: IPv4"), reported: ["DX005 IPv4"], legal: vif("addressFamily: ipv4") },
    { wrong: "version: 2\n", reported: ["DX005 2"], legal: "version: 1\n" },
  ],
  DX101: [
    { wrong: vif("vlan: 0"), reported: ["DX101 0"], legal: vif("vlan: 1") },
    { wrong: hosted("vlan: 4095"), reported: ["DX101 4095"], legal: hosted("vlan: 4094") },
  ],
  DX102: [
    { wrong: vif("asn: 2147483647"), reported: ["DX102 2147483647"], legal: vif("asn: 2147483646") },
    { wrong: vif("asn: 0"), reported: ["DX102 0"], legal: vif("asn: 1") },
  ],
  DX103: [{ wrong: vif("-asn", "asnLong: 4294967295"), reported: ["DX103 4294967295"], legal: vif("-asn", "asnLong: 4294967294") }],
  DX104: [{ wrong: vif("asnLong: 65002"), reported: ["DX104 asn"], legal: vif("-asn", "asnLong: 65002") }],
  DX105: [{ wrong: vif("-asn"), reported: ["DX105 x"], legal: vif("-asn", "id: dxvif-ffhhk74f") }],
  DX106: [
    { wrong: vif("asn: 65000.1"), reported: ["DX106 65000.1"], legal: vif("-asn", "asnLong: 4259840001") },
    { wrong: vif('asn: "65001"'), reported: ['DX106 "65001"'], legal: vif("asn: 65001") },
  ],
  DX107: [
    { wrong: vif("asn: 23456"), reported: ["DX107 23456"], legal: vif("asn: 23457") },
    { wrong: vif("asn: 64511"), reported: ["DX107 64511"], legal: vif("asn: 64512") },
    { wrong: vif("-asn", "asnLong: 65551"), reported: ["DX107 65551"], legal: vif("-asn", "asnLong: 65552") },
  ],
  DX108: [
    { wrong: gateway("amazonSideAsn: 65535"), reported: ["DX108 65535"], legal: gateway("amazonSideAsn: 65534") },
    { wrong: gateway("amazonSideAsn: 4199999999"), reported: ["DX108 4199999999"], legal: gateway("amazonSideAsn: 4200000000") },
  ],
  DX109: [{ wrong: gateway("amazonSideAsn: 7224"), reported: ["DX109 7224"], legal: gateway("amazonSideAsn: 64512") }],
  DX110: [
    { wrong: vif("authKey: abcde"), reported: ["DX110 abcde", "DX112 abcde"], legal: vif("authKey: ${env:KEY}") },
    { wrong: vif(`authKey: ${"a".repeat(81)}`), reported: [`DX110 ${"a".repeat(81)}`, `DX112 ${"a".repeat(81)}`], legal: vif("authKey: ${secret:dx/key}") },
  ],
  DX111: [{ wrong: vif('authKey: "abcdef "'), reported: ['DX111 "abcdef "', 'DX112 "abcdef "'], legal: vif('authKey: "${env:KEY}"') }],
  DX112: [
    { wrong: vif("authKey: abcdef"), reported: ["DX112 abcdef"], legal: vif("authKey: ${env:KEY}") },
    { wrong: connection("requestMACSec: true", `macSecKeys: [{ ckn: ${key64}, cak: ${"ab".repeat(32)} }]`), reported: [`DX112 ${"ab".repeat(32)}`], legal: connection("requestMACSec: true", `macSecKeys: [{ ckn: ${key64}, cak: "\${secret:CAK}" }]`) },
  ],
  DX113: [
    { wrong: vif("name: Prod A"), reported: ["DX113 Prod A"], legal: vif("name: prod-a") },
    { wrong: vif(`name: ${"a".repeat(101)}`), reported: [`DX113 ${"a".repeat(101)}`], legal: vif(`name: ${"a".repeat(100)}`) },
  ],
  DX114: [{ wrong: transit("mtu: 9001"), reported: ["DX114 9001"], legal: transit("mtu: 8500") }],
  DX115: [{ wrong: vif("mtu: 9000"), reported: ["DX115 9000"], legal: vif("mtu: 8500") }],
  DX116: [{ wrong: vif("mtu: 9001"), reported: ["DX116 9001"], legal: vif("mtu: 1500") }],
  DX117: [{ wrong: publicVif("mtu: 1500"), reported: ["DX117 mtu"], legal: publicVif() }],
  DX118: [
    { wrong: connection("bandwidth: 10 Gbps"), reported: ["DX118 10 Gbps"], legal: connection("bandwidth: 10Gbps") },
    { wrong: lag("connectionsBandwidth: 25Gbps"), reported: ["DX118 25Gbps"], legal: lag("connectionsBandwidth: 400Gbps") },
  ],
  DX119: [
    { wrong: hosted("bandwidth: 600Mbps"), reported: ["DX119 600Mbps"], legal: hosted("bandwidth: 25Gbps") },
    { wrong: connection("hosted: true", "id: dxcon-fg5678gh", "bandwidth: 100Gbps"), reported: ["DX119 100Gbps"], legal: connection("hosted: true", "id: dxcon-fg5678gh", "bandwidth: 50Mbps") },
  ],
  DX120: [
    { wrong: association("allowedPrefixes: [10.0.1.0/16]"), reported: ["DX120 10.0.1.0/16"], legal: association("allowedPrefixes: [10.0.0.0/16]") },
    { wrong: association("allowedPrefixes: [10.0.0/16]"), reported: ["DX120 10.0.0/16"], legal: association('allowedPrefixes: ["2001:db8::/32"]') },
    { wrong: association("allowedPrefixes: [10.0.0.1]"), reported: ["DX120 10.0.0.1"], legal: association("allowedPrefixes: [10.0.0.1/32]") },
    { wrong: vif(...peers("169.254.1.256/30", "169.254.1.2/30")), reported: ["DX120 169.254.1.256/30"], legal: vif(...peers("169.254.1.1/30", "169.254.1.2/30")) },
  ],
  DX121: [{ wrong: publicVif('routeFilterPrefixes: ["2001:db8::/65"]'), reported: ['DX121 "2001:db8::/65"'], legal: publicVif('routeFilterPrefixes: ["2001:db8::/64"]') }],
  DX122: [{ wrong: association('allowedPrefixes: ["10.0.0.0/16, 10.1.0.0/16"]'), reported: ['DX122 "10.0.0.0/16, 10.1.0.0/16"'], legal: association("allowedPrefixes: [10.0.0.0/16, 10.1.0.0/16]") }],
  DX123: [{ wrong: connection("requestMACSec: true", `macSecKeys: [{ ckn: ${key64.slice(1)}x, cak: "\${env:CAK}" }]`), reported: [`DX123 ${key64.slice(1)}x`], legal: connection("requestMACSec: true", `macSecKeys: [{ ckn: ${key64}, cak: "\${env:CAK}" }]`) }],
  DX124: [
    { wrong: connection("requestMACSec: true", `macSecKeys: [{ ckn: ${key64} }]`), reported: ["DX124 ckn"], legal: connection("requestMACSec: true", "macSecKeys: [{ secretARN: arn:aws:secretsmanager:us-east-1:111122223333:secret:k }]") },
    { wrong: connection("requestMACSec: true", `macSecKeys: [{ secretARN: arn:x, ckn: ${key64} }]`), reported: ["DX124 secretARN"], legal: connection("requestMACSec: true", "macSecKeys: [{ secretARN: arn:x }]") },
  ],
  DX125: [{ wrong: connection("requestMACSec: true", "encryptionMode: must-encrypt"), reported: ["DX125 must-encrypt"], legal: connection("requestMACSec: true", "encryptionMode: should_encrypt") }],
  DX126: [
    { wrong: lag("minimumLinks: 3"), reported: ["DX126 3"], legal: lag("numberOfConnections: 4", "minimumLinks: 3") },
    { wrong: lag("minimumLinks: -1"), reported: ["DX126 -1"], legal: lag("minimumLinks: 1") },
  ],
  DX127: [
    { wrong: lag("numberOfConnections: 5"), reported: ["DX127 5"], legal: lag("numberOfConnections: 4") },
    { wrong: lag("connectionsBandwidth: 100Gbps", "numberOfConnections: 3"), reported: ["DX127 3"], legal: lag("connectionsBandwidth: 100Gbps", "numberOfConnections: 2") },
  ],
  DX128: [
    { wrong: connection("tags: { aws:name: x }"), reported: ["DX128 aws:name"], legal: connection("tags: { name: x }") },
    { wrong: connection('tags: { "a!": x }'), reported: ['DX128 "a!"'], legal: connection('tags: { "a+b": x }') },
    { wrong: connection("tags: { a: x, a: y }"), reported: ["DX128 a"], legal: connection("tags: { a: x, b: y }") },
    { wrong: connection(`tags: { a: ${"x".repeat(257)} }`), reported: [`DX128 ${"x".repeat(257)}`], legal: connection(`tags: { a: ${"x".repeat(256)} }`) },
    { wrong: connection(manyTags(51)), reported: ["DX128 tags"], legal: connection(manyTags(50)) },
    { wrong: `tags: { owner: net }\n${connection(manyTags(50))}`, reported: ["DX128 tags"], legal: `tags: { k0: net }\n${connection(manyTags(50))}` },
  ],
  DX129: [
    { wrong: hosted('ownerAccount: "44445555666"'), reported: ['DX129 "44445555666"'], legal: hosted('ownerAccount: "444455556666"') },
    { wrong: 'version: 1\naccount: "1111-2222-3333"\n', reported: ['DX129 "1111-2222-3333"'], legal: 'version: 1\naccount: "111122223333"\n' },
  ],
  DX130: [
    { wrong: connection("id: dxcon-FG5678GH"), reported: ["DX130 dxcon-FG5678GH"], legal: connection("id: dxcon-fg5678gh") },
    { wrong: vif("connection: dxlag-fg5678gh"), reported: ["DX130 dxlag-fg5678gh"], legal: vif("connection: dxcon-fg5678gh") },
    { wrong: association("gateway: vgw-0a1b2c3"), reported: ["DX130 vgw-0a1b2c3"], legal: association("gateway: vgw-0a1b2c3d") },
    { wrong: vif("directConnectGateway: 5f294f92-bafb-4011-916d"), reported: ["DX130 5f294f92-bafb-4011-916d"], legal: vif("directConnectGateway: 5f294f92-bafb-4011-916d-9b0bexample".replace("9b0bexample", "9b0b00000000")) },
    { wrong: `${head}removed:\n  old: dxvif\n`, reported: ["DX130 dxvif"], legal: `${head}removed:\n  old: dxvif-fg5678gh\n` },
  ],
  DX132: [{ wrong: vif("rateLimit: 25Gbps"), reported: ["DX132 25Gbps"], legal: vif("rateLimit: 9Gbps") }],
  DX133: [{ wrong: vif("prefixPoolAllocatedCountIpv4: 1001"), reported: ["DX133 1001"], legal: vif("prefixPoolAllocatedCountIpv4: 1000") }],
  DX134: [
    { wrong: group("intendedResiliencyModel: maximum"), reported: ["DX134 maximum"], legal: group("intendedResiliencyModel: maximum-resiliency") },
    { wrong: group("name: a b"), reported: ["DX134 a b"], legal: group("name: a_b") },
  ],
  DX135: [{ wrong: connection("billingMode: PortPairFlatRateTier1"), reported: ["DX135 PortPairFlatRateTier1"], legal: connection("billingMode: FlatRateTier1") }],
  DX137: [{ wrong: connection("location: eqdc2"), reported: ["DX137 eqdc2"], legal: connection("location: EqDC2") }],
  DX201: [{ wrong: vif(...peers("169.254.1.1/30", "169.254.1.5/30")), reported: ["DX201 169.254.1.5/30"], legal: vif(...peers("169.254.1.1/30", "169.254.1.2/30")) }],
  DX202: [{ wrong: vif(...peers("169.254.1.0/30", "169.254.1.2/30")), reported: ["DX202 169.254.1.0/30"], legal: vif(...peers("169.254.1.0/31", "169.254.1.1/31")) }],
  DX203: [{ wrong: vif(...peers("169.254.1.1/30", "169.254.1.3/30")), reported: ["DX203 169.254.1.3/30"], legal: vif(...peers("169.254.1.3/31", "169.254.1.2/31")) }],
  DX204: [
    { wrong: publicVif(...peers("10.0.0.1/30", "10.0.0.2/30")), reported: ["DX204 10.0.0.1/30"], legal: publicVif(...peers("203.0.113.5/30", "203.0.113.6/30")) },
    { wrong: publicVif(...peers("172.31.255.253/30", "172.31.255.254/30")), reported: ["DX204 172.31.255.253/30"], legal: publicVif(...peers("172.32.0.1/30", "172.32.0.2/30")) },
  ],
  DX205: [
    { wrong: vif(...peers("169.254.1.1", "169.254.1.2/30")), reported: ["DX205 169.254.1.1"], legal: vif(...peers("169.254.1.1/30", "169.254.1.2/30")) },
    { wrong: vif(...peers("169.254.1.1/30", "169.254.1.2/31")), reported: ["DX205 169.254.1.2/31"], legal: vif(...peers("169.254.1.2/31", "169.254.1.3/31")) },
    { wrong: vif(...peers("169.254.1.1/30", "169.254.1.1/30")), reported: ["DX205 169.254.1.1/30"], legal: vif(...peers("169.254.1.2/30", "169.254.1.1/30")) },
  ],
  DX206: [{ wrong: vif(...peers("169.254.1.1/29", "169.254.1.2/29")), reported: ["DX206 169.254.1.1/29"], legal: vif(...peers("169.254.1.1/30", "169.254.1.2/30")) }],
  DX207: [{ wrong: vif("addressFamily: ipv6", ...peers('"2001:db8::1/125"', '"2001:db8::2/125"')), reported: ['DX207 "2001:db8::1/125"'], legal: vif("addressFamily: ipv6", "-amazonAddress", "-customerAddress") }],
  DX208: [
    { wrong: vif(...peers('"2001:db8::1/125"', '"2001:db8::2/125"')), reported: ['DX208 "2001:db8::1/125"'], legal: vif() },
    { wrong: vif("bgpPeers: { v6: { addressFamily: ipv6, amazonAddress: 169.254.1.1/30, customerAddress: 169.254.1.2/30 } }"), reported: ["DX208 169.254.1.1/30"], legal: vif("bgpPeers: { v6: { addressFamily: ipv6 } }") },
  ],
  DX209: [{ wrong: vif("amazonAddress: 169.254.1.1/30", "-customerAddress"), reported: ["DX209 amazonAddress"], legal: vif(...peers("169.254.1.1/30", "169.254.1.2/30")) }],
  DX301: [
    { wrong: vif("-directConnectGateway"), reported: ["DX301 x"], legal: vif("-directConnectGateway", "virtualGateway: vgw-0a1b2c3d") },
    { wrong: vif("virtualGateway: vgw-0a1b2c3d"), reported: ["DX301 virtualGateway"], legal: vif() },
    { wrong: vif("-directConnectGateway", "accept: true", "id: dxvif-ffhhk74f"), reported: ["DX301 x"], legal: vif("-directConnectGateway", 'ownerAccount: "222233334444"') },
  ],
  DX302: [
    { wrong: transit("-directConnectGateway"), reported: ["DX302 x"], legal: transit() },
    { wrong: transit("virtualGateway: vgw-0a1b2c3d"), reported: ["DX302 virtualGateway"], legal: transit("-directConnectGateway", "id: dxvif-ffhhk74f") },
  ],
  DX303: [{ wrong: publicVif("directConnectGateway: core"), reported: ["DX303 directConnectGateway"], legal: publicVif() }],
  DX304: [
    {
      wrong: two("type: private, connection: a, vlan: 1, directConnectGateway: core", "type: transit, connection: b, vlan: 2, directConnectGateway: core"),
      reported: ["DX304 core"],
      legal: two("type: private, connection: a, vlan: 1, directConnectGateway: core", "type: private, connection: b, vlan: 2, directConnectGateway: core"),
    },
    { wrong: `${transit()}associations:\n  y: { directConnectGateway: core, gateway: vgw-0a1b2c3d }\n`, reported: ["DX304 core"], legal: `${transit()}associations:\n  y: { directConnectGateway: core, gateway: tgw-0a1b2c3d, allowedPrefixes: [10.0.0.0/16] }\n` },
  ],
  DX305: [
    {
      wrong: `${vif("-directConnectGateway", "virtualGateway: vgw-0a1b2c3d")}associations:\n  y: { directConnectGateway: core, gateway: vgw-0a1b2c3d, gatewayRegion: eu-west-1 }\n`,
      reported: ["DX305 vgw-0a1b2c3d"],
      legal: `${vif("-directConnectGateway", "virtualGateway: vgw-0a1b2c3d")}associations:\n  y: { directConnectGateway: core, gateway: vgw-0a1b2c3d }\n`,
    },
  ],
  DX306: [
    {
      wrong: two("type: private, connection: a, vlan: 1, directConnectGateway: core", "type: private, connection: a, vlan: 1, directConnectGateway: hub"),
      reported: ["DX306 1"],
      legal: two("type: private, connection: a, vlan: 1, directConnectGateway: core", "type: private, connection: b, vlan: 1, directConnectGateway: hub"),
    },
    {
      wrong: `${hosted("vlan: 7")}virtualInterfaces:\n  y: { type: transit, lag: l, asn: 65001, ownerAccount: "444455556666", vlan: 7, ${addresses} }\n`,
      reported: ["DX306 7"],
      legal: `${hosted("vlan: 7")}virtualInterfaces:\n  y: { type: transit, lag: l, asn: 65001, ownerAccount: "444455556666", vlan: 8, ${addresses} }\n`,
    },
  ],
  DX307: [
    {
      wrong: `${connection("hosted: true", "id: dxcon-fg5678gh", "bandwidth: 1Gbps", "vlan: 300")}virtualInterfaces:\n  v: { type: private, connection: x, vlan: 301, asn: 1, virtualGateway: vgw-0a1b2c3d, ${addresses} }\n`,
      reported: ["DX307 301"],
      legal: `${connection("hosted: true", "id: dxcon-fg5678gh", "bandwidth: 1Gbps", "vlan: 300")}virtualInterfaces:\n  v: { type: private, connection: x, vlan: 300, asn: 1, virtualGateway: vgw-0a1b2c3d, ${addresses} }\n`,
    },
  ],
  DX801: [
    { wrong: vif("connection: b"), reported: ["DX801 b"], legal: vif("connection: a") },
    { wrong: group("connections: [a, core]"), reported: ["DX801 core"], legal: group("connections: [a, dxcon-fg5678gh]") },
    { wrong: connection("lag: x"), reported: ["DX801 x"], legal: connection("lag: dxlag-fg5678gh") },
  ],
  DX802: [
    { wrong: `${connection()}  x: { location: EqDC2, bandwidth: 1Gbps }\n`, reported: ["DX802 x"], legal: `${connection()}  y: { location: CSVA1, bandwidth: 1Gbps }\n` },
    { wrong: vif("bgpPeers: { p: { addressFamily: ipv6 }, p: { addressFamily: ipv6 } }"), reported: ["DX802 p"], legal: vif("bgpPeers: { p: { addressFamily: ipv6 } }") },
  ],
  DX811: [
    { wrong: connection("bandwidth: 10Gbps # dx-ignore DX118: fine"), reported: ["DX811 DX118"], legal: connection("bandwidth: 25Gbps # dx-ignore DX118: announced") },
    { wrong: connection("bandwidth: 10Gbps # dx-ignore DX131: no test"), reported: ["DX811 DX131"], legal: connection("bandwidth: 10Gbps # dx-ignore DX602: known in the live account") },
    { wrong: `# dx-ignore-file DX112: lab\n${vif()}`, reported: ["DX811 DX112"], legal: `# dx-ignore-file DX112: lab\n${vif("authKey: abcdef")}` },
  ],
};

describe.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code, rule) => {
  it.each(cases[code] ?? [])("is broken by case %# alone", ({ wrong, reported }) => {
    expect(problemsOf(wrong)).toEqual(reported);
    expect(new PlanDocument(wrong).problems.filter((problem) => problem.code === code).every((problem) => problem.severity === rule.severity)).toBe(true);
  });

  it.each(cases[code] ?? [])("lets the nearest legal case %# pass, as all rules do", ({ legal }) => {
    expect(problemsOf(legal)).toEqual([]);
  });

  it("has cases", () => {
    expect((cases[code] ?? liveCases[code])?.length ?? 0).toBeGreaterThan(0);
  });
});

describe("the fixes", () => {
  const all = Object.values(cases).flat().map(({ wrong }) => wrong);
  const withFixes = all.filter((text) => new PlanDocument(text).problems.some(({ fix }) => fix !== undefined));

  it("exist for many of the cases", () => {
    expect(withFixes.length).toBeGreaterThan(15);
  });

  it.each(withFixes)("leave a plan with one problem less: %#", (text) => {
    const { problems } = new PlanDocument(text);
    for (const { fix } of problems) {
      if (fix === undefined) continue;
      const fixed = applied(text, editsOfFix(text, fix) ?? []);
      const left = new PlanDocument(fixed).problems;
      expect(left.length, fixed).toBeLessThanOrEqual(problems.length);
      expect(left.map(({ code, message }) => code + message)).not.toEqual(problems.map(({ code, message }) => code + message));
    }
  });
});

describe("what messages say", () => {
  it.each(Object.values(cases).flat().map(({ wrong }) => wrong))("ends like a sentence, without a secret: %#", (wrong) => {
    for (const { message } of new PlanDocument(wrong).problems) {
      expect(message).toMatch(/[.?]$/);
      expect(message).not.toMatch(/abcde/);
      expect(message).not.toContain("ab".repeat(32));
    }
  });

  it("names both places of a conflict and the next free VLAN", () => {
    const text = cases["DX306"]?.[0]?.wrong ?? "";
    const [problem] = new PlanDocument(text).problems;
    expect(problem?.message).toBe("VLAN 1 is already used by `v1` on connection `a`; the next free one is 2.");
    expect(problem?.related.map(({ range }) => text.slice(range.start, range.end))).toEqual(["1"]);
  });
});

/** How many rules each family of the reference has: they are numbered without gaps. */
const families = { 1: 37, 2: 21, 3: 29, 4: 23, 5: 35, 6: 17, 7: 13, 8: 10 };

it.each(Object.entries(families))("family DX%s00 is checked or excused rule by rule", (family, count) => {
  const codes = Array.from({ length: count }, (_, index) => `DX${Number(family) * 100 + index + 1}`);
  expect(codes.filter((code) => (ruleOf(code) === undefined) === (unseenRules[code] === undefined))).toEqual([]);
});
