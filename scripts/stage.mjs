// Lays out in a folder what the VSIX holds: only what runs or is shown.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundles } from "./build.mjs";
import { at, readJson } from "./project.mjs";

const files = ["package.json", "package.nls.json", "CHANGELOG.md", "LICENSE", "language-configuration.json", join("docs", "rules.md")];
const folders = ["media", "l10n", "syntaxes", "snippets", "schemas"];
const built = [...Object.values(bundles).map(({ out }) => out), "third-party-notices.txt"].map((name) => join("dist", name));
// Only the README shows them, and where it is shown no picture of the extension's own can be loaded.
const screenshots = at("media", "screenshots");

/**
 * Empties the folder and fills it.
 *
 * @param {string} folder
 */
export function stageExtension(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const name of [...files, ...built, ...folders]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(at(name), join(folder, name), { recursive: true, filter: (path) => path !== screenshots });
  }
  // All that is here ships; without this file the packager asks for one.
  writeFileSync(join(folder, ".vscodeignore"), "");
  const readme = readFileSync(at("README.md"), "utf8");
  writeFileSync(join(folder, "README.md"), readJson(at("package.json")).repository === undefined ? withoutRelativeLinks(readme) : readme);
}

/**
 * A page without the pictures of its repository, and with the words alone of links into it. Where the manifest names a
 * repository the packager makes addresses of them instead.
 *
 * @param {string} markdown
 * @returns {string}
 */
export function withoutRelativeLinks(markdown) {
  return markdown.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, "").replace(/(?<!!)\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, "$1");
}
