import { expect, test } from "vitest";
import { statusText, statusTooltip } from "../../src/extension/status-text.ts";
import { emptyInventory, type Account, type Inventory } from "../../src/model/inventory.ts";
import { noText } from "../../src/model/text.ts";

const t = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));

function reading(...accounts: readonly Account[]): Inventory {
  return { ...emptyInventory, accounts };
}

const prod: Account = { profile: "prod", id: "111122223333", regions: ["us-east-1", "eu-west-1"] };
const failure = { profile: "prod", region: undefined, action: "x", reason: "expired", message: "", text: noText, requestId: undefined } as const;

test.each([
  ["nothing chosen", reading(), false, "$(plug) Direct Connect: no profile"],
  ["one account", reading(prod), false, "$(plug) 111122223333 · prod · us-east-1, eu-west-1"],
  ["an account that is not known yet", reading({ ...prod, id: undefined }), false, "$(plug) prod · us-east-1, eu-west-1"],
  ["another endpoint", reading(prod), true, "$(beaker) simulator · 111122223333 · prod · us-east-1, eu-west-1"],
  ["the built-in simulator", reading({ ...prod, profile: "simulator (111122223333)" }), true, "$(beaker) simulator · 111122223333 · us-east-1, eu-west-1"],
  ["several", reading(prod, { profile: "lab", id: undefined, regions: ["us-west-2"] }), false, "$(plug) 2 profiles · 3 Regions"],
  ["trouble", { ...reading(prod), failures: [failure] }, false, "$(warning) 111122223333 · prod · us-east-1, eu-west-1"],
] as const)("%s", (_, inventory, isSimulated, text) => expect(statusText(inventory, isSimulated, t)).toBe(text));

test("the tooltip tells each profile's account, Regions and trouble, when it was read, and who answers", () => {
  const inventory = { ...reading(prod, { profile: "lab", id: undefined, regions: ["us-west-2"] }), failures: [failure, failure] };
  expect(statusTooltip(inventory, { isSimulated: false, readAt: undefined }, t).split("\n\n")).toEqual([
    "**prod**: 111122223333 · us\\-east\\-1\\, eu\\-west\\-1 · Credentials expired",
    "**lab**: us\\-west\\-2",
    "Click to choose profiles",
  ]);
  const simulated = statusTooltip(inventory, { isSimulated: true, readAt: Date.UTC(2026, 0, 2, 3, 4) }, t);
  expect(simulated).toMatch(/\n\nRead at .*\\:04/);
  expect(simulated).toContain("A simulator answers\\, not AWS\\.");
});
