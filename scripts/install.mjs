// Brings node_modules in line with package-lock.json. Uses nothing but Node.js, because it runs before anything is there.
import { existsSync } from "node:fs";
import { runNpm } from "./npm.mjs";
import { at, readJson, root, say, step } from "./project.mjs";

const oldestNode = 20;

/** Installs the dependencies when one is missing or another version than the lock's. */
export async function installDependencies() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < oldestNode) throw new Error(`Node.js ${oldestNode} or newer is needed, this is ${process.version}. Install it from your package manager or nodejs.org.`);
  const reason = staleReason();
  if (reason === undefined) return;
  say(reason);
  await step("installing dependencies from npm", () => runNpm(["ci"], root));
}

function staleReason() {
  const record = at("node_modules", ".package-lock.json");
  if (!existsSync(record)) return "node_modules is missing.";
  const { packages: wanted } = readJson(at("package-lock.json"));
  const { packages: present } = readJson(record);
  const stale = Object.keys(wanted).find((path) => path !== "" && !isInPlace(wanted[path], present[path]));
  return stale === undefined ? undefined : `${stale} is not what package-lock.json says.`;
}

function isInPlace(wanted, present) {
  // Packages for other platforms are optional and rightly absent.
  if (present === undefined) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
  return present.version === wanted.version;
}
