import { expect, test } from "vitest";
import { changedMembers } from "../../src/model/record-change.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { virtualInterface } from "../support/sample-inventory.ts";

function between(before: JsonObject, now: JsonObject): readonly string[] {
  const one = virtualInterface({ id: "dxvif-1" });
  return changedMembers({ ...one, record: before }, { ...one, record: now });
}

test("what somebody has changed is named", () => {
  expect(between({ mtu: 1500, virtualInterfaceName: "a" }, { mtu: 8500, virtualInterfaceName: "b" })).toEqual(["mtu", "virtualInterfaceName"]);
  expect(between({ routeFilterPrefixes: [{ cidr: "10.0.0.0/8" }] }, {})).toEqual(["routeFilterPrefixes"]);
});

test("what changes without anybody, or only in the order of its members, is not", () => {
  expect(between({ virtualInterfaceState: "pending", jumboFrameCapable: false, loaIssueTime: "1" }, { virtualInterfaceState: "available", jumboFrameCapable: true, loaIssueTime: "2" })).toEqual([]);
  expect(between({ key: { a: 1, b: 2 } }, { key: { b: 2, a: 1 } })).toEqual([]);
});
