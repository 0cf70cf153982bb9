import { ciscoIos } from "./cisco-ios.ts";
import { ciscoNxos } from "./cisco-nxos.ts";
import { junos } from "./junos.ts";
import { panos } from "./panos.ts";
import type { RouterSession } from "./session.ts";

/** A router that a configuration can be had for: the API's RouterType, and who writes its text. */
export interface RouterType {
  readonly vendor: string;
  readonly platform: string;
  readonly software: string;
  readonly xsltTemplateName: string;
  readonly xsltTemplateNameForMacSec: string;
  readonly routerTypeIdentifier: string;
  readonly write: (session: RouterSession) => string;
}

const cisco = { vendor: "Cisco Systems, Inc." };
const juniper = { vendor: "Juniper Networks, Inc." };
const iosRouter = {
  ...cisco,
  software: "IOS 12.4+",
  xsltTemplateName: "customer-router-cisco-generic.xslt",
  xsltTemplateNameForMacSec: "",
  write: ciscoIos,
};
const nexusSwitch = { ...cisco, xsltTemplateName: "customer-switch-cisco-nexus-generic.xslt", write: ciscoNxos };
const junosRouter = {
  ...juniper,
  software: "JunOS 9.5+",
  xsltTemplateName: "customer-router-juniper-generic.xslt",
  xsltTemplateNameForMacSec: "",
  write: junos,
};

export const routerTypes: readonly [RouterType, ...RouterType[]] = [
  { ...iosRouter, platform: "2900 Series Routers", routerTypeIdentifier: "CiscoSystemsInc-2900SeriesRouters-IOS124" },
  { ...iosRouter, platform: "3700 Series Routers", routerTypeIdentifier: "CiscoSystemsInc-3700SeriesRouters-IOS124" },
  { ...iosRouter, platform: "7200 Series Routers", routerTypeIdentifier: "CiscoSystemsInc-7200SeriesRouters-IOS124" },
  {
    ...nexusSwitch,
    platform: "Nexus 7000 Series Switches",
    software: "NX-OS 5.1+",
    xsltTemplateNameForMacSec: "",
    routerTypeIdentifier: "CiscoSystemsInc-Nexus7000SeriesSwitches-NXOS51",
  },
  {
    ...nexusSwitch,
    platform: "Nexus 9K+ Series Switches",
    software: "NX-OS 9.3+",
    xsltTemplateNameForMacSec: "customer-switch-cisco-nexus-generic-macsec.xslt",
    routerTypeIdentifier: "CiscoSystemsInc-Nexus9KSeriesSwitches-NXOS93",
  },
  {
    ...junosRouter,
    platform: "M/MX Series Routers",
    xsltTemplateNameForMacSec: "customer-router-juniper-generic-macsec.xslt",
    routerTypeIdentifier: "JuniperNetworksInc-MMXSeriesRouters-JunOS95",
  },
  { ...junosRouter, platform: "SRX Series Routers", routerTypeIdentifier: "JuniperNetworksInc-SRXSeriesRouters-JunOS95" },
  { ...junosRouter, platform: "T Series Routers", routerTypeIdentifier: "JuniperNetworksInc-TSeriesRouters-JunOS95" },
  {
    vendor: "Palo Alto Networks",
    platform: "PA-3000+ and 5000+ Series",
    software: "PAN-OS 8.0.3+",
    xsltTemplateName: "customer-router-palo-alto-generic.xslt",
    xsltTemplateNameForMacSec: "",
    routerTypeIdentifier: "PaloAltoNetworks-PA3000and5000series-PANOS803",
    write: panos,
  },
];
