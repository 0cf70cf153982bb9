import { listName } from "../model/attention.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { english } from "../model/text.ts";

/** Members that name what a call is about, the narrowest first: a BGP peer before its virtual interface. */
const idMembers = [
  "bgpPeerId",
  "proposalId",
  "associationId",
  "rateLimiterId",
  "virtualInterfaceId",
  "connectionId",
  "interconnectId",
  "lagId",
  "directConnectGatewayId",
  "virtualGatewayId",
  "resiliencyGroupId",
  "resourceArn",
] as const;

/** What is made is known by its name until it has an id. */
const nameMembers = ["virtualInterfaceName", "connectionName", "interconnectName", "lagName", "connectionsName", "directConnectGatewayName", "resiliencyGroupName"] as const;

/** The id or the name of what a call is about; empty where it is about no single resource, as a listing. */
export function subjectOf(action: string, input: JsonObject): string {
  const members = /^(Create|Allocate)/.test(action) ? [...nameMembers, ...idMembers] : [...idMembers, ...nameMembers];
  for (const member of members) {
    const value = textOf(input, member);
    if (value !== "") return value;
  }
  return "";
}

/** How a call can name its subject without its id, and the member that names it with it. */
interface Choice {
  readonly id: string;
  readonly isMeant: (resource: Resource, input: JsonObject) => boolean;
}

/** Source: DeleteBGPPeer takes an ASN with your address, DeleteDirectConnectGatewayAssociation the two gateways. */
const choices: Readonly<Record<string, Choice>> = {
  DeleteBGPPeer: {
    id: "bgpPeerId",
    isMeant: (peer, { virtualInterfaceId, asn, asnLong = asn, customerAddress }) =>
      peer.kind === "bgpPeer" && peer.virtualInterfaceId === virtualInterfaceId && peer.asn === asnLong && peer.customerAddress === customerAddress,
  },
  DeleteDirectConnectGatewayAssociation: {
    id: "associationId",
    isMeant: (association, { directConnectGatewayId, virtualGatewayId }) =>
      association.kind === "association" && association.directConnectGatewayId === directConnectGatewayId && association.gateway.id === virtualGatewayId,
  },
};

/** The listed resource that a call names as its subject: by its id, or by what the API takes instead of the id. */
export function namedSubject(action: string, input: JsonObject, { resources }: Pick<Inventory, "resources">): Resource | undefined {
  const choice = choices[action];
  if (choice !== undefined && input[choice.id] === undefined) return resources.find((resource) => choice.isMeant(resource, input));
  const subject = subjectOf(action, input);
  return resources.find(({ id }) => id === subject);
}

/**
 * The listed resource that a call is about: the one it names, by the name that it was made with where only one has it,
 * or what it is on where it is listed no more.
 */
export function findSubject(action: string, input: JsonObject, inventory: Inventory): Resource | undefined {
  const subject = subjectOf(action, input);
  if (subject === "") return undefined;
  const { resources } = inventory;
  const id = subject.slice(subject.lastIndexOf("/") + 1);
  const [named, ...others] = resources.filter(({ name }) => name === subject);
  return namedSubject(action, input, inventory) ?? resources.find((resource) => resource.id === id) ?? (others.length === 0 ? named : undefined);
}

/** What a call is about as a list would name it; its id where it is not listed, and empty where there is no one thing. */
export function subjectName(action: string, input: JsonObject, inventory: Inventory): string {
  const resource = findSubject(action, input, inventory);
  return resource === undefined ? subjectOf(action, input) : english(listName(resource, indexResources(inventory)));
}

/** The member's text, at the top or in a structure that stands there, such as `newPrivateVirtualInterface`. */
function textOf(input: JsonObject, member: string): string {
  const structures = Object.values(input).filter((value): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value));
  const found = [input, ...structures].map((structure) => structure[member]).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
}
