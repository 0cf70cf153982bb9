import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vif } from "../support/plans.ts";

const place = { folder: "" };
const options: BuildOptions = { bundle: true, platform: "node", target: "node20", mainFields: ["module", "main"], conditions: ["module"] };
const require = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

beforeAll(async () => {
  place.folder = mkdtempSync(join(tmpdir(), "dx-command-"));
  writeFileSync(join(place.folder, "package.json"), '{"version": "9.9.9", "type": "module"}');
  await Promise.all([
    build({ ...options, entryPoints: ["src/cli/main.ts"], outfile: join(place.folder, "dist/cli.js"), format: "esm", banner: { js: require } }),
    build({ ...options, entryPoints: ["src/language-server/main.ts"], outfile: join(place.folder, "dist/language-server.cjs"), format: "cjs" }),
  ]);
});
afterAll(() => rmSync(place.folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `dx` with a text as its standard input, which then ends unless it `staysOpen`; `reads` is how much of what it
 * prints is taken before the pipe is closed, `before` are options of Node.js.
 */
async function dx(given: readonly string[], { input = "", staysOpen = false, reads = Infinity, before = [] as readonly string[], program = join(place.folder, "dist/cli.js") } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...before, program, ...given]);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
    if (stdout.length >= reads) child.stdout.destroy();
  });
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.write(input);
  if (!staysOpen) child.stdin.end();
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

test("lint reads standard input and tells by its exit code what it found", async () => {
  expect(await dx(["lint", "-"], { input: vif() })).toMatchObject({ code: 0, stderr: "" });
  const found = await dx(["lint", "--format", "json", "-"], { input: vif("vlan: 0") });
  expect(found).toMatchObject({ code: 1, stderr: "" });
  expect(JSON.parse(found.stdout)).toMatchObject([{ file: "-", code: "DX101", severity: "error" }]);
  expect(await dx(["lint", "nowhere.dx.yaml"])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("there is no such file") as string });
});

test("what npx runs in a clone is the program, and before there is one says how it is made", async () => {
  const clone = mkdtempSync(join(tmpdir(), "dx-clone-"));
  try {
    const program = join(clone, "scripts/dx.mjs");
    for (const name of ["scripts/dx.mjs", "scripts/project.mjs"]) cpSync(name, join(clone, name));
    expect(await dx(["--version"], { program })).toEqual({ code: 2, stdout: "", stderr: expect.stringContaining("npm run build") as string });
    for (const name of ["dist", "package.json"]) cpSync(join(place.folder, name), join(clone, name), { recursive: true });
    expect(await dx(["--version"], { program })).toEqual({ code: 0, stdout: "9.9.9\n", stderr: "" });
  } finally {
    rmSync(clone, { recursive: true });
  }
});

test("lint ends quietly where its reader has seen enough", async () => {
  const input = `version: 1\nconnections:\n${Array.from({ length: 4000 }, (_, at) => `  c${at}: { location: EqDC2, bandwidth: 3Gbps }\n`).join("")}`;
  expect(await dx(["lint", "-"], { input, reads: 1 })).toMatchObject({ code: 1, stderr: "" });
});

test("lint ends with 2, and not as with findings, where it fails itself", async () => {
  const broken = join(place.folder, "broken.mjs");
  writeFileSync(broken, "Array.prototype.flatMap = () => { throw new Error('a bug'); };\n");
  const { code, stderr } = await dx(["lint", "-"], { input: vif(), before: ["--import", pathToFileURL(broken).href] });
  expect(stderr).toMatch(/^dx: Error: a bug\n {4}at /);
  expect(code).toBe(2);
});

test("lint works from a copy of the folder of bundles alone", async () => {
  cpSync(join(place.folder, "dist"), join(place.folder, "alone/dist"), { recursive: true });
  expect(await dx(["lint", "-"], { input: vif(), program: join(place.folder, "alone/dist/cli.js") })).toMatchObject({ code: 0, stderr: "" });
});

test.each([[[]], [["lint"]], [["lint", "--format", "xml", "-"]], [["nothing"]]])("dx %j is explained, with exit 2", async (given) => {
  const { code, stderr } = await dx(given);
  expect(code).toBe(2);
  expect(stderr).toMatch(/Usage: dx|Run `dx --help`/);
});

test("lsp without a transport says in one line which there are", async () => {
  const { code, stderr } = await dx(["lsp"]);
  expect(code).toBe(2);
  expect(stderr).toBe("The language server needs a way to its client: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.\n");
});

test("lsp --stdio answers a client and ends with it", async () => {
  const message = (value: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...value });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  const input = [
    { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { method: "initialized", params: {} },
    { id: 2, method: "shutdown" },
    { method: "exit" },
  ];
  const { code, stdout } = await dx(["lsp", "--stdio"], { input: input.map(message).join(""), staysOpen: true });
  expect(code).toBe(0);
  expect(stdout).toContain('"hoverProvider":true');
});
