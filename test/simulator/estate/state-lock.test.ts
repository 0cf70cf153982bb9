import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockState } from "../../../src/simulator/estate/state-lock.ts";

const place = { folder: "", path: "" };

beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), "dx-lock-"));
  place.path = join(place.folder, "state.json");
});
afterEach(() => rmSync(place.folder, { recursive: true }));

test("a lock names its process and is given back", () => {
  const giveBack = lockState(place.path);
  expect(readFileSync(`${place.path}.lock`, "utf8")).toBe(`${process.pid}\n`);
  giveBack();
  expect(readdirSync(place.folder)).toEqual([]);
});

test("a living process keeps its lock, a dead one does not", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(other, "spawn");
  writeFileSync(`${place.path}.lock`, `${other.pid ?? 0}\n`);
  expect(() => lockState(place.path)).toThrow(`is in use by the process ${other.pid ?? 0}`);
  other.kill("SIGKILL");
  await once(other, "exit");
  lockState(place.path)();
  expect(readdirSync(place.folder)).toEqual([]);
});

test("a lock without a process in it is taken over", () => {
  writeFileSync(`${place.path}.lock`, "nonsense");
  lockState(place.path);
  expect(readFileSync(`${place.path}.lock`, "utf8")).toBe(`${process.pid}\n`);
});
