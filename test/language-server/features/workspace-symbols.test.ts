import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { ClosedPlans, type Named, namedIn, resourcesLike } from "../../../src/language-server/features/workspace-symbols.ts";
import { PlanStore } from "../../../src/language-server/plan-store.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { connection, vif } from "../../support/plans.ts";

const going = { isCancellationRequested: false };

it("finds resources by the letters of their names", () => {
  const all = [...namedIn(new PlanDocument(vif()), "file:///one.dx.yaml"), ...namedIn(new PlanDocument(connection("name: Prod-East")), "file:///two.dx.yaml")];
  const found = (query: string) => resourcesLike(all, query).map(({ name, containerName, location }) => `${containerName ?? ""}/${name} ${location.uri.slice(8, 11)}`);
  expect(found("core")).toEqual(["directConnectGateways/core one"]);
  expect(found("PrdEst")).toEqual(["connections/x two"]);
  expect(found("")).toHaveLength(4);
  expect(found("zz")).toEqual([]);
});

it("looks into the plans of a folder that are not open, and again where one has changed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dx-symbols-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [one, two] = [join(folder, "one.dx.yaml"), join(folder, "two.dx.yaml")];
  writeFileSync(one, connection());
  writeFileSync(two, vif());
  const plans = new PlanStore();
  plans.open(pathToFileURL(two).href, 1, vif());
  const closed = new ClosedPlans(plans);
  const first = await closed.namedIn([folder], going);
  expect(first.map(nameOf)).toEqual(["x"]);
  expect((await closed.namedIn([folder], going))[0]).toBe(first[0]);
  writeFileSync(one, connection().replace("  x:", "  y:"));
  utimesSync(one, 1, 1);
  expect((await closed.namedIn([folder], going)).map(nameOf)).toEqual(["y"]);
  expect(await closed.namedIn([folder], { isCancellationRequested: true })).toEqual([]);
});

function nameOf({ symbol }: Named): string {
  return symbol.name;
}
