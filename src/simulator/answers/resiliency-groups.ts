import { arnOf } from "../rules/arns.ts";
import type { ResiliencyGroupAssociationRecord, ResiliencyGroupRecord } from "../world/records.ts";

/** A ResiliencyGroup as the API sends it. The model it is intended for is not among what the API tells. */
export function resiliencyGroupAnswer(group: ResiliencyGroupRecord) {
  return { ...resiliencyGroupSummary(group), tags: group.tags };
}

/** A ResiliencyGroupSummary as the API sends it. */
export function resiliencyGroupSummary(group: ResiliencyGroupRecord) {
  return {
    resiliencyGroupId: group.id,
    resiliencyGroupArn: arnOf(group),
    resiliencyGroupName: group.name,
    resiliencyGroupType: "Managed",
    ownerAccount: group.ownerAccount,
    state: group.state,
  };
}

/** A ResiliencyGroupAssociation as the API sends it. */
export function resiliencyGroupAssociationAnswer(membership: ResiliencyGroupAssociationRecord) {
  return {
    resiliencyGroupId: membership.resiliencyGroupId,
    connectionArn: membership.connectionArn,
    state: membership.state,
  };
}
