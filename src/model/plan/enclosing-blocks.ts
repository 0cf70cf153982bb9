import { type Address, broadcastOf, networkOf, parseAddress } from "./addresses.ts";

/** A range of addresses and whose it is. */
export interface Block<T> {
  readonly of: T;
  readonly text: string;
  readonly address: Address;
}

/** The well-formed ones among texts, as blocks. */
export function blocksOf<T>(of: T, texts: readonly string[]): readonly Block<T>[] {
  return texts.flatMap((text) => {
    const address = parseAddress(text);
    return address?.length === undefined ? [] : [{ of, text, address }];
  });
}

/**
 * Each block with those that hold it, in the order of the addresses. Two blocks share addresses only where one holds
 * the other, and of equal ones the first given holds the others; so a sorted pass finds all there is.
 */
export function enclosingBlocks<T>(blocks: readonly Block<T>[]): readonly { readonly block: Block<T>; readonly holders: readonly Block<T>[] }[] {
  const spans = blocks.map((block) => ({ block, first: networkOf(block.address), last: broadcastOf(block.address) }));
  spans.sort((one, other) => compare(one.block.address.family, other.block.address.family) || compare(one.first, other.first) || compare(other.last, one.last));
  const open: typeof spans = [];
  return spans.map((span) => {
    while (open.length > 0 && !holds(open.at(-1), span)) open.pop();
    const holders = open.map(({ block }) => block);
    // Where thousands are alike, the first few say all.
    if (open.length < mostHolders) open.push(span);
    return { block: span.block, holders };
  });
}

const mostHolders = 200;

interface Span {
  readonly block: Block<unknown>;
  readonly first: number | bigint;
  readonly last: number | bigint;
}

function holds(outer: Span | undefined, inner: Span): boolean {
  return outer !== undefined && outer.block.address.family === inner.block.address.family && outer.first <= inner.first && outer.last >= inner.last;
}

function compare<V extends number | bigint | string>(one: V, other: V): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
