import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { newerOperations } from "../../src/aws/newer-schemas.ts";
import { excused, excuseTexts } from "../../src/operations/excused.ts";
import { operationIds, operationOf } from "../../src/operations/index.ts";

const actions = Object.keys(sdk)
  .filter((name) => /^[A-Z]\w+Command$/.test(name))
  .map((name) => name.replace(/Command$/, ""));

/** What AWS's newest service model has beside the SDK. */
const newer = Object.keys(newerOperations);

test("every action of the API is an operation or is excused, and none is both", () => {
  const run = new Set<string>(operationIds.map((id) => operationOf(id).action));
  const left = Object.keys(excused);
  const all = [...actions, ...newer];
  expect(new Set(all).size).toBe(73);
  expect(all.filter((action) => !run.has(action) && !left.includes(action))).toEqual([]);
  expect(left.filter((action) => run.has(action) || !all.includes(action))).toEqual([]);
});

test("every excuse that is used is a sentence, and every sentence is used", () => {
  expect([...new Set(Object.values(excused))].sort()).toEqual(Object.keys(excuseTexts).sort());
  for (const text of Object.values(excuseTexts)) expect(text).toMatch(/^[A-Z].{40,}\.$/);
});
