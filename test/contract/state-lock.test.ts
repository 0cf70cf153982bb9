import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockState } from "../../src/simulator/estate/state-lock.ts";

const place = { folder: "", path: "" };

beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), "dx-lock-"));
  place.path = join(place.folder, "state.json");
});
afterEach(() => rmSync(place.folder, { recursive: true }));

test("a lock names its process and is given back", async () => {
  const giveBack = await lockState(place.path);
  expect(readFileSync(`${place.path}.lock`, "utf8")).toBe(`${process.pid}\n`);
  giveBack();
  expect(readdirSync(place.folder)).toEqual([]);
});

test("a living process keeps its lock, a dead one does not", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(other, "spawn");
  writeFileSync(`${place.path}.lock`, `${other.pid ?? 0}\n`);
  await expect(lockState(place.path)).rejects.toThrow(`is in use by the process ${other.pid ?? 0}`);
  other.kill("SIGKILL");
  await once(other, "exit");
  (await lockState(place.path))();
  expect(readdirSync(place.folder)).toEqual([]);
});

test("a lock without a process in it is taken over", async () => {
  writeFileSync(`${place.path}.lock`, "nonsense");
  await lockState(place.path);
  expect(readFileSync(`${place.path}.lock`, "utf8")).toBe(`${process.pid}\n`);
});

test("a holder that is about to end is waited for", async () => {
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 300)"]);
  await once(other, "spawn");
  writeFileSync(`${place.path}.lock`, `${other.pid ?? 0}\n`);
  (await lockState(place.path))();
  expect(other.exitCode).toBe(0);
});
