import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findPlanFiles } from "../../src/cli/plan-files.ts";

const folder = mkdtempSync(join(tmpdir(), "dx-plans-"));
const within = (...names: readonly string[]) => names.map((name) => (name === "-" ? name : join(folder, name)));

beforeAll(() => {
  for (const name of ["b.dx.yaml", "a.dx.yml", "deep/er/c.dx.yaml", "values.yaml", ".cache/d.dx.yaml", "node_modules/e.dx.yaml", "empty/readme.md"]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "");
  }
  symlinkSync(folder, join(folder, "deep", "circle"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["a file is itself", ["values.yaml"], ["values.yaml"]],
  ["standard input too", ["-"], ["-"]],
  ["a folder is all plans in it and below", ["."], ["a.dx.yml", "b.dx.yaml", "deep/er/c.dx.yaml"]],
  ["a hidden folder counts where it is named", [".cache"], [".cache/d.dx.yaml"]],
  ["no file comes twice", ["b.dx.yaml", ".", "b.dx.yaml"], ["b.dx.yaml", "a.dx.yml", "deep/er/c.dx.yaml"]],
  ["a folder without plans stays", ["empty"], ["empty"]],
  ["what is missing stays", ["gone.dx.yaml"], ["gone.dx.yaml"]],
])("%s", async (_, names, files) => {
  expect(await findPlanFiles(within(...names))).toEqual(within(...files));
});

it("names a folder that may not be opened, and finds the plans beside it", async () => {
  const locked = join(folder, "shared", "locked");
  mkdirSync(locked, { recursive: true });
  writeFileSync(join(folder, "shared", "z.dx.yaml"), "");
  chmodSync(folder, 0o755);
  chmodSync(locked, 0);
  const isRoot = process.geteuid?.() === 0;
  // Nothing is locked for root.
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(await findPlanFiles(within("shared"))).toEqual(within("shared/locked", "shared/z.dx.yaml"));
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(locked, 0o755);
  }
});
