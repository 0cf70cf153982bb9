import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * The rooms whose words a person reads in the window's language, and the functions that take these words. Plans are
 * answered in English, as they are in every other editor and in a terminal; what takes any words is `model/text.ts`.
 */
const rooms = {
  model: ["phrase"],
  operations: ["phrase"],
  aws: ["phrase"],
  extension: ["phrase", "t"],
};

/**
 * The words that the extension shows, each as its own key: what a translation begins with. Throws where a call's words
 * are not written out, or have other places than the call has values, because no translation could follow it.
 *
 * @param {string} source the folder of the rooms
 * @returns {Record<string, string>} sorted by words
 */
export function shownTexts(source) {
  const texts = new Set(Object.entries(rooms).flatMap(([room, callees]) => wordsOf(join(source, room), callees)));
  return Object.fromEntries([...texts].sort((a, b) => (a < b ? -1 : 1)).map((text) => [text, text]));
}

function wordsOf(folder, callees) {
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(".ts"));
  return names.flatMap((name) => {
    const path = join(folder, name);
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    return callsIn(file, callees).map((call) => wordsOfCall(call, file));
  });
}

function callsIn(node, callees) {
  const inner = [];
  ts.forEachChild(node, (child) => void inner.push(...callsIn(child, callees)));
  return ts.isCallExpression(node) && callees.includes(nameOf(node.expression)) ? [node, ...inner] : inner;
}

function nameOf(callee) {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return ts.isIdentifier(callee) ? callee.text : "";
}

function wordsOfCall(call, file) {
  const [words, ...values] = call.arguments;
  const { line } = file.getLineAndCharacterOfPosition(call.getStart(file));
  const place = `${file.fileName}:${line + 1}`;
  if (words === undefined || !ts.isStringLiteralLike(words)) throw new Error(`${place}: the words have to be written out.`);
  const places = new Set([...words.text.matchAll(/\{(\d+)\}/g)].map(([, index]) => Number(index)));
  // Words without values are put together where they are shown, as in the drawing's page.
  const isTemplate = nameOf(call.expression) === "t" && values.length === 0;
  const fits = isTemplate || (places.size === values.length && [...places].every((index) => index < values.length));
  if (!fits) throw new Error(`${place}: the words have ${places.size} places for ${values.length} values.`);
  return words.text;
}
