import { associationFields, gatewayFields, groupFields, planFields } from "./schema-gateways.ts";
import { peerFields, virtualInterfaceFields } from "./schema-interfaces.ts";
import { connectionFields, hostedConnectionFields, interconnectFields, lagFields, macSecKeyFields } from "./schema-ports.ts";
import type { Field, MapName, MapSchema, SectionName } from "./schema-types.ts";

/** Every map of the format: the plan itself, the resources of each section, and what nests in them. */
export const mapSchemas: Readonly<Record<MapName, MapSchema>> = {
  plan: { name: "plan", label: "plan", fields: planFields },
  connections: { name: "connections", label: "connection", fields: connectionFields, existing: ["id"] },
  lags: { name: "lags", label: "LAG", fields: lagFields, existing: ["id"] },
  interconnects: { name: "interconnects", label: "interconnect", fields: interconnectFields, existing: ["id"] },
  hostedConnections: { name: "hostedConnections", label: "hosted connection", fields: hostedConnectionFields, existing: ["id"] },
  directConnectGateways: { name: "directConnectGateways", label: "Direct Connect gateway", fields: gatewayFields, existing: ["id"] },
  virtualInterfaces: {
    name: "virtualInterfaces",
    label: "virtual interface",
    fields: virtualInterfaceFields,
    existing: ["id"],
    oneOf: ["connection", "lag"],
  },
  associations: { name: "associations", label: "association", fields: associationFields, existing: ["id"], oneOf: ["gateway", "proposal"] },
  resiliencyGroups: { name: "resiliencyGroups", label: "resiliency group", fields: groupFields, existing: ["id"] },
  bgpPeers: { name: "bgpPeers", label: "BGP peer", fields: peerFields },
  macSecKeys: { name: "macSecKeys", label: "MACsec key", fields: macSecKeyFields },
};

/** The sections in the order in which a plan usually has them. */
export const sectionNames: readonly SectionName[] = [
  "connections",
  "lags",
  "interconnects",
  "hostedConnections",
  "directConnectGateways",
  "virtualInterfaces",
  "associations",
  "resiliencyGroups",
];

export function isSectionName(name: string): name is SectionName {
  return (sectionNames as readonly string[]).includes(name);
}

export function fieldOf(map: MapName, name: string): Field | undefined {
  return fieldIndex.get(map)?.get(name);
}

const fieldIndex: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  Object.values(mapSchemas).map((schema) => [schema.name, new Map(schema.fields.map((field) => [field.name, field]))]),
);
