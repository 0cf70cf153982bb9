import { expect, it } from "vitest";
import { resourcesLike } from "../../../src/language-server/features/workspace-symbols.ts";
import { PlanStore } from "../../../src/language-server/plan-store.ts";
import { connection, vif } from "../../support/plans.ts";

it("finds resources of all open plans by the letters of their names", () => {
  const plans = new PlanStore();
  plans.open("file:///one.dx.yaml", 1, vif());
  plans.open("file:///two.dx.yaml", 1, connection("name: Prod-East"));
  const found = (query: string) => resourcesLike(plans, query).map(({ name, containerName, location }) => `${containerName ?? ""}/${name} ${location.uri.slice(8, 11)}`);
  expect(found("core")).toEqual(["directConnectGateways/core one"]);
  expect(found("prdest")).toEqual(["connections/x two"]);
  expect(found("")).toHaveLength(4);
  expect(found("zz")).toEqual([]);
});
