import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { groupBy } from "../model/group-by.ts";
import { fillWords } from "../model/text.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import type { Places } from "./geometry.ts";
import type { GraphStructure } from "./graph-structure.ts";
import type { Fate } from "./lens.ts";

/** Where everything is drawn, and what a failure that is looked at would make of it. */
interface Drawn {
  readonly places: Places;
  readonly fates?: ReadonlyMap<string, Fate> | undefined;
}

/** One node, or one edge that is a resource, as a screen reader meets it. */
export interface MirrorRow {
  readonly id: string;
  readonly level: number;
  readonly parent: string | undefined;
  readonly label: string;
  /** From 1, among the rows of the same parent. */
  readonly position: number;
  readonly siblings: number;
}

/**
 * The graph as a tree that holds every node once: locations with ports with virtual interfaces; Direct Connect gateways
 * with the gateways behind them and with their attachments, associations and proposals; customers. From top to bottom
 * as drawn.
 */
export function mirrorRows(structure: GraphStructure, { places, fates }: Drawn, texts: GraphViewTexts): readonly MirrorRow[] {
  const heightOf = (id: string): number => places.get(id)?.y ?? 0;
  const nodes = [...structure.graph.nodes].sort((one, other) => rootOrder(one) - rootOrder(other) || heightOf(one.id) - heightOf(other.id));
  const above = new Map(nodes.map((node) => [node.id, parentOf(structure, node)]));
  const below = groupBy(nodes, ({ id }) => above.get(id) ?? "");
  const edgesBelow = groupBy(structure.graph.edges.filter(({ menu }) => menu !== ""), (edge) => gatewayEnd(structure, edge));
  const withFate = (label: string, id: string): string => {
    const fate = fates?.get(id);
    return fate === undefined ? label : `${label}, ${texts.fates[fate]}`;
  };
  const rows: MirrorRow[] = [];
  const add = (parent: string, level: number): void => {
    const inner = below.get(parent) ?? [];
    const edges = edgesBelow.get(parent) ?? [];
    const siblings = inner.length + edges.length;
    const place = { level, parent: parent === "" ? undefined : parent, siblings };
    inner.forEach((node, index) => {
      rows.push({ id: node.id, label: withFate(labelOfNode(structure, node, texts), node.id), position: index + 1, ...place });
      add(node.id, level + 1);
    });
    edges.forEach((edge, index) => rows.push({ id: edge.id, label: labelOfEdge(structure, edge, texts), position: inner.length + index + 1, ...place }));
  };
  add("", 1);
  return rows;
}

const rootKinds: readonly GraphNode["kind"][] = ["customer", "location", "directConnectGateway"];

function rootOrder({ kind }: GraphNode): number {
  const index = rootKinds.indexOf(kind);
  return index === -1 ? rootKinds.length : index;
}

/** The box it is in, else what it hangs on: a virtual interface on its port, a gateway on its Direct Connect gateway. */
function parentOf(structure: GraphStructure, node: GraphNode): string | undefined {
  if (node.parent !== undefined && structure.nodes.has(node.parent)) return node.parent;
  if (node.column !== "virtualInterface" && node.column !== "cloudGateway") return undefined;
  return (structure.incoming.get(node.id) ?? []).map(({ source }) => source).find((source) => structure.nodes.has(source));
}

/** The Direct Connect gateway of an attachment, an association or a proposal. */
function gatewayEnd({ nodes }: GraphStructure, { source, target }: GraphEdge): string {
  return nodes.get(target)?.kind === "directConnectGateway" ? target : source;
}

function labelOfNode(structure: GraphStructure, node: GraphNode, texts: GraphViewTexts): string {
  const leads = (structure.outgoing.get(node.id) ?? []).map(({ target }) => structure.nodes.get(target)?.label ?? target);
  const words = [node.label, texts.kinds[node.kind], node.summary, stateText(node, texts), node.notice, ...groupWords(node, texts), ownerWords(node, texts)];
  if (leads.length > 0) words.push(fillWords(texts.leadsTo, leads.join(", ")));
  return words.filter((word) => word !== "").join(", ");
}

function labelOfEdge({ nodes }: GraphStructure, edge: GraphEdge, texts: GraphViewTexts): string {
  const [from, to] = [edge.source, edge.target].map((id) => nodes.get(id)?.label ?? id);
  return [`${texts.kinds[edge.kind]} ${from ?? ""} – ${to ?? ""}`, edge.label, stateText(edge, texts)].filter((word) => word !== "").join(", ");
}

/** Whose it is, for what is not the reader's own; else no text. */
export function ownerWords({ owned, listed }: GraphNode, texts: GraphViewTexts): string {
  if (owned) return "";
  return listed ? texts.notOwned : texts.outsideInventory;
}

/** The resiliency groups that it is in. */
export function groupWords({ groups }: GraphNode, texts: GraphViewTexts): readonly string[] {
  return groups.map(({ name }) => fillWords(texts.inGroup, name));
}

/** What the health means in the reader's language. */
export function healthText({ health, partly = false }: Healthy, texts: GraphViewTexts): string {
  return partly ? texts.partlyBad : texts.healths[health];
}

/** A node's, or that of an edge, which is not so in part. */
interface Healthy {
  readonly health: GraphNode["health"];
  readonly partly?: boolean;
}

/** AWS's word, and what it means where the word alone says otherwise. */
export function stateText({ state, ...node }: Healthy & { readonly state: string }, texts: GraphViewTexts): string {
  const meaning = healthText(node, texts);
  if (state === "") return node.health === "unknown" ? "" : meaning;
  return node.health === "bad" && state !== "down" && state !== "rejected" ? `${state} (${meaning})` : state;
}
