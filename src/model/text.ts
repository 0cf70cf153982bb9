/**
 * Something to be read by a person, before it is in anybody's language: English words with `{0}`, `{1}` … for values.
 * The words are a key of the translation bundle, so they are written out where they are made: in a call of `phrase`.
 */
export interface Text {
  readonly words: string;
  readonly values: readonly TextValue[];
}

/** A name, a number, or a text within a text. */
export type TextValue = string | number | Text;

/** Gives words in a language, with `{0}`, `{1}` … replaced. */
export type Say = (words: string, ...values: (string | number)[]) => string;

/** A text of words that are written out; what varies is a value, and singular and plural are two texts. */
export function phrase<const W extends string>(words: Literal<W>, ...values: readonly TextValue[]): Text {
  return { words, values };
}

/** Only what is written out can be found by whoever collects the words to translate. */
type Literal<W extends string> = string extends W ? never : W;

/** What is the same in every language: a name, an address, AWS's own word. */
export function verbatim(value: string | number): Text {
  return value === "" ? noText : { words: "{0}", values: [value] };
}

export const noText: Text = { words: "", values: [] };

export function isNoText({ words }: Text): boolean {
  return words === "";
}

/** `a, b and c`; those without words are left out. */
export function listOf(texts: readonly Text[]): Text {
  const told = texts.filter((text) => !isNoText(text));
  const last = told.at(-1) ?? noText;
  const before = told.slice(0, -1);
  return before.length === 0 ? last : phrase("{0} and {1}", enumerated(before), last);
}

/** `a, b, c`; those without words are left out. */
export function enumerated(texts: readonly Text[]): Text {
  return fold(texts, (all, next) => phrase("{0}, {1}", all, next));
}

/** `a · b · c`; those without words are left out. */
export function dotted(texts: readonly Text[]): Text {
  return fold(texts, (all, next) => phrase("{0} · {1}", all, next));
}

/** The text as `say` puts it, the texts within it first. */
export function said({ words, values }: Text, say: Say): string {
  if (words === "") return "";
  return say(words, ...values.map((value) => (typeof value === "object" ? said(value, say) : value)));
}

/** The text as it is written: for logs, and for programs that speak English only. */
export function english(text: Text): string {
  return said(text, fillWords);
}

/** Replaces `{0}`, `{1}` … by the values, without looking into these. */
export function fillWords(words: string, ...values: (string | number)[]): string {
  return words.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

function fold(texts: readonly Text[], join: (all: Text, next: Text) => Text): Text {
  const [first = noText, ...others] = texts.filter((text) => !isNoText(text));
  return others.reduce(join, first);
}
