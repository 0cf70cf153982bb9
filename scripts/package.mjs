// Makes dist/dx-topology.vsix and, for tests and windows, the folder that installing it would give.
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { installDependencies } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { startKept } from "./processes.mjs";
import { at, say, step } from "./project.mjs";
import { stageExtension } from "./stage.mjs";

/** Where the VSIX is written. */
export const vsixPath = at("dist", "dx-topology.vsix");

/** The VSIX's content, unpacked. */
export const unpackedPath = at(".build", "vsix", "extension");

const stagedPath = at(".build", "staged");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await installDependencies();
  await packageExtension();
  say(`${vsixPath}: ${(statSync(vsixPath).size / 1024).toFixed(0)} KB`);
}

async function packageExtension() {
  if (!(await build())) throw new Error("The build failed; see the messages above.");
  const { createVSIX } = (await import("@vscode/vsce")).default;
  stageExtension(stagedPath);
  await createVSIX({ cwd: stagedPath, packagePath: vsixPath, dependencies: false, allowMissingRepository: true });
}

/**
 * The extension as it is installed: built and packaged if any source is newer than the VSIX, and unpacked.
 *
 * @returns {Promise<string>} the folder with its package.json
 */
export function prepareExtension() {
  return withLock("package", async () => {
    if (!existsSync(vsixPath) || newestChange() > statSync(vsixPath).mtimeMs) await step("building and packaging", packageQuietly);
    if (!existsSync(unpackedPath) || statSync(unpackedPath).mtimeMs < statSync(vsixPath).mtimeMs) await unpack(vsixPath, unpackedPath);
    return unpackedPath;
  });
}

// The packager lists every file; beside other steps that is of interest only when it fails.
async function packageQuietly() {
  const packager = startKept(process.execPath, [fileURLToPath(import.meta.url)], { name: "The packager" });
  const code = await packager.exited;
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${packager.lastLines()}`);
}

const sources = ["src", "media", "l10n", "syntaxes", "snippets", "schemas", "scripts", "package.json", "package.nls.json", "package-lock.json"];
const looseSources = ["docs/rules.md", "README.md", "CHANGELOG.md", "LICENSE", "language-configuration.json"];

function newestChange() {
  return Math.max(...[...sources, ...looseSources].map((name) => newestBelow(at(name))));
}

function newestBelow(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))));
}

async function unpack(vsix, target) {
  const yauzl = (await import("yauzl")).default;
  const partial = `${dirname(target)}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  const archive = await yauzl.openPromise(vsix);
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith("/") || !entry.fileName.startsWith("extension/")) continue;
    const path = resolve(partial, entry.fileName);
    if (!path.startsWith(partial + sep)) throw new Error(`The VSIX holds a file outside its folder: ${entry.fileName}`);
    mkdirSync(dirname(path), { recursive: true });
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path));
  }
  rmSync(dirname(target), { recursive: true, force: true });
  renameSync(partial, dirname(target));
}
