/** A bracket that is open at the cursor. */
export interface FlowFrame {
  readonly kind: "map" | "list";
  /** In a map: the key whose value the cursor is in; undefined where a key is being written. */
  readonly key: string | undefined;
}

interface OpenFrame {
  readonly kind: "map" | "list";
  key: string | undefined;
}

/**
 * Goes through flow style from an opening bracket to the end of the text, which is the cursor. Gives the brackets that
 * are still open and where the current word begins; without frames, where the last bracket was closed, or where a line
 * begins that is not indented deeper than `indent` and so cannot belong to them.
 */
export function scanFlow(text: string, start: number, indent: number): { readonly frames: readonly FlowFrame[]; readonly from: number } {
  const frames: OpenFrame[] = [];
  let from = start;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") at = pastQuote(text, at);
    else if (character === "#" && /\s/.test(text.charAt(at - 1))) at = pastLine(text, at);
    else if (character === "\n" && isOutside(text, at + 1, indent)) return { frames: [], from: at };
    else {
      const next = passCharacter(frames, text, { at, from });
      if (frames.length === 0) return { frames, from: at + 1 };
      from = next;
      at += 1;
    }
  }
  while (/\s/.test(text.charAt(from))) from += 1;
  return { frames, from: Math.min(from, text.length) };
}

/** An empty line is outside only where it is the cursor's. */
function isOutside(text: string, lineStart: number, indent: number): boolean {
  const blanks = /^[ \t]*/.exec(text.slice(lineStart, lineStart + longestIndent))?.[0].length ?? 0;
  return blanks <= indent && !/[\r\n\]}#]/.test(text.charAt(lineStart + blanks));
}

const longestIndent = 200;

/** Gives where the current word begins after this character. */
function passCharacter(frames: OpenFrame[], text: string, { at, from }: { at: number; from: number }): number {
  const top = frames.at(-1);
  switch (text.charAt(at)) {
    case "{":
      frames.push({ kind: "map", key: undefined });
      return at + 1;
    case "[":
      frames.push({ kind: "list", key: undefined });
      return at + 1;
    case "}":
    case "]":
      frames.pop();
      return at + 1;
    case ",":
      if (top !== undefined) top.key = undefined;
      return at + 1;
    case ":":
      return passColon(top, text, { at, from });
    default:
      return from;
  }
}

function passColon(top: OpenFrame | undefined, text: string, { at, from }: { at: number; from: number }): number {
  if (top?.kind !== "map" || top.key !== undefined || !/\s|^$/.test(text.charAt(at + 1))) return from;
  top.key = text.slice(from, at).trim().replace(/^(["'])(.*)\1$/, "$2");
  return at + 1;
}

function pastQuote(text: string, at: number): number {
  const close = text.indexOf(text.charAt(at), at + 1);
  return close === -1 ? text.length : close + 1;
}

function pastLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 ? text.length : newline;
}
