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
  return /pass(?:word|wd|phrase)|secret|token|credential|(?:auth|api|access|private|bgp|md5|macsec|shared)[ _.-]?key|(?:^|[ _.:-])c[ak][kn](?:$|[ _.:-])/i.test(key);
}

function wrongIn(text: string): string {
  return Array.from(text).find((character) => !allowed.test(character)) ?? "";
}
