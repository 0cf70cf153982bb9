import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { diagnosticsOf } from "../../src/language-server/features/diagnostics.ts";
import { readRulePages } from "../../src/language-server/rule-pages.ts";
import { PlanDocument } from "../../src/model/plan/document.ts";
import { rules } from "../../src/model/plan/rules/table.ts";

const pages = readRulePages(join(import.meta.dirname, "../../dist/language-server.cjs"));

it.each(rules.map(({ code }) => code))("%s links to its own section", (code) => {
  const link = new URL(pages.get(code) ?? "");
  const lines = readFileSync(fileURLToPath(new URL(link.pathname, "file:///")), "utf8").split("\n");
  expect(lines[Number(link.hash.slice(2)) - 1]).toBe(`### ${code}`);
});

it("is where a diagnostic's code leads", () => {
  const [diagnostic] = diagnosticsOf(new PlanDocument("version: 2\n"), "file:///p.dx.yaml", pages);
  expect(diagnostic?.codeDescription?.href).toBe(pages.get("DX005"));
});

it("is nothing where the documentation is missing", () => {
  expect(readRulePages("/nowhere/dist/language-server.cjs").size).toBe(0);
  expect(readRulePages(undefined).size).toBe(0);
});
