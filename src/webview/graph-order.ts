import type { GraphNode } from "../model/graph.ts";
import { groupBy } from "../model/group-by.ts";
import { childrenOf, sourcesOf, targetsOf, withDescendants, type GraphStructure } from "./graph-structure.ts";

/** A port that stands in no other but its location, with the virtual interfaces on it and on what it carries. */
export interface Row {
  /** Undefined for virtual interfaces whose port is not known. */
  readonly port: GraphNode | undefined;
  readonly interfaces: readonly GraphNode[];
}

/** A location's rows. */
export interface Block {
  readonly location: GraphNode | undefined;
  readonly rows: readonly Row[];
}

/** A Direct Connect gateway with the gateways associated to it; without one for a gateway that is reached directly. */
export interface GatewayGroup {
  readonly gateway: GraphNode | undefined;
  readonly clouds: readonly GraphNode[];
}

export interface GraphOrder {
  readonly blocks: readonly Block[];
  readonly groups: readonly GatewayGroup[];
  readonly customers: readonly GraphNode[];
  /** Gateways that nothing leads to, Direct Connect gateways first. */
  readonly unattached: readonly GraphNode[];
}

const sweeps = 4;

/**
 * In which order from top to bottom everything is drawn so that few edges cross: the barycentre method, in turns over
 * the ports' side and the gateways' side. Locations of one Region stay together. Equal graphs get equal orders.
 */
export function orderGraph(structure: GraphStructure): GraphOrder {
  let blocks = firstBlocks(structure);
  let groups = firstGroups(structure);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    groups = orderGroups(structure, groups, rankOf(blocks.flatMap(interfacesOf)));
    blocks = orderBlocks(structure, blocks, rankOf(groups.flatMap(membersOf)));
  }
  groups = orderGroups(structure, groups, rankOf(blocks.flatMap(interfacesOf)));
  const ports = rankOf(blocks.flatMap(({ rows }) => rows).flatMap(({ port }) => (port === undefined ? [] : withDescendants(structure, port))));
  const customers = byLabel(structure.graph.nodes.filter(({ kind }) => kind === "customer"));
  const unattached = gatewaysOf(structure, isUnattached);
  return { blocks, groups, unattached, customers: sortBy(customers, ({ id }) => mean(targetsOf(structure, id), ports)) };
}

/** The nodes inside of a box, by label. */
export function orderedChildren(structure: GraphStructure, id: string): readonly GraphNode[] {
  return byLabel(childrenOf(structure, id));
}

function firstBlocks(structure: GraphStructure): readonly Block[] {
  const ports = structure.graph.nodes.filter(({ column, parent }) => column === "port" && !isPort(structure, parent));
  const interfaces = structure.graph.nodes.filter(({ kind }) => kind === "virtualInterface");
  const carried = groupBy(interfaces, ({ id }) => sourcesOf(structure, id)[0]);
  const blocks = [...groupBy(byLabel(ports), ({ parent }) => parent ?? "")].map(([location, inside]): Block => ({
    location: structure.nodes.get(location),
    rows: inside.map((port) => ({
      port,
      interfaces: depthFirst(structure, port).flatMap(({ id }) => byLabel(carried.get(id) ?? [])),
    })),
  }));
  const loose = byLabel(interfaces.filter(({ id }) => sourcesOf(structure, id).length === 0));
  const sorted = [...blocks].sort((one, other) => compareText(blockName(one), blockName(other)));
  return loose.length === 0 ? sorted : [...sorted, { location: undefined, rows: [{ port: undefined, interfaces: loose }] }];
}

function isPort({ nodes }: GraphStructure, id: string | undefined): boolean {
  return id !== undefined && nodes.get(id)?.column === "port";
}

function depthFirst(structure: GraphStructure, node: GraphNode): readonly GraphNode[] {
  return [node, ...orderedChildren(structure, node.id).flatMap((child) => depthFirst(structure, child))];
}

function regionOf({ rows }: Block): string {
  return rows.map(({ port }) => port?.region).find((region) => region !== undefined) ?? "~";
}

function blockName(block: Block): string {
  return `${regionOf(block)}/${block.location?.label ?? "~"}`;
}

function firstGroups(structure: GraphStructure): readonly GatewayGroup[] {
  const { nodes } = structure;
  const joined = gatewaysOf(structure, (node) => !isUnattached(node));
  const gateways = joined.filter(({ column }) => column === "directConnectGateway");
  const clouds = joined.filter(({ column }) => column === "cloudGateway");
  const owned = groupBy(clouds, ({ id }) => sourcesOf(structure, id).find((source) => nodes.get(source)?.column === "directConnectGateway"));
  const placed = new Set([...owned.values()].flat());
  return [
    ...gateways.map((gateway) => ({ gateway, clouds: owned.get(gateway.id) ?? [] })),
    ...clouds.filter((cloud) => !placed.has(cloud)).map((cloud) => ({ gateway: undefined, clouds: [cloud] })),
  ];
}

/** Direct Connect gateways first. */
function gatewaysOf({ graph }: GraphStructure, isMeant: (node: GraphNode) => boolean): readonly GraphNode[] {
  const columns = ["directConnectGateway", "cloudGateway"];
  return columns.flatMap((wanted) => byLabel(graph.nodes.filter((node) => node.column === wanted && isMeant(node))));
}

export function isUnattached({ parent }: GraphNode): boolean {
  return parent === "unattached";
}

function orderGroups(structure: GraphStructure, groups: readonly GatewayGroup[], interfaces: Ranks): readonly GatewayGroup[] {
  const pull = (group: GatewayGroup): number => mean(membersOf(group).flatMap(({ id }) => sourcesOf(structure, id)), interfaces);
  const sorted = sortBy(groups, pull);
  const gateways = rankOf(sorted.flatMap(({ gateway }) => gateway ?? []));
  return sorted.map(({ gateway, clouds }) => ({ gateway, clouds: sortBy(clouds, ({ id }) => mean(sourcesOf(structure, id), gateways)) }));
}

function orderBlocks(structure: GraphStructure, blocks: readonly Block[], gateways: Ranks): readonly Block[] {
  const pullOf = ({ id }: GraphNode): number => mean(targetsOf(structure, id), gateways);
  const sorted = blocks.map(({ location, rows }): Block => {
    const ordered = rows.map(({ port, interfaces }) => ({ port, interfaces: sortBy(interfaces, pullOf) }));
    return { location, rows: sortBy(ordered, ({ interfaces }) => average(interfaces.map(pullOf))) };
  });
  const byRegion = [...groupBy(sorted, regionOf).values()];
  const pullOfBlock = (block: Block): number => average(interfacesOf(block).map(pullOf));
  return byRegion.flatMap((region) => sortBy(region, pullOfBlock));
}

function interfacesOf({ rows }: Block): readonly GraphNode[] {
  return rows.flatMap(({ interfaces }) => interfaces);
}

export function membersOf({ gateway, clouds }: GatewayGroup): readonly GraphNode[] {
  return gateway === undefined ? clouds : [gateway, ...clouds];
}

type Ranks = ReadonlyMap<string, number>;

function rankOf(nodes: readonly GraphNode[]): Ranks {
  return new Map(nodes.map(({ id }, index) => [id, index]));
}

function mean(ids: readonly string[], ranks: Ranks): number {
  return average(ids.map((id) => ranks.get(id) ?? Number.NaN));
}

/** Of what is known; infinite when nothing is, so that what is joined to nothing comes last. */
function average(values: readonly number[]): number {
  const known = values.filter((value) => Number.isFinite(value));
  return known.length === 0 ? Number.POSITIVE_INFINITY : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Sorted by number; equals keep their order. */
function sortBy<T>(items: readonly T[], numberOf: (item: T) => number): readonly T[] {
  const numbers = new Map(items.map((item) => [item, numberOf(item)]));
  return [...items].sort((one, other) => compareNumbers(numbers.get(one) ?? 0, numbers.get(other) ?? 0));
}

function compareNumbers(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function byLabel(nodes: readonly GraphNode[]): readonly GraphNode[] {
  return [...nodes].sort((one, other) => compareText(`${one.label}\n${one.id}`, `${other.label}\n${other.id}`));
}

/** As a person counts: `link-2` before `link-10`; the same in every language. */
const collator = new Intl.Collator("en", { numeric: true });

function compareText(one: string, other: string): number {
  return collator.compare(one, other);
}
