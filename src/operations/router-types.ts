import { phrase, verbatim } from "../model/text.ts";
import type { ChoiceOption } from "./parameter.ts";

const ios = "Cisco Systems, Inc.";
const juniper = "Juniper Networks, Inc.";

/** The routers that AWS writes a configuration for. No operation lists them. Source: Terraform's and Pulumi's documentation. */
export const routerTypes: readonly ChoiceOption[] = [
  routerType("CiscoSystemsInc-2900SeriesRouters-IOS124", ios, "2900 Series Routers, IOS 12.4+"),
  routerType("CiscoSystemsInc-3700SeriesRouters-IOS124", ios, "3700 Series Routers, IOS 12.4+"),
  routerType("CiscoSystemsInc-7200SeriesRouters-IOS124", ios, "7200 Series Routers, IOS 12.4+"),
  routerType("CiscoSystemsInc-Nexus7000SeriesSwitches-NXOS51", ios, "Nexus 7000 Series Switches, NX-OS 5.1+"),
  routerType("CiscoSystemsInc-Nexus9KSeriesSwitches-NXOS93", ios, "Nexus 9K+ Series Switches, NX-OS 9.3+"),
  routerType("JuniperNetworksInc-MMXSeriesRouters-JunOS95", juniper, "M/MX Series Routers, JunOS 9.5+"),
  routerType("JuniperNetworksInc-SRXSeriesRouters-JunOS95", juniper, "SRX Series Routers, JunOS 9.5+"),
  routerType("JuniperNetworksInc-TSeriesRouters-JunOS95", juniper, "T Series Routers, JunOS 9.5+"),
  routerType("PaloAltoNetworks-PA3000and5000series-PANOS803", "Palo Alto Networks", "PA-3000+ and PA-5000+ series, PAN-OS 8.0.3+"),
];

export function checkRouterType(identifier: string) {
  return /^[\w-]{3,100}$/.test(identifier) ? undefined : phrase("Write the identifier of a router type, such as CiscoSystemsInc-2900SeriesRouters-IOS124.");
}

function routerType(value: string, vendor: string, platform: string): ChoiceOption {
  return { value, label: verbatim(platform), description: verbatim(vendor) };
}
