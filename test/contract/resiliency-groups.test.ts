import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { type Caller, callOverWire, clientOf, networkTeam, ours } from "./clients.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { passSeconds } = context;
const call = (operation: string, input: object, caller?: Caller) =>
  callOverWire(context.simulator.url, operation, input, caller);

interface Group {
  readonly resiliencyGroupId: string;
  readonly resiliencyGroupArn: string;
  readonly state: string;
}

async function create(more: object = {}): Promise<Group> {
  const { body } = await call("CreateResiliencyGroup", { resiliencyGroupName: "pair", intendedResiliencyModel: "high-resiliency", ...more });
  return body["resiliencyGroup"] as Group;
}

/** A group that can be used. */
async function ready(): Promise<string> {
  const { resiliencyGroupId } = await create();
  await passSeconds(30);
  return resiliencyGroupId;
}

const associate = (resiliencyGroupId: string, connectionIdentifiers: string[], more: object = {}) =>
  call("AssociateConnectionsToResiliencyGroup", { resiliencyGroupId, connectionIdentifiers, ...more });
const disassociate = (resiliencyGroupId: string, connectionIdentifiers: string[]) =>
  call("DisassociateConnectionsFromResiliencyGroup", { resiliencyGroupId, connectionIdentifiers });
const memberStates = async (resiliencyGroupId: string) => {
  const { body } = await call("ListResiliencyGroupAssociations", { resiliencyGroupId });
  return (body["items"] as { state: string }[]).map(({ state }) => state);
};
const arnOf = (name: string, region = "us-east-1") => `arn:aws:directconnect:${region}:${ours}:dxcon/${context.id(name)}`;

/** What a call is refused with: its type and text. */
async function refused(answer: ReturnType<typeof call>): Promise<[unknown, unknown]> {
  const { status, body } = await answer;
  expect(status).toBe(400);
  return [body["__type"], body["message"]];
}
const client = "DirectConnectClientException";

test("a group is made, read, listed, renamed and deleted", async () => {
  const made = await create({ tags: [{ key: "team", value: "net" }] });
  expect(made).toEqual({
    resiliencyGroupId: expect.stringMatching(/^dxrg-[0-9a-z]{17}$/) as string,
    resiliencyGroupArn: `arn:aws:directconnect::${ours}:dx-resiliency-group/${made.resiliencyGroupId}`,
    resiliencyGroupName: "pair",
    resiliencyGroupType: "Managed",
    ownerAccount: ours,
    state: "pending",
    tags: [{ key: "team", value: "net" }],
  });
  const { resiliencyGroupId } = made;
  const rename = () => call("UpdateResiliencyGroup", { resiliencyGroupId, resiliencyGroupName: "renamed" });
  expect(await refused(rename())).toEqual([client, `UpdateResiliencyGroup failed. ${resiliencyGroupId} is in state pending`]);
  await passSeconds(30);
  expect((await rename()).body).toMatchObject({ resiliencyGroup: { resiliencyGroupName: "renamed", state: "available" } });
  const { tags, ...summary } = { ...made, resiliencyGroupName: "renamed", state: "available", tags: [] };
  expect(tags).toEqual([]);
  expect((await call("ListResiliencyGroups", {})).body).toEqual({ items: [summary] });
  expect((await call("DeleteResiliencyGroup", { resiliencyGroupId })).body).toMatchObject({ resiliencyGroup: { state: "deleting" } });
  await passSeconds(60);
  const get = () => call("GetResiliencyGroup", { resiliencyGroupId: resiliencyGroupId.toUpperCase().replace("DXRG", "dxrg") });
  expect((await get()).body).toMatchObject({ resiliencyGroup: { state: "deleted" } });
  await passSeconds(15 * 60);
  expect(await refused(get())).toEqual([client, expect.stringContaining("does not exist")]);
});

test("a group is its owner's, in its Region", async () => {
  const { resiliencyGroupId } = await create();
  for (const caller of [[networkTeam, "us-east-1"], [ours, "eu-west-1"]] as const) {
    const answer = call("GetResiliencyGroup", { resiliencyGroupId }, caller);
    expect(await refused(answer)).toEqual([client, `Resiliency group ${resiliencyGroupId} does not exist.`]);
    expect((await call("ListResiliencyGroups", {}, caller)).body).toEqual({ items: [] });
  }
});

test("names, models and ids are what the service takes", async () => {
  const fails = async (more: object) => (await refused(call("CreateResiliencyGroup", { resiliencyGroupName: "a", intendedResiliencyModel: "high-resiliency", ...more })))[1];
  expect(await fails({ resiliencyGroupName: "a b" })).toContain("'resiliencyGroupName' is 'a b'");
  expect(await fails({ resiliencyGroupName: "" })).toContain("length of 1 or more");
  expect(await fails({ intendedResiliencyModel: "none" })).toContain("must be one of [maximum-resiliency, high-resiliency, basic-resiliency]");
  expect(await fails({ clientToken: "t".repeat(129) })).toContain("'clientToken' must have a length of 128 or less");
  expect((await refused(call("GetResiliencyGroup", { resiliencyGroupId: "dxrg-1" })))[1]).toContain("'resiliencyGroupId'");
  expect((await refused(call("CreateResiliencyGroup", { resiliencyGroupName: "a", intendedResiliencyModel: "high-resiliency", tags: [{ key: "a" }, { key: "a" }] })))[0]).toBe("DuplicateTagKeysException");
});

test("the same client token makes one group; with another input it is refused", async () => {
  const first = await create({ clientToken: "once" });
  await passSeconds(30);
  expect(await create({ clientToken: "once" })).toEqual(first);
  expect((await call("ListResiliencyGroups", {})).body["items"]).toHaveLength(1);
  const other = call("CreateResiliencyGroup", { resiliencyGroupName: "other", intendedResiliencyModel: "high-resiliency", clientToken: "once" });
  expect(await refused(other)).toEqual([client, "The client token once was used with other parameters."]);
  await passSeconds(24 * 3600);
  expect((await create({ clientToken: "once" })).resiliencyGroupId).not.toBe(first.resiliencyGroupId);
});

test("a client token outlives a restart from the state", async () => {
  const first = await create({ clientToken: "once" });
  const estate = await context.simulator.get("state");
  await context.simulator.post("reset", { estate });
  expect((await create({ clientToken: "once" })).resiliencyGroupId).toBe(first.resiliencyGroupId);
});

test("connections join by id or ARN, of any Region, and leave again", async () => {
  const group = await ready();
  const joined = await associate(group, [context.id("prod-iad-a"), arnOf("prod-lhr-b", "eu-west-1"), arnOf("prod-iad-a")]);
  expect(joined.body).toEqual({
    resiliencyGroupAssociations: [
      { resiliencyGroupId: group, connectionArn: arnOf("prod-iad-a"), state: "associating" },
      { resiliencyGroupId: group, connectionArn: arnOf("prod-lhr-b", "eu-west-1"), state: "associating" },
    ],
  });
  await passSeconds(30);
  expect(await memberStates(group)).toEqual(["associated", "associated"]);
  const remove = call("DeleteResiliencyGroup", { resiliencyGroupId: group });
  expect(await refused(remove)).toEqual([client, `The resiliency group ${group} cannot be deleted: it has 2 connections.`]);
  expect((await disassociate(group, [arnOf("prod-iad-a")])).body).toMatchObject({ resiliencyGroupAssociations: [{ state: "disassociating" }] });
  await passSeconds(30);
  expect(await memberStates(group)).toEqual(["associated"]);
});

test("if one connection cannot join or leave, none does", async () => {
  const group = await ready();
  const good = context.id("prod-iad-a");
  const fails = async (identifier: string) => (await refused(associate(group, [good, identifier])))[1];
  expect(await fails("dxcon-ffffffff")).toBe("Could not find Connection with ID dxcon-ffffffff");
  expect(await fails("nonsense")).toBe("ConnectionID nonsense has an invalid format.");
  expect(await fails("arn:aws:directconnect:us-east-1:1:dxcon/x")).toContain("has an invalid format");
  const theirs = arnOf("prod-iad-a").replace(ours, networkTeam);
  expect(await fails(theirs)).toBe(`The resource ${theirs} does not exist.`);
  expect(await fails(context.id("branch-iad-voice"))).toContain("is in state ordering");
  expect(await memberStates(group)).toEqual([]);
  await associate(group, [good]);
  expect((await refused(associate(group, [good])))[1]).toBe(`The connection ${good} is already in the resiliency group ${group}.`);
  expect((await refused(disassociate(group, [good])))[1]).toContain("is in state associating");
  const other = context.id("new-iad-c");
  expect((await refused(disassociate(group, [other])))[1]).toBe(`The connection ${other} is not in the resiliency group ${group}.`);
});

test("a deleted connection is in no group", async () => {
  const group = await ready();
  const connectionId = context.id("new-iad-c");
  await associate(group, [connectionId]);
  await clientOf(context.simulator.url).send(new sdk.DeleteConnectionCommand({ connectionId }));
  expect(await memberStates(group)).toEqual([]);
});

test("groups have tags, by their ARN", async () => {
  const { resiliencyGroupArn } = await create();
  const sent = clientOf(context.simulator.url);
  await sent.send(new sdk.TagResourceCommand({ resourceArn: resiliencyGroupArn, tags: [{ key: "a", value: "b" }] }));
  const { resourceTags } = await sent.send(new sdk.DescribeTagsCommand({ resourceArns: [resiliencyGroupArn] }));
  expect(resourceTags).toEqual([{ resourceArn: resiliencyGroupArn, tags: [{ key: "a", value: "b" }] }]);
  const elsewhere = await call("DescribeTags", { resourceArns: [resiliencyGroupArn] }, [ours, "eu-west-1"]);
  expect(elsewhere.status).toBe(400);
});

test("the number of groups is limited", async () => {
  for (let made = 0; made < 100; made += 1) await create();
  const one = call("CreateResiliencyGroup", { resiliencyGroupName: "a", intendedResiliencyModel: "basic-resiliency" });
  expect(await refused(one)).toEqual(["LimitExceededException", "The account already has 100 resiliency groups in this Region."]);
  expect((await call("ListResiliencyGroups", { maxResults: 1000 })).body["items"]).toHaveLength(100);
  const page = await call("ListResiliencyGroups", { maxResults: 60 });
  const rest = await call("ListResiliencyGroups", { maxResults: 60, nextToken: page.body["nextToken"] });
  expect(rest.body["items"]).toHaveLength(40);
  expect(rest.body["nextToken"]).toBeUndefined();
});
