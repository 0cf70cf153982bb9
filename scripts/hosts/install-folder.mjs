// Puts a prepared folder into .host/ whole or not at all.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../lock.mjs";
import { at, readJson } from "../project.mjs";

const stampName = "installed.json";

/**
 * Makes `.host/<name>` by calling `fill` on an empty folder beside it and renaming that when it is complete. The stamp,
 * written last, tells a finished install of the same inputs from an older or a broken one.
 *
 * @param {string} name
 * @param {string} fingerprint What the content depends on; another value makes it anew.
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the folder
 */
export async function installFolder(name, fingerprint, fill) {
  const hosts = at(".host");
  const target = join(hosts, name);
  if (isInstalled(target, fingerprint)) return target;

  mkdirSync(hosts, { recursive: true });
  removeAbandoned(hosts, name);
  const partial = join(hosts, `${name}.partial-${process.pid}`);
  mkdirSync(partial);
  try {
    await fill(partial);
    writeFileSync(join(partial, stampName), JSON.stringify({ fingerprint }));
    moveInto(partial, target, fingerprint);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

function isInstalled(folder, fingerprint) {
  const stamp = join(folder, stampName);
  return existsSync(stamp) && readJson(stamp).fingerprint === fingerprint;
}

// Two runs may install at once; the one that finishes first wins and the other takes its result.
function moveInto(partial, target, fingerprint) {
  if (isInstalled(target, fingerprint)) return;
  if (existsSync(target)) {
    const old = `${target}.partial-${process.pid}-old`;
    renameSync(target, old);
    rmSync(old, { recursive: true, force: true });
  }
  renameSync(partial, target);
}

function removeAbandoned(hosts, name) {
  for (const entry of readdirSync(hosts)) {
    const owner = new RegExp(`^${name.replaceAll(".", "\\.")}\\.partial-(\\d+)`).exec(entry)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(hosts, entry), { recursive: true, force: true });
  }
}
