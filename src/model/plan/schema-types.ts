/** The sections of a plan that hold resources by logical name. */
export type SectionName =
  | "connections"
  | "lags"
  | "interconnects"
  | "hostedConnections"
  | "directConnectGateways"
  | "virtualInterfaces"
  | "associations"
  | "resiliencyGroups";

export type MapName = SectionName | "plan" | "bgpPeers" | "macSecKeys";

export interface MapSchema {
  readonly name: MapName;
  /** How messages call one of them. */
  readonly label: string;
  readonly fields: readonly Field[];
  /** Fields that say the resource is there already: what a new one needs may then be left out. */
  readonly existing?: readonly string[];
  /** A new one has exactly one of these. */
  readonly oneOf?: readonly [string, string];
}

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** What the field means, in a sentence or two of Markdown. */
  readonly about: string;
  /** What the API calls it. */
  readonly api: string;
  /** `always`, or only for a resource that is to be created. */
  readonly required?: "always" | "new";
  /** A field that has to stand here when one of these is `true`. */
  readonly requiredWith?: readonly string[];
  /** What applies when it is left out. */
  readonly absent?: string;
  /** Key to where the rule comes from; docs/plan-format.md lists them. */
  readonly source: string;
}

/** Names a kind of value that rules know how to check; a rule may speak of several. */
export type Format =
  | "version"
  | "accountId"
  | "region"
  | "location"
  | "dedicatedBandwidth"
  | "connectionBandwidth"
  | "hostedBandwidth"
  | "encryptionMode"
  | "billingMode"
  | "hexKey"
  | "numberOfConnections"
  | "minimumLinks"
  | "vlan"
  | "asn"
  | "asnLong"
  | "amazonSideAsn"
  | "authKey"
  | "cak"
  | "mtu"
  | "peerAddress"
  | "rateLimit"
  | "prefixPool"
  | "prefix"
  | "routeFilterPrefix"
  | "virtualInterfaceName"
  | "groupName"
  | "providerName"
  | "tagValue"
  | "groupModel";

/** Kinds of AWS ids, by what they begin with; gateways and proposals are bare UUIDs. */
export type IdKind = "dxcon" | "dxlag" | "dxvif" | "dxrg" | "vgw" | "tgw" | "uuid";

export interface Choice {
  readonly value: string;
  readonly about: string;
}

export type FieldType =
  | { readonly kind: "integer"; readonly format?: Format; readonly least?: number; readonly most?: number; readonly choices?: readonly Choice[] }
  | { readonly kind: "boolean" }
  /** A closed list whose breach is DX005; other closed lists have a rule of their own and are text. */
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  | {
      readonly kind: "text";
      readonly format?: Format;
      readonly choices?: readonly Choice[];
      /** What it looks like, for messages and hovers. */
      readonly form?: string;
      /** Never shown anywhere. */
      readonly secret?: true;
    }
  | { readonly kind: "reference"; readonly to: readonly SectionName[]; readonly ids: readonly IdKind[] }
  | { readonly kind: "awsId"; readonly ids: readonly IdKind[] }
  | { readonly kind: "list"; readonly of: FieldType }
  | { readonly kind: "map"; readonly map: MapName }
  /** A map from logical names to maps. */
  | { readonly kind: "named"; readonly map: MapName }
  | { readonly kind: "tags" }
  /** A map from logical names to AWS ids. */
  | { readonly kind: "ids" };

export const text: FieldType = { kind: "text" };
export const flag: FieldType = { kind: "boolean" };

export function choices(values: readonly string[], about = ""): readonly Choice[] {
  return values.map((value) => ({ value, about }));
}
