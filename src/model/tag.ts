import { phrase, type Text } from "./text.ts";

/** The most tags that a resource may have. */
export const maxTags = 50;

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Why a text is no tag key, with the remedy; undefined when it is one. Source: the API's TagKey (DX128). */
export function checkTagKey(key: string): Text | undefined {
  if (key === "") return phrase("A tag needs a key.");
  if (key.length > 128) return phrase("A key has at most 128 characters; this one has {0}.", key.length);
  if (key.toLowerCase().startsWith("aws:")) return phrase("Keys that begin with aws: are AWS's own. Choose another beginning.");
  if (allowed.test(key)) return undefined;
  return phrase('"{0}" is not allowed in a key. Use letters, digits, blanks and _ . : / = + - @.', wrongIn(key));
}

/** Why a text is no tag value, with the remedy; undefined when it is one. An empty value is allowed. */
export function checkTagValue(value: string): Text | undefined {
  if (value.length > 256) return phrase("A value has at most 256 characters; this one has {0}.", value.length);
  if (allowed.test(value)) return undefined;
  return phrase('"{0}" is not allowed in a value. Use letters, digits, blanks and _ . : / = + - @.', wrongIn(value));
}

/** Whether a tag's key sounds as if its value were a secret: nobody should tag so, and somebody does. */
export function soundsSecret(key: string): boolean {
  return secretParts.test(key) || secretWords.test(key.replace(wordEnds, "$& "));
}

/** Wherever they stand in a key. */
const secretParts = /pass(?:word|wd|phrase|code)|secret|token|credential|(?:auth|api|access|private|bgp|md5|macsec|shared|encryption|ssh|signing)[ _.-]?key|snmp[ _.-]?community/i;
/** Those that other words hold too: `author`, `spin`. */
const secretWords = /(?:^|[^\p{L}\p{N}])(?:(?:bgp)?md5|psk|auth|authentication|pwd|pin|cak|ckn)(?:$|[^\p{L}\p{N}])/iu;
/** What stands before a capital that begins a word: in `MyCAK` the y, in `CAKName` the K. */
const wordEnds = /[\p{Ll}\p{N}](?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})/gu;

function wrongIn(text: string): string {
  return Array.from(text).find((character) => !allowed.test(character)) ?? "";
}
