// Collects the licences of the packages that the bundles contain.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at, readJson } from "./project.mjs";

/**
 * The licence texts of every package that esbuild put into a bundle, each text once with the packages it covers.
 *
 * @param {import("esbuild").Metafile[]} metafiles
 * @returns {string}
 */
export function thirdPartyNotices(metafiles) {
  const folders = new Set(metafiles.flatMap((metafile) => Object.keys(metafile.inputs)).flatMap(packageFolder));
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const text = licenceText(folder);
    byText.set(text, [...(byText.get(text) ?? []), packageLabel(folder)]);
  }
  const sections = [...byText].map(([text, labels]) => `${labels.join("\n")}\n\n${text}\n`);
  return `Direct Connect Topology contains the following packages.\n\n${sections.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function packageFolder(input) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match === null ? [] : [match[1]];
}

function packageLabel(folder) {
  const { name, version, license } = readJson(at(folder, "package.json"));
  return `${name} ${version} (${license})`;
}

function licenceText(folder) {
  const files = readdirSync(at(folder)).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name));
  const texts = files.map((name) => join(at(folder), name)).filter((path) => existsSync(path));
  if (texts.length === 0) return `Licence: ${readJson(at(folder, "package.json")).license}`;
  return texts.map((path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim()).join("\n\n");
}
