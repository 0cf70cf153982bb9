import { expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { starterFields } from "../../../src/model/plan/starter-fields.ts";
import { atCursor } from "../../support/plans.ts";

function namesAt(marked: string): readonly string[] | undefined {
  const { text, offset } = atCursor(marked);
  return starterFields(new PlanDocument(text), offset)?.names;
}

it("begins what a resource lacks, and nothing elsewhere", () => {
  expect(namesAt("lags:\n  |l:\n")).toEqual(["location", "connectionsBandwidth", "numberOfConnections"]);
  expect(namesAt("lags:\n  |l: { id: dxlag-fg5678gh }\n")).toBeUndefined();
  expect(namesAt("|lags:\n  l:\n")).toBeUndefined();
  expect(namesAt("x-l: &l {}\nlags:\n  |l: *l\n")).toBeUndefined();
});
