import type { JsonObject } from "../model/resource.ts";
import type { PreparedCall } from "./operation-call.ts";
import type { Translate } from "./translate.ts";

type Mask = (value: unknown) => JsonObject;

/** The one request as it is; several as a list. */
export function requestText(mask: Mask, calls: readonly PreparedCall[]): string {
  const inputs = calls.map(({ input }) => mask(input));
  return `${JSON.stringify(inputs.length === 1 ? inputs[0] : inputs, undefined, 2)}\n`;
}

/** What a dialog says of the request: all of a small one, the beginning of a large one, of several the first. */
export function requestParagraph(mask: Mask, calls: readonly PreparedCall[], t: Translate): string {
  const [first] = calls;
  if (first === undefined) return "";
  const lines = JSON.stringify(mask(first.input), undefined, 2).split("\n");
  const isShort = lines.length <= 4;
  const body = isShort ? lines.map((line) => line.trim()).join(" ") : [...lines.slice(0, mostLines), ...(lines.length > mostLines ? ["…"] : [])].join("\n");
  const title = calls.length === 1 ? t("What is sent: {0}", first.action) : t("What is sent: {0}, {1} times, first", first.action, calls.length);
  return `${title}${isShort ? " " : "\n"}${body}`;
}

const mostLines = 20;

/** A text in lines that a quick pick shows whole: it cuts off what is wider than it is. */
export function foldedLines(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap(folded);
}

/** A text as the label of a quick pick: an icon in it would be one of AWS's texts or names, and is none. */
export function plainLabel(text: string): string {
  return text.replaceAll("$(", "\\$(");
}

const widest = 84;

function folded(line: string): readonly string[] {
  const lines: string[] = [];
  for (const word of line.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > widest) lines.push(last === undefined ? word : `   ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
