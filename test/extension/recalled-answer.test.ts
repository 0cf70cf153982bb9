import { expect, test } from "vitest";
import type { Question } from "../../src/extension/operation-form.ts";
import { answerToKeep, isStillRight, recalledAnswer } from "../../src/extension/recalled-answer.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import { phrase } from "../../src/model/text.ts";
import type { Parameter } from "../../src/operations/parameter.ts";
import { lag } from "../support/sample-inventory.ts";

const label = phrase("Label");
const target = placeOf({ state: "region", profile: "prod", region: "us-east-1" });
const bundle = lag({ id: "dxlag-1" });
const form = { answers: new Map([[target.key, {}]]), inventory: { ...emptyInventory, resources: [bundle] } };
const wrong = phrase("Wrong.");

function question(parameter: Parameter): Question {
  return { name: "x", parameter, targets: [target] };
}

test.each<[string, Parameter, unknown, unknown]>([
  ["a text that its check takes", { type: "text", label, check: (value) => (value === "ok" ? undefined : wrong) }, "ok", "ok"],
  ["no text that its check refuses by now", { type: "text", label, check: () => wrong }, "ok", undefined],
  ["a number", { type: "number", label }, 101, 101],
  ["no number that is taken by now", { type: "number", label, check: () => wrong }, 101, undefined],
  ["a choice that is offered", { type: "choice", label, options: [{ value: "a", label }] }, "a", "a"],
  ["no choice that is not offered", { type: "choice", label, options: [{ value: "a", label }] }, "b", undefined],
  ["a choice that can be typed", { type: "choice", label, options: [], other: (value) => (value === "b" ? undefined : wrong) }, "b", "b"],
  ["a yes", { type: "yesNo", label, yes: label, no: label }, true, true],
  ["a resource that is still there", { type: "resource", label, none: label, options: () => [bundle] }, bundle.key, bundle],
  ["no resource that is gone", { type: "resource", label, none: label, options: () => [] }, bundle.key, undefined],
  ["prefixes", { type: "prefixes", label, initial: () => [] }, ["10.0.0.0/8"], ["10.0.0.0/8"]],
  ["no prefixes that are none", { type: "prefixes", label, initial: () => [] }, ["10.0.0.1/8"], undefined],
  ["no secret", { type: "secret", label }, "0xsecret", undefined],
  ["nothing of another type", { type: "text", label }, { rubbish: 1 }, undefined],
])("a form begins with %s", (_, parameter, kept, wanted) => {
  expect(recalledAnswer(question(parameter), kept, form)).toEqual(wanted);
});

test("a resource is kept by its key, a secret not at all", () => {
  expect(answerToKeep({ type: "resource", label, none: label, options: () => [] }, bundle)).toBe("lag/dxlag-1");
  expect(answerToKeep({ type: "secret", label }, "0xsecret")).toBeUndefined();
});

test("an answer that what was changed since makes wrong is told", () => {
  const choice: Parameter = { type: "choice", label, options: [{ value: "a", label }] };
  expect([isStillRight(question(choice), "a", form), isStillRight(question(choice), "b", form)]).toEqual([true, false]);
  expect(isStillRight(question({ type: "secret", label }), "0xsecret", form)).toBe(true);
});
