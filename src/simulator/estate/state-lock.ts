import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { EstateError } from "./estate-error.ts";

/**
 * Keeps a state file for this process, so that two simulators do not overwrite each other's: a file beside it holds the
 * process's id. One that a dead process has left is taken over. Throws EstateError if a living one holds it. Returns what
 * gives it back.
 */
export function lockState(path: string): () => void {
  const lock = `${path}.lock`;
  if (!take(lock)) {
    refuseIfHeld(path, lock);
    rmSync(lock, { force: true });
    // Whoever else has found it abandoned at the same moment may have been faster.
    if (!take(lock)) refuseIfHeld(path, lock);
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

function refuseIfHeld(path: string, lock: string): void {
  const holder = readHolder(lock);
  if (holder === undefined || holder === process.pid || !isAlive(holder)) return;
  throw new EstateError(
    `The state file ${path} is in use by the process ${holder}. End it, name another file, or delete ${lock} if that process is no simulator.`,
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
