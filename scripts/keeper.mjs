// Runs one command and ends it, with everything it started, when whoever asked for it is gone.
//
//   node scripts/keeper.mjs [--remove FOLDER]... [--pid-file FILE]... -- COMMAND [ARGUMENT]...
//
// --remove names a folder to delete afterwards, --pid-file a file with the id of a process that detaches itself.
// The asker holds the other end of standard input. That end closes when the asker lets go of it and also when the
// asker dies by any cause, so no server, simulator or temporary folder outlives a run, not even a killed one.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";

const graceMs = 1500;
const separator = process.argv.indexOf("--");
const options = process.argv.slice(2, separator);
const [command, ...commandArguments] = process.argv.slice(separator + 1);
const folders = valuesOf("--remove");
const pidFiles = valuesOf("--pid-file");
const isWindows = process.platform === "win32";

const child = spawn(command, commandArguments, { stdio: ["ignore", "inherit", "inherit"], detached: !isWindows });
let ending = false;

child.on("error", (error) => {
  process.stderr.write(`Cannot start ${command}: ${error.message}\n`);
  leave(127);
});
child.on("exit", (code, signal) => {
  signalGroup("SIGKILL");
  // As a shell says it, so that the asker can tell what ended it.
  leave(ending ? 0 : (code ?? 128 + constants.signals[signal]));
});
process.stdin.on("close", end).on("error", end).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);

function end() {
  if (ending) return;
  ending = true;
  signalGroup("SIGTERM");
  setTimeout(() => signalGroup("SIGKILL"), graceMs);
}

function valuesOf(option) {
  return options.filter((_, index) => options[index - 1] === option);
}

function signalGroup(signal) {
  for (const file of pidFiles) signalRecorded(file, signal);
  if (child.pid === undefined) return;
  if (isWindows) {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

function signalRecorded(file, signal) {
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : Number.NaN;
  if (Number.isNaN(pid)) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

function leave(code) {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(code);
}
