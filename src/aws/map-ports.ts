import type { Location } from "../model/inventory.ts";
import type { Connection, Interconnect, JsonObject, Lag, PortFacts, ResiliencyGroup } from "../model/resource.ts";
import { baseOf, type Reader } from "./map-base.ts";
import { flagIn, idIn, numberIn, recordsIn, textIn, textsIn } from "./record.ts";

/** `parentId` is the interconnect or LAG under which a partner has found it. */
export function toConnection(record: JsonObject, reader: Reader, parentId?: string): Connection {
  const vlan = numberIn(record, "vlan") ?? 0;
  const state = textIn(record, "connectionState");
  return {
    kind: "connection",
    ...baseOf({ kind: "connection", record, reader, id: "connectionId", name: "connectionName", state: "connectionState" }),
    ...portFacts(record, "bandwidth"),
    // Only a hosted connection has a VLAN of its own, and only a hosted one waits in `ordering`.
    hosted: vlan > 0 || state === "ordering" || parentId !== undefined,
    vlan: vlan > 0 ? vlan : undefined,
    lagId: idIn(record, "lagId"),
    parentId,
    partnerName: textIn(record, "partnerName"),
  };
}

export function toInterconnect(record: JsonObject, reader: Reader): Interconnect {
  return {
    kind: "interconnect",
    ...baseOf({ kind: "interconnect", record, reader, id: "interconnectId", name: "interconnectName", state: "interconnectState" }),
    ...portFacts(record, "bandwidth"),
    lagId: idIn(record, "lagId"),
  };
}

export function toLag(record: JsonObject, reader: Reader): Lag {
  return {
    kind: "lag",
    ...baseOf({ kind: "lag", record, reader, id: "lagId", name: "lagName", state: "lagState" }),
    ...portFacts(record, "connectionsBandwidth"),
    connectionIds: recordsIn(record, "connections").map((member) => textIn(member, "connectionId")),
    minimumLinks: numberIn(record, "minimumLinks") ?? 0,
    allowsHostedConnections: flagIn(record, "allowsHostedConnections"),
  };
}

/** A group as it is listed, with its connections from a listing of their own, undefined where that did not come. */
export function toResiliencyGroup(record: JsonObject, reader: Reader, associations: readonly JsonObject[] | undefined): ResiliencyGroup {
  const members = associations?.filter((association) => textIn(association, "state") !== "disassociated");
  return {
    kind: "resiliencyGroup",
    ...baseOf({ kind: "resiliencyGroup", record, reader, id: "resiliencyGroupId", name: "resiliencyGroupName", state: "state" }),
    type: textIn(record, "resiliencyGroupType"),
    connectionIds: members?.map((association) => textIn(association, "connectionArn").split("/").at(-1) ?? "").filter((id) => id !== ""),
  };
}

export function toLocation(record: JsonObject, region: string): Location {
  return {
    code: textIn(record, "locationCode"),
    name: textIn(record, "locationName"),
    region: textIn(record, "region") || region,
    portSpeeds: textsIn(record, "availablePortSpeeds"),
    macSecPortSpeeds: textsIn(record, "availableMacSecPortSpeeds"),
    providers: textsIn(record, "availableProviders"),
    ...billingModesOf(record),
  };
}

/** Only newer endpoints tell. */
function billingModesOf(record: JsonObject): Pick<Location, "billingModes"> {
  const offers = recordsIn(record, "availableBillingModes");
  if (offers.length === 0) return {};
  return { billingModes: offers.map((offer) => ({ mode: textIn(offer, "billingMode"), portSpeeds: textsIn(offer, "availablePortSpeeds") })) };
}

function portFacts(record: JsonObject, bandwidth: string): PortFacts {
  return {
    location: textIn(record, "location"),
    bandwidth: textIn(record, bandwidth),
    awsDevice: textIn(record, "awsDeviceV2") || textIn(record, "awsDevice"),
    providerName: textIn(record, "providerName"),
    jumboFrameCapable: flagIn(record, "jumboFrameCapable"),
    macSec: {
      capable: flagIn(record, "macSecCapable"),
      mode: textIn(record, "encryptionMode"),
      portStatus: textIn(record, "portEncryptionStatus"),
      keys: recordsIn(record, "macSecKeys").length,
    },
  };
}
