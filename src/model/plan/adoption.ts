import { labelOf, type Proposal, type Resource, type ResourceKind } from "../resource.ts";
import { logicalName, type FieldValue, type PlanFragment } from "./fragment.ts";
import type { SectionName } from "./schema-types.ts";

/**
 * A resource that is there already, as a plan adopts it: by its id, with nothing else said of it, so that applying the
 * plan changes nothing. Undefined for what a plan holds as a part of something else, or not at all.
 */
export function adoptionOf(resource: Resource): PlanFragment | undefined {
  const section = sectionOf(resource);
  if (section === undefined) return undefined;
  const name = logicalName(labelOf(resource), "adopted");
  return { section, name, fields: resource.kind === "proposal" ? proposalFields(resource) : fieldsOf(resource) };
}

const sections: { readonly [K in ResourceKind]?: SectionName } = {
  connection: "connections",
  interconnect: "interconnects",
  lag: "lags",
  virtualInterface: "virtualInterfaces",
  directConnectGateway: "directConnectGateways",
  association: "associations",
  proposal: "associations",
};

/** A hosted connection is its owner's connection, and for the partner who allocated it something of another section. */
function sectionOf(resource: Resource): SectionName | undefined {
  if (resource.kind === "connection" && resource.hosted && !resource.owned) return "hostedConnections";
  return sections[resource.kind];
}

function fieldsOf(resource: Resource): Readonly<Record<string, FieldValue>> {
  const { id, region } = resource;
  return {
    ...(resource.kind === "connection" && resource.hosted && resource.owned ? { hosted: true } : {}),
    id,
    ...(region === undefined ? {} : { region }),
  };
}

/** A proposal is accepted, not adopted. */
function proposalFields({ id, directConnectGatewayId, gateway, requestedPrefixes }: Proposal): Readonly<Record<string, FieldValue>> {
  return {
    directConnectGateway: directConnectGatewayId,
    proposal: id,
    gatewayOwnerAccount: gateway.ownerAccount,
    ...(requestedPrefixes.length === 0 ? {} : { allowedPrefixes: requestedPrefixes }),
  };
}
