import type { Health } from "../model/health.ts";
import { fillWords } from "../model/text.ts";
import type { GraphViewTexts, ShownFact } from "../protocol/graph-view.ts";
import { element, iconButton, textButton } from "./dom.ts";
import type { GraphStructure } from "./graph-structure.ts";
import { buttonIcons, healthIcons, iconElement } from "./icons.ts";

/** What is told of a selected node or edge. */
export interface Inspected {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly summary: string;
  readonly state: string;
  readonly health: Health;
  /** Whether it is a resource of the inventory: that has details and a place in the tree. */
  readonly isResource: boolean;
  readonly facts: readonly ShownFact[];
}

/** What the graph itself tells of a node or an edge; undefined for neither. */
export function inspectedOf({ nodes, edges }: GraphStructure, id: string, texts: GraphViewTexts): Omit<Inspected, "facts"> | undefined {
  const node = nodes.get(id);
  const edge = edges.get(id);
  const item = node ?? edge;
  if (item === undefined) return undefined;
  const { kind, state, health, menu } = item;
  const named = node === undefined ? { label: texts.kinds[kind], summary: item.label } : { label: node.label, summary: node.summary };
  return { id, kind: texts.kinds[kind], ...named, state, health, isResource: menu !== "" };
}

export interface InspectorEvents {
  details(id: string): void;
  revealInTree(id: string): void;
  focusNeighbours(id: string): void;
  closed(): void;
  /** It is about to be hidden while it has the keyboard's focus, which would be lost with it. */
  focusLeft(): void;
}

/** The card beside the drawing that tells of what is selected. */
export class Inspector {
  readonly element: HTMLElement;
  readonly #texts: GraphViewTexts;
  readonly #events: InspectorEvents;
  #isComing = false;
  /** Whose facts are shown; undefined for those of none or of several. */
  #shown: string | undefined;

  constructor(texts: GraphViewTexts, events: InspectorEvents) {
    this.#texts = texts;
    this.#events = events;
    this.element = element("section", { class: "panel inspector", "aria-label": texts.facts, hidden: "" });
  }

  /** How much of the page it covers, or is about to cover, in CSS pixels. */
  get width(): number {
    if (!this.element.hidden || !this.#isComing) return this.element.offsetWidth;
    this.element.hidden = false;
    const width = this.element.offsetWidth;
    this.element.hidden = true;
    return width;
  }

  /** Whether it will be shown as soon as the facts are there: what is brought into sight until then leaves it room. */
  expect(isComing: boolean): void {
    this.#isComing = isComing;
  }

  hide(): void {
    if (this.element.contains(document.activeElement)) this.#events.focusLeft();
    this.#isComing = false;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  showMany(count: number): void {
    this.#isComing = false;
    this.element.hidden = false;
    this.#redraw(undefined, [this.#header(fillWords(this.#texts.selectedMany, count))]);
  }

  show(inspected: Inspected): void {
    const { id, kind, label, summary, isResource, facts } = inspected;
    const focus = textButton(this.#texts.focusNeighbours, () => this.#events.focusNeighbours(id));
    const buttons = isResource
      ? [textButton(this.#texts.details, () => this.#events.details(id)), textButton(this.#texts.revealInTree, () => this.#events.revealInTree(id)), focus]
      : [focus];
    const state = stateElement(inspected);
    const rows = facts.flatMap((fact) => [element("dt", {}, fact.label), element("dd", {}, fact.value)]);
    this.#isComing = false;
    this.element.hidden = false;
    const list = element("div", { class: "fact-list", tabindex: "0", role: "group", "aria-label": this.#texts.facts }, element("dl", {}, ...rows));
    this.#redraw(id, [
      this.#header(label),
      element("p", { class: "kind" }, summary === "" ? kind : `${kind} · ${summary}`),
      ...(state === undefined ? [] : [state]),
      element("div", { class: "actions" }, ...buttons),
      ...(rows.length === 0 ? [] : [list]),
    ]);
  }

  /** A change redraws the card while somebody may be reading it: the keyboard and the scrolled place stay where they were. */
  #redraw(id: string | undefined, children: readonly HTMLElement[]): void {
    const focused = stopsIn(this.element).find((stop) => stop === document.activeElement);
    const scrolled = this.#shown === id ? this.element.querySelector(".fact-list")?.scrollTop : 0;
    this.#shown = id;
    this.element.replaceChildren(...children);
    this.element.querySelector(".fact-list")?.scrollTo({ top: scrolled ?? 0 });
    if (focused === undefined) return;
    const same = stopsIn(this.element).find((stop) => nameOf(stop) === nameOf(focused));
    if (same === undefined) this.#events.focusLeft();
    else same.focus();
  }

  #header(text: string): HTMLElement {
    return element("header", {}, element("h2", {}, text), iconButton(this.#texts.close, buttonIcons.close, () => this.#events.closed()));
  }
}

/** Where the keyboard can stop. */
function stopsIn(card: HTMLElement): readonly HTMLElement[] {
  return [...card.querySelectorAll<HTMLElement>("button, [tabindex]")];
}

function nameOf(stop: HTMLElement): string {
  return stop.getAttribute("aria-label") ?? stop.textContent;
}

function stateElement({ state, health }: Inspected): HTMLElement | undefined {
  if (state === "") return undefined;
  return element("p", { class: `state health-${health}` }, iconElement(healthIcons[health]), element("span", {}, state));
}
