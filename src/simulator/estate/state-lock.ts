import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { EstateError } from "./estate-error.ts";

/** How long a holder is waited for that may be about to end: a restart starts the new one at once. */
const patience = 2000;
const pause = 25;

/**
 * Keeps a state file for this process, so that two simulators do not overwrite each other's: a file beside it holds the
 * process's id. One that a dead process has left is taken over. Throws EstateError if a living one does not give it back
 * soon. Returns what gives it back.
 */
export async function lockState(path: string): Promise<() => void> {
  const lock = `${path}.lock`;
  const deadline = Date.now() + patience;
  while (!take(lock)) {
    const holder = findHolder(lock);
    if (holder === undefined) rmSync(lock, { force: true });
    else if (Date.now() < deadline) await setTimeout(pause);
    else throw new EstateError(heldBy(path, lock, holder));
  }
  return () => {
    if (readHolder(lock) === process.pid) rmSync(lock, { force: true });
  };
}

/** The lock appears with its content or not at all: nobody reads it half written. */
function take(lock: string): boolean {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, `${process.pid}\n`, { mode: 0o600 });
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The process that holds the lock and lives. */
function findHolder(lock: string): number | undefined {
  const holder = readHolder(lock);
  return holder === undefined || holder === process.pid || !isAlive(holder) ? undefined : holder;
}

function heldBy(path: string, lock: string, holder: number): string {
  return (
    `The state file ${path} is in use by the process ${holder}. ` +
    `End it, name another file, or delete ${lock} if that process is no simulator.`
  );
}

function readHolder(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but another user's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
