import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { flagsFor } from "../../src/language-server/tune-engine.ts";

const major = Number.parseInt(process.versions.v8, 10);

function run(script: string): { readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
}

const settings = JSON.stringify(flagsFor(major));

test("this engine knows each flag and says nothing", () => {
  expect(run(`for (const flag of ${settings}) require("node:v8").setFlagsFromString(flag)`).stderr).toBe("");
});

test("each engine gets its own flag for optimizing later", () => {
  expect(flagsFor(11)[0]).toMatch(/interrupt-budget/);
  expect(flagsFor(12)[0]).toMatch(/invocation-count/);
});

test("what a burst leaves does not make the young generation grow", () => {
  const burst = "let kept = []; for (let round = 0; round < 1e6; round += 1) kept.push({ round });";
  const size = `require("node:v8").getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size`;
  const [tuned, untuned] = [settings, "[]"].map((flags) => Number(run(`for (const flag of ${flags}) require("node:v8").setFlagsFromString(flag); ${burst} console.log(${size})`).stdout));
  expect(tuned).toBeLessThan(untuned ?? 0);
});
