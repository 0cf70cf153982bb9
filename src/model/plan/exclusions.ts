import { mapSchemas } from "./schema.ts";
import type { MapName } from "./schema-types.ts";
import type { Entry } from "./syntax/tree.ts";

/** Fields that cannot stand beside another one, or beside one that has a certain value. */
interface Exclusion {
  readonly maps: readonly MapName[];
  readonly beside: string;
  /** Whatever its value if undefined. */
  readonly is?: string;
  /** A field that makes the others possible after all. */
  readonly unless?: string;
  readonly out: readonly string[];
}

/** The fields of a map that what it has already leaves no place for: writing one would only break a rule. */
export function excludedFields(map: MapName, present: ReadonlySet<string>, fields: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const oneOf = mapSchemas[map].oneOf ?? [];
  const holds = ({ maps, beside, is, unless }: Exclusion): boolean =>
    maps.includes(map) && present.has(beside) && (is === undefined || isValue(fields.get(beside), is)) && !(unless !== undefined && present.has(unless));
  return new Set([...(oneOf.some((name) => present.has(name)) ? oneOf : []), ...exclusions.filter(holds).flatMap(({ out }) => out)]);
}

function isValue(entry: Entry | undefined, text: string): boolean {
  return entry?.value.kind === "scalar" && entry.value.source === text;
}

const virtualInterfaces: readonly MapName[] = ["virtualInterfaces"];
const sessions: readonly MapName[] = ["virtualInterfaces", "bgpPeers"];
const gateways = ["directConnectGateway", "virtualGateway"];

/** In the order of the rules that the fields would break; what no rule names follows from what the field means. */
const exclusions: readonly Exclusion[] = [
  // DX104
  { maps: sessions, beside: "asn", out: ["asnLong"] },
  { maps: sessions, beside: "asnLong", out: ["asn"] },
  // DX117, DX303, DX313
  { maps: virtualInterfaces, beside: "type", is: "public", out: [...gateways, "mtu", "enableSiteLink"] },
  // DX124
  { maps: ["macSecKeys"], beside: "secretARN", out: ["ckn", "cak"] },
  { maps: ["macSecKeys"], beside: "ckn", out: ["secretARN"] },
  { maps: ["macSecKeys"], beside: "cak", out: ["secretARN"] },
  // DX207
  { maps: sessions, beside: "addressFamily", is: "ipv6", out: ["amazonAddress", "customerAddress"] },
  // DX301, DX313
  { maps: virtualInterfaces, beside: "directConnectGateway", out: ["virtualGateway"] },
  { maps: virtualInterfaces, beside: "virtualGateway", out: ["directConnectGateway", "enableSiteLink"] },
  { maps: virtualInterfaces, beside: "enableSiteLink", is: "true", out: ["virtualGateway"] },
  // DX302; only a public one advertises to AWS.
  { maps: virtualInterfaces, beside: "type", is: "transit", out: ["virtualGateway", "routeFilterPrefixes"] },
  { maps: virtualInterfaces, beside: "type", is: "private", out: ["routeFilterPrefixes"] },
  // DX317, DX320
  { maps: virtualInterfaces, beside: "ownerAccount", unless: "accept", out: [...gateways, "enableSiteLink"] },
  ...gateways.map((beside): Exclusion => ({ maps: virtualInterfaces, beside, unless: "accept", out: ["ownerAccount"] })),
  // A proposal says itself where its gateway is.
  { maps: ["associations"], beside: "proposal", out: ["gatewayRegion"] },
  // DX504, DX511
  { maps: ["connections"], beside: "hosted", is: "true", out: ["lag", "requestMACSec", "encryptionMode", "macSecKeys"] },
];
