/** A Direct Connect location as this table knows it; DescribeLocations is what counts. */
export interface Location {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  /** Port speeds as the API spells them. */
  readonly portSpeeds: readonly string[];
}

const upTo10: readonly string[] = ["1Gbps", "10Gbps"];
const upTo100: readonly string[] = ["1Gbps", "10Gbps", "100Gbps"];
const upTo400: readonly string[] = ["1Gbps", "10Gbps", "100Gbps", "400Gbps"];

function at(region: string, portSpeeds: readonly string[], named: Readonly<Record<string, string>>): readonly Location[] {
  return Object.entries(named).map(([code, name]) => ({ code, name, region, portSpeeds }));
}

/** Embedded from public knowledge, without claim to be complete or up to date: an unknown code is only a warning. */
export const locations: readonly Location[] = [
  ...at("us-east-1", upTo400, { EqDC2: "Equinix DC2/DC11, Ashburn, VA" }),
  ...at("us-east-1", upTo100, { CSVA1: "CoreSite VA1/VA2, Reston, VA", DCBBV: "Digital Realty IAD, Ashburn, VA", EqDA2: "Equinix DA2, Dallas, TX", CSNY1: "CoreSite NY1, New York, NY", EqCH2: "Equinix CH2, Chicago, IL" }),
  ...at("us-east-1", upTo10, { EqMI1: "Equinix MI1, Miami, FL", TIVIT: "Tivit, São Paulo, Brazil", TNDB: "Terremark NAP do Brasil, Barueri, Brazil", "165HS": "165 Halsey Street, Newark, NJ" }),
  ...at("us-east-2", upTo100, { CLTOH: "Cologix COL2, Columbus, OH", EqCol: "Equinix CU1, Columbus, OH" }),
  ...at("us-west-1", upTo100, { EqSV5: "Equinix SV1/SV5, San Jose, CA", CSSV4: "CoreSite SV4, Santa Clara, CA", CSLA1: "CoreSite LA1, Los Angeles, CA" }),
  ...at("us-west-2", upTo100, { EqSe2: "Equinix SE2/SE3, Seattle, WA", EqLA3: "Equinix LA3, El Segundo, CA", WSSEA: "Westin Building Exchange, Seattle, WA", SWLV2: "Switch SUPERNAP, Las Vegas, NV" }),
  ...at("us-west-2", upTo10, { PittP: "Pittock Block, Portland, OR" }),
  ...at("ca-central-1", upTo100, { EqTR2: "Equinix TR2, Toronto, Canada", COLM3: "Cologix MTL3, Montréal, Canada" }),
  ...at("sa-east-1", upTo100, { EqSP4: "Equinix SP4, São Paulo, Brazil" }),
  ...at("eu-west-1", upTo100, { EqLD5: "Equinix LD5, Slough, United Kingdom", TCSH: "Digital Realty (UK), Docklands, London", IxDub: "Interxion DUB2, Dublin, Ireland" }),
  ...at("eu-west-1", upTo10, { EirCl: "Eircom, Clonshaugh, Ireland" }),
  ...at("eu-west-2", upTo100, { TCLD2: "Telehouse West, London Docklands, United Kingdom", EqMA3: "Equinix MA3, Manchester, United Kingdom" }),
  ...at("eu-west-3", upTo100, { EqPA3: "Equinix PA3, Paris, France", THV2: "Telehouse Voltaire, Paris, France" }),
  ...at("eu-central-1", upTo100, { EqFR5: "Equinix FR5, Frankfurt, Germany", EqAM3: "Equinix AM3, Amsterdam, Netherlands", IXFRA: "Interxion FRA6, Frankfurt, Germany", EqMU1: "Equinix MU1, Munich, Germany", EqZH4: "Equinix ZH4, Zürich, Switzerland" }),
  ...at("eu-north-1", upTo100, { EqSK1: "Equinix SK1, Stockholm, Sweden" }),
  ...at("eu-south-1", upTo100, { EqML5: "Equinix ML5, Milan, Italy" }),
  ...at("ap-northeast-1", upTo100, { EqTY2: "Equinix TY2, Tokyo, Japan", ATTKY: "AT TOKYO Chuo Data Center, Tokyo, Japan" }),
  ...at("ap-northeast-1", upTo10, { EqOS1: "Equinix OS1, Osaka, Japan" }),
  ...at("ap-northeast-2", upTo100, { KINX: "KINX Gasan Data Center, Seoul, South Korea", LGUKR: "LG U+ Pyeong-Chon, Seoul, South Korea" }),
  ...at("ap-southeast-1", upTo100, { EqSG2: "Equinix SG2, Singapore", GSSG1: "Global Switch, Singapore" }),
  ...at("ap-southeast-2", upTo100, { EqSY3: "Equinix SY3, Sydney, Australia", GSSY6: "Global Switch SY6, Sydney, Australia", NDCM1: "NEXTDC M1, Melbourne, Australia" }),
  ...at("ap-south-1", upTo100, { GPXMB: "GPX Mumbai, India", STTM2: "STT Chennai, India" }),
  ...at("ap-east-1", upTo100, { EqHK1: "Equinix HK1, Hong Kong", MEGAI: "iAdvantage MEGA-i, Hong Kong" }),
  ...at("me-south-1", upTo10, { EqDX1: "Equinix DX1, Dubai, United Arab Emirates" }),
  ...at("af-south-1", upTo10, { TJNB1: "Teraco JB1, Johannesburg, South Africa", TCPT1: "Teraco CT1, Cape Town, South Africa" }),
];

export function locationOf(code: string): Location | undefined {
  return byCode.get(code);
}

const byCode: ReadonlyMap<string, Location> = new Map(locations.map((location) => [location.code, location]));
