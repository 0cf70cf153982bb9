// npm run bench: measures, prints a table with ratios and writes bench/results.json.
//
//   node scripts/bench.mjs [activation|graph|language-server|simulator|sizes]...
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { installDependencies } from "./install.mjs";
import { stopAll } from "./processes.mjs";
import { at, say } from "./project.mjs";

const commandLineWrong = 2;

const benchmarks = {
  sizes: async () => (await import("./bench/sizes.mjs")).measureSizes(),
  "language-server": async () => (await import("./bench/language-server.mjs")).measureLanguageServer(),
  graph: async () => (await import("./bench/graph.mjs")).measureGraph(),
  simulator: async () => (await import("./bench/simulator.mjs")).measureSimulator(),
  activation: async () => (await import("./bench/activation.mjs")).measureActivation(),
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAll().then(() => process.exit(130)));

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) {
  say(`Unknown benchmark: ${unknown}. Known are ${Object.keys(benchmarks).join(", ")}.`);
  process.exit(commandLineWrong);
}

await installDependencies();
const results = {};
for (const name of asked.length === 0 ? Object.keys(benchmarks) : asked) results[name] = (await benchmarks[name]()).map(withVerdict);
await stopAll();

const rows = Object.values(results).flat();
printTable(rows);
mkdirSync(at("bench"), { recursive: true });
const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version, platform: process.platform };
writeFileSync(at("bench", "results.json"), `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, results }, undefined, 2)}\n`);
process.exit(rows.some(({ isWithinBudget }) => isWithinBudget === false) ? 1 : 0);

function withVerdict(row) {
  return {
    ...row,
    ...(row.peer === undefined ? {} : { ratio: row.value / row.peer }),
    ...(row.budget === undefined ? {} : { isWithinBudget: row.value <= row.budget }),
  };
}

function printTable(table) {
  const cells = table.map((row) => [row.name, `${figure(row.value)} ${row.unit}`, comparison(row), verdict(row)]);
  const header = ["", "ours", "peer", "budget"];
  const widths = header.map((_, column) => Math.max(...[header, ...cells].map((line) => line[column].length)));
  for (const line of [header, ...cells]) process.stdout.write(`${line.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()}\n`);
}

function comparison({ peer, peerName, ratio, unit, gzip }) {
  if (peer !== undefined) return `${figure(peer)} ${unit} ${peerName} (×${ratio.toFixed(2)})`;
  return gzip === undefined ? "" : `${figure(gzip)} ${unit} with gzip`;
}

function verdict({ budget, isWithinBudget, unit }) {
  if (budget === undefined) return "";
  return `${figure(budget)} ${unit} ${isWithinBudget ? "✓" : "✗ exceeded"}`;
}

function figure(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
