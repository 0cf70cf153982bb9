import { logicalName, type FieldValue, type PlanFragment } from "../model/plan/fragment.ts";
import type { SectionName } from "../model/plan/schema-types.ts";
import { fieldOf } from "../model/plan/schema.ts";
import { isSecretMember } from "../model/secret-members.ts";

/** A call whose effect a plan may be able to say. */
export interface PlannedCall {
  readonly action: string;
  readonly input: object;
  /** The Region it is sent in; left out of what is global. */
  readonly region?: string | undefined;
}

/** How a request's members become a resource's fields. */
interface Mapping {
  readonly section: SectionName;
  /** The fields that members become which are not of the same name. */
  readonly members?: Readonly<Record<string, string>>;
  /** What the action says without a member. */
  readonly fixed?: Readonly<Record<string, FieldValue>>;
}

/**
 * The call as a resource of a plan, with references by id and a reference to the environment in a secret's place.
 * Undefined for calls whose effect no plan says: looking, deleting, testing.
 */
export function planFragment({ action, input, region }: PlannedCall): PlanFragment | undefined {
  const mapping = Object.hasOwn(mappings, action) ? mappings[action] : undefined;
  // A LAG that takes a connection over is two resources of a plan, the second of which has no id yet.
  if (mapping === undefined || (action === "CreateLag" && "connectionId" in input)) return undefined;
  const { name, ...others } = fieldsOf(input, mapping, region);
  const logical = logicalName(typeof name === "string" ? name : firstText(others, ["id", "proposal", "gateway"]), "new");
  return { section: mapping.section, name: logical, fields: name === undefined || name === logical ? others : { name, ...others } };
}

/** Only what a plan can say of the resource. */
function fieldsOf(input: object, mapping: Mapping, region: string | undefined): Readonly<Record<string, FieldValue>> {
  const given = flattened(input).map(([member, value]) => {
    const field = fieldFor(member, value, mapping);
    return [field, valueFor(field, value)] as const;
  });
  const regionField = given.some(([field]) => field === "gateway") ? "gatewayRegion" : "region";
  const all = [...given, [regionField, region] as const].flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
  return { ...mapping.fixed, ...Object.fromEntries(all.filter(([field]) => fieldOf(mapping.section, field) !== undefined)) };
}

const names = {
  connectionName: "name",
  lagName: "name",
  interconnectName: "name",
  virtualInterfaceName: "name",
  directConnectGatewayName: "name",
  resiliencyGroupName: "name",
  lagId: "lag",
  directConnectGatewayId: "directConnectGateway",
  virtualGatewayId: "virtualGateway",
};
const existingPort = { connectionId: "id" };
const allocated = { interconnectId: "parent", connectionId: "parent" };
const accepted = { virtualInterfaceId: "id" };
const virtualInterfaces = (type: string): Mapping => ({ section: "virtualInterfaces", members: { connectionId: "connection" }, fixed: { type } });
const confirmed = (type: string): Mapping => ({ section: "virtualInterfaces", members: accepted, fixed: { type, accept: true } });

const mappings: Readonly<Record<string, Mapping>> = {
  CreateConnection: { section: "connections" },
  ConfirmConnection: { section: "connections", members: existingPort, fixed: { hosted: true } },
  UpdateConnection: { section: "connections", members: existingPort },
  AssociateConnectionWithLag: { section: "connections", members: existingPort },
  CreateLag: { section: "lags" },
  UpdateLag: { section: "lags", members: { lagId: "id" } },
  CreateInterconnect: { section: "interconnects" },
  AllocateHostedConnection: { section: "hostedConnections", members: allocated },
  AllocateConnectionOnInterconnect: { section: "hostedConnections", members: allocated },
  CreateDirectConnectGateway: { section: "directConnectGateways" },
  UpdateDirectConnectGateway: { section: "directConnectGateways", members: { directConnectGatewayId: "id", newDirectConnectGatewayName: "name" } },
  CreatePrivateVirtualInterface: virtualInterfaces("private"),
  CreatePublicVirtualInterface: virtualInterfaces("public"),
  CreateTransitVirtualInterface: virtualInterfaces("transit"),
  AllocatePrivateVirtualInterface: virtualInterfaces("private"),
  AllocatePublicVirtualInterface: virtualInterfaces("public"),
  AllocateTransitVirtualInterface: virtualInterfaces("transit"),
  ConfirmPrivateVirtualInterface: confirmed("private"),
  ConfirmPublicVirtualInterface: confirmed("public"),
  ConfirmTransitVirtualInterface: confirmed("transit"),
  UpdateVirtualInterfaceAttributes: { section: "virtualInterfaces", members: accepted },
  AssociateVirtualInterface: { section: "virtualInterfaces", members: { ...accepted, connectionId: "connection" } },
  CreateDirectConnectGatewayAssociation: {
    section: "associations",
    members: { gatewayId: "gateway", addAllowedPrefixesToDirectConnectGateway: "allowedPrefixes" },
  },
  AcceptDirectConnectGatewayAssociationProposal: {
    section: "associations",
    members: {
      proposalId: "proposal",
      associatedGatewayOwnerAccount: "gatewayOwnerAccount",
      overrideAllowedPrefixesToDirectConnectGateway: "allowedPrefixes",
    },
  },
};

/** The members, with those of a structure such as `newPrivateVirtualInterface` in its place. */
function flattened(input: object): readonly (readonly [string, unknown])[] {
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) => (isStructure(value) ? Object.entries(value) : [[name, value] as const]));
}

/** A LAG's id in a connection's place: the API has one member for both, a plan two. */
function fieldFor(member: string, value: unknown, { members = {} }: Mapping): string {
  const field = members[member] ?? (Object.hasOwn(names, member) ? names[member as keyof typeof names] : member);
  return field === "connection" && typeof value === "string" && value.startsWith("dxlag-") ? "lag" : field;
}

function valueFor(field: string, value: unknown): FieldValue | undefined {
  if (isSecretMember(field)) return value === "" ? undefined : `\${env:${field.replace(/[A-Z]/g, "_$&").toUpperCase()}}`;
  if (typeof value === "string") return value === "" ? undefined : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return Array.isArray(value) && value.length > 0 ? listFor(field, value) : undefined;
}

function listFor(field: string, items: readonly unknown[]): FieldValue {
  if (field === "tags") return Object.fromEntries(items.filter(isStructure).map(({ key, value }) => [textOf(key), textOf(value)]));
  return items.map((item) => textOf(isStructure(item) ? item["cidr"] : item));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function firstText(fields: Readonly<Record<string, FieldValue>>, members: readonly string[]): string {
  const found = members.map((member) => fields[member]).find((value) => typeof value === "string");
  return typeof found === "string" ? found : "";
}

function isStructure(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
