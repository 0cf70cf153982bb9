// Starts the processes a run needs and ends them with it.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const keeper = fileURLToPath(new URL("keeper.mjs", import.meta.url));
const linesKept = 60;
const kept = new Set();

/**
 * Starts a command under the keeper: it ends with `stop()`, and with this process whatever ends this process.
 *
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, remove?: string[], pidFiles?: string[], log?: string, name?: string }} [options]
 *   `remove` names folders to delete afterwards, `pidFiles` files with the ids of processes that detach themselves,
 *   `log` a file for the output, `name` what errors call it.
 */
export function startKept(command, commandArguments, options = {}) {
  const { env = {}, cwd, remove = [], pidFiles = [], log, name = command } = options;
  const ends = [...remove.flatMap((folder) => ["--remove", folder]), ...pidFiles.flatMap((file) => ["--pid-file", file])];
  const keeperArguments = [keeper, ...ends, "--", command, ...commandArguments];
  const child = spawn(process.execPath, keeperArguments, {
    cwd,
    env: definedOnly({ ...process.env, ...env }),
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  child.stdin.on("error", () => undefined);
  const output = collectLines([child.stdout, child.stderr], log);
  const exited = new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? codeOf(signal))));
  const started = {
    name,
    exited,
    /** Resolves when it has ended: with what ended, how, and where to read on. */
    ended: exited.then((code) => endOf({ name, code, log, lines: output.lines })),
    lastLines: () => output.lines.join("\n"),
    /** Resolves with the match of the first line, past or future, that fits; rejects when the process ends or time is up. */
    line: (pattern, timeoutMs) => firstLine({ output, exited, name }, pattern, timeoutMs),
    onLine: (listener) => output.listeners.add(listener),
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
  kept.add(started);
  void exited.then(() => kept.delete(started));
  return started;
}

/** A shell's code for a process that a signal has ended. */
export const codeOf = (signal) => 128 + (constants.signals[signal] ?? 0);

function endOf({ name, code, log, lines }) {
  const where = log === undefined ? [] : [`Its log: ${log}`];
  const last = lines.length === 0 ? [] : [`Its last lines:\n${lines.join("\n")}`];
  return [`${name} ${howEnded(code)}.`, ...where, ...last].join("\n");
}

function howEnded(code) {
  const signal = Object.keys(constants.signals).find((name) => codeOf(name) === code);
  return signal === undefined ? `ended with code ${code}` : `was ended by ${signal} (code ${code})`;
}

/** Ends everything that is still running. */
export async function stopAll() {
  await Promise.all([...kept].map((started) => started.stop()));
}

function collectLines(streams, log) {
  const output = { lines: [], listeners: new Set() };
  if (log !== undefined) mkdirSync(dirname(log), { recursive: true });
  const file = log === undefined ? undefined : createWriteStream(log);
  for (const stream of streams) {
    createInterface({ input: stream }).on("line", (line) => {
      file?.write(`${line}\n`);
      output.lines.push(line);
      if (output.lines.length > linesKept) output.lines.shift();
      for (const listener of output.listeners) listener(line);
    });
  }
  return output;
}

function firstLine({ output, exited, name }, pattern, timeoutMs) {
  return new Promise((resolve, reject) => {
    const fail = (why) => {
      finish();
      reject(new Error(`${name} ${why}. Its last lines:\n${output.lines.join("\n")}`));
    };
    const timer = setTimeout(() => fail(`did not answer within ${timeoutMs / 1000} s`), timeoutMs);
    const listener = (line) => {
      const match = pattern.exec(line);
      if (match === null) return;
      finish();
      resolve(match);
    };
    const finish = () => {
      clearTimeout(timer);
      output.listeners.delete(listener);
    };
    output.listeners.add(listener);
    for (const line of [...output.lines]) listener(line);
    void exited.then((code) => fail(howEnded(code)));
  });
}

/** A new temporary folder, its path free of symbolic links (macOS puts /tmp behind one). */
export const temporaryFolder = (purpose) => realpathSync(mkdtempSync(join(tmpdir(), `dx-topology-${purpose}-`)));

/**
 * Whether a TCP port on 127.0.0.1 can be listened on.
 *
 * @param {number} port
 */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

function definedOnly(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
