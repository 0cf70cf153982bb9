// npm test and its parts. Each part installs and builds what it needs, and every run ends with "N passed, M failed".
//
//   node scripts/test.mjs [check|unit|contract|host|e2e]... [--host-version oldest|newest] [--grep TEXT] [-- FILTER...]
//
// Without a part: all of them. FILTER goes to vitest, --grep and --host-version to the host suite.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { installDependencies } from "./install.mjs";
import { startKept, stopAll } from "./processes.mjs";
import { at, root, say } from "./project.mjs";

const commandLineWrong = 2;

const tool = (...path) => at("node_modules", ...path);

/** The checks of `npm run check`, each a command of this machine's Node.js. */
const checks = {
  types: [tool("typescript", "bin", "tsc"), "-b"],
  rooms: [tool("dependency-cruiser", "bin", "dependency-cruise.mjs"), "src"],
  lint: [tool("eslint", "bin", "eslint.js"), ".", "--max-warnings=0"],
  manifest: [at("scripts", "manifest.mjs"), "--check"],
  rules: [at("scripts", "rules-doc.mjs"), "--check"],
  schema: [at("scripts", "plan-schema.mjs"), "--check"],
};

const parts = {
  check: async () => {
    const results = [];
    for (const [name, [script, ...scriptArguments]] of Object.entries(checks)) {
      const isGood = await runNode(script, scriptArguments);
      say(`  ${isGood ? "✓" : "✗"} ${name}`);
      results.push(isGood);
    }
    return { passed: results.filter(Boolean).length, failed: results.filter((isGood) => !isGood).length };
  },
  unit: (options) => runVitest("unit", options),
  contract: (options) => withBuild(() => runVitest("contract", options)),
  host: async ({ hostVersion, grep }) => {
    const { runHostTests } = await import("./host-tests.mjs");
    const { hostNames } = await import("./hosts/install-host.mjs");
    const results = [];
    for (const name of hostVersion === undefined ? hostNames : [hostVersion]) results.push(await runHostTests(name, { grep }));
    return sum(results);
  },
  e2e: (options) => runVitest("e2e", options),
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAll().then(() => process.exit(130)));

const options = readOptions(process.argv.slice(2));
const total = await runParts(options);
say("");
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
await stopAll();
process.exit(total.failed === 0 ? 0 : 1);

function readOptions(argv) {
  try {
    const separator = argv.indexOf("--");
    const [own, filters] = separator === -1 ? [argv, []] : [argv.slice(0, separator), argv.slice(separator + 1)];
    const { values, positionals } = parseArgs({
      args: own,
      allowPositionals: true,
      options: { "host-version": { type: "string" }, grep: { type: "string" } },
    });
    const isPart = (name) => Object.hasOwn(parts, name);
    const hostVersion = values["host-version"];
    if (![undefined, "oldest", "newest"].includes(hostVersion)) throw new Error(`--host-version is oldest or newest, not ${hostVersion}.`);
    const names = positionals.filter(isPart);
    return { names: names.length === 0 ? Object.keys(parts) : names, hostVersion, grep: values.grep, filters: [...positionals.filter((name) => !isPart(name)), ...filters] };
  } catch (error) {
    say(error.message);
    return process.exit(commandLineWrong);
  }
}

async function runParts({ names, ...partOptions }) {
  const results = [];
  try {
    await installDependencies();
    for (const name of names) results.push(await runPart(name, partOptions));
  } catch (error) {
    say(`✗ ${error.message}`);
    results.push({ passed: 0, failed: 1 });
  }
  return sum(results);
}

async function runPart(name, partOptions) {
  const start = performance.now();
  say(`\n== ${name}`);
  const result = await parts[name](partOptions).catch((error) => {
    say(`✗ ${name}: ${error.message}`);
    return { passed: 0, failed: 1 };
  });
  say(`== ${name}: ${result.passed} passed, ${result.failed} failed in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

async function withBuild(run) {
  const { prepareExtension } = await import("./package.mjs");
  await prepareExtension();
  return run();
}

async function runVitest(project, { filters }) {
  const report = at("test-results", `${project}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const isGood = await runNode(tool("vitest", "vitest.mjs"), ["run", "--project", project, ...reporters, ...filters]);
  const { passed, failed } = countsOf(report);
  // A file that cannot be loaded, or no file at all, fails without a failed test.
  return { passed, failed: isGood || failed > 0 ? failed : 1 };
}

function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

async function runNode(script, scriptArguments) {
  const child = startKept(process.execPath, [script, ...scriptArguments], { cwd: root, name: script, env: { FORCE_COLOR: process.stderr.isTTY ? "1" : undefined } });
  child.onLine(say);
  return (await child.exited) === 0;
}

function sum(results) {
  return { passed: results.reduce((count, { passed }) => count + passed, 0), failed: results.reduce((count, { failed }) => count + failed, 0) };
}
