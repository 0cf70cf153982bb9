import { buildGraph } from "../../src/model/build-graph.ts";
import { graphInWords, type Graph } from "../../src/model/graph.ts";
import type { Inventory } from "../../src/model/inventory.ts";
import { english, type Text } from "../../src/model/text.ts";

/** A value in which every text is the string that it says in English. */
export type InEnglish<T> = T extends Text ? string : T extends object ? { [K in keyof T]: InEnglish<T[K]> } : T;

/** Says every text within a value in English, so that a test can be written as what a person reads. */
export function inEnglish<T>(value: T): InEnglish<T> {
  return spoken(value) as InEnglish<T>;
}

/** The graph as it is drawn in English. */
export function englishGraph(inventory: Inventory): Graph {
  return graphInWords(buildGraph(inventory), english);
}

function spoken(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isText(value)) return english(value);
  if (Array.isArray(value)) return value.map(spoken);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner)]));
}

function isText(value: object): value is Text {
  return "words" in value && "values" in value && typeof value.words === "string" && Array.isArray(value.values);
}
