import type { CompletionItem } from "vscode-languageserver";

/** The same items, inserted in quotes where YAML would read their text as something else. */
export function asTexts(items: readonly CompletionItem[]): CompletionItem[] {
  return items.map((item) => {
    const text = written(item.label);
    return text === item.label ? item : { ...item, insertText: text };
  });
}

/** A text as a plan has it: plain where that is certain to mean the same, in block style and in flow style. */
export function written(text: string): string {
  const isPlain = /^[A-Za-z0-9_/][\w./@+=-]*(?: [\w./@+=-]+)*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) && !/^[\d.]/.test(text);
  return isPlain || isPrefix(text) ? text : JSON.stringify(text);
}

/** The same as it stands within quotes that are there already. */
export function withinQuotes(text: string, quote: "'" | '"'): string {
  const meant = jsonString.test(text) ? String(JSON.parse(text)) : text;
  return quote === "'" ? meant.replaceAll("'", "''") : JSON.stringify(meant).slice(1, -1);
}

const jsonString = /^"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"$/u;

function isPrefix(text: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+\/\d+$/.test(text);
}
