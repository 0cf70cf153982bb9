import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LintFormat } from "../../src/cli/lint-formats.ts";
import { ruleLevelFault, ruleLevelFrom, runLint } from "../../src/cli/run-lint.ts";

const legal = "version: 1\n";
const wrong = "version: 1\nregion: us-east-1\nvirtualInterfaces:\n  a: { type: public, connection: dxcon-fg5678gh, vlan: 4095, asn: 65001, routeFilterPrefixes: [198.51.100.0/24] }\n";
const warned = "version: 1\nregion: us-east-1\nconnections:\n  a: { location: Nowhere1, bandwidth: 1Gbps }\n";

const folder = mkdtempSync(join(tmpdir(), "dx-lint-"));
beforeAll(() => {
  for (const [name, text] of Object.entries({ legal, wrong, warned })) writeFileSync(join(folder, `${name}.dx.yaml`), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function lint(names: readonly string[], format: LintFormat = "text", stdin = "") {
  const printed = { out: "", err: "" };
  const paths = names.map((name) => (name === "-" ? name : join(folder, `${name}.dx.yaml`)));
  const code = await runLint(paths, { format, version: "1.2.3", rulesPage: "https://example.com/" }, {
    stdin: Readable.from([stdin]),
    write: (text) => void (printed.out += text),
    complain: (text) => void (printed.err += text),
  });
  return { code, ...printed };
}

describe("the exit code", () => {
  it.each([
    [0, ["legal"]],
    [0, ["warned"]],
    [1, ["wrong"]],
    [1, ["legal", "wrong"]],
    [2, ["missing"]],
    [2, ["missing", "wrong"]],
  ])("is %i for %j", async (code, names) => {
    expect((await lint(names)).code).toBe(code);
  });
});

it("says which file could not be read and still lints the others", async () => {
  const { out, err } = await lint(["missing", "wrong"]);
  expect(err).toContain("missing.dx.yaml: there is no such file");
  expect(out).toContain("DX101");
});

it("prints the other place of a conflict below", async () => {
  const shared = wrong.replace("vlan: 4095", "vlan: 7").replace("  a: {", "  b: { type: public, connection: dxcon-fg5678gh, vlan: 7, asn: 65001, routeFilterPrefixes: [198.51.100.0/24] }\n  a: {");
  expect((await lint(["-"], "text", shared)).out).toContain("\n  -:4:56: `b` uses VLAN 7\n");
});

it("reads standard input as -", async () => {
  expect((await lint(["-"], "text", wrong)).out).toContain("-:4:");
});

it("points at the value with a caret", async () => {
  const lines = (await lint(["wrong"])).out.split("\n");
  const at = lines.findIndex((line) => line.includes("DX101"));
  const [excerpt = "", caret = ""] = lines.slice(at + 1, at + 3);
  expect(excerpt.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("4095");
  expect(lines.at(-2)).toMatch(/^1 error, \d+ warnings?, \d+ hints? in 1 file$/);
});

it("shows only the surroundings of a place in a very long line", async () => {
  const { out } = await lint(["-"], "text", `version: 1\nconnections: { ${"x".repeat(50_000)}: 1 }\n`);
  expect(Math.max(...out.split("\n").filter((line) => /^ {2}\d+ \| /.test(line)).map((line) => line.length))).toBeLessThan(140);
});

it("prints JSON as the interface promises", async () => {
  const findings = JSON.parse((await lint(["wrong"], "json")).out) as Record<string, unknown>[];
  const finding = findings.find(({ code }) => code === "DX101");
  expect(finding).toEqual({
    file: join(folder, "wrong.dx.yaml"),
    code: "DX101",
    severity: "error",
    message: expect.stringContaining("4095") as string,
    range: { start: { line: 3, character: 55 }, end: { line: 3, character: 59 } },
  });
});

it("prints an empty array when there is nothing to say", async () => {
  expect(JSON.parse((await lint(["legal"], "json")).out)).toEqual([]);
});

it("takes other severities for rules", async () => {
  const printed: string[] = [];
  const terminal = { stdin: Readable.from([""]), write: (text: string) => void printed.push(text), complain: () => undefined };
  expect(await runLint([join(folder, "wrong.dx.yaml")], { format: "json", version: "1.2.3", rulesPage: "https://example.com/", levels: { DX101: "warning" } }, terminal)).toBe(0);
  expect(printed.join("")).toContain('"severity": "warning"');
});

it.each([
  ["DX112=off", { DX112: "off" }],
  ["dx112=error", { DX112: "error" }],
  ["DX112", undefined],
  ["DX112=loud", undefined],
  ["DX999=off", undefined],
  ["DX112=off=on", undefined],
])("reads %s as a rule's level", (text, expected) => {
  expect(ruleLevelFrom(text)).toEqual(expected);
});

it.each([
  ["DX112", "write a rule's code and a level, such as DX112=off"],
  ["DX112=loud", "there is no level loud; choose off, hint, warning, error"],
  ["dx999=off", "there is no rule DX999 that could be reported"],
])("says why %s is none", (text, fault) => {
  expect(ruleLevelFault(text)).toBe(fault);
});
