import { connection, lag } from "../../../../support/plans.ts";
import { core, count, otherGateway, plan, ports, privateVif, type RuleCases, transitVif } from "./rule-case.ts";

const key = `{ ckn: ${"0123456789abcdef".repeat(4)}, cak: "\${env:CAK}" }`;
const bundle = "l: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 2, minimumLinks: 1 }";
const inLag = (fields: string, of = bundle) => plan({ lags: [of], connections: [`m: { location: EqDC2, bandwidth: 10Gbps, lag: l, ${fields} }`] });
const inOtherLag = (one: string, other: string) => plan({ connections: [`m: { ${one}, lag: dxlag-fg5678gh }`, `n: { ${other}, lag: dxlag-fg5678gh }`, "far: { location: EqSe2, bandwidth: 1Gbps }"] });
const members = (length: number, bandwidth = "10Gbps") => plan({
  connections: [...count(length, (n) => `m${n}: { location: EqDC2, bandwidth: ${bandwidth}, lag: dxlag-fg5678gh }`), "far: { location: EqSe2, bandwidth: 1Gbps }"],
});
const partner = "h: { hosted: true, id: dxcon-fg5678gh, vlan: 100, bandwidth: 1Gbps }";
const direct = (name: string, n: number, fields: string) => privateVif(name, n, `virtualGateway: vgw-0a1b2c3d, ${fields}`);
const customers = (vlan: number) => plan({
  lags: [bundle],
  hostedConnections: ['c: { parent: l, ownerAccount: "444455556666", bandwidth: 50Mbps, vlan: 7 }', `d: { parent: l, ownerAccount: "444455556666", bandwidth: 50Mbps, vlan: ${vlan} }`],
});
/** Interfaces for other accounts, so that no gateway has anything to say. */
const carried = (length: number, fields: (n: number) => string, port = ports) =>
  plan({ connections: port, virtualInterfaces: count(length, (n) => transitVif(`v${n}`, n, `connection: a, ownerAccount: "222233334444", ${fields(n)}`).replace("transit", n < 4 ? "transit" : "private")) });
const limits = (...rates: readonly string[]) => carried(rates.length, (n) => `rateLimit: ${rates[n] ?? ""}`);
const pooled = (length: number, each: number) => carried(length, () => `prefixPoolAllocatedCountIpv4: ${each}`);
const onGateway = (length: number) => plan({
  connections: count(11, (n) => `c${n}: { location: ${n % 2 === 0 ? "EqDC2" : "CSVA1"}, bandwidth: 10Gbps }`),
  directConnectGateways: [core],
  virtualInterfaces: count(length, (n) => privateVif(`v${n}`, n, `connection: c${n % 11}, directConnectGateway: core, prefixPoolAllocatedCountIpv4: 1000`)),
});
const typed = (transit: number, others: number) => plan({
  connections: ports,
  virtualInterfaces: [
    ...count(transit, (n) => transitVif(`t${n}`, n, 'connection: a, ownerAccount: "222233334444"')),
    ...count(others, (n) => privateVif(`v${n}`, transit + n, 'connection: a, ownerAccount: "222233334444"')),
  ],
});
const many = (length: number) => plan({ connections: [...count(length, (n) => `c${n}: { location: EqDC2, bandwidth: 10Gbps }`), "far: { location: EqSe2, bandwidth: 1Gbps }"] });
const lags = (length: number) => plan({ lags: count(length, (n) => `l${n}: { location: ${n === 0 ? "CSVA1" : "EqDC2"}, connectionsBandwidth: 10Gbps, numberOfConnections: 2, minimumLinks: 1 }`) });
const gateways = (length: number) => plan({ directConnectGateways: count(length, (n) => `g${n}: { id: 5f294f92-bafb-4011-916d-9b0b00000${n.toString(16).padStart(3, "0")} }`) });

export const portCases: RuleCases = {
  DX501: [{ wrong: inOtherLag("location: EqDC2, bandwidth: 10Gbps", "location: EqDC2, bandwidth: 1Gbps"), reported: ["DX501 1Gbps"], legal: inOtherLag("location: EqDC2, bandwidth: 10Gbps", "location: EqDC2, bandwidth: 10Gbps") }],
  DX502: [{ wrong: inOtherLag("location: EqDC2, bandwidth: 10Gbps", "location: CSVA1, bandwidth: 10Gbps"), reported: ["DX502 CSVA1"], legal: inOtherLag("location: CSVA1, bandwidth: 10Gbps", "location: CSVA1, bandwidth: 10Gbps") }],
  DX503: [
    { wrong: members(5), reported: ["DX503 dxlag-fg5678gh"], legal: members(4) },
    { wrong: members(3, "100Gbps"), reported: ["DX503 dxlag-fg5678gh"], legal: members(2, "100Gbps") },
    { wrong: `${members(3, "100Gbps")}lags:\n  l: { id: dxlag-fg5678gh }\n`, reported: ["DX503 dxlag-fg5678gh"], legal: `${members(3)}lags:\n  l: { id: dxlag-fg5678gh }\n` },
  ],
  DX504: [{ wrong: plan({ lags: [bundle], connections: [partner.replace(" }", ", lag: l }")] }), reported: ["DX504 lag"], legal: plan({ lags: [bundle], connections: [partner] }) }],
  DX505: [
    { wrong: lag("minimumLinks: 0"), reported: ["DX505 0"], legal: lag("minimumLinks: 1") },
    { wrong: lag("-minimumLinks"), reported: ["DX505 x"], legal: lag("-minimumLinks", "id: dxlag-fg5678gh") },
  ],
  DX506: [{ wrong: lag("minimumLinks: 2"), reported: ["DX506 2"], legal: lag("minimumLinks: 1") }],
  DX510: [
    { wrong: inLag("requestMACSec: true"), reported: ["DX510 true"], legal: inLag("requestMACSec: false") },
    { wrong: inLag("name: m", bundle.replace(" }", ", requestMACSec: true }")), reported: ["DX510 m"], legal: inLag("requestMACSec: true", bundle.replace(" }", ", requestMACSec: true }")) },
  ],
  DX511: [
    { wrong: connection("hosted: true", "id: dxcon-fg5678gh", "requestMACSec: true"), reported: ["DX511 requestMACSec"], legal: connection("requestMACSec: true") },
    { wrong: connection("hosted: true", "id: dxcon-fg5678gh", "encryptionMode: should_encrypt"), reported: ["DX511 encryptionMode"], legal: connection("hosted: true", "id: dxcon-fg5678gh", "encryptionMode: no_encrypt") },
  ],
  DX512: [{ wrong: connection("bandwidth: 1Gbps", "requestMACSec: true"), reported: ["DX512 requestMACSec"], legal: connection("bandwidth: 10Gbps", "requestMACSec: true") }],
  DX513: [
    { wrong: connection(`macSecKeys: [${key}]`), reported: ["DX513 macSecKeys"], legal: connection("requestMACSec: true", `macSecKeys: [${key}]`) },
    { wrong: connection("encryptionMode: should_encrypt"), reported: ["DX513 encryptionMode"], legal: connection("encryptionMode: no_encrypt") },
  ],
  DX514: [
    { wrong: connection("requestMACSec: true", "encryptionMode: must_encrypt"), reported: ["DX514 must_encrypt"], legal: connection("requestMACSec: true", "encryptionMode: must_encrypt", `macSecKeys: [${key}]`) },
    { wrong: lag("requestMACSec: true", "encryptionMode: must_encrypt", "macSecKeys: []"), reported: ["DX514 must_encrypt"], legal: lag("requestMACSec: true", "encryptionMode: should_encrypt") },
  ],
  DX515: [{ wrong: inLag(`requestMACSec: true, macSecKeys: [${key}]`, bundle.replace(" }", ", requestMACSec: true }")), reported: ["DX515 macSecKeys"], legal: inLag("requestMACSec: true", bundle.replace(" }", `, requestMACSec: true, macSecKeys: [${key}] }`)) }],
  DX517: [
    {
      wrong: plan({ removed: ["old: dxcon-fg5678gh # dx-ignore DX528: noted"], virtualInterfaces: [direct("v", 0, "connection: dxcon-fg5678gh")] }),
      reported: ["DX517 dxcon-fg5678gh"],
      legal: plan({ removed: ["old: dxcon-fg5678gh # dx-ignore DX528: noted"], virtualInterfaces: [direct("v", 0, "connection: dxcon-ab5678gh")] }),
    },
  ],
  DX518: [
    {
      wrong: plan({ removed: ["old: dxlag-fg5678gh"], virtualInterfaces: [direct("v", 0, "lag: dxlag-fg5678gh")] }),
      reported: ["DX518 dxlag-fg5678gh"],
      legal: plan({ removed: ["old: dxlag-fg5678gh"], connections: ["c: { location: EqDC2, bandwidth: 10Gbps, lag: dxlag-fg5678gh }"] }),
    },
  ],
  DX521: [
    { wrong: connection("location: EqMI1", "bandwidth: 100Gbps"), reported: ["DX521 100Gbps"], legal: connection("location: EqMI1", "bandwidth: 10Gbps") },
    { wrong: lag("location: CSVA1", "connectionsBandwidth: 400Gbps"), reported: ["DX521 400Gbps"], legal: lag("location: EqDC2", "connectionsBandwidth: 400Gbps") },
  ],
  DX522: [
    {
      wrong: plan({ connections: [partner], virtualInterfaces: [direct("v", 0, "connection: h"), direct("w", 1, "connection: h").replace("vlan: 101", "vlan: 100")] }),
      reported: ["DX522 h"],
      legal: plan({ connections: [partner, ...ports], virtualInterfaces: [direct("v", 0, "connection: h"), direct("w", 1, "connection: a").replace("vlan: 101", "vlan: 100")] }),
    },
  ],
  DX528: [{ wrong: "version: 1\nremoved:\n  old: dxcon-fg5678gh\n", reported: ["DX528 dxcon-fg5678gh"], legal: "version: 1\nremoved:\n  old: dxlag-fg5678gh\n" }],
  DX529: [{ wrong: customers(7), reported: ["DX529 7"], legal: customers(8) }],
  DX530: [
    { wrong: inLag("name: m").replace("location: EqDC2, bandwidth", "location: CSVA1, bandwidth"), reported: ["DX530 CSVA1"], legal: inLag("name: m") },
    { wrong: inLag("name: m").replace("bandwidth: 10Gbps", "bandwidth: 1Gbps"), reported: ["DX530 1Gbps"], legal: inLag("name: n") },
  ],
  DX531: [
    { wrong: limits("12Gbps"), reported: ["DX531 12Gbps"], legal: limits("10Gbps") },
    { wrong: limits(...count(11, () => "50Mbps")), reported: ["DX531 50Mbps"], legal: limits(...count(10, () => "50Mbps")) },
    { wrong: plan({ connections: [partner], virtualInterfaces: [direct("v", 0, "connection: h, rateLimit: 50Mbps")] }), reported: ["DX531 50Mbps"], legal: plan({ connections: [partner], virtualInterfaces: [direct("v", 0, "connection: h")] }) },
  ],
  DX532: [{ wrong: limits("9Gbps", "2Gbps"), reported: ["DX532 2Gbps"], legal: limits("9Gbps", "1Gbps") }],
  DX533: [{ wrong: pooled(6, 900), reported: ["DX533 prefixPoolAllocatedCountIpv4"], legal: pooled(5, 1000) }],
  DX534: [{ wrong: onGateway(11), reported: ["DX534 1000"], legal: onGateway(10) }],
  DX701: [{ wrong: typed(0, 51), reported: ["DX701 v50"], legal: typed(0, 50) }],
  DX702: [{ wrong: typed(5, 0), reported: ["DX702 t4"], legal: typed(4, 0) }],
  DX703: [{ wrong: typed(4, 48), reported: ["DX703 v47"], legal: typed(4, 47) }],
  DX704: [{ wrong: many(11), reported: ["DX704 EqDC2"], legal: many(10) }],
  DX705: [{ wrong: lags(11), reported: ["DX705 l10"], legal: lags(10) }],
  DX706: [{ wrong: gateways(201), reported: ["DX706 g200"], legal: gateways(200) }],
  DX709: [
    {
      wrong: plan({ connections: ports, directConnectGateways: [core, otherGateway], virtualInterfaces: count(31, (n) => privateVif(`v${n}`, n, `connection: ${n % 2 === 0 ? "a" : "b"}, directConnectGateway: core`)) }),
      reported: ["DX709 core"],
      legal: plan({ connections: ports, directConnectGateways: [core, otherGateway], virtualInterfaces: count(31, (n) => privateVif(`v${n}`, n, `connection: ${n % 2 === 0 ? "a" : "b"}, directConnectGateway: ${n < 30 ? "core" : "hub"}`)) }),
    },
  ],
};
