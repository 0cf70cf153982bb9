/**
 * A text as one line of a terminal or a log may show it: what would move the cursor, turn the direction of writing or
 * be sent to the terminal as an order is shown as a sign instead, each of them in one column.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, signOf);
}

/** How many columns a printable text takes in a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

const unprintable = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (character === "\t") return " ";
  if (code === 0x7f) return "\u2421";
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
}

/** East Asian and emoji characters take two columns, marks on the letter before them none. */
function widthOf(character: string): 0 | 1 | 2 {
  if (/^[\p{Mark}\u200b-\u200f\ufe0e\ufe0f]$/u.test(character)) return 0;
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]$/u.test(character) ? 2 : 1;
}
