import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { Connection, Resource } from "../../src/model/resource.ts";
import { connectionOperations } from "../../src/operations/connections.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, interconnect, lag, virtualInterface } from "../support/sample-inventory.ts";

const { confirmConnection, deleteConnection, deleteInterconnect } = connectionOperations;

function refusalOf(subject: Connection, others: readonly Resource[]) {
  return inEnglish(deleteConnection.refusal?.(subject, { ...emptyInventory, resources: [subject, ...others] }));
}

test("a call names the connection and nothing else", () => {
  expect(confirmConnection.input({}, connection({ id: "dxcon-a" }), "us-east-1")).toEqual({ connectionId: "dxcon-a" });
  expect(deleteConnection.input({}, connection({ id: "dxcon-a" }), "us-east-1")).toEqual({ connectionId: "dxcon-a" });
  expect(deleteInterconnect.input({}, interconnect({ id: "dxcon-b" }), "us-east-1")).toEqual({ interconnectId: "dxcon-b" });
});

test("a connection with virtual interfaces is refused, naming them", () => {
  const subject = connection({ id: "dxcon-a", name: "prod" });
  const carried = virtualInterface({ id: "dxvif-1", name: "vif-prod", connectionId: "dxcon-a", state: "down" });
  expect(refusalOf(subject, [carried])).toEqual({
    message: "prod still carries 1 virtual interface (vif-prod). Delete it first.",
    because: ["virtualInterface/dxvif-1"],
  });
});

test("a virtual interface that is gone is not in the way, one that is going is", () => {
  const subject = connection({ id: "dxcon-a" });
  expect(refusalOf(subject, [virtualInterface({ id: "v", connectionId: "dxcon-a", state: "deleted" })])).toBeUndefined();
  expect(refusalOf(subject, [virtualInterface({ id: "v", connectionId: "dxcon-a", state: "deleting" })])).toBeDefined();
});

test.each([
  ["two of two with a minimum of two", 2, ["dxcon-a", "dxcon-b"], true],
  ["two of two with a minimum of one", 1, ["dxcon-a", "dxcon-b"], false],
  ["three of which two are needed", 2, ["dxcon-a", "dxcon-b", "dxcon-c"], false],
  ["the last one, whatever the minimum", 1, ["dxcon-a"], false],
])("a LAG's member: %s", (_, minimumLinks, members, isRefused) => {
  const [subject, ...others] = members.map((id) => connection({ id, lagId: "dxlag-1" }));
  if (subject === undefined) throw new Error("A LAG has members.");
  const refusal = refusalOf(subject, [...others, lag({ id: "dxlag-1", minimumLinks, connectionIds: members })]);
  expect(refusal !== undefined).toBe(isRefused);
  if (isRefused) expect(refusal?.because).toEqual(["lag/dxlag-1"]);
});

test("an interconnect with hosted connections is refused", () => {
  const subject = interconnect({ id: "dxcon-i" });
  const hosted = connection({ id: "dxcon-h", hosted: true, parentId: "dxcon-i" });
  expect(deleteInterconnect.refusal?.(subject, { ...emptyInventory, resources: [subject, hosted] })?.because).toEqual(["connection/dxcon-h"]);
});

test("what follows is said: who ordered it, what is declined, what goes on being charged", () => {
  const subject = connection({ id: "c", state: "ordering", hosted: true, partnerName: "Carrier" });
  expect(inEnglish(confirmConnection.consequence?.(subject, emptyInventory, {}))).toMatch(/^Carrier ordered it/);
  expect(inEnglish(deleteConnection.consequence?.(subject, emptyInventory, {}))).toMatch(/declines/);
  expect(inEnglish(deleteConnection.consequence?.(connection({ id: "c" }), emptyInventory, {}))).toMatch(/colocation/);
});
