import { fillWords } from "../model/text.ts";
import type { GraphCommand, GraphViewTexts } from "../protocol/graph-view.ts";
import { element, iconButton, textButton } from "./dom.ts";
import { buttonIcons, healthIcons, iconElement } from "./icons.ts";
import type { Lens } from "./lens.ts";

export interface ToolbarEvents {
  invoked(command: GraphCommand): void;
  leaveLens(): void;
  searched(text: string): void;
  /** Enter: on to the next match, with Shift back to the last. */
  searchMoved(by: 1 | -1): void;
  searchEnded(): void;
}

/** Buttons, search, and what the drawing is narrowed to. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #texts: GraphViewTexts;
  readonly #input: HTMLInputElement;
  readonly #count: HTMLElement;
  readonly #attention: HTMLButtonElement;
  readonly #attentionCount = element("span");
  readonly #facts: HTMLButtonElement;
  readonly #legend: HTMLButtonElement;
  readonly #lenses: Readonly<Record<Exclude<Lens["kind"], "group">, HTMLButtonElement>>;
  readonly #lensNote: HTMLElement;

  constructor(texts: GraphViewTexts, events: ToolbarEvents) {
    const button = (command: Exclude<GraphCommand, "search">): HTMLButtonElement =>
      iconButton(texts[command], command === "attention" ? healthIcons.bad : buttonIcons[command], () => events.invoked(command));
    this.#texts = texts;
    this.#input = element("input", { type: "search", placeholder: texts.searchHint, "aria-label": texts.search, spellcheck: "false", autocomplete: "off" });
    this.#count = element("span", { class: "search-count" });
    this.#attention = button("attention");
    this.#attention.classList.add("attention");
    this.#attention.append(this.#attentionCount);
    this.#facts = button("facts");
    this.#legend = button("legend");
    this.#lenses = { neighbours: button("focusNeighbours"), failure: button("failure") };
    this.#lensNote = element("div", { class: "lens-note", hidden: "" }, element("span"), textButton(texts.leaveFocus, () => events.leaveLens()));
    const { neighbours, failure } = this.#lenses;
    const buttons = [this.#attention, button("zoomIn"), button("zoomOut"), button("fit"), neighbours, failure, button("arrange"), this.#facts, this.#legend];
    this.element = element(
      "div",
      { class: "toolbar", role: "group", "aria-label": texts.toolbar },
      element("div", { class: "search" }, iconElement(buttonIcons.search), this.#input, this.#count),
      this.#lensNote,
      element("div", { class: "buttons" }, ...buttons),
    );
    this.showLegend(false);
    this.showFacts(false);
    this.showLens(undefined, undefined);
    this.showAttention(0);
    this.#listen(events);
  }

  focusSearch(): void {
    this.#input.focus();
    this.#input.select();
  }

  clearSearch(): void {
    this.#input.value = "";
    this.showCount(undefined);
  }

  /** Which match of how many; undefined while nothing is searched. */
  showCount(count: { readonly index: number; readonly all: number } | undefined): void {
    this.#count.textContent = count === undefined ? "" : this.countText(count);
    this.#input.setAttribute("aria-invalid", String(count?.all === 0));
  }

  countText({ index, all }: { readonly index: number; readonly all: number }): string {
    return all === 0 ? this.#texts.searchNone : fillWords(this.#texts.searchCount, index + 1, all);
  }

  /** How much is down or waits for the user. */
  showAttention(count: number): void {
    const text = fillWords(this.#texts.attention, count);
    this.#attention.hidden = count === 0;
    this.#attention.title = text;
    this.#attention.setAttribute("aria-label", text);
    this.#attentionCount.textContent = String(count);
  }

  showFacts(isOpen: boolean): void {
    this.#facts.setAttribute("aria-expanded", String(isOpen));
  }

  showLegend(isOpen: boolean): void {
    this.#legend.setAttribute("aria-expanded", String(isOpen));
  }

  /** What the drawing is narrowed to; undefined when it shows all. */
  showLens(kind: Lens["kind"] | undefined, note: string | undefined): void {
    for (const [each, button] of Object.entries(this.#lenses)) button.setAttribute("aria-pressed", String(each === kind));
    this.#lensNote.hidden = note === undefined;
    this.#lensNote.title = note ?? "";
    this.#lensNote.firstElementChild?.replaceChildren(note ?? "");
  }

  #listen(events: ToolbarEvents): void {
    this.#input.addEventListener("input", () => events.searched(this.#input.value));
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") events.searchMoved(event.shiftKey ? -1 : 1);
      else if (event.key === "Escape") events.searchEnded();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}
