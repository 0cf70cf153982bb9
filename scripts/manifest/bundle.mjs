import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * The texts that the extension shows through `vscode.l10n.t`, each as its own key: what a translation begins with.
 * A function that takes the translation as an argument calls it `t`.
 *
 * @param {string} folder where the extension's source is
 * @returns {Record<string, string>} sorted by text
 */
export function shownTexts(folder) {
  const texts = new Set();
  for (const file of readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(".ts"))) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.Latest, true);
    visit(source, texts);
  }
  return Object.fromEntries([...texts].sort((a, b) => (a < b ? -1 : 1)).map((text) => [text, text]));
}

function visit(node, texts) {
  if (ts.isCallExpression(node) && isTranslation(node.expression)) {
    const text = textOf(node.arguments[0]);
    if (text !== undefined) texts.add(text);
  }
  ts.forEachChild(node, (child) => visit(child, texts));
}

function isTranslation(callee) {
  if (ts.isIdentifier(callee)) return callee.text === "t";
  return ts.isPropertyAccessExpression(callee) && callee.name.text === "t";
}

function textOf(argument) {
  if (argument === undefined) return undefined;
  return ts.isStringLiteralLike(argument) ? argument.text : undefined;
}
