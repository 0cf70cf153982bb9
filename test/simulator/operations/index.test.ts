import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { operationNames } from "../../../src/simulator/input/check-input.ts";
import { servedOperations } from "../../../src/simulator/operations/index.ts";

test("every operation of the model is served", () => {
  expect([...servedOperations].sort()).toEqual([...operationNames].sort());
});

test("docs/simulator.md names every operation of the model, and no other", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../docs/simulator.md"), "utf8");
  const table = /## What it serves\n([^]*?)\nWhat the service/.exec(text)?.[1] ?? "";
  const written = table.replace(/(\w+)\{([\w,]+)\}(\w+)/g, (_whole, before: string, words: string, after: string) => {
    return words.split(",").map((word) => `${before}${word}${after}`).join(", ");
  });
  const named = written.split("\n").flatMap((row) => row.split("|")[2]?.match(/[A-Z]\w+/g) ?? []);
  expect(named.sort()).toEqual([...operationNames].sort());
});
