// Our language server and yaml-language-server with an equivalent schema, over stdio, in the same run.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "../build.mjs";
import { at, step } from "../project.mjs";
import { startClient } from "./language-client.mjs";
import { markers, planText } from "./plan-text.mjs";

const sizes = [100, 1_000, 10_000];
/** How often each is measured: the peer waits before it answers a keystroke, so fewer do. */
const rounds = { starts: 3, ours: 30, peer: 8 };
/** The peer waits so long after a change before it looks at it. */
const peerDebounceMs = 200;
const frameMs = 16;
/** What share of the peer's figure ours may be, and how much dearer a keystroke may get from 1,000 to 10,000 lines. */
const shares = { open: 1 / 3, keystroke: 1 / 30, completion: 1 / 100, hover: 1 / 30, memory: 1 / 2 };
const largestGrowth = 3;

const uri = "file:///bench/plan.dx.yaml";
const { version } = JSON.parse(readFileSync(at("node_modules", "yaml-language-server", "package.json"), "utf8"));
const peerName = `yaml-language-server ${version}`;
const servers = {
  ours: { command: [at("dist", "cli.js"), "lsp", "--stdio"], settings: {} },
  peer: {
    command: [at("node_modules", "yaml-language-server", "bin", "yaml-language-server"), "--stdio"],
    settings: { yaml: { schemas: { [pathToFileURL(at("schemas", "dx-plan.schema.json")).href]: "*.dx.yaml" }, validate: true, hover: true, completion: true, schemaStore: { enable: false } } },
  },
};

/** Medians, in milliseconds and MB, of several fresh servers for each size. */
export async function measureLanguageServer() {
  if (!(await build(["cli", "language-server"]))) throw new Error("The build failed; see the messages above.");
  const measured = {};
  for (const name of Object.keys(servers)) {
    measured[name] = {};
    for (const size of sizes) measured[name][size] = await step(`${name === "ours" ? "our server" : peerName}, ${size} lines`, () => measureSize(name, size));
  }
  return rowsOf(measured);
}

async function measureSize(name, size) {
  const starts = [];
  for (let round = 1; round <= rounds.starts; round += 1) starts.push(await measureServer(name, planText(size), round === rounds.starts));
  const last = starts.at(-1);
  return { ...last, start: middle(starts.map(({ start }) => start)), open: middle(starts.map(({ open }) => open)) };
}

async function measureServer(name, text, isLast) {
  const began = performance.now();
  const client = await startClient(servers[name].command, servers[name].settings);
  const start = performance.now() - began;
  try {
    const opened = await client.diagnosticsAfter(uri, () => client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } }));
    if (opened.diagnostics.length > 0) throw new Error(`The plan should be clean, but ${name} says: ${opened.diagnostics[0].message}`);
    return { start, open: opened.ms, ...(isLast ? await measureEditing(client, name, text) : {}) };
  } finally {
    await client.stop();
  }
}

async function measureEditing(client, name, text) {
  const keystroke = await measureKeystrokes(client, name, text);
  const completion = await measureAnswers(client, name, { method: "textDocument/completion", position: positionOf(text, markers.completion, "below") });
  const hover = await measureAnswers(client, name, { method: "textDocument/hover", position: positionOf(text, markers.hover, "at") });
  return { keystroke, completion, hover, memory: client.residentMb() };
}

/** A digit too many and its removal, by turns: diagnostics come and go. The first pair is not counted. */
async function measureKeystrokes(client, name, text) {
  const at = positionOf(text, markers.hover, "behind");
  const behind = { ...at, character: at.character + 1 };
  const times = [];
  for (let round = 0; round < rounds[name] + 2; round += 1) {
    const change = round % 2 === 0 ? { range: { start: at, end: at }, text: "9" } : { range: { start: at, end: behind }, text: "" };
    const { ms, diagnostics } = await client.diagnosticsAfter(uri, () => client.notify("textDocument/didChange", { textDocument: { uri, version: round + 2 }, contentChanges: [change] }));
    if (diagnostics.length > 0 !== (round % 2 === 0)) throw new Error(`${name} did not notice a VLAN of four digits and more, or its removal.`);
    if (round > 1) times.push(ms);
  }
  return middle(times);
}

async function measureAnswers(client, name, { method, position }) {
  const times = [];
  for (let round = 0; round <= rounds[name]; round += 1) {
    const began = performance.now();
    const answer = await client.ask(method, { textDocument: { uri }, position });
    if (isNothing(answer)) throw new Error(`${name} gave nothing for ${method}.`);
    if (round > 0) times.push(performance.now() - began);
  }
  return middle(times);
}

function isNothing(answer) {
  return answer === null || (Array.isArray(answer) ? answer : (answer.items ?? [answer])).length === 0;
}

/** A place in the middle of the plan: at a text, behind it, or at the end of the line below. */
function positionOf(text, sought, where) {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line === markers.completion);
  const line = sought === markers.completion ? from + 1 : lines.findLastIndex((candidate, index) => index < from && candidate.includes(sought));
  if (where === "below") return { line, character: lines[line].length };
  const character = lines[line].indexOf(sought) + (where === "at" ? 1 : sought.length);
  return { line, character };
}

function rowsOf({ ours, peer }) {
  const rows = [{ name: "start to initialized", unit: "ms", value: ours[sizes[0]].start, peer: peer[sizes[0]].start, peerName }];
  for (const size of sizes) {
    const [own, other] = [ours[size], peer[size]];
    const largest = size === sizes.at(-1);
    const row = (what, unit, figure, share, debounce = 0) => {
      const theirs = Math.max(other[figure] - debounce, 0.1);
      const budget = Math.min(theirs * share, figure === "keystroke" ? frameMs : Number.POSITIVE_INFINITY);
      rows.push({ name: `${what}, ${size} lines`, unit, value: own[figure], peer: theirs, peerName: debounce === 0 ? peerName : `${peerName} without its wait`, ...(largest ? { budget } : {}) });
    };
    row("opening to diagnostics", "ms", "open", shares.open, peerDebounceMs);
    row("keystroke to diagnostics", "ms", "keystroke", shares.keystroke, peerDebounceMs);
    row("completion", "ms", "completion", shares.completion);
    row("hover", "ms", "hover", shares.hover);
    row("resident memory", "MB", "memory", shares.memory);
  }
  const [, medium, large] = sizes;
  rows.push({ name: `keystroke, growth from ${medium} to ${large} lines`, unit: "times", value: ours[large].keystroke / ours[medium].keystroke, budget: largestGrowth });
  return rows;
}

const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
