import type { GraphNode } from "../model/graph.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import { findNodes } from "./find-nodes.ts";
import { groupWords, healthText } from "./mirror-rows.ts";
import type { Page } from "./page.ts";

/** What a search shows its matches in. */
export interface SearchedView {
  nodes(): readonly GraphNode[];
  isSelected(id: string): boolean;
  /** Selects the match and lets the keyboard go on from it. */
  choose(id: string): void;
  bringIntoSight(id: string): void;
  /** The matches are others now. */
  mark(): void;
}

/** Finds nodes by what is written on them, and goes from one to the next. */
export class Search {
  readonly #page: Page;
  readonly #texts: GraphViewTexts;
  readonly #view: SearchedView;
  #matches: readonly string[] = [];
  #at = 0;

  constructor(page: Page, texts: GraphViewTexts, view: SearchedView) {
    this.#page = page;
    this.#texts = texts;
    this.#view = view;
  }

  get matches(): readonly string[] {
    return this.#matches;
  }

  find(text: string): void {
    const { toolbar } = this.#page;
    this.#matches = findNodes(this.#view.nodes(), text, (node) => this.#wordsOf(node));
    this.#at = 0;
    const count = text.trim() === "" ? undefined : { index: 0, all: this.#matches.length };
    toolbar.showCount(count);
    if (count !== undefined) this.#page.announce(toolbar.countText(count));
    this.#view.mark();
    const [first] = this.#matches;
    if (first !== undefined) this.#view.bringIntoSight(first);
  }

  /** Chooses the match that is shown, and once that is chosen the next one or the one before. */
  move(by: 1 | -1): void {
    const all = this.#matches.length;
    if (all === 0) return;
    if (this.#view.isSelected(this.#matches[this.#at] ?? "")) this.#at = (this.#at + by + all) % all;
    this.#page.toolbar.showCount({ index: this.#at, all });
    this.#view.choose(this.#matches[this.#at] ?? "");
  }

  /** Chooses what is down or waits for the user, each time the next of it. */
  findAttention(): void {
    const waiting = this.#view.nodes().filter((node) => node.waiting > 0).map(({ id }) => id);
    const at = (waiting.indexOf(this.#matches[this.#at] ?? "") + 1) % waiting.length;
    const next = waiting[at];
    if (next === undefined) return;
    this.#matches = waiting;
    this.#at = at;
    this.#page.toolbar.clearSearch();
    this.#page.toolbar.showCount({ index: at, all: waiting.length });
    this.#view.choose(next);
    this.#view.bringIntoSight(next);
    this.#view.mark();
  }

  /** As many as the tree and its badge tell. */
  countAttention(): number {
    return this.#view.nodes().reduce((count, { waiting }) => count + waiting, 0);
  }

  end(): void {
    this.#matches = [];
    this.#page.toolbar.clearSearch();
    this.#page.mirror.focus();
    this.#view.mark();
  }

  /** What can be searched for besides what is written on the node. */
  #wordsOf(node: GraphNode): string {
    const words = [this.#texts.kinds[node.kind], ...groupWords(node, this.#texts)];
    return [...words, ...(hasOwnHealth(node) ? [healthText(node, this.#texts)] : [])].join("\n");
  }
}

/** A frame and a customer only sum up what others are. */
function hasOwnHealth({ column }: GraphNode): boolean {
  return column !== undefined && column !== "customer";
}
