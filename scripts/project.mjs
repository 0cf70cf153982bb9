// Where things are, and the lines a person reads while they come about.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** A path below the root. */
export const at = (...parts) => join(root, ...parts);

export const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Writes one line of progress to standard error, where it does not mix with results. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a step and says how long it took.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(what, run) {
  const start = performance.now();
  say(`- ${what} …`);
  const result = await run();
  say(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
