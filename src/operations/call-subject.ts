import type { JsonObject } from "../model/resource.ts";

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

/** The member's text, at the top or in a structure that stands there, such as `newPrivateVirtualInterface`. */
function textOf(input: JsonObject, member: string): string {
  const structures = Object.values(input).filter((value): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value));
  const found = [input, ...structures].map((structure) => structure[member]).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
}
