// Runs test/host inside the extension host of a real VS Code, on the unpacked VSIX.
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installHost } from "./hosts/install-host.mjs";
import { runInHost } from "./hosts/run-in-host.mjs";
import { at, readJson, say } from "./project.mjs";
import { startSession } from "./session.mjs";
import { calmSettings } from "./start-simulator.mjs";

const suiteTimeoutMs = 480_000;
// Of this run alone, because several may share the checkout; inside it, because the suite loads mocha from there.
const suiteFolder = at(".build", "host", String(process.pid));

/**
 * Runs the suite in one VS Code version from npm.
 *
 * @param {"oldest" | "newest"} hostName
 * @param {{ grep?: string }} [options]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runHostTests(hostName, { grep } = {}) {
  const host = await installHost(hostName);
  await bundleSuite();
  const results = resultsFile(hostName);
  const env = { DX_HOST_RESULTS: results, DX_HOST_GREP: grep };
  const logs = at("test-results", "logs", `host-${hostName}`);
  const session = await startSession({ host, env, logs, settings: calmSettings, testDriver: true, isDevelopment: true });
  try {
    for (const suite of suites()) await runInHost(session, { extension: session.extension, suite, timeoutMs: suiteTimeoutMs });
  } finally {
    await session.stop();
    rmSync(suiteFolder, { recursive: true, force: true });
  }
  return report(`VS Code ${host.version}`, results);
}

/**
 * Runs the suite in the desktop VS Code, which is downloaded where that is possible.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runDesktopTests() {
  const { downloadAndUnzipVSCode, runTests } = await import("@vscode/test-electron");
  const { startDesktopSession } = await import("./session.mjs");
  const executable = await downloadAndUnzipVSCode({ reporter: { report: () => undefined, error: () => undefined } }).catch((error) => {
    throw new Error(`The desktop VS Code cannot be downloaded here: ${error.message.split("\n")[0]}`);
  });
  await bundleSuite();
  const results = resultsFile("desktop");
  const session = await startDesktopSession({ settings: calmSettings });
  try {
    for (const suite of suites()) {
      await runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: session.extension,
        extensionTestsPath: suite,
        extensionTestsEnv: { ...session.env, DX_HOST_RESULTS: results },
        launchArgs: [session.workspace, ...session.arguments],
      }).catch((error) => say(error.message));
    }
  } finally {
    await session.stop();
    rmSync(suiteFolder, { recursive: true, force: true });
  }
  return report("the desktop VS Code", results);
}

async function bundleSuite() {
  const { build } = await import("esbuild");
  rmSync(suiteFolder, { recursive: true, force: true });
  const source = at("test", "host");
  const tests = readdirSync(source, { recursive: true }).filter((name) => name.endsWith(".test.ts"));
  await build({
    absWorkingDir: source,
    // Each window's folder has its own copy of what runs the tests beside it.
    entryPoints: [...tests.map((name) => ({ in: name, out: name.replace(/\.ts$/, "") })), ...windows().map((name) => ({ in: "index.ts", out: join(name, "index") }))],
    outdir: suiteFolder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
}

/** The modules to run, one window after the other. */
const suites = () => windows().map((name) => join(suiteFolder, name, "index.cjs"));

/** The folders of test/host with tests of one window each, the suite's own first. */
function windows() {
  const folders = readdirSync(at("test", "host"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ["", ...folders.map(({ name }) => name).sort()];
}

function resultsFile(name) {
  const path = at("test-results", `host-${name}.json`);
  mkdirSync(at("test-results"), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

function report(where, file) {
  if (!existsSync(file)) {
    say(`  ✗ the suite did not run to its end in ${where}`);
    return { passed: 0, failed: 1 };
  }
  const { ended, passed, failed } = readJson(file);
  for (const title of passed) say(`  ✓ ${title}`);
  for (const { title, why } of failed) say(`  ✗ ${title}\n${why}`);
  const broken = suites().filter((suite) => !ended.includes(suite));
  for (const suite of broken) say(`  ✗ ${suite} did not run to its end in ${where}`);
  if (passed.length + failed.length === 0) say(`  ✗ no test ran in ${where}`);
  const isEmpty = broken.length === 0 && passed.length + failed.length === 0;
  return { passed: passed.length, failed: failed.length + broken.length + Number(isEmpty) };
}
