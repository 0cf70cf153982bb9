import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import { resiliencyGroupOperations } from "../../src/operations/resiliency-groups.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, resiliencyGroup } from "../support/sample-inventory.ts";

const { addToResiliencyGroup, createResiliencyGroup, deleteResiliencyGroup, listResiliencyGroupConnections, listResiliencyGroups, removeFromResiliencyGroup, renameResiliencyGroup, showResiliencyGroup } =
  resiliencyGroupOperations;
const region = placeOf({ state: "region", profile: "prod", region: "us-east-1" });
const group = "dxrg-0123456789abcdefg";
const inventory = { ...emptyInventory, resources: [connection({ id: "dxcon-a" }), connection({ id: "dxcon-b", region: "eu-west-1" }), connection({ id: "dxcon-c", state: "deleting" })] };

test("a group is looked up or typed, and its connections are chosen unless the form was opened on one", () => {
  const { connections, group: chosen } = addToResiliencyGroup.parameters;
  expect(chosen.lookup.options({ items: [{ resiliencyGroupId: group, resiliencyGroupName: "core", state: "available" }] }).map(({ value }) => value)).toEqual([group]);
  expect([chosen.other(group), inEnglish(chosen.other("core"))]).toEqual([undefined, "An id is dxrg- with 17 letters and digits."]);
  expect(connections.options({ target: region, inventory, answers: {} }).map(({ id }) => id)).toEqual(["dxcon-a"]);
  expect(connections.when({ target: connection({ id: "dxcon-a" }), inventory, answers: {} })).toBe(false);
  expect(connections.most, "as many as one call takes").toBe(50);
});

test("on a group itself it is not asked for, and its connections are those to take out, the others those to put in", () => {
  const pair = resiliencyGroup({ id: group, name: "pair", connectionIds: ["dxcon-a"] });
  const here = { target: pair, inventory: { ...inventory, resources: [...inventory.resources, connection({ id: "dxcon-d" })] }, answers: {} };
  expect(addToResiliencyGroup.parameters.group.when(here)).toBe(false);
  expect(addToResiliencyGroup.parameters.connections.options(here).map(({ id }) => id)).toEqual(["dxcon-d"]);
  expect(removeFromResiliencyGroup.parameters.connections.options(here).map(({ id }) => id)).toEqual(["dxcon-a"]);
  expect(renameResiliencyGroup.parameters.name.initial(here)).toBe("pair");
  expect(inEnglish(addToResiliencyGroup.parameters.connections.none), "also where it holds all of them").toMatch(/could still be put into the group/);
  expect(deleteResiliencyGroup.input({ group: undefined }, pair, "us-east-1")).toEqual({ resiliencyGroupId: group });
  expect(addToResiliencyGroup.input({ group: undefined, connections: [connection({ id: "dxcon-d" })] }, pair, "us-east-1")).toEqual({ resiliencyGroupId: group, connectionIdentifiers: ["dxcon-d"] });
});

test("where its connections are not known, any may be put in or taken out", () => {
  const here = { target: resiliencyGroup({ id: group, connectionIds: undefined }), inventory, answers: {} };
  for (const { parameters } of [addToResiliencyGroup, removeFromResiliencyGroup]) expect(parameters.connections.options(here).map(({ id }) => id)).toEqual(["dxcon-a"]);
});

test("each call names its group", () => {
  const named = { resiliencyGroupId: group };
  const subject = connection({ id: "dxcon-a" });
  expect(addToResiliencyGroup.input({ group, connections: undefined }, subject, "us-east-1")).toEqual({ ...named, connectionIdentifiers: ["dxcon-a"] });
  expect(removeFromResiliencyGroup.input({ group, connections: [subject] }, region, "us-east-1")).toEqual({ ...named, connectionIdentifiers: ["dxcon-a"] });
  expect(renameResiliencyGroup.input({ group, name: "new" }, region, "us-east-1")).toEqual({ ...named, resiliencyGroupName: "new" });
  expect(deleteResiliencyGroup.input({ group }, region, "us-east-1")).toEqual(named);
  expect(inEnglish(deleteResiliencyGroup.consequence?.(region, inventory, { group }))).toContain(group);
  expect(createResiliencyGroup.input({ name: "core", model: "high-resiliency", tags: undefined }, region, "us-east-1")).toEqual({ resiliencyGroupName: "core", intendedResiliencyModel: "high-resiliency" });
  expect(inEnglish(createResiliencyGroup.parameters.name.check("two words"))).toMatch(/letters, digits/);
});

test("what is read is a table or a document", () => {
  expect(inEnglish(listResiliencyGroups.document?.({ items: [{ resiliencyGroupId: group, resiliencyGroupName: "core", state: "available" }] }, region, {}))).toMatchObject({
    title: "Resiliency groups in us-east-1",
    rows: [["core", "available", "", group]],
  });
  const connectionArn = "arn:aws:directconnect:us-east-1:111122223333:dxcon/dxcon-a";
  expect(inEnglish(listResiliencyGroupConnections.document?.({ items: [{ connectionArn, state: "associated" }] }, region, { group }))).toMatchObject({ rows: [["dxcon-a", "associated"]] });
  expect(showResiliencyGroup.document?.({ resiliencyGroup: { resiliencyGroupName: "core" } }, region, { group })).toMatchObject({ form: "text", name: "core.json" });
});
