import { failureOf, type GraphFailure } from "../model/graph-failure.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { fillWords } from "../model/text.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import { ancestorsOf, itemOf, type GraphStructure } from "./graph-structure.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";

/** What the drawing is narrowed to: what a node or an edge connects, or what its failure would take along. */
export interface Lens {
  readonly kind: "neighbours" | "failure";
  readonly id: string;
}

/** What a failure would make of a node or an edge. */
export type Fate = "lost" | "weakened";

export interface LensView {
  /** All others are dimmed. */
  readonly shown: ReadonlySet<string>;
  readonly fates: ReadonlyMap<string, Fate>;
  /** What is said of it, on the page and aloud. */
  readonly note: string;
}

/** Undefined for what is not in the graph. */
export function lookThrough({ kind, id }: Lens, structure: GraphStructure, texts: GraphViewTexts): LensView | undefined {
  const centre = itemOf(structure, id);
  if (centre === undefined) return undefined;
  return kind === "neighbours" ? neighbours(centre, structure, texts) : failure(centre, structure, texts);
}

function neighbours(centre: GraphNode | GraphEdge, structure: GraphStructure, texts: GraphViewTexts): LensView {
  const shown = neighbourhoodOf(structure, centre.id);
  const count = structure.graph.nodes.filter(({ id, column }) => shown.has(id) && column !== undefined).length;
  return { shown, fates: new Map(), note: fillWords(texts.focusOn, nameOf(centre, texts), count) };
}

function failure(centre: GraphNode | GraphEdge, structure: GraphStructure, texts: GraphViewTexts): LensView {
  const { failed, lost, weakened } = failureOf(structure.graph, centre.id);
  const fates = new Map<string, Fate>();
  for (const id of [...failed, ...lost]) fates.set(id, "lost");
  for (const id of weakened) fates.set(id, "weakened");
  const shown = new Set(fates.keys());
  for (const { id, source, target } of structure.graph.edges) if (shown.has(source) && shown.has(target)) shown.add(id);
  for (const id of [...shown]) {
    const node = structure.nodes.get(id);
    if (node !== undefined) for (const box of ancestorsOf(structure, node)) shown.add(box.id);
  }
  const countOf = (ids: ReadonlySet<string>): number => structure.graph.nodes.filter(({ id }) => ids.has(id)).length;
  const note = fillWords(texts.failureOf, nameOf(centre, texts), countOf(lost), countOf(weakened));
  return { shown, fates, note };
}

/** What a failure would take along, by name, for who reads of one node; no text where that is nothing. */
export function failureText(failed: GraphFailure, { graph }: GraphStructure, texts: GraphViewTexts): string {
  const sentences = ([[failed.lost, texts.failureLoses], [failed.weakened, texts.failureWeakens]] as const).map(([ids, sentence]) => {
    const names = graph.nodes.filter(({ id, column }) => ids.has(id) && isReached(column)).map(({ label }) => label);
    return names.length === 0 ? "" : fillWords(sentence, enumerated(names, texts));
  });
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

/** On the VPC's side of the ports, where a way is wanted to. */
function isReached(column: GraphNode["column"]): boolean {
  return column !== "customer" && column !== "port";
}

const mostNamed = 4;

function enumerated(names: readonly string[], texts: GraphViewTexts): string {
  const first = names.slice(0, mostNamed).join(", ");
  return names.length <= mostNamed ? first : fillWords(texts.andMore, first, names.length - mostNamed);
}

/** An edge has no name of its own. */
function nameOf(item: GraphNode | GraphEdge, texts: GraphViewTexts): string {
  return "column" in item ? item.label : texts.kinds[item.kind];
}
