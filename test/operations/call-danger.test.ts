import { expect, test } from "vitest";
import { dangerOf, isRead } from "../../src/operations/call-danger.ts";

test.each([
  ["DeleteConnection", "destroys"],
  ["DescribeLags", "reads"],
  ["ListVirtualInterfaceRoutes", "reads"],
  ["GetResiliencyGroup", "reads"],
  ["TagResource", "changes"],
  ["StartBgpFailoverTest", "interrupts"],
  // What stands in no table.
  ["DeleteEverything", "destroys"],
  ["AssociateAnything", "interrupts"],
  ["ConfirmAnything", "changes"],
])("%s %s", (action, danger) => expect(dangerOf(action)).toBe(danger));

test("reading is told by the verb, not by its beginning", () => {
  expect(["DescribeTags", "GetResiliencyGroup", "Getaway", "DeleteLag"].map(isRead)).toEqual([true, true, false, false]);
});
