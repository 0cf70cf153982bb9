import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { reportsIn, wantsPull } from "../../../src/language-server/features/pull-diagnostics.ts";
import { PlanStore } from "../../../src/language-server/plan-store.ts";
import { vif } from "../../support/plans.ts";

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dx-plans-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const live = { settled: () => Promise.resolve(), complete: () => Promise.resolve() };
const silent = { begin: () => undefined, report: () => undefined, done: () => undefined };
const files = { "a.dx.yaml": vif("vlan: 0"), "deep/b.dx.yml": vif(), "node_modules/c.dx.yaml": vif("vlan: 0"), "d.yaml": vif("vlan: 0") };

it("reports on every plan of a folder, open ones as they are in the editor", async () => {
  const folder = folderOf(files);
  const plans = new PlanStore();
  plans.open(pathToFileURL(join(folder, "deep/b.dx.yml")).href, 7, vif("vlan: 4095"));
  const reports = await reportsIn([folder], plans, { token: { isCancellationRequested: false }, progress: silent, live });
  const found = reports.map((report) => [report.uri.split("/").at(-1), report.version, report.kind === "full" ? report.items.map(({ code }) => code) : []]);
  expect(found.sort()).toEqual([["a.dx.yaml", null, ["DX101"]], ["b.dx.yml", 7, ["DX101"]]]);
});

it("ends when it is cancelled, and says that it has ended", async () => {
  const said: string[] = [];
  const progress = { ...silent, done: () => void said.push("done") };
  expect(await reportsIn([folderOf(files)], new PlanStore(), { token: { isCancellationRequested: true }, progress, live })).toEqual([]);
  expect(said).toEqual(["done"]);
});

it("finds nothing in a folder that is not there", async () => {
  expect(await reportsIn([join(tmpdir(), "dx-no-such-folder")], new PlanStore(), { token: { isCancellationRequested: false }, progress: silent, live })).toEqual([]);
});

it.each([[{ diagnostics: "pull" }, true], [{ diagnostics: "push" }, false], [undefined, false], [null, false]])("takes %j from a client", (options, expected) => {
  expect(wantsPull(options)).toBe(expected);
});
