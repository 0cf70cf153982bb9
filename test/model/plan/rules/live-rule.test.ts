import { describe, expect, it } from "vitest";
import { PlanDocument } from "../../../../src/model/plan/document.ts";
import { rules } from "../../../../src/model/plan/rules/table.ts";
import { problemsOf } from "../../../support/plans.ts";
import { liveCases, liveState } from "./cases/live.ts";

const all = Object.entries(liveCases).flatMap(([code, cases]) => cases.map((one) => [code, one] as const));

function besideLive(text: string): PlanDocument {
  const plan = new PlanDocument(text);
  plan.useLive(liveState);
  return plan;
}

function told(plan: PlanDocument): readonly string[] {
  return plan.problems.map(({ code, range }) => `${code} ${plan.text.slice(range.start, range.end).split("\n")[0] ?? ""}`.trimEnd());
}

describe.each(all)("%s beside the live account", (code, { wrong, reported, legal }) => {
  it("is broken alone", () => {
    expect(told(besideLive(wrong))).toEqual(reported);
  });

  it("lets the nearest legal case pass, as all rules do", () => {
    expect(told(besideLive(legal))).toEqual([]);
  });

  it("says where its knowledge is from, and is silent without it", () => {
    const alone = new PlanDocument(wrong).problems.filter((problem) => problem.code === code).map(({ message }) => message);
    const fromLive = besideLive(wrong).problems.filter((problem) => problem.code === code && !alone.includes(problem.message));
    for (const { message } of fromLive.filter(() => rules.find((rule) => rule.code === code)?.live !== undefined)) {
      expect(message).toMatch(/ As read from the live account 111122223333 at 2026-11-24 23:45 UTC\.$/);
    }
    if (rules.find((rule) => rule.code === code)?.live !== undefined) expect(alone).toEqual([]);
  });
});

it("every rule with a live check has a case here", () => {
  expect(rules.filter((rule) => rule.live !== undefined && liveCases[rule.code] === undefined).map((rule) => rule.code)).toEqual([]);
});

it("a plan tells what the live account adds, takes it back, and stays what a new one would be through edits", () => {
  const wrong = liveCases.DX310?.[0]?.wrong ?? "";
  const plan = besideLive(wrong);
  expect(told(plan)).toEqual(["DX310 8500"]);
  const at = wrong.indexOf("8500");
  plan.edit({ range: { start: at, end: at + 4 }, text: "1500" });
  expect(told(plan)).toEqual([]);
  plan.update(wrong);
  expect(told(plan)).toEqual(["DX310 8500"]);
  plan.useLive(undefined);
  expect(told(plan)).toEqual(problemsOf(wrong));
});

it("counts what the account has already against a quota", () => {
  const [one] = liveCases.DX702 ?? [];
  const plan = new PlanDocument(one?.legal ?? "");
  const [live] = liveState?.interfaces ?? [];
  if (liveState === undefined || live === undefined) throw new Error("the live account has interfaces");
  plan.useLive({ ...liveState, interfaces: [...liveState.interfaces, { ...live, id: "dxvif-another1", name: "", type: "transit", connectionId: "dxcon-near1111", vlan: 999 }] });
  expect(told(plan)).toEqual(["DX702 t3"]);
  expect(plan.problems[0]?.message).toContain("the plan has 4 and the account 1 more");
});
