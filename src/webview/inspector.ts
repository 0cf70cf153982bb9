import type { GraphGroup } from "../model/graph.ts";
import type { Health } from "../model/health.ts";
import { fillWords } from "../model/text.ts";
import type { GraphMenuContext, GraphViewTexts, ShownFact } from "../protocol/graph-view.ts";
import { element, iconButton, openMenu, textButton } from "./dom.ts";
import type { Covered, Point } from "./geometry.ts";
import type { GraphStructure } from "./graph-structure.ts";
import { buttonIcons, iconElement, iconOfHealth } from "./icons.ts";

/** What is told of a selected node or edge. */
export interface Inspected {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly summary: string;
  readonly state: string;
  /** How long the state goes on, where that is known. */
  readonly notice: string;
  readonly health: Health;
  readonly partly: boolean;
  readonly groups: readonly GraphGroup[];
  /** Whether it is a resource of the inventory: that has details and a place in the tree. */
  readonly isResource: boolean;
  /** Whether something can be done with it. */
  readonly hasMenu: boolean;
  readonly facts: readonly ShownFact[];
}

/** What the graph itself tells of a node or an edge; undefined for neither. */
export function inspectedOf({ nodes, edges }: GraphStructure, id: string, texts: GraphViewTexts): Omit<Inspected, "facts"> | undefined {
  const node = nodes.get(id);
  const edge = edges.get(id);
  const item = node ?? edge;
  if (item === undefined) return undefined;
  const { kind, state, health, menu } = item;
  const plain = { label: texts.kinds[kind], summary: item.label, notice: "", partly: false, groups: [] };
  const named = node === undefined ? plain : { label: node.label, summary: node.summary, notice: node.notice, partly: node.partly, groups: node.groups };
  return { id, kind: texts.kinds[kind], ...named, state, health, isResource: menu.includes(";"), hasMenu: menu !== "" };
}

export interface InspectorEvents {
  details(id: string): void;
  revealInTree(id: string): void;
  focusNeighbours(id: string): void;
  failure(id: string): void;
  showGroup(id: string): void;
  /** The menu of what is shown, below its button. */
  menu(id: string, at: Point): void;
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

  /** Whether it is shown, or will be as soon as the facts are there. */
  get isOpen(): boolean {
    return this.#isComing || !this.element.hidden;
  }

  /** What it lies over, or is about to: a narrow page's bottom, another's right side. */
  get covered(): Covered {
    const isWaiting = this.element.hidden && this.#isComing;
    if (isWaiting) this.element.hidden = false;
    const { offsetWidth: width, offsetHeight: height, offsetTop: top, offsetLeft: left } = this.element;
    if (isWaiting) this.element.hidden = true;
    if (width === 0) return { right: 0, bottom: 0 };
    return left < width / 2 && top > height / 2 ? { right: 0, bottom: height + panelGap } : { right: width + panelGap, bottom: 0 };
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
    const { id, kind, label, summary, facts } = inspected;
    const state = stateElement(inspected);
    const rows = facts.flatMap((fact) => [element("dt", fact.isProse === true ? { class: "prose" } : {}, fact.label), this.#factElement(fact)]);
    this.#isComing = false;
    this.element.hidden = false;
    const list = element("div", { class: "fact-list", tabindex: "0", role: "group", "aria-label": this.#texts.facts }, element("dl", {}, ...rows));
    this.#redraw(id, [
      this.#header(label),
      element("p", { class: "kind" }, summary === "" ? kind : `${kind} · ${summary}`),
      ...(state === undefined ? [] : [state]),
      element("div", { class: "actions" }, ...this.#buttons(inspected)),
      ...(rows.length === 0 ? [] : [list]),
    ]);
  }

  #buttons({ id, groups, isResource, hasMenu }: Inspected): readonly HTMLElement[] {
    const { details, revealInTree, actions, focusNeighbours, failure, showGroup } = this.#texts;
    const events = this.#events;
    return [
      ...(isResource ? [textButton(details, () => events.details(id)), textButton(revealInTree, () => events.revealInTree(id))] : []),
      ...(hasMenu ? [menuButton(actions, (at) => events.menu(id, at))] : []),
      textButton(focusNeighbours, () => events.focusNeighbours(id)),
      textButton(failure, () => events.failure(id)),
      ...groups.map((group) => textButton(fillWords(showGroup, group.name), () => events.showGroup(group.id))),
    ];
  }

  /** A line that stands for a resource of its own has that resource's menu, at the mouse, at the keyboard and at a button. */
  #factElement({ value, menu, isProse = false }: ShownFact): HTMLElement {
    if (isProse) return element("dd", { class: "prose" }, ...value.split("\n").map((sentence) => element("p", {}, sentence)));
    if (menu === undefined) return element("dd", {}, value);
    const context = JSON.stringify({ ...menu, resourceKeys: [menu.resourceKey], preventDefaultContextMenuItems: true } satisfies GraphMenuContext);
    const line = element("dd", { class: "with-menu", "data-vscode-context": context }, value);
    line.append(menuButton(this.#texts.actions, (at) => openMenu(line, at), (label, pressed) => iconButton(label, buttonIcons.more, pressed)));
    return line;
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

/** Between a panel and the page's sides, in CSS pixels; page.css sets it. */
const panelGap = 12;

/** Where the keyboard can stop. */
function stopsIn(card: HTMLElement): readonly HTMLElement[] {
  return [...card.querySelectorAll<HTMLElement>("button, [tabindex]")];
}

function nameOf(stop: HTMLElement): string {
  return stop.getAttribute("aria-label") ?? stop.textContent;
}

function stateElement(inspected: Inspected): HTMLElement | undefined {
  const { state, notice, health } = inspected;
  if (state === "") return undefined;
  return element("p", { class: `state health-${health}` }, iconElement(iconOfHealth(inspected)), element("span", {}, notice === "" ? state : `${state} · ${notice}`));
}

/** A button that opens a menu below itself. */
function menuButton(label: string, opened: (at: Point) => void, made = textButton): HTMLButtonElement {
  const button = made(label, () => {
    const { left, bottom } = button.getBoundingClientRect();
    opened({ x: left, y: bottom });
  });
  button.setAttribute("aria-haspopup", "menu");
  return button;
}
