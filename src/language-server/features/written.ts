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

/** The same without quotes, for where there are some already. */
export function withoutQuotes(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
}

function isPrefix(text: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+\/\d+$/.test(text);
}
