import { phrase, type Text } from "../model/text.ts";
import type { TextParameter } from "./parameter.ts";

/** A name that has to be given; `label` says of what. */
export function requiredName(label: Text): TextParameter {
  return { type: "text", label, check: (value) => (value === "" ? phrase("A name is needed.") : undefined) };
}
