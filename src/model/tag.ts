/** The most tags that a resource may have. */
export const maxTags = 50;

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const allowedText = "letters, digits, blanks and _ . : / = + - @";

/** Why a text is no tag key, with the remedy; undefined when it is one. Source: the API's TagKey (DX128). */
export function checkTagKey(key: string): string | undefined {
  if (key === "") return "A tag needs a key.";
  if (key.length > 128) return `A key has at most 128 characters; this one has ${key.length}.`;
  if (key.toLowerCase().startsWith("aws:")) return "Keys that begin with aws: are AWS's own. Choose another beginning.";
  return allowed.test(key) ? undefined : `"${wrongIn(key)}" is not allowed in a key. Use ${allowedText}.`;
}

/** Why a text is no tag value, with the remedy; undefined when it is one. An empty value is allowed. */
export function checkTagValue(value: string): string | undefined {
  if (value.length > 256) return `A value has at most 256 characters; this one has ${value.length}.`;
  return allowed.test(value) ? undefined : `"${wrongIn(value)}" is not allowed in a value. Use ${allowedText}.`;
}

function wrongIn(text: string): string {
  return Array.from(text).find((character) => !allowed.test(character)) ?? "";
}
