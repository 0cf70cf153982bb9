import { membershipKey } from "../world/keys.ts";
import { isGone } from "../world/links.ts";
import type { ConnectionRecord, ResiliencyGroupAssociationRecord, ResiliencyGroupRecord } from "../world/records.ts";
import { ApiFailure, refusal } from "./api-failure.ts";
import { type Asker, findConnection, isOwn } from "./ownership.ts";
import { quotas } from "./quotas.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

/** One of the asker's in the Region. Its id may be written in capital letters as well. */
export function findResiliencyGroup(asker: Asker, id: string): ResiliencyGroupRecord {
  const found = asker.world.find("resiliencyGroup", id.toLowerCase());
  if (found === undefined || !isOwn(asker, found)) throw refusal(simulatorTexts.doesNotExist("Resiliency group", id));
  return found;
}

/** One whose name and connections can be changed now. */
export function findReadyGroup(asker: Asker, operation: string, id: string): ResiliencyGroupRecord {
  const group = findResiliencyGroup(asker, id);
  if (group.state !== "available") throw refusal(simulatorTexts.wrongState(operation, group.id, group.state));
  return group;
}

const arnForm = /^arn:aws[a-z-]*:directconnect:([a-z0-9-]+):(\d{12}):dxcon\/(dxcon-[0-9a-z]{8})$/;

/** A connection of the asker's by its id, in the Region that is asked, or by its ARN, in any. */
export function findIdentified(asker: Asker, identifier: string): ConnectionRecord {
  if (!identifier.startsWith("arn:")) return refuseGone(findConnection(asker, identifier));
  const [, region = "", account, id = ""] = arnForm.exec(identifier) ?? [];
  if (id === "") throw refusal(simulatorTexts.arnMalformed(identifier));
  if (account !== asker.account) throw refusal(simulatorTexts.arnNotFound(identifier));
  return refuseGone(findConnection({ ...asker, region }, id));
}

function refuseGone(connection: ConnectionRecord): ConnectionRecord {
  if (isGone(connection)) throw refusal(awsTexts.connectionNotFound(connection.id));
  return connection;
}

/** Refuses connections of which one cannot join: none joins then. */
export function checkJoining({ world }: Asker, group: ResiliencyGroupRecord, connections: readonly ConnectionRecord[]): void {
  for (const { id, state } of connections) {
    if (state === "deleting" || state === "ordering") {
      throw refusal(simulatorTexts.wrongState("AssociateConnectionsToResiliencyGroup", id, state));
    }
    if (world.find("resiliencyGroupAssociation", membershipKey(group.id, id)) !== undefined) {
      throw refusal(simulatorTexts.alreadyInGroup(id, group.id));
    }
  }
  const quota = quotas.connectionsPerResiliencyGroup;
  if (world.linked("resiliencyGroupAssociation", "group", group.id).length + connections.length > quota) {
    throw limitExceeded(simulatorTexts.groupMemberQuota(group.id, quota));
  }
}

/** The memberships of the connections. Refuses if one has none that can end: none ends then. */
export function findLeaving(
  { world }: Asker,
  group: ResiliencyGroupRecord,
  connections: readonly ConnectionRecord[],
): ResiliencyGroupAssociationRecord[] {
  return connections.map(({ id }) => {
    const membership = world.find("resiliencyGroupAssociation", membershipKey(group.id, id));
    if (membership === undefined) throw refusal(simulatorTexts.notInGroup(id, group.id));
    if (membership.state === "associated") return membership;
    throw refusal(simulatorTexts.wrongState("DisassociateConnectionsFromResiliencyGroup", id, membership.state));
  });
}

export function checkGroupQuota(count: number): void {
  const quota = quotas.resiliencyGroupsPerRegion;
  if (count >= quota) throw limitExceeded(simulatorTexts.groupQuota(quota));
}

function limitExceeded(message: string): ApiFailure {
  return new ApiFailure("LimitExceededException", 400, message);
}
