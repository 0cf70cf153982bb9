import type { Inventory } from "../../../../../src/model/inventory.ts";
import { liveStateOf } from "../../../../../src/model/plan/live.ts";
import * as sample from "../../../../support/sample-inventory.ts";
import { plan, privateVif, type RuleCases, session } from "./rule-case.ts";

const main = "5f294f92-bafb-4011-916d-9b0b00000000";
const transit = "6f294f92-bafb-4011-916d-9b0b00000000";
const asked = "2c8f9f7e-1425-453c-a074-71da13dcf254";
const other = "222233334444";
const reston = { location: "CSVA1", awsDevice: "CSVA1-d1" };
const bundled = { lagId: "dxlag-bundle11", awsDevice: "EqDC2-d2" };
const hosted = { hosted: true, bandwidth: "1Gbps", vlan: 300 };
const third = "4f294f92-bafb-4011-916d-9b0b00000000";
const ireland = { type: "virtualPrivateGateway", ownerAccount: sample.sampleAccount, region: "eu-west-1", id: "vgw-0a1b2c3d" } as const;

/** One account as it was read: what the cases below find there. */
export const liveInventory: Inventory = {
  ...sample.sampleInventory(),
  locations: sample.sampleInventory().locations.map((location) => (location.code === "CSVA1" ? { ...location, macSecPortSpeeds: ["100Gbps"] } : location)),
  resources: [
    sample.connection({ id: "dxcon-small111", awsDevice: "EqDC2-d1", jumboFrameCapable: false, providerName: "Equinix" }),
    sample.connection({ id: "dxcon-near1111", awsDevice: "EqDC2-d1" }),
    sample.connection({ id: "dxcon-large111", ...reston }),
    sample.connection({ id: "dxcon-waits111", ...reston, state: "pending", record: { loaIssueTime: "2026-01-01T00:00:00.000Z" } }),
    sample.connection({ id: "dxcon-member11", ...bundled }),
    sample.connection({ id: "dxcon-member22", ...bundled }),
    sample.lag({ id: "dxlag-bundle11", awsDevice: "EqDC2-d2", minimumLinks: 2 }),
    sample.connection({ id: "dxcon-hosted11", ...hosted }),
    sample.connection({ id: "dxcon-hosted22", ...hosted, state: "rejected" }),
    sample.connection({ id: "dxcon-hosted33", ...hosted, state: "ordering" }),
    sample.connection({ id: "dxcon-strange1", state: "dreaming" }),
    sample.interconnect({ id: "dxcon-inter111" }),
    sample.connection({ id: "dxcon-client11", name: "client", hosted: true, bandwidth: "1Gbps", vlan: 310, parentId: "dxcon-inter111", ownerAccount: other }),
    sample.virtualInterface({ id: "dxvif-private1", name: "prod", connectionId: "dxcon-large111", directConnectGatewayId: main }),
    sample.virtualInterface({ id: "dxvif-slow1111", connectionId: "dxcon-small111", vlan: 500, virtualGatewayId: "vgw-0a1b2c3e" }),
    sample.virtualInterface({ id: "dxvif-public11", type: "public", connectionId: "dxcon-large111", vlan: 200, routeFilterPrefixes: ["198.51.100.0/24"] }),
    sample.virtualInterface({ id: "dxvif-given111", connectionId: "dxcon-large111", vlan: 300, state: "confirming" }),
    sample.virtualInterface({ id: "dxvif-hosted11", connectionId: "dxcon-hosted11", vlan: 300, virtualGatewayId: "vgw-0a1b2c3e" }),
    sample.virtualInterface({ id: "dxvif-inlag111", connectionId: "dxlag-bundle11", vlan: 400, directConnectGatewayId: main }),
    sample.directConnectGateway({ id: main, amazonSideAsn: 64513 }),
    sample.directConnectGateway({ id: transit, amazonSideAsn: 64514 }),
    sample.directConnectGateway({ id: third, amazonSideAsn: 64512 }),
    sample.association({ id: "7f294f92-bafb-4011-916d-9b0b00000000", directConnectGatewayId: main, gateway: ireland }),
    sample.association({ id: "8f294f92-bafb-4011-916d-9b0b00000000", directConnectGatewayId: transit, gateway: { type: "transitGateway", ownerAccount: other, region: "us-east-1", id: "tgw-0a1b2c3d" }, allowedPrefixes: ["10.80.0.0/16"] }),
    sample.proposal({ id: asked, directConnectGatewayId: main, gateway: { ...ireland, ownerAccount: other, id: "vgw-0a1b2c3f" } }),
  ],
};
export const liveState = liveStateOf(liveInventory, sample.sampleAccount, Date.parse("2026-11-24T23:45:10Z"));

const head = `version: 1\naccount: "${sample.sampleAccount}"\nregion: us-east-1\n`;
const interfaces = (...all: readonly string[]) => plan({ virtualInterfaces: all }, head);
const connections = (...all: readonly string[]) => plan({ connections: all }, head);
const prod = (fields: string) => interfaces(`prod: { id: dxvif-private1, ${fields} }`);
const added = (fields: string, n = 2) => interfaces(privateVif("added", n, fields));
const onMain = `directConnectGateway: ${main}`;
const associations = (fields: string) => plan({ associations: [`s: { ${fields} }`] }, head);
const lags = (fields: string) => plan({ lags: [`l: { id: dxlag-bundle11, ${fields} }`] }, head);
const joining = (length: number, fields = "requestMACSec: false") => connections(...Array.from({ length }, (_, n) => `m${n}: { location: EqDC2, bandwidth: 10Gbps, lag: dxlag-bundle11, ${fields} }`));
const customer = (vlan: number) => plan({ hostedConnections: [`h: { parent: dxcon-inter111, ownerAccount: "${other}", bandwidth: 50Mbps, vlan: ${vlan} }`] }, head);
const onHosted = (n: number) => plan({ connections: ["h: { id: dxcon-hosted33, hosted: true }"], virtualInterfaces: [privateVif("added", n, "connection: h, virtualGateway: vgw-0a1b2c3e")] }, head);
/** The last one is joined by a new one at its location. */
const promised = (resiliency: string, ...ids: readonly string[]) => plan({ connections: [...ids.map((id, n) => `c${n}: { id: ${id} }`), ...(resiliency === "maximum" ? ["added: { location: CSVA1, bandwidth: 10Gbps }"] : [])] }, `${head}resiliency: ${resiliency}\n`);
const grouped = (...ids: readonly string[]) => plan({ connections: ids.map((id, n) => `c${n}: { id: ${id} }`), resiliencyGroups: ["g: { intendedResiliencyModel: high-resiliency, connections: [c0, c1] }"] }, head);
const groupedRaw = (...members: readonly string[]) => plan({ resiliencyGroups: [`g: { intendedResiliencyModel: high-resiliency, connections: [${members.join(", ")}] }`] }, head);
const removed = (...ids: readonly string[]) => plan({ removed: ids.map((id, n) => `old${n}: ${id}${id.startsWith("dxcon") ? " # dx-ignore DX528: noted" : ""}`) }, head);
const acceptance = (proposal: string, prefixes: string) => associations(`directConnectGateway: ${main}, proposal: ${proposal}, gatewayOwnerAccount: "${other}", allowedPrefixes: [${prefixes}]`);

export const liveCases: RuleCases = {
  DX126: [{ wrong: lags("minimumLinks: 3"), reported: ["DX126 3"], legal: lags("minimumLinks: 2") }],
  DX137: [
    { wrong: connections("c: { location: EqLD5, bandwidth: 1Gbps }"), reported: ["DX137 EqLD5"], legal: connections("c: { location: EqLD5, bandwidth: 1Gbps, region: eu-west-1 }") },
    { wrong: connections("c: { location: EIR26, bandwidth: 1Gbps }"), reported: ["DX137 EIR26"], legal: connections("c: { location: EIR25, bandwidth: 1Gbps, region: eu-west-1 }") },
  ],
  DX211: [{ wrong: prod("bgpPeers: { second: { asn: 65001 } }"), reported: ["DX211 second"], legal: prod("bgpPeers: { second: { asn: 65001, addressFamily: ipv6 } }") }],
  DX215: [{ wrong: added(`connection: dxcon-large111, ${onMain}`).replace("65001", "64513"), reported: ["DX215 64513"], legal: added(`connection: dxcon-large111, ${onMain}`).replace("65001", "64514") }],
  DX216: [{ wrong: added(`connection: dxcon-large111, ${onMain}`).replaceAll("169.254.100.9", "169.254.96.1").replaceAll("169.254.100.10", "169.254.96.2"), reported: ["DX216 169.254.96.1/30"], legal: added(`connection: dxcon-large111, ${onMain}`) }],
  DX304: [
    { wrong: added("connection: dxcon-large111, directConnectGateway: 6f294f92-bafb-4011-916d-9b0b00000000"), reported: [`DX304 ${transit}`], legal: added(`connection: dxcon-large111, ${onMain}`) },
    { wrong: associations(`${onMain}, gateway: tgw-0a1b2c3e, allowedPrefixes: [10.0.0.0/16]`), reported: [`DX304 ${main}`], legal: associations(`directConnectGateway: ${transit}, gateway: tgw-0a1b2c3e, allowedPrefixes: [10.0.0.0/16]`) },
  ],
  DX305: [{ wrong: added("connection: dxcon-large111, virtualGateway: vgw-0a1b2c3d"), reported: ["DX305 vgw-0a1b2c3d"], legal: added("connection: dxcon-large111, virtualGateway: vgw-0a1b2c3e") }],
  DX307: [{ wrong: onHosted(201), reported: ["DX307 301"], legal: onHosted(200) }],
  DX306: [{ wrong: added(`connection: dxcon-large111, ${onMain}`, 100), reported: ["DX306 200"], legal: added(`connection: dxcon-large111, ${onMain}`, 101) }],
  DX308: [
    { wrong: prod("vlan: 102"), reported: ["DX308 102"], legal: prod("vlan: 101") },
    { wrong: prod("asn: 65002, amazonAddress: 169.254.96.5/30, customerAddress: 169.254.96.6/30"), reported: ["DX308 65002", "DX308 169.254.96.5/30", "DX308 169.254.96.6/30"], legal: prod("asn: 65001, name: new-name") },
    { wrong: prod("type: transit"), reported: ["DX308 transit"], legal: prod("type: private") },
    { wrong: interfaces("v: { id: dxvif-hosted11, virtualGateway: vgw-0a1b2c3f }"), reported: ["DX308 vgw-0a1b2c3f"], legal: interfaces("v: { id: dxvif-hosted11, virtualGateway: vgw-0a1b2c3e }") },
  ],
  DX309: [
    {
      wrong: removed("dxvif-private1") + plan({ virtualInterfaces: [`anew: { type: private, vlan: 101, asn: 65001, ${session(1)}, connection: dxcon-near1111, ${onMain} }`] }, ""),
      reported: ["DX309 anew"],
      legal: removed("dxvif-private1") + plan({ virtualInterfaces: [`anew: { type: private, vlan: 105, asn: 65001, ${session(1)}, connection: dxcon-near1111, ${onMain} }`] }, ""),
    },
  ],
  DX310: [
    { wrong: added("connection: dxcon-small111, virtualGateway: vgw-0a1b2c3e, mtu: 8500"), reported: ["DX310 8500"], legal: added("connection: dxcon-large111, virtualGateway: vgw-0a1b2c3e, mtu: 8500") },
    { wrong: interfaces("v: { id: dxvif-slow1111, mtu: 8500 }"), reported: ["DX310 8500"], legal: interfaces("v: { id: dxvif-slow1111, mtu: 1500 }") },
  ],
  DX312: [{ wrong: added(`connection: dxcon-near1111, ${onMain}, mtu: 8500`), reported: ["DX312 8500"], legal: added(`connection: dxcon-near1111, ${onMain}, mtu: 1500`) }],
  DX311: [{ wrong: prod("mtu: 8500"), reported: ["DX311 8500"], legal: prod("mtu: 1500") }],
  DX315: [{ wrong: prod("enableSiteLink: true"), reported: ["DX315 true"], legal: prod("enableSiteLink: false") }],
  DX318: [{ wrong: added(`connection: dxcon-waits111, ${onMain}`), reported: ["DX318 dxcon-waits111"], legal: added(`connection: dxcon-near1111, ${onMain}`) }],
  DX319: [{ wrong: added(`connection: dxcon-large111, ownerAccount: "${sample.sampleAccount}"`).replace(/account: .*\n/, ""), reported: [`DX319 "${sample.sampleAccount}"`], legal: added(`connection: dxcon-large111, ownerAccount: "${other}"`).replace(/account: .*\n/, "") }],
  DX321: [
    { wrong: interfaces("given: { id: dxvif-given111 }"), reported: ["DX321 dxvif-given111"], legal: interfaces(`given: { type: private, id: dxvif-given111, accept: true, ${onMain} }`) },
    { wrong: connections("h: { id: dxcon-hosted33 }"), reported: ["DX321 dxcon-hosted33"], legal: connections("h: { id: dxcon-hosted33, hosted: true }") },
  ],
  DX324: [{ wrong: interfaces("p: { id: dxvif-public11, routeFilterPrefixes: [198.51.100.0/25] }"), reported: ["DX324 routeFilterPrefixes"], legal: interfaces("p: { id: dxvif-public11, routeFilterPrefixes: [198.51.100.0/24] }") }],
  DX325: [{ wrong: interfaces("v: { id: dxvif-hosted11, lag: dxlag-bundle11 }"), reported: ["DX325 dxlag-bundle11"], legal: interfaces("v: { id: dxvif-hosted11, connection: dxcon-hosted11 }") }],
  DX326: [{ wrong: prod("region: eu-west-1"), reported: ["DX326 eu-west-1"], legal: prod("region: us-east-1") }],
  DX327: [
    { wrong: prod("connection: dxcon-near1111"), reported: ["DX327 dxcon-near1111"], legal: prod("connection: dxcon-large111") },
    { wrong: `${prod("connection: c")}connections:\n  c: { location: CSVA1, bandwidth: 10Gbps }\n`, reported: ["DX327 c"], legal: `${prod("connection: c")}connections:\n  c: { id: dxcon-large111 }\n` },
  ],
  DX328: [
    { wrong: interfaces(`v: { id: dxvif-hosted11, ${onMain} }`), reported: [`DX328 ${main}`], legal: interfaces("v: { id: dxvif-hosted11 }") },
    { wrong: prod(`directConnectGateway: ${transit.replace("6f", "9f")}`), reported: [`DX328 ${transit.replace("6f", "9f")}`], legal: prod(onMain) },
  ],
  DX401: [{ wrong: associations(`directConnectGateway: ${third}, gateway: tgw-0a1b2c3e, allowedPrefixes: [10.0.0.0/16]`), reported: ["DX401 tgw-0a1b2c3e"], legal: associations(`directConnectGateway: ${transit}, gateway: tgw-0a1b2c3e, allowedPrefixes: [10.0.0.0/16]`) }],
  DX404: [{ wrong: associations(`directConnectGateway: ${transit}, gateway: tgw-0a1b2c3e, allowedPrefixes: [10.9.0.0/16, 10.80.1.0/24]`), reported: ["DX404 10.80.1.0/24"], legal: associations(`directConnectGateway: ${transit}, gateway: tgw-0a1b2c3e, allowedPrefixes: [10.9.0.0/16, 10.81.0.0/16]`) }],
  DX408: [{ wrong: associations(`directConnectGateway: ${transit.replace("6f", "9f")}, gateway: vgw-0a1b2c3d, gatewayRegion: eu-west-1`), reported: ["DX408 vgw-0a1b2c3d"], legal: associations(`${onMain}, gateway: vgw-0a1b2c3d, gatewayRegion: eu-west-1`) }],
  DX411: [
    {
      wrong: associations(`directConnectGateway: ${transit}, gateway: tgw-0a1b2c3d, allowedPrefixes: [10.0.0.0/16]`),
      reported: ["DX411 tgw-0a1b2c3d"],
      legal: associations(`directConnectGateway: ${transit}, gateway: tgw-0a1b2c3d, gatewayOwnerAccount: "${other}", allowedPrefixes: [10.0.0.0/16]`),
    },
  ],
  DX412: [{ wrong: associations(`${onMain}, gateway: vgw-0a1b2c3d`), reported: ["DX412 vgw-0a1b2c3d"], legal: associations(`${onMain}, gateway: vgw-0a1b2c3d, gatewayRegion: eu-west-1`) }],
  DX413: [{ wrong: acceptance(asked.replace("2c", "3c"), "10.60.0.0/16"), reported: [`DX413 ${asked.replace("2c", "3c")}`], legal: acceptance(asked, "10.60.0.0/16") }],
  DX414: [{ wrong: acceptance(asked, "10.60.0.0/17"), reported: ["DX414 allowedPrefixes"], legal: acceptance(asked, "10.60.0.0/16") }],
  DX415: [{ wrong: removed(main), reported: [`DX415 ${main}`], legal: removed(main.replace("5f", "9f")) }],
  DX502: [{ wrong: connections("c: { id: dxcon-near1111, lag: dxlag-bundle11 }"), reported: ["DX502 dxlag-bundle11"], legal: connections("c: { id: dxcon-member11, lag: dxlag-bundle11 }") }],
  DX503: [{ wrong: joining(3), reported: ["DX503 dxlag-bundle11"], legal: joining(2) }],
  DX507: [{ wrong: removed("dxcon-member11"), reported: ["DX507 dxcon-member11"], legal: removed("dxcon-member11", "dxcon-member22") }],
  DX508: [
    { wrong: `${connections("c: { id: dxcon-large111, lag: l }")}lags:\n  l: { location: CSVA1, connectionsBandwidth: 10Gbps, numberOfConnections: 2, minimumLinks: 1 }\n`, reported: ["DX508 l"], legal: `${connections("c: { id: dxcon-member11, lag: l }")}lags:\n  l: { id: dxlag-bundle11 }\n` },
    { wrong: connections("c: { id: dxcon-large111, lag: dxlag-other111 }"), reported: ["DX508 dxlag-other111"], legal: connections("c: { id: dxcon-member11, lag: dxlag-bundle11 }") },
  ],
  DX510: [{ wrong: joining(1, "requestMACSec: true"), reported: ["DX510 true"], legal: joining(1, "requestMACSec: false") }],
  DX512: [{ wrong: connections("c: { location: CSVA1, bandwidth: 10Gbps, requestMACSec: true }"), reported: ["DX512 requestMACSec"], legal: connections("c: { location: CSVA1, bandwidth: 100Gbps, requestMACSec: true }") }],
  DX513: [{ wrong: connections("c: { id: dxcon-near1111, encryptionMode: should_encrypt }"), reported: ["DX513 encryptionMode"], legal: connections("c: { id: dxcon-near1111, encryptionMode: no_encrypt }") }],
  DX517: [
    { wrong: `${removed("dxcon-hosted11")}virtualInterfaces:\n  v: { id: dxvif-hosted11 }\n`, reported: ["DX517 dxcon-hosted11"], legal: `${removed("dxcon-hosted22")}virtualInterfaces:\n  v: { id: dxvif-hosted11 }\n` },
    { wrong: removed("dxcon-hosted11"), reported: ["DX517 dxcon-hosted11"], legal: removed("dxcon-hosted11", "dxvif-hosted11") },
  ],
  DX518: [{ wrong: removed("dxlag-bundle11"), reported: ["DX518 dxlag-bundle11"], legal: removed("dxlag-bundle11", "dxvif-inlag111") }],
  DX519: [
    { wrong: connections("c: { id: dxcon-large111, bandwidth: 1Gbps }"), reported: ["DX519 1Gbps"], legal: connections("c: { id: dxcon-large111, bandwidth: 10Gbps }") },
    { wrong: connections("c: { id: dxcon-large111, location: EqDC2 }"), reported: ["DX519 EqDC2"], legal: connections("c: { id: dxcon-large111, location: CSVA1 }") },
  ],
  DX520: [{ wrong: connections("c: { id: dxcon-small111, providerName: Lumen }"), reported: ["DX520 Lumen"], legal: connections("c: { id: dxcon-small111, providerName: Equinix }") }],
  DX521: [{ wrong: connections("c: { location: EqDC2, bandwidth: 400Gbps }"), reported: ["DX521 400Gbps"], legal: connections("c: { location: EqDC2, bandwidth: 100Gbps }") }],
  DX522: [{ wrong: added("connection: dxcon-hosted11, virtualGateway: vgw-0a1b2c3e", 200), reported: ["DX522 dxcon-hosted11"], legal: plan({ connections: ["h: { id: dxcon-hosted33, hosted: true }"], virtualInterfaces: [privateVif("added", 200, "connection: h, virtualGateway: vgw-0a1b2c3e")] }, head) }],
  DX523: [{ wrong: connections("h: { id: dxcon-hosted22, hosted: true }"), reported: ["DX523 dxcon-hosted22"], legal: connections("h: { id: dxcon-hosted33, hosted: true }") }],
  DX527: [{ wrong: connections("c: { id: dxcon-waits111 }"), reported: ["DX527 dxcon-waits111"], legal: connections("c: { id: dxcon-large111 }") }],
  DX529: [{ wrong: customer(310), reported: ["DX529 310"], legal: customer(311) }],
  DX530: [
    { wrong: joining(1).replace("EqDC2", "CSVA1"), reported: ["DX530 CSVA1"], legal: joining(1) },
    { wrong: joining(1).replace("10Gbps", "1Gbps"), reported: ["DX530 1Gbps"], legal: joining(1) },
  ],
  DX531: [
    { wrong: added("connection: dxcon-near1111, virtualGateway: vgw-0a1b2c3e, rateLimit: 12Gbps"), reported: ["DX531 12Gbps"], legal: added("lag: dxlag-bundle11, virtualGateway: vgw-0a1b2c3e, rateLimit: 12Gbps") },
    { wrong: interfaces("v: { id: dxvif-hosted11, connection: dxcon-hosted11, rateLimit: 50Mbps }"), reported: ["DX531 50Mbps"], legal: interfaces("v: { id: dxvif-hosted11, connection: dxcon-hosted11 }") },
  ],
  DX601: [{ wrong: connections("a: { id: dxcon-near1111 }", "b: { id: dxcon-member11 }"), reported: ["DX601 b"], legal: connections("a: { id: dxcon-near1111 }", "b: { id: dxcon-large111 }") }],
  DX603: [
    { wrong: grouped("dxcon-near1111", "dxcon-small111"), reported: ["DX603 c1"], legal: grouped("dxcon-near1111", "dxcon-large111") },
    { wrong: groupedRaw("dxcon-near1111", "dxcon-small111"), reported: ["DX603 dxcon-small111"], legal: groupedRaw("dxcon-near1111", "dxcon-large111") },
    { wrong: groupedRaw("dxcon-member11", "dxcon-member22"), reported: ["DX603 dxcon-member22"], legal: groupedRaw("dxcon-member11", "dxcon-large111") },
  ],
  DX607: [
    { wrong: groupedRaw("dxcon-near1111", "dxcon-hosted11"), reported: ["DX607 dxcon-hosted11"], legal: groupedRaw("dxcon-near1111", "dxcon-large111") },
    { wrong: `${groupedRaw("c", "dxcon-near1111")}connections:\n  c: { location: CSVA1, bandwidth: 100Gbps }\n`, reported: ["DX607 dxcon-near1111"], legal: `${groupedRaw("c", "dxcon-near1111")}connections:\n  c: { location: CSVA1, bandwidth: 10Gbps }\n` },
  ],
  DX604: [{ wrong: promised("maximum", "dxcon-near1111", "dxcon-small111", "dxcon-large111"), reported: ["DX604 maximum"], legal: promised("maximum", "dxcon-near1111", "dxcon-member11", "dxcon-large111") }],
  DX605: [{ wrong: promised("high", "dxcon-near1111", "dxcon-member11"), reported: ["DX605 high"], legal: promised("high", "dxcon-near1111", "dxcon-large111") }],
  DX606: [{ wrong: promised("development", "dxcon-near1111", "dxcon-small111"), reported: ["DX606 development"], legal: promised("development", "dxcon-near1111", "dxcon-member11") }],
  DX608: [
    {
      wrong: plan({ connections: ["c: { id: dxcon-near1111 }", "d: { id: dxcon-large111 }"], virtualInterfaces: [1, 2].map((n) => privateVif(`v${n}`, n, `connection: c, directConnectGateway: ${third.replace("4f", "9f")}`)) }, head),
      reported: ["DX608 9f294f92-bafb-4011-916d-9b0b00000000"],
      legal: plan({ connections: ["c: { id: dxcon-near1111 }", "d: { id: dxcon-large111 }"], virtualInterfaces: [1, 2].map((n) => privateVif(`v${n}`, n, `connection: c, ${onMain}`)) }, head),
    },
  ],
  DX602: [{ wrong: connections("a: { id: dxcon-small111 }", "b: { id: dxcon-near1111 }"), reported: ["DX602 id"], legal: connections("a: { id: dxcon-small111 }", "b: { id: dxcon-large111 }") }],
  DX702: [
    {
      wrong: interfaces(...[0, 1, 2, 3, 4].map((n) => privateVif(`t${n}`, n + 1, 'connection: dxcon-near1111, ownerAccount: "222233334444"').replace("private", "transit"))),
      reported: ["DX702 t4"],
      legal: interfaces(...[0, 1, 2, 3].map((n) => privateVif(`t${n}`, n + 1, 'connection: dxcon-near1111, ownerAccount: "222233334444"').replace("private", "transit"))),
    },
  ],
  DX806: [{ wrong: connections("c: { id: dxcon-strange1 }"), reported: ["DX806 dxcon-strange1"], legal: connections("c: { id: dxcon-large111 }") }],
  DX808: [{ wrong: connections("c: { id: dxcon-gone1111 }"), reported: ["DX808 dxcon-gone1111"], legal: connections("c: { id: dxcon-gone1111, region: ap-east-1 }") }],
};
