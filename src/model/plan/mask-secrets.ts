import type { PlanDocument } from "./document.ts";

/** A field's name in any spelling, and what parts it from its value: a slip may have taken the colon. */
const field = /(?:auth[_-]?key|cak)["']?[ \t]*[:= \t]/;
/** A secret reference, a value that is masked already, or nothing. */
const harmless = /[ \t]*(?:["']?\$\{(?:env|secret):[^\s{}]+\}|\*+(?=[\s,\]}]|$)|(?=[\r\n]|$))/;
const fieldWithValue = new RegExp(`(${field.source})(?:(${harmless.source})|([^\\r\\n]*))`, "gi");

/**
 * The text of a plan with every secret written as asterisks, of the same length so that places stay what they are.
 * Where a secret's field could not be read, the rest of its line is masked.
 */
export function maskSecrets(document: PlanDocument): string {
  return maskUnread(maskRead(document));
}

function maskRead({ text, secrets }: PlanDocument): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of [...secrets].sort((one, other) => one.start - other.start)) {
    if (end <= done) continue;
    parts.push(text.slice(done, Math.max(done, start)), stars(text.slice(Math.max(done, start), end)));
    done = end;
  }
  return [...parts, text.slice(done)].join("");
}

function maskUnread(text: string): string {
  return text.replace(fieldWithValue, (whole, name: string, _: string | undefined, value: string | undefined) => {
    return value === undefined ? whole : name + stars(value);
  });
}

function stars(text: string): string {
  return text.replace(/\S/g, "*");
}
