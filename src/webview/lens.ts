import { failureOf, works, type GraphFailure } from "../model/graph-failure.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { fillWords } from "../model/text.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import { ancestorsOf, itemOf, type GraphStructure } from "./graph-structure.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";

/** What the drawing is narrowed to: what a node or an edge connects, what its failure would take along, or a resiliency group. */
export interface Lens {
  readonly kind: "neighbours" | "failure" | "group";
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
  if (kind === "group") return members(id, structure, texts);
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
  const failed = failureOf(structure.graph, centre.id);
  const { lost, weakened } = failed;
  const fates = new Map<string, Fate>();
  for (const id of [...failed.failed, ...lost]) fates.set(id, "lost");
  for (const id of weakened) fates.set(id, "weakened");
  const shown = new Set(fates.keys());
  for (const { id, source, target } of structure.graph.edges) if (shown.has(source) && shown.has(target)) shown.add(id);
  addBoxes(shown, structure);
  const countOf = (ids: ReadonlySet<string>): number => structure.graph.nodes.filter(({ id }) => ids.has(id)).length;
  const note = fillWords(texts.failureOf, nameOf(centre, texts), countOf(lost), countOf(weakened));
  const further = [...lagSentences(failed, structure, texts), ...groupSentences(failed, texts)].slice(0, mostSentences).join(" ");
  return { shown, fates, note: further === "" ? note : `${note}. ${further}` };
}

/** What is in a resiliency group, and what the failure of one location would leave of it. */
function members(id: string, structure: GraphStructure, texts: GraphViewTexts): LensView | undefined {
  const nodes = structure.graph.nodes.filter(({ groups }) => groups.some((group) => group.id === id));
  const group = nodes[0]?.groups.find((one) => one.id === id);
  if (group === undefined) return undefined;
  const shown = new Set(nodes.map((node) => node.id));
  addBoxes(shown, structure);
  const locations = [...shown].flatMap((box) => structure.nodes.get(box) ?? []).filter(({ kind }) => kind === "location");
  const hurt = locations.flatMap((location) => failureOf(structure.graph, location.id).groups.filter((one) => one.id === id).map((one) => ({ ...one, location: location.label })));
  const [worst] = hurt.sort((one, other) => one.left - other.left);
  const count = fillWords(texts.groupMembers, group.name, nodes.filter(works).length, nodes.length);
  const without = worst === undefined ? "" : fillWords(worst.left === 0 ? texts.groupWithoutAny : texts.groupWithout, worst.location, worst.left);
  return { shown, fates: new Map(), note: `${count} ${without}`.trim() };
}

/** What a failure would take along, by name, for who reads of one node: a sentence a line, none where that is nothing. */
export function failureText(failed: GraphFailure, structure: GraphStructure, texts: GraphViewTexts): string {
  const sentences = ([[failed.lost, texts.failureLoses], [failed.weakened, texts.failureWeakens]] as const).map(([ids, sentence]) => {
    const names = structure.graph.nodes.filter(({ id, column }) => ids.has(id) && isReached(column)).map(({ label }) => label);
    return names.length === 0 ? "" : fillWords(sentence, enumerated(names, texts));
  });
  return [...lagSentences(failed, structure, texts), ...sentences, ...groupSentences(failed, texts)].filter((sentence) => sentence !== "").join("\n");
}

/** Whether a LAG that loses links stays up. */
function lagSentences({ lags }: GraphFailure, { nodes }: GraphStructure, texts: GraphViewTexts): readonly string[] {
  return lags.map(({ id, all, left, least }) => fillWords(left < least ? texts.lagFalls : texts.lagStays, nodes.get(id)?.label ?? id, left, all, least));
}

/** What is left of resiliency groups. */
function groupSentences({ groups }: GraphFailure, texts: GraphViewTexts): readonly string[] {
  return groups.map(({ name, all, left }) => fillWords(left === 0 ? texts.groupLoses : texts.groupKeeps, name, left, all));
}

const mostSentences = 2;

/** What everything shown is drawn inside of. */
function addBoxes(shown: Set<string>, structure: GraphStructure): void {
  for (const id of [...shown]) {
    const node = structure.nodes.get(id);
    if (node !== undefined) for (const box of ancestorsOf(structure, node)) shown.add(box.id);
  }
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

/** An edge has no name of its own. What is undefined of a node is not there at all once the host has sent it. */
function nameOf(item: GraphNode | GraphEdge, texts: GraphViewTexts): string {
  return "source" in item ? texts.kinds[item.kind] : item.label;
}
