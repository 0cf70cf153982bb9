import { association } from "../../../../support/plans.ts";
import { core, count, otherGateway, plan, ports, privateVif, type RuleCases, transitVif } from "./rule-case.ts";

const onGateway = (...associations: readonly string[]) => plan({ directConnectGateways: [core, otherGateway], associations });
const tgw = (name: string, id: string, prefixes: string, gateway = "core") => `${name}: { directConnectGateway: ${gateway}, gateway: tgw-0a1b2c${id}, allowedPrefixes: [${prefixes}] }`;
const vgw = (name: string, n: number, gateway = "core") => `${name}: { directConnectGateway: ${gateway}, gateway: vgw-0a1b2c${String(n).padStart(2, "0")} }`;
const hex = (n: number) => n.toString(16).padStart(2, "0");
const prefixes = (length: number) => count(length, (n) => `10.${n}.0.0/16`).join(", ");
const newGateway = (interfaces: readonly string[], associations: readonly string[]) =>
  plan({ connections: ports, directConnectGateways: ["core: { amazonSideAsn: 64513 }"], ...(interfaces.length > 0 ? { virtualInterfaces: interfaces } : {}), ...(associations.length > 0 ? { associations } : {}) });
const attached = privateVif("v", 0, "connection: a, directConnectGateway: core");
const withTransit = (asn: string) => plan({
  connections: ports,
  directConnectGateways: [`core: { ${asn} }`],
  virtualInterfaces: [transitVif("v", 0, "connection: a, directConnectGateway: core")],
  associations: [tgw("t", "3d", "10.0.0.0/16")],
});

export const gatewayCases: RuleCases = {
  DX401: [
    { wrong: withTransit("amazonSideAsn: 64512"), reported: ["DX401 64512"], legal: withTransit("amazonSideAsn: 64513") },
    { wrong: withTransit(""), reported: ["DX401 core"], legal: withTransit("id: 5f294f92-bafb-4011-916d-9b0b00000000") },
  ],
  DX403: [
    { wrong: association("gateway: tgw-0a1b2c3d"), reported: ["DX403 x"], legal: association("gateway: tgw-0a1b2c3d", "allowedPrefixes: [10.0.0.0/16]") },
    { wrong: association("gateway: tgw-0a1b2c3d", "allowedPrefixes: []"), reported: ["DX403 allowedPrefixes"], legal: association("allowedPrefixes: []") },
  ],
  DX404: [
    { wrong: onGateway(tgw("t", "3d", "10.0.0.0/8"), tgw("u", "3e", "10.1.0.0/16")), reported: ["DX404 10.1.0.0/16"], legal: onGateway(tgw("t", "3d", "10.0.0.0/16"), tgw("u", "3e", "10.1.0.0/16")) },
    { wrong: onGateway(tgw("t", "3d", "10.1.0.0/16"), tgw("u", "3e", "0.0.0.0/0")), reported: ["DX404 0.0.0.0/0"], legal: onGateway(tgw("t", "3d", "10.1.0.0/16"), tgw("u", "3e", "0.0.0.0/0", "hub")) },
    { wrong: onGateway(tgw("t", "3d", '"2001:db8::/32"'), tgw("u", "3e", '"2001:db8:1::/48"')), reported: ['DX404 "2001:db8:1::/48"'], legal: onGateway(tgw("t", "3d", '"2001:db8::/32", "2001:db8:1::/48"'), tgw("u", "3e", '"2001:db9::/48"')) },
  ],
  DX405: [
    {
      wrong: association("gateway: tgw-0a1b2c3d", `allowedPrefixes: [${prefixes(201)}]`),
      reported: ["DX405 allowedPrefixes"],
      legal: association("gateway: tgw-0a1b2c3d", `allowedPrefixes: [${prefixes(200)}]`),
    },
  ],
  DX408: [
    { wrong: onGateway(vgw("s", 1), vgw("t", 1, "hub"), vgw("u", 1, "6f294f92-bafb-4011-916d-9b0b00000001")), reported: ["DX408 vgw-0a1b2c01", "DX408 vgw-0a1b2c01"], legal: onGateway(vgw("s", 1), vgw("t", 2), vgw("u", 3, "6f294f92-bafb-4011-916d-9b0b00000001")) },
    { wrong: onGateway(vgw("s", 1), vgw("t", 1, "hub")), reported: ["DX408 vgw-0a1b2c01"], legal: onGateway(vgw("s", 1), vgw("t", 2, "hub")) },
  ],
  DX415: [
    {
      wrong: plan({ removed: ["old: 5f294f92-bafb-4011-916d-9b0b00000000"], associations: [vgw("s", 1, "5f294f92-bafb-4011-916d-9b0b00000000")] }),
      reported: ["DX415 5f294f92-bafb-4011-916d-9b0b00000000"],
      legal: plan({ removed: ["old: 5f294f92-bafb-4011-916d-9b0b00000000"], directConnectGateways: [otherGateway], associations: [vgw("s", 1, "hub")] }),
    },
  ],
  DX418: [
    { wrong: newGateway([attached], []), reported: ["DX418 core"], legal: newGateway([attached], [vgw("s", 1)]) },
    { wrong: newGateway([], [vgw("s", 1)]), reported: ["DX418 core"], legal: plan({ directConnectGateways: [core], associations: [vgw("s", 1)] }) },
    { wrong: newGateway([], []), reported: ["DX418 core"], legal: newGateway([0, 1].map((n) => privateVif(`v${n}`, n, `connection: ${n === 0 ? "a" : "b"}, directConnectGateway: core, enableSiteLink: true`)), []) },
  ],
  DX423: [
    {
      wrong: onGateway(vgw("s", 1), vgw("t", 2).replace(" }", ", gatewayRegion: cn-north-1 }")),
      reported: ["DX423 cn-north-1"],
      legal: onGateway(vgw("s", 1), vgw("t", 2).replace(" }", ", gatewayRegion: ap-east-1 }")),
    },
  ],
  DX707: [{ wrong: onGateway(...count(21, (n) => vgw(`s${n}`, n))), reported: ["DX707 vgw-0a1b2c20"], legal: onGateway(...count(20, (n) => vgw(`s${n}`, n))) }],
  DX708: [
    {
      wrong: onGateway(...count(7, (n) => tgw(`t${n}`, hex(n), `10.${n}.0.0/16`))),
      reported: ["DX708 tgw-0a1b2c06"],
      legal: onGateway(...count(6, (n) => tgw(`t${n}`, hex(n), `10.${n}.0.0/16`))),
    },
  ],
  DX710: [
    {
      wrong: onGateway(...count(21, (n) => tgw(`t${n}`, "3d", "10.0.0.0/16", `5f294f92-bafb-4011-916d-9b0b000001${hex(n)}`))),
      reported: ["DX710 tgw-0a1b2c3d"],
      legal: onGateway(...count(20, (n) => tgw(`t${n}`, "3d", "10.0.0.0/16", `5f294f92-bafb-4011-916d-9b0b000001${hex(n)}`))),
    },
  ],
};
