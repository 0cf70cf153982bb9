import type { PlanDocument } from "./document.ts";

/**
 * The text of a plan with every secret written as asterisks, of the same length so that places stay what they are.
 * Where a secret's field could not be read, the rest of its line is masked.
 */
export function maskSecrets(document: PlanDocument): string {
  let text = document.text;
  for (const { start, end } of document.secrets) text = text.slice(0, start) + stars(text.slice(start, end)) + text.slice(end);
  return text.replace(/((?:authKey|cak)["']?[ \t]*:)([^\r\n]*)/gi, (whole, field: string, value: string) => {
    const isReference = /^[ \t]*["']?\$\{(?:env|secret):[^\s{}]+\}/.test(value);
    return isReference || /^[ \t*]*$/.test(value) ? whole : field + maskValue(value);
  });
}

/** A value that was masked already stays followed by what follows it. */
function maskValue(value: string): string {
  return /^[ \t]*\*+/.test(value) ? value : stars(value);
}

function stars(text: string): string {
  return text.replace(/\S/g, "*");
}
