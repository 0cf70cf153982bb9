// Lets one run at a time do what two at once would spoil for each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { at } from "./project.mjs";

const pauseMs = 100;

/**
 * Runs something while no other run of this checkout runs something under the same name.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withLock(name, run) {
  mkdirSync(at(".build"), { recursive: true });
  const file = at(".build", `${name}.lock`);
  while (!isTaken(file)) await pause(pauseMs);
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

function isTaken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    removeAbandoned(file);
    return false;
  }
}

// A killed run leaves its lock behind.
function removeAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, "utf8"));
    if (owner > 0 && !isAlive(owner)) rmSync(file, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** Whether a process of this id exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
