import { expect, test } from "vitest";
import { createLookUp } from "../../src/extension/look-up.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import { verbatim } from "../../src/model/text.ts";
import { resiliencyGroupOperations } from "../../src/operations/resiliency-groups.ts";
import { ApiError, type Send } from "../../src/operations/send.ts";

const { group } = resiliencyGroupOperations.showResiliencyGroup.parameters;
const context = { target: placeOf({ state: "region", profile: "prod", region: "eu-west-1" }), inventory: emptyInventory, answers: {} };

function lookUpWith(answer: () => unknown) {
  const calls: unknown[] = [];
  const warnings: string[] = [];
  const send = (async (call: unknown) => {
    calls.push(call);
    return { output: await answer(), requestId: "r" };
  }) as unknown as Send;
  const log = { warn: (message: string) => void warnings.push(message) };
  return { calls, warnings, lookUp: createLookUp({ store: { inventory: emptyInventory }, send, log }) };
}

test("a call brings the options, in the place that the form is about", async () => {
  const { calls, lookUp } = lookUpWith(() => ({ items: [{ resiliencyGroupId: "dxrg-1", resiliencyGroupName: "core", state: "available" }] }));
  await expect(lookUp(group, context)).resolves.toMatchObject([{ value: "dxrg-1", label: verbatim("core") }]);
  expect(calls).toMatchObject([{ action: "ListResiliencyGroups", profile: "prod", region: "eu-west-1", input: {} }]);
});

test("a call that fails brings none and is logged; a bug is not swallowed", async () => {
  const failed = lookUpWith(() => {
    throw new ApiError({ action: "ListResiliencyGroups", code: "X", reason: "refused", text: verbatim("No.") });
  });
  await expect(failed.lookUp(group, context)).resolves.toEqual([]);
  expect(failed.warnings).toEqual(["No."]);
  await expect(lookUpWith(() => { throw new TypeError("a bug"); }).lookUp(group, context)).rejects.toThrow("a bug");
  await expect(failed.lookUp({ ...group, lookup: undefined } as never, context)).resolves.toEqual([]);
});
