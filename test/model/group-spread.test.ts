import { expect, test } from "vitest";
import { spreadOf } from "../../src/model/group-spread.ts";
import { connection } from "../support/sample-inventory.ts";

const members = [connection({ id: "a" }), connection({ id: "b" }), connection({ id: "c", location: "CSVA1", awsDevice: "" })];
const index = new Map(members.map((member) => [member.key, member]));

test("counts what shares a location or a device, and what the worst location's failure leaves", () => {
  expect(spreadOf({ connectionIds: ["a", "b", "c"] }, index)).toEqual({
    locations: [{ name: "EqDC2", count: 2 }, { name: "CSVA1", count: 1 }],
    devices: [{ name: "EqDC2-19y7z3m17xpuz", count: 2 }],
    up: 3,
    left: 1,
  });
  expect(spreadOf({ connectionIds: ["a", "b"] }, index)).toMatchObject({ up: 2, left: 0 });
  expect(spreadOf({ connectionIds: undefined }, index)).toEqual({ locations: [], devices: [], up: 0, left: 0 });
});
