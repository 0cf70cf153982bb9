import { expect, test } from "vitest";
import {
  answerTo,
  checkCount,
  checkNewTag,
  checkNumber,
  checkPrefixes,
  existingTags,
  isAsked,
  presetAnswers,
  questionsFor,
  withAnswer,
  type Form,
  type FormAnswers,
  type Question,
} from "../../src/extension/operation-form.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { operationOf } from "../../src/operations/index.ts";
import { verbatim } from "../../src/model/text.ts";
import type { NumberParameter, Parameter, PrefixesParameter } from "../../src/operations/parameter.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, proposal, virtualInterface } from "../support/sample-inventory.ts";

const one = virtualInterface({ id: "dxvif-1", state: "confirming" });
const two = virtualInterface({ id: "dxvif-2", state: "confirming" });

test("a gateway is asked for each resource, tags once for all", () => {
  expect(questionsFor(operationOf("confirmPrivateVirtualInterface"), [one, two]).map(({ targets }) => targets)).toEqual([[one], [two]]);
  expect(questionsFor(operationOf("setTags"), [one, two]).map(({ targets }) => targets)).toEqual([[one, two]]);
  expect(questionsFor(operationOf("deleteConnection"), [connection({ id: "c" })])).toEqual([]);
});

test("answers come back to the resources they were asked for", () => {
  const each = formOf(questionsFor(operationOf("confirmPrivateVirtualInterface"), [one, two]));
  expect([...answerAll(each, ["g1", "g2"])]).toEqual([
    [one.key, { gateway: "g1" }],
    [two.key, { gateway: "g2" }],
  ]);
  const shared = formOf(questionsFor(operationOf("setTags"), [one, two]));
  expect([...answerAll(shared, [{ Owner: "me" }])].map(([, answers]) => answers)).toEqual([{ tags: { Owner: "me" } }, { tags: { Owner: "me" } }]);
});

test("a question that an answer makes meaningless loses its own", () => {
  const name: Parameter = { type: "text", label: verbatim("Name") };
  const reason: Parameter = { type: "text", label: verbatim("Why"), when: ({ answers }) => answers["name"] === "other" };
  const form = formOf(Object.entries({ name, reason }).map(([key, parameter]) => ({ name: key, parameter, targets: [one] })));
  const both = answerAll(form, ["other", "because"]);
  expect(both.get(one.key)).toEqual({ name: "other", reason: "because" });
  const [first, second] = form.questions;
  if (first === undefined || second === undefined) throw new Error("There are two questions.");
  expect(isAsked(second, both, emptyInventory)).toBe(true);
  const back = withAnswer({ ...form, answers: both }, first, "mine");
  expect(back.get(one.key)).toEqual({ name: "mine" });
  expect([isAsked(second, back, emptyInventory), answerTo(second, back)]).toEqual([false, undefined]);
});

test("a number is whole, and what the parameter takes", () => {
  const parameter: NumberParameter = { type: "number", label: verbatim("VLAN"), check: (value) => (value > 9 ? verbatim("too large") : undefined) };
  const context = { target: one, inventory: emptyInventory, answers: {} };
  expect(checkNumber("7", parameter, context)).toBeUndefined();
  expect(inEnglish(checkNumber("10", parameter, context))).toBe("too large");
  for (const text of ["", "1.5", "0x10", "seven", "1e3"]) expect(inEnglish(checkNumber(text, parameter, context)), text).toBe("Write a whole number.");
});

test.each<[number, number | undefined, string | undefined]>([
  [50, 50, undefined],
  [51, 50, "At most 50 can be chosen, and 51 are."],
  [51, undefined, undefined],
])("%i chosen where the most is %s", (count, most, wanted) => {
  expect(inEnglish(checkCount(count, most === undefined ? {} : { most }))).toBe(wanted);
});

function formOf(questions: readonly Question[]): Form {
  return { questions, answers: presetAnswers([one, two]), inventory: emptyInventory };
}

function answerAll(form: Form, answers: readonly unknown[]): FormAnswers {
  return form.questions.reduce((all, question, index) => withAnswer({ ...form, answers: all }, question, answers[index]), form.answers);
}

test("a list of prefixes is checked one by one, then as a whole", () => {
  const parameter = operationOf("acceptProposal").parameters["allowedPrefixes"] as PrefixesParameter;
  const gateway = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "us-east-1" } as const;
  const context = { target: proposal({ id: "p", directConnectGatewayId: "gw", gateway }), inventory: emptyInventory, answers: {} };
  expect(checkPrefixes("10.0.0.0/16, 10.1.0.0/16", parameter, context)).toBeUndefined();
  expect(inEnglish(checkPrefixes("10.0.0.0/16, 10.1.0.0", parameter, context))).toMatch(/"10\.1\.0\.0" is no CIDR block/);
  expect(inEnglish(checkPrefixes("", parameter, context))).toMatch(/at least one/);
});

test("tags of several resources are listed once, without AWS's own", () => {
  const tagged = [
    connection({ id: "a", tags: { Owner: "me", Env: "prod", "aws:x": "y" } }),
    connection({ id: "b", tags: { Owner: "you", Env: "prod" } }),
    connection({ id: "c" }),
  ];
  expect(existingTags(tagged)).toEqual([
    { key: "Env", value: "prod", count: 2 },
    { key: "Owner", value: undefined, count: 2 },
  ]);
});

test("a resource takes fifty tags, counting those about to be set", () => {
  const tags = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`key-${index}`, ""]));
  const full = connection({ id: "dxcon-full", tags });
  expect(checkNewTag("Owner", [full], [])).toBeUndefined();
  expect(inEnglish(checkNewTag("Owner", [full], ["Env"]))).toMatch(/50 tags, and dxcon-full/);
  expect(checkNewTag("key-1", [full], ["Env"])).toBeUndefined();
  expect(inEnglish(checkNewTag("aws:x", [connection({ id: "a" })], []))).toMatch(/aws:/);
});
