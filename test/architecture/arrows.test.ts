import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Rule {
  readonly name: string;
}

const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as { readonly forbidden: readonly Rule[] };

/** For each rule a file that breaks it and what the file says; the paths begin at `src`. */
const breakers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "room-model": { "model/a.ts": 'import "../operations/legal.ts";' },
  "room-operations": { "operations/a.ts": 'import "../protocol/legal.ts";' },
  "room-protocol": { "protocol/a.ts": 'import "../aws/legal.ts";' },
  "room-aws": { "aws/a.ts": 'import "../extension/legal.ts";' },
  "room-language-server": { "language-server/a.ts": 'import "../operations/legal.ts";' },
  "room-webview": { "webview/a.ts": 'import "../extension/legal.ts";' },
  "room-extension": { "extension/a.ts": 'import "../webview/legal.ts";' },
  "room-cli": { "cli/a.ts": 'import "../protocol/legal.ts";' },
  "room-simulator": { "simulator/a.ts": 'import "../model/legal.ts";' },
  "package-vscode": { "webview/b.ts": 'import * as vscode from "vscode";\nexport const open = vscode.window;' },
  "package-vscode-languageclient": { "cli/b.ts": 'import "vscode-languageclient/node";' },
  "package-vscode-languageserver": { "extension/b.ts": 'import "vscode-languageserver/node";' },
  "package-aws-sdk-smithy": { "extension/c.ts": 'import { DirectConnectClient } from "@aws-sdk/client-direct-connect";\nexport const client = DirectConnectClient;' },
  "package-aws-sdk-smithy-types-only": {
    "operations/b.ts": 'import { DirectConnectClient } from "@aws-sdk/client-direct-connect";\nexport const client = DirectConnectClient;',
  },
  "package-cytoscape": { "extension/d.ts": 'import "cytoscape";' },
  "package-ipaddr-js": { "webview/c.ts": 'import "ipaddr.js";' },
  "package-commander": { "simulator/b.ts": 'import "commander";' },
  "unknown-room": { "utils/a.ts": 'import "../model/legal.ts";' },
  "unlisted-package": { "aws/b.ts": 'import "typescript";' },
  "node-in-pure-room": { "model/b.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;' },
  "aws-joined-in-main-only": { "extension/e.ts": 'import "../aws/legal.ts";' },
  "src-imports-test": { "aws/c.ts": 'import "../../test/support.ts";' },
  "no-circular": {
    "protocol/circle-a.ts": 'import "./circle-b.ts";\nexport const a = 1;',
    "protocol/circle-b.ts": 'import "./circle-a.ts";\nexport const b = 1;',
  },
  "no-circular-folders": {
    "model/one/a.ts": 'import "../two/b.ts";',
    "model/two/b.ts": "export const b = 1;",
    "model/two/c.ts": 'import "../one/d.ts";',
    "model/one/d.ts": "export const d = 1;",
  },
  unresolvable: { "cli/c.ts": 'import "./nowhere.ts";' },
  orphan: { "webview/alone.ts": "export const alone = 1;" },
};

/** The nearest that every rule allows. */
const legal: Readonly<Record<string, string>> = {
  "model/legal.ts": 'import ip from "ipaddr.js";\nexport const model = ip;',
  "operations/legal.ts": 'import type * as Sdk from "@aws-sdk/client-direct-connect";\nimport "../model/legal.ts";\nexport type Client = Sdk.DirectConnectClient;',
  "protocol/legal.ts": 'import "../operations/legal.ts";\nexport const protocol = 1;',
  "aws/legal.ts": 'import { DirectConnectClient } from "@aws-sdk/client-direct-connect";\nimport { homedir } from "node:os";\nimport "../operations/legal.ts";\nexport const aws = [DirectConnectClient, homedir];',
  "extension/main.ts": 'import * as vscode from "vscode";\nimport "../aws/legal.ts";\nimport "./legal.ts";\nexport const main = vscode.window;',
  "extension/legal.ts": 'import "../protocol/legal.ts";\nexport const extension = 1;',
  "webview/main.ts": 'import "./legal.ts";',
  "webview/legal.ts": 'import "cytoscape";\nimport "../protocol/legal.ts";\nexport const webview = 1;',
  "language-server/main.ts": 'import "vscode-languageserver/node";\nimport "../model/legal.ts";',
  "cli/main.ts": 'import { Command } from "commander";\nimport "../aws/legal.ts";\nexport const cli = Command;',
  "simulator/main.ts": "export const simulator = 1;",
};

interface Violation {
  readonly rule: Rule;
  readonly from: string;
}

const folder = mkdtempSync(join(tmpdir(), "dx-arrows-"));
const violations: Violation[] = [];

beforeAll(() => {
  for (const name of [".dependency-cruiser.cjs", "tsconfig.base.json", "package.json"]) copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  write("test/support.ts", "export const support = 1;");
  for (const files of [legal, ...Object.values(breakers)]) {
    for (const [path, text] of Object.entries(files)) write(`src/${path}`, text);
  }
  violations.push(...cruise());
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(forbidden.map(({ name }) => name))("the rule %s can fire, and does at its breaker", (name) => {
  const breaker = breakers[name];
  expect(breaker, "Write a breaker for the new rule").toBeDefined();
  const places = violations.filter(({ rule }) => rule.name === name).map(({ from }) => from);
  const files = Object.keys(breaker ?? {}).map((path) => `src/${path}`);
  const isThere = places.some((place) => files.some((file) => file === place || file.startsWith(`${place}/`)));
  expect(isThere, `${name} fired at ${places.join(", ") || "nothing"}`).toBe(true);
});

test("there is no breaker of a rule that is gone", () => {
  expect(Object.keys(breakers).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

test("what comes nearest to breaking a rule, and is allowed, passes", () => {
  const files = Object.keys(legal).map((path) => `src/${path}`);
  const wrong = violations.filter(({ from }) => files.includes(from));
  expect(wrong.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
});

function cruise(): readonly Violation[] {
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const run = spawnSync(process.execPath, [program, "src", "--config", "--output-type", "json"], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  if (run.stdout === "") throw new Error(`dependency-cruiser said nothing: ${run.stderr}`);
  return (JSON.parse(run.stdout) as { readonly summary: { readonly violations: readonly Violation[] } }).summary.violations;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
}
