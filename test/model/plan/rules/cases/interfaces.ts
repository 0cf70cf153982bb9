import { publicVif, transit, vif } from "../../../../support/plans.ts";
import { core, count, otherGateway, plan, ports, privateVif, type RuleCases } from "./rule-case.ts";

const pair = (one: string, other: string, gateways = [core]) => plan({
  connections: ports,
  directConnectGateways: gateways,
  associations: ["s: { directConnectGateway: core, gateway: vgw-0a1b2c3d }"],
  virtualInterfaces: [privateVif("v", 0, `connection: a, directConnectGateway: core, ${one}`), privateVif("w", 1, `connection: b, directConnectGateway: core, ${other}`)],
});
const mtus = (...all: readonly number[]) => plan({
  connections: ports,
  directConnectGateways: [core],
  virtualInterfaces: all.map((mtu, n) => privateVif(`v${n}`, n, `connection: ${n % 2 === 0 ? "a" : "b"}, directConnectGateway: core, mtu: ${mtu}`)),
});
const siteLink = "enableSiteLink: true";
const ourAccount = 'account: "111122223333"\n';
const forOther = ['ownerAccount: "222233334444"', "-directConnectGateway"];
const direct = (length: number) => plan({ connections: ports, virtualInterfaces: count(length, (n) => privateVif(`v${n}`, n, `connection: a, virtualGateway: vgw-0a1b2c3${n}`)) });
const adopted = (gateway: string) => plan({
  connections: ports,
  directConnectGateways: [core, otherGateway],
  virtualInterfaces: ["v: { id: dxvif-ffhhk74f, directConnectGateway: core }", `w: { id: dxvif-ffhhk74f, directConnectGateway: ${gateway} }`],
});

export const interfaceCases: RuleCases = {
  DX312: [
    { wrong: pair("mtu: 8500", "mtu: 1500"), reported: ["DX312 1500"], legal: pair("mtu: 8500", "mtu: 8500") },
    { wrong: pair("mtu: 8500", "name: w"), reported: ["DX312 w"], legal: pair("mtu: 1500", "name: w") },
    { wrong: mtus(1500, 8500, 1500, 8500, 8500), reported: ["DX312 1500", "DX312 1500"], legal: mtus(8500, 8500, 8500, 8500, 8500) },
  ],
  DX313: [
    { wrong: publicVif(siteLink), reported: ["DX313 enableSiteLink"], legal: publicVif("enableSiteLink: false") },
    { wrong: vif(siteLink, "-directConnectGateway", "virtualGateway: vgw-0a1b2c3d"), reported: ["DX313 enableSiteLink"], legal: vif(siteLink) },
  ],
  DX314: [{ wrong: pair(siteLink, "name: w", ["core: { amazonSideAsn: 64513 }"]), reported: ["DX314 enableSiteLink"], legal: pair(siteLink, siteLink, ["core: { amazonSideAsn: 64513 }"]) }],
  DX316: [
    { wrong: transit(siteLink, "region: cn-north-1"), reported: ["DX316 enableSiteLink"], legal: transit(siteLink, "region: eu-west-1") },
    { wrong: transit(siteLink, "region: us-gov-west-1"), reported: ["DX316 enableSiteLink"], legal: transit("enableSiteLink: false", "region: us-gov-west-1") },
  ],
  DX317: [{ wrong: vif(...forOther, siteLink), reported: ["DX317 enableSiteLink"], legal: vif(...forOther) }],
  DX319: [
    { wrong: ourAccount + vif('ownerAccount: "111122223333"'), reported: ['DX319 "111122223333"'], legal: ourAccount + vif(...forOther) },
  ],
  DX320: [
    { wrong: vif('ownerAccount: "222233334444"'), reported: ["DX320 directConnectGateway"], legal: vif(...forOther) },
    { wrong: vif(...forOther, "virtualGateway: vgw-0a1b2c3d"), reported: ["DX320 virtualGateway"], legal: vif("accept: true", "id: dxvif-ffhhk74f") },
  ],
  DX322: [
    { wrong: publicVif("-routeFilterPrefixes"), reported: ["DX322 x"], legal: publicVif("-routeFilterPrefixes", "id: dxvif-ffhhk74f") },
    { wrong: publicVif("routeFilterPrefixes: []"), reported: ["DX322 routeFilterPrefixes"], legal: publicVif("-routeFilterPrefixes", "addressFamily: ipv6", "-amazonAddress", "-customerAddress") },
  ],
  DX323: [
    { wrong: publicVif("routeFilterPrefixes: [10.0.0.0/16]"), reported: ["DX323 10.0.0.0/16"], legal: publicVif("routeFilterPrefixes: [11.0.0.0/16]") },
    { wrong: publicVif("routeFilterPrefixes: [172.31.0.0/16]"), reported: ["DX323 172.31.0.0/16"], legal: publicVif("routeFilterPrefixes: [172.32.0.0/16]") },
    { wrong: publicVif('routeFilterPrefixes: ["fc00:1::/48"]'), reported: ['DX323 "fc00:1::/48"'], legal: publicVif('routeFilterPrefixes: ["2001:db8:1::/48"]') },
    { wrong: publicVif("routeFilterPrefixes: [0.0.0.0/0]"), reported: ["DX323 0.0.0.0/0"], legal: publicVif("routeFilterPrefixes: [12.0.0.0/6]") },
  ],
  DX328: [{ wrong: adopted("hub"), reported: ["DX328 hub"], legal: adopted("hub").replace("dxvif-ffhhk74f", "dxvif-ffhhk74e") }],
  DX329: [{ wrong: direct(4), reported: ["DX329 virtualGateway"], legal: direct(3) }],
  DX711: [
    {
      wrong: publicVif(`routeFilterPrefixes: [${count(1001, (n) => `198.${n >> 8}.${n & 255}.0/24`).join(", ")}]`),
      reported: ["DX711 routeFilterPrefixes"],
      legal: publicVif(`routeFilterPrefixes: [${count(1000, (n) => `198.${n >> 8}.${n & 255}.0/24`).join(", ")}]`),
    },
  ],
};
