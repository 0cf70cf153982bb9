import { expect, test } from "vitest";
import { failedAnswer, keepingShown } from "../../src/extension/kept-answer.ts";
import type { SectionAnswer } from "../../src/model/section.ts";
import { connection } from "../support/sample-inventory.ts";

const section = { profile: "prod", region: "us-east-1", name: "connections" } as const;
const failure = failedAnswer(section, new Error("broken")).failures;

function answer(more: Partial<SectionAnswer>): SectionAnswer {
  return { section, account: undefined, resources: [], locations: [], failures: [], ...more };
}

test("a whole answer replaces everything", () => {
  const whole = answer({ resources: [connection({ id: "b" })] });
  expect(keepingShown(whole, answer({ resources: [connection({ id: "a" })] }), 5)).toBe(whole);
});

test("a partial one is completed, and what is new in it wins", () => {
  const shown = answer({ account: "111122223333", resources: [connection({ id: "a", state: "pending" }), connection({ id: "b" })] });
  const kept = keepingShown(answer({ resources: [connection({ id: "a" })], failures: failure }), shown, 5);
  expect(kept.resources.map(({ id, state }) => `${id} ${state}`)).toEqual(["a available", "b available"]);
  expect(kept.account).toBe("111122223333");
  expect(kept.failures.map(({ shownFrom }) => shownFrom)).toEqual([5]);
});

test("without anything shown before, the failure stands alone", () => {
  expect(keepingShown(answer({ failures: failure }), undefined, 5).failures[0]?.shownFrom).toBeUndefined();
});

test("what is thrown need not be an error", () => {
  expect(failedAnswer(section, "plain").failures[0]).toMatchObject({ message: "plain", reason: "malformed", action: "Reading connections" });
});
