import { resiliencyGroupAnswer, resiliencyGroupAssociationAnswer, resiliencyGroupSummary } from "../answers/resiliency-groups.ts";
import { refusal } from "../rules/api-failure.ts";
import { arnOf } from "../rules/arns.ts";
import { onceByToken } from "../rules/client-tokens.ts";
import { type Asker, ownOf } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkGroupQuota, checkJoining, findIdentified, findLeaving, findReadyGroup, findResiliencyGroup } from "../rules/resiliency-groups.ts";
import { readNewTags, type TagInput } from "../rules/tags.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { membershipKey } from "../world/keys.ts";
import { isGone } from "../world/links.ts";
import type { ConnectionRecord, ResiliencyGroupAssociationRecord, ResiliencyGroupRecord } from "../world/records.ts";
import { type Call, reads, writes } from "./operation.ts";

interface NewGroup {
  readonly resiliencyGroupName: string;
  readonly intendedResiliencyModel: string;
  readonly clientToken?: string;
  readonly tags?: TagInput;
}

interface MemberChange {
  readonly resiliencyGroupId: string;
  readonly connectionIdentifiers: readonly string[];
  readonly clientToken?: string;
}

interface NameChange {
  readonly resiliencyGroupId: string;
  readonly resiliencyGroupName: string;
  readonly clientToken?: string;
}

export const resiliencyGroups = {
  CreateResiliencyGroup: writes(
    onceByToken("CreateResiliencyGroup", (call: Call<NewGroup>) => {
      const { resiliencyGroupName: name, intendedResiliencyModel } = call.input;
      const { world, account, region } = call;
      const tags = readNewTags(call.input.tags);
      checkGroupQuota(ownOf(call, "resiliencyGroup").filter((group) => !isGone(group)).length);
      const group: ResiliencyGroupRecord = {
        kind: "resiliencyGroup",
        id: world.ids.resiliencyGroup(),
        order: 0,
        state: "pending",
        becomes: { state: "available", at: world.now + durations.resiliencyGroup },
        name,
        ownerAccount: account,
        region,
        tags,
        intendedResiliencyModel,
      };
      world.add(group);
      return { resiliencyGroup: resiliencyGroupAnswer(group) };
    }),
  ),

  GetResiliencyGroup: reads<{ resiliencyGroupId: string }>((call) => ({
    resiliencyGroup: resiliencyGroupAnswer(findResiliencyGroup(call, call.input.resiliencyGroupId)),
  })),

  ListResiliencyGroups: reads<PageInput>((call) => {
    const { items, nextToken } = pageOf(ownOf(call, "resiliencyGroup"), call.input);
    return { items: items.map(resiliencyGroupSummary), nextToken };
  }),

  UpdateResiliencyGroup: writes(
    onceByToken("UpdateResiliencyGroup", (call: Call<NameChange>) => {
      const { resiliencyGroupId, resiliencyGroupName } = call.input;
      const group = findReadyGroup(call, "UpdateResiliencyGroup", resiliencyGroupId);
      group.name = resiliencyGroupName;
      return { resiliencyGroup: resiliencyGroupAnswer(group) };
    }),
  ),

  DeleteResiliencyGroup: writes<{ resiliencyGroupId: string }>((call) => {
    const group = findResiliencyGroup(call, call.input.resiliencyGroupId);
    if (group.state === "deleting") return { resiliencyGroup: resiliencyGroupAnswer(group) };
    findReadyGroup(call, "DeleteResiliencyGroup", group.id);
    const members = call.world.linked("resiliencyGroupAssociation", "group", group.id).length;
    if (members > 0) throw refusal(simulatorTexts.groupHasMembers(group.id, members));
    call.world.change(group, "deleting", { state: "deleted", after: durations.deletion });
    return { resiliencyGroup: resiliencyGroupAnswer(group) };
  }),

  ListResiliencyGroupAssociations: reads<PageInput & { resiliencyGroupId: string }>((call) => {
    const group = findResiliencyGroup(call, call.input.resiliencyGroupId);
    const members = call.world.linked("resiliencyGroupAssociation", "group", group.id);
    const { items, nextToken } = pageOf(members, call.input);
    return { items: items.map(resiliencyGroupAssociationAnswer), nextToken };
  }),

  AssociateConnectionsToResiliencyGroup: writes(
    onceByToken("AssociateConnectionsToResiliencyGroup", (call: Call<MemberChange>) => {
      const group = findReadyGroup(call, "AssociateConnectionsToResiliencyGroup", call.input.resiliencyGroupId);
      const connections = findAllIdentified(call);
      checkJoining(call, group, connections);
      const members = connections.map((connection) => join(call, group, connection));
      return { resiliencyGroupAssociations: members.map(resiliencyGroupAssociationAnswer) };
    }),
  ),

  DisassociateConnectionsFromResiliencyGroup: writes(
    onceByToken("DisassociateConnectionsFromResiliencyGroup", (call: Call<MemberChange>) => {
      const group = findReadyGroup(call, "DisassociateConnectionsFromResiliencyGroup", call.input.resiliencyGroupId);
      const leaving = findLeaving(call, group, findAllIdentified(call));
      for (const member of leaving) {
        call.world.change(member, "disassociating", { state: "disassociated", after: durations.resiliencyGroup });
      }
      return { resiliencyGroupAssociations: leaving.map(resiliencyGroupAssociationAnswer) };
    }),
  ),
};

/** Each connection once, however often and in whatever form it is named. */
function findAllIdentified(call: Call<MemberChange>): ConnectionRecord[] {
  return [...new Set(call.input.connectionIdentifiers.map((identifier) => findIdentified(call, identifier)))];
}

function join({ world }: Asker, group: ResiliencyGroupRecord, connection: ConnectionRecord): ResiliencyGroupAssociationRecord {
  const membership: ResiliencyGroupAssociationRecord = {
    kind: "resiliencyGroupAssociation",
    id: membershipKey(group.id, connection.id),
    order: 0,
    state: "associating",
    becomes: { state: "associated", at: world.now + durations.resiliencyGroup },
    resiliencyGroupId: group.id,
    connectionArn: arnOf(connection),
    connectionId: connection.id,
  };
  world.add(membership);
  return membership;
}
