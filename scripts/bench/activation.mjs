// What activating the extension costs, beside an extension that does nothing and one of VS Code's own.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installHost } from "../hosts/install-host.mjs";
import { runInHost } from "../hosts/run-in-host.mjs";
import { at, readJson, step } from "../project.mjs";
import { startSession } from "../session.mjs";

const runs = 5;
const timeoutMs = 60_000;
const ours = "dx-topology.dx-topology";
const empty = "bench.empty";
const peer = "vscode.css-language-features";
const activateBudgetMs = 20;

/** Median load and activation times, in milliseconds, of several fresh extension hosts. */
export async function measureActivation() {
  const host = await installHost("newest");
  const samples = [];
  for (let run = 1; run <= runs; run += 1) samples.push(await step(`activation, run ${run} of ${runs}`, () => measureOnce(host)));

  const median = (id, field) => middle(samples.map((sample) => sample[id][field]));
  const peerName = "CSS language features";
  return [
    { name: "activate() beyond loading", unit: "ms", value: median(ours, "activateMs"), peer: median(peer, "activateMs"), peerName, budget: activateBudgetMs },
    { name: "the same of an empty extension", unit: "ms", value: median(empty, "activateMs") },
    { name: "loading the bundle", unit: "ms", value: median(ours, "loadMs"), peer: median(peer, "loadMs"), peerName },
  ];
}

async function measureOnce(host) {
  const results = at("test-results", "activation.json");
  mkdirSync(at("test-results"), { recursive: true });
  rmSync(results, { force: true });
  const env = { DX_BENCH_RESULTS: results, DX_BENCH_EXTENSIONS: [empty, peer, ours].join(",") };
  const session = await startSession({ host, env, testDriver: true });
  try {
    await runInHost(session, { extension: emptyExtension(), suite: at("scripts", "bench", "activation-suite.cjs"), timeoutMs });
  } finally {
    await session.stop();
  }
  if (!existsSync(results)) throw new Error(`No figures from the extension host. The server's last lines:\n${session.server.lastLines()}`);
  const figures = readJson(results);
  if (figures.error !== undefined) throw new Error(`Activation could not be measured: ${figures.error}`);
  return figures;
}

function emptyExtension() {
  const folder = at(".build", "bench", "empty");
  const [publisher, name] = empty.split(".");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ publisher, name, version: "1.0.0", engines: { vscode: "^1.100.0" }, main: "./main.js" }));
  writeFileSync(join(folder, "main.js"), "exports.activate = () => undefined;\n");
  return folder;
}

const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
