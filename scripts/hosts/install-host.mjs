// Installs a pinned VS Code server from the npm registry.
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNpm } from "../npm.mjs";
import { at, readJson, step } from "../project.mjs";
import { installFolder } from "./install-folder.mjs";

/** The hosts everything is tested in: the oldest that engines.vscode admits and the newest known. */
export const hostNames = ["oldest", "newest"];

/**
 * Installs `oldest` or `newest` into .host/ if it is not there and tells how to run it.
 *
 * @param {"oldest" | "newest"} name
 * @returns {Promise<{ name: string, version: string, node: string, serverMain: string }>}
 */
export async function installHost(name) {
  const pins = at("scripts", "hosts", name);
  const locks = ["package.json", "package-lock.json", "server-lock.json"].map((file) => join(pins, file));
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const lock of locks) hash.update(readFileSync(lock));
  const codeServer = readJson(locks[0]).dependencies["code-server"];

  const folder = await installFolder(codeServer, hash.digest("hex"), (partial) =>
    step(`installing VS Code (${name}, code-server ${codeServer}) from npm`, () => fillHost(locks, partial)),
  );
  const server = serverFolder(folder);
  provideLog(server);
  return { name, version: readJson(join(server, "package.json")).version, node: nodePath(folder), serverMain: join(server, "out", "server-main.js") };
}

async function fillHost([manifest, lock, serverLock], folder) {
  copyFileSync(manifest, join(folder, "package.json"));
  copyFileSync(lock, join(folder, "package-lock.json"));
  await runNpm(["ci"], folder);

  // The server's own lock leaves out packages of other platforms, which npm ci takes for a mismatch; ours is complete.
  const server = serverFolder(folder);
  copyFileSync(serverLock, join(server, "npm-shrinkwrap.json"));
  await runNpm(["ci", "--omit=dev"], server);

  const node = nodePath(folder);
  if (node !== process.execPath) chmodSync(node, 0o755);
}

/** Puts a log writer in the place of the native one, unless that is there. */
function provideLog(server) {
  const writer = join(server, "node_modules", "@vscode", "spdlog");
  if (existsSync(join(writer, "build", "Release", "spdlog.node"))) return;
  const ours = readFileSync(at("scripts", "hosts", "file-log.cjs"));
  const target = join(writer, "index.js");
  if (ours.equals(readFileSync(target))) return;
  // Renamed into place, because a window may be starting on the same server.
  const partial = `${target}.${process.pid}`;
  writeFileSync(partial, ours);
  renameSync(partial, target);
}

const serverFolder = (folder) => join(folder, "node_modules", "code-server", "lib", "vscode");

// Node.js for this platform comes as a package; where there is none, the Node.js that runs us has to do.
function nodePath(folder) {
  const system = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const packages = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  const paths = packages.map((name) => join(folder, "node_modules", name, "bin", file));
  return paths.find((path) => existsSync(path)) ?? process.execPath;
}
