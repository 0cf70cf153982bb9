import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { lagOperations } from "../../src/operations/lags.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, lag, virtualInterface } from "../support/sample-inventory.ts";

const { deleteLag } = lagOperations;
const subject = lag({ id: "dxlag-1", name: "bundle", connectionIds: ["dxcon-a", "dxcon-b"] });
const members = [connection({ id: "dxcon-a", lagId: "dxlag-1" }), connection({ id: "dxcon-b", lagId: "dxlag-1" })];

test("members are not in the way", () => {
  expect(deleteLag.refusal?.(subject, { ...emptyInventory, resources: [subject, ...members] })).toBeUndefined();
  const named = { ...emptyInventory, resources: [connection({ id: "dxcon-a", name: "first", lagId: "dxlag-1" })] };
  expect(inEnglish(deleteLag.consequence?.(subject, named, {}))).toBe("Its 2 connections stay and go on being charged: first, dxcon-b.");
  expect(inEnglish(deleteLag.consequence?.(lag({ id: "l", connectionIds: ["dxcon-a"] }), named, {}))).toBe("Its connection first stays and goes on being charged.");
  expect(deleteLag.consequence?.(lag({ id: "l" }), emptyInventory, {})).toBeUndefined();
});

test("virtual interfaces and hosted connections are", () => {
  const carried = [
    virtualInterface({ id: "dxvif-1", name: "one", connectionId: "dxlag-1" }),
    connection({ id: "dxcon-h", name: "two", hosted: true, parentId: "dxlag-1" }),
  ];
  expect(inEnglish(deleteLag.refusal?.(subject, { ...emptyInventory, resources: [subject, ...members, ...carried] }))).toEqual({
    message: "LAG bundle still carries 1 virtual interface and 1 connection (one, two). Delete them or move them to another port first.",
    because: ["virtualInterface/dxvif-1", "connection/dxcon-h"],
  });
});

test("the call names the LAG", () => expect(deleteLag.input({}, subject, "us-east-1")).toEqual({ lagId: "dxlag-1" }));
