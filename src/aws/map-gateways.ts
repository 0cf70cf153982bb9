import {
  resourceKey,
  type Association,
  type Attachment,
  type CloudGateway,
  type DirectConnectGateway,
  type GatewayReference,
  type JsonObject,
  type Proposal,
  type ResourceBase,
} from "../model/resource.ts";
import { MalformedAnswer } from "./api-error.ts";
import { baseOf, isOwned, type Reader } from "./map-base.ts";
import { numberIn, recordIn, recordsIn, textIn } from "./record.ts";

export function toDirectConnectGateway(record: JsonObject, reader: Reader): DirectConnectGateway {
  return {
    kind: "directConnectGateway",
    ...baseOf({
      kind: "directConnectGateway",
      record,
      reader,
      id: "directConnectGatewayId",
      name: "directConnectGatewayName",
      state: "directConnectGatewayState",
      global: true,
    }),
    amazonSideAsn: numberIn(record, "amazonSideAsn") ?? 0,
    stateChangeError: textIn(record, "stateChangeError"),
  };
}

export function toAssociation(record: JsonObject, reader: Reader): Association {
  const base = baseOf({ kind: "association", record, reader, id: "associationId", state: "associationState", global: true });
  return {
    kind: "association",
    ...ownedBy(base, textIn(record, "directConnectGatewayOwnerAccount"), reader),
    directConnectGatewayId: textIn(record, "directConnectGatewayId"),
    gateway: gatewayOf(record),
    allowedPrefixes: prefixesIn(record, "allowedPrefixesToDirectConnectGateway"),
    stateChangeError: textIn(record, "stateChangeError"),
  };
}

export function toAttachment(record: JsonObject, reader: Reader, gateway: DirectConnectGateway): Attachment {
  const virtualInterfaceId = textIn(record, "virtualInterfaceId");
  if (virtualInterfaceId === "") throw new MalformedAnswer("a record has no virtualInterfaceId");
  const id = `${gateway.id}/${virtualInterfaceId}`;
  return {
    kind: "attachment",
    key: resourceKey("attachment", id),
    id,
    name: "",
    state: textIn(record, "attachmentState") || "unknown",
    ownerAccount: gateway.ownerAccount,
    region: undefined,
    profile: reader.profile,
    owned: gateway.owned,
    tags: {},
    record,
    directConnectGatewayId: gateway.id,
    virtualInterfaceId,
    virtualInterfaceRegion: textIn(record, "virtualInterfaceRegion"),
    virtualInterfaceOwnerAccount: textIn(record, "virtualInterfaceOwnerAccount"),
    // The service has been seen to write the first letter in lower case as well.
    type: textIn(record, "attachmentType").toLowerCase().startsWith("transit") ? "transit" : "private",
    stateChangeError: textIn(record, "stateChangeError"),
  };
}

/** It belongs to whoever may accept it: the Direct Connect gateway's owner. */
export function toProposal(record: JsonObject, reader: Reader): Proposal {
  const base = baseOf({ kind: "proposal", record, reader, id: "proposalId", state: "proposalState", global: true });
  const owner = textIn(record, "directConnectGatewayOwnerAccount");
  return {
    kind: "proposal",
    ...ownedBy(base, owner, reader),
    directConnectGatewayId: textIn(record, "directConnectGatewayId"),
    directConnectGatewayOwnerAccount: owner,
    gateway: gatewayOf(record),
    existingPrefixes: prefixesIn(record, "existingAllowedPrefixesToDirectConnectGateway"),
    requestedPrefixes: prefixesIn(record, "requestedAllowedPrefixesToDirectConnectGateway"),
  };
}

export function toVirtualPrivateGateway(record: JsonObject, reader: Reader): CloudGateway {
  const base = baseOf({ kind: "virtualPrivateGateway", record, reader, id: "virtualGatewayId", state: "virtualGatewayState" });
  return { kind: "virtualPrivateGateway", ...base };
}

/** What an association tells of the gateway on its other side; AWS says nothing of that one's state. */
export function toCloudGateway({ gateway, record }: Association, reader: Reader): CloudGateway {
  return {
    kind: gateway.type,
    key: resourceKey(gateway.type, gateway.id),
    id: gateway.id,
    name: "",
    state: "unknown",
    ownerAccount: gateway.ownerAccount,
    // A core network spans Regions.
    region: gateway.type === "coreNetwork" ? undefined : gateway.region || reader.region,
    profile: reader.profile,
    owned: isOwned(gateway.ownerAccount, reader),
    tags: {},
    record: recordIn(record, gateway.type === "coreNetwork" ? "associatedCoreNetwork" : "associatedGateway"),
  };
}

function ownedBy(base: ResourceBase, ownerAccount: string, reader: Reader): ResourceBase {
  return { ...base, ownerAccount, owned: isOwned(ownerAccount, reader) };
}

/** Older associations name their virtual private gateway, and those of Cloud WAN their core network, in members of their own. */
function gatewayOf(record: JsonObject): GatewayReference {
  const gateway = recordIn(record, "associatedGateway");
  const coreNetwork = recordIn(record, "associatedCoreNetwork");
  const id = textIn(gateway, "id") || textIn(record, "virtualGatewayId") || textIn(coreNetwork, "id");
  return {
    id,
    type: gatewayTypeOf(textIn(gateway, "type"), id),
    ownerAccount: textIn(gateway, "ownerAccount") || textIn(record, "virtualGatewayOwnerAccount") || textIn(coreNetwork, "ownerAccount"),
    region: textIn(gateway, "region") || textIn(record, "virtualGatewayRegion"),
  };
}

function gatewayTypeOf(type: string, id: string): GatewayReference["type"] {
  if (id.startsWith("core-network-")) return "coreNetwork";
  return type === "transitGateway" || id.startsWith("tgw-") ? "transitGateway" : "virtualPrivateGateway";
}

function prefixesIn(record: JsonObject, name: string): readonly string[] {
  return recordsIn(record, name)
    .map((prefix) => textIn(prefix, "cidr"))
    .filter((cidr) => cidr !== "");
}
