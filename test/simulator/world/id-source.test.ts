import { expect, test } from "vitest";
import { IdSource } from "../../../src/simulator/world/id-source.ts";

test("ids look like AWS's", () => {
  const ids = new IdSource(0);
  expect(ids.resource("dxcon")).toMatch(/^dxcon-[a-z0-9]{8}$/);
  expect(ids.resource("dxpeer")).toMatch(/^dxpeer-[a-z0-9]{8}$/);
  expect(ids.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.authKey()).toMatch(/^0x[\w-]{22}$/);
});

test("the same count makes the same ids, and a source goes on where another stopped", () => {
  const first = new IdSource(0);
  const ids = [first.uuid(), first.uuid(), first.uuid()];
  expect(new IdSource(0).uuid()).toBe(ids[0]);
  expect(first.made).toBe(3);
  expect(new IdSource(2).uuid()).toBe(ids[2]);
});

test("ten thousand ids are all different", () => {
  const ids = new IdSource(0);
  expect(new Set(Array.from({ length: 10_000 }, () => ids.resource("dxvif"))).size).toBe(10_000);
});
