import { expect, it } from "vitest";
import { ruleOf, unseenRules } from "../../../../src/model/plan/rules/table.ts";

it.each(Object.entries(unseenRules))("%s has a reason instead of a check", (code, reason) => {
  expect(code).toMatch(/^DX[1-8]\d\d$/);
  expect(ruleOf(code)).toBeUndefined();
  expect(reason).toMatch(/^[A-Z].{20,}\.$/);
});
