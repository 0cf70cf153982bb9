import { expect, test } from "vitest";
import { createLookUp } from "../../src/extension/look-up.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import { english, verbatim, type Text } from "../../src/model/text.ts";
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
  const told: string[] = [];
  const tell = (problem: Text): void => void told.push(english(problem));
  return { calls, warnings, told, lookUp: createLookUp({ store: { inventory: emptyInventory }, send, log, tell, patience: 20 }) };
}

test("a call brings the options, in the place that the form is about", async () => {
  const { calls, lookUp } = lookUpWith(() => ({ items: [{ resiliencyGroupId: "dxrg-1", resiliencyGroupName: "core", state: "available" }] }));
  await expect(lookUp(group, context)).resolves.toMatchObject([{ value: "dxrg-1", label: verbatim("core") }]);
  expect(calls).toMatchObject([{ action: "ListResiliencyGroups", profile: "prod", region: "eu-west-1", input: {} }]);
});

test("a call that fails brings none and is logged and told; a bug is not swallowed", async () => {
  const failed = lookUpWith(() => {
    throw new ApiError({ action: "ListResiliencyGroups", code: "X", reason: "refused", text: verbatim("No.") });
  });
  await expect(failed.lookUp(group, context)).resolves.toEqual([]);
  expect(failed.warnings).toEqual(["No."]);
  expect(failed.told).toEqual(["The list is incomplete: No."]);
  await expect(lookUpWith(() => { throw new TypeError("a bug"); }).lookUp(group, context)).rejects.toThrow("a bug");
  await expect(failed.lookUp({ ...group, lookup: undefined } as never, context)).resolves.toEqual([]);
});

test("a call that does not answer is given up, so that the form goes on", async () => {
  const slow = lookUpWith(async () => {
    const { signal } = slow.calls[0] as { readonly signal: AbortSignal };
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    throw new ApiError({ action: "ListResiliencyGroups", code: "AbortError", reason: "cancelled", text: verbatim("Cancelled.") });
  });
  await expect(slow.lookUp(group, context)).resolves.toEqual([]);
  expect(slow.told).toEqual(["ListResiliencyGroups has not answered in time, so the list is incomplete."]);
});
