import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { StateFile } from "../../../src/simulator/estate/state-file.ts";
import { writeEstateText } from "../../../src/simulator/estate/write-estate.ts";

const now = Date.UTC(2026, 0, 1);
const place = { folder: "", path: "" };

beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), "dx-state-"));
  place.path = join(place.folder, "state.json");
});
afterEach(() => rmSync(place.folder, { recursive: true }));

test("there is nothing to load before the first save", () => {
  expect(new StateFile(place.path).load(now)).toBeUndefined();
});

test("what is saved is loaded again, and nothing else is left behind", () => {
  const world = loadEstate("sample", now);
  new StateFile(place.path).save(world);
  const again = new StateFile(place.path).load(now);
  expect(again === undefined ? "" : writeEstateText(again)).toBe(writeEstateText(world));
  expect(readdirSync(place.folder)).toEqual(["state.json"]);
});

test("a crash before the new content is in place leaves the old one", () => {
  const world = loadEstate("empty", now);
  const file = new StateFile(place.path);
  file.save(world);
  const before = readFileSync(place.path, "utf8");
  writeFileSync(`${place.path}.tmp`, before.slice(0, 20));
  const again = new StateFile(place.path);
  again.save(again.load(now) ?? loadEstate("sample", now));
  expect(readFileSync(place.path, "utf8")).toBe(before);
  expect(readdirSync(place.folder)).toEqual(["state.json"]);
});

test("a save that fails keeps the old content and cleans up", () => {
  const folderInTheWay = new StateFile(place.folder);
  expect(() => folderInTheWay.save(loadEstate("empty", now))).toThrow();
  expect(readdirSync(tmpdir()).filter((name) => join(tmpdir(), name).startsWith(`${place.folder}.`))).toEqual([]);
});

test("a damaged file is refused with its line and left as it is", () => {
  const whole = writeEstateText(loadEstate("sample", now));
  const damaged = whole.slice(0, whole.indexOf('"availablePortSpeeds":') + '"availablePortSpeeds":'.length);
  writeFileSync(place.path, damaged);
  const lines = damaged.split("\n").length;
  expect(() => new StateFile(place.path).load(now)).toThrow(new RegExp(`state\\.json, line ${lines}: .*the file ends`));
  expect(readFileSync(place.path, "utf8")).toBe(damaged);
});
