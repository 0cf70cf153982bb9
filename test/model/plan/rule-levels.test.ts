import { describe, expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { type RuleLevels, ruleLevelsFrom } from "../../../src/model/plan/rule-levels.ts";
import { vif } from "../../support/plans.ts";

function told(text: string, levels: RuleLevels): readonly string[] {
  const plan = new PlanDocument(text);
  plan.useLevels(levels);
  return plan.problems.map(({ code, severity }) => `${code} ${severity}`);
}

describe("levels", () => {
  const text = vif("authKey: abcdef", "mtu: 9001");
  it.each([
    [{}, ["DX112 warning", "DX116 hint"]],
    [{ DX112: "off" }, ["DX116 hint"]],
    [{ DX112: "error", DX116: "warning" }, ["DX112 error", "DX116 warning"]],
    [{ DX112: "hint" }, ["DX112 hint", "DX116 hint"]],
  ] as const)("%j", (levels, expected) => {
    expect([...told(text, levels)].sort()).toEqual(expected);
  });

  it("do not make a comment idle that hides what they silence", () => {
    expect(told(vif("authKey: abcdef # dx-ignore DX112: lab"), { DX112: "off" })).toEqual([]);
  });
});

it.each([
  [{ DX112: "off", dx116: "error" }, { DX112: "off", DX116: "error" }],
  [{ DX112: "loud", DX999: "off", constructor: "off" }, {}],
  [["off"], {}],
  [null, {}],
  ["off", {}],
])("takes of %j only what names a rule and a level", (value, expected) => {
  expect(ruleLevelsFrom(value)).toEqual(expected);
});
