import { expect, test } from "vitest";
import { ChoiceMemory, choicesOf, type ChoiceDefaults } from "../../src/extension/choice.ts";

function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: <T>(key: string, otherwise?: T): T => (kept.has(key) ? (kept.get(key) as T) : (otherwise as T)),
    update: (key: string, value: unknown) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}

const none: ChoiceDefaults = { defaultProfiles: [], defaultRegions: [] };

test("the settings count until something is chosen", async () => {
  const choice = new ChoiceMemory(memory(), () => ({ defaultProfiles: ["prod"], defaultRegions: ["us-east-1"] }));
  expect(choice.chosen).toEqual({ profiles: ["prod"], regions: ["us-east-1"] });
  expect(choice.own).toEqual({});
  await choice.keep({ profiles: ["lab"] });
  expect(choice.chosen).toEqual({ profiles: ["lab"], regions: ["us-east-1"] });
  await choice.keep({});
  expect(choice.chosen.profiles).toEqual(["prod"]);
});

test("a choice is told and outlives the object", async () => {
  const kept = memory();
  const choice = new ChoiceMemory(kept, () => none);
  const told: unknown[] = [];
  const telling = choice.onDidChange((chosen) => told.push(chosen));
  await choice.keep({ profiles: ["a"], regions: [] });
  telling.dispose();
  expect(told).toEqual([{ profiles: ["a"], regions: [] }]);
  expect(new ChoiceMemory(kept, () => none).chosen).toEqual({ profiles: ["a"], regions: [] });
});

test("without chosen Regions each profile brings its own, and one that is not listed brings none", () => {
  const known = [{ name: "a", source: "static", region: "us-east-2", account: undefined } as const];
  expect(choicesOf({ profiles: ["a", "gone"], regions: undefined }, known)).toEqual([
    { profile: "a", regions: ["us-east-2"] },
    { profile: "gone", regions: [] },
  ]);
  expect(choicesOf({ profiles: ["a"], regions: ["eu-west-1"] }, known)).toEqual([{ profile: "a", regions: ["eu-west-1"] }]);
});
