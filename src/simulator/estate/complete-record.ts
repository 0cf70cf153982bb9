import { quotas } from "../rules/quotas.ts";
import { agreementKey, membershipKey } from "../world/keys.ts";
import type { BgpPeerRecord, VirtualInterfaceRecord, WorldRecord } from "../world/records.ts";

/** The record with what a file may leave out because the rest of the entry says it. */
export function completeRecord(record: WorldRecord): WorldRecord {
  switch (record.kind) {
    case "virtualInterface":
      return completeVirtualInterface(record);
    case "customerAgreement":
      return { ...record, id: agreementKey(record) };
    case "resiliencyGroupAssociation": {
      const connectionId = record.connectionArn.split("/").at(-1) ?? "";
      return { ...record, connectionId, id: membershipKey(record.resiliencyGroupId, connectionId) };
    }
    default:
      return record;
  }
}

/** What members that are right each by itself say against each other. */
export function findContradiction(record: WorldRecord): string | undefined {
  if (record.kind !== "association") return undefined;
  const { associatedGateway, associatedCoreNetwork } = record;
  if ((associatedGateway === undefined) !== (associatedCoreNetwork === undefined)) return undefined;
  return "give either associatedGateway or associatedCoreNetwork";
}

/** What a virtual interface says of itself is what its first peer says, unless the file says otherwise. */
function completeVirtualInterface(record: VirtualInterfaceRecord): VirtualInterfaceRecord {
  const [peer] = record.bgpPeers as readonly [BgpPeerRecord];
  const own = record as Partial<VirtualInterfaceRecord>;
  return {
    ...record,
    asn: own.asn ?? peer.asn,
    authKey: own.authKey ?? peer.authKey,
    amazonAddress: own.amazonAddress ?? peer.amazonAddress,
    customerAddress: own.customerAddress ?? peer.customerAddress,
    addressFamily: own.addressFamily ?? peer.addressFamily,
    ...prefixCounts(record),
    attachmentState:
      record.attachmentState ?? (record.directConnectGatewayId === "" ? undefined : attachmentOf(record.state)),
  };
}

/** A private or transit one has the usual numbers unless the file says otherwise; a public one has none. */
function prefixCounts(record: VirtualInterfaceRecord) {
  const usual = record.virtualInterfaceType === "public" ? undefined : quotas.prefixesPerSession;
  const { prefixPoolAllocatedCountIpv4 = usual, prefixPoolAllocatedCountIpv6 = usual } = record;
  return { prefixPoolAllocatedCountIpv4, prefixPoolAllocatedCountIpv6 };
}

function attachmentOf(state: string): VirtualInterfaceRecord["attachmentState"] {
  if (state === "pending") return "attaching";
  if (state === "deleting") return "detaching";
  return state === "deleted" ? "detached" : "attached";
}
