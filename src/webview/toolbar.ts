import { fillWords } from "../model/text.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import { element, iconButton, textButton } from "./dom.ts";
import { buttonIcons, iconElement } from "./icons.ts";

export interface ToolbarEvents {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  arrange(): void;
  focusNeighbours(): void;
  leaveFocus(): void;
  legend(): void;
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
  readonly #legend: HTMLButtonElement;
  readonly #focus: HTMLButtonElement;
  readonly #focusNote: HTMLElement;

  constructor(texts: GraphViewTexts, events: ToolbarEvents) {
    this.#texts = texts;
    this.#input = element("input", { type: "search", placeholder: texts.searchHint, "aria-label": texts.search, spellcheck: "false", autocomplete: "off" });
    this.#count = element("span", { class: "search-count" });
    this.#legend = iconButton(texts.legend, buttonIcons.legend, () => events.legend());
    this.#legend.setAttribute("aria-expanded", "false");
    this.#focus = iconButton(texts.focusNeighbours, buttonIcons.focus, () => events.focusNeighbours());
    this.#focus.setAttribute("aria-pressed", "false");
    this.#focusNote = element("div", { class: "focus-note", hidden: "" });
    this.#focusNote.append(element("span"), textButton(texts.leaveFocus, () => events.leaveFocus()));
    this.element = element(
      "div",
      { class: "toolbar", role: "group", "aria-label": texts.toolbar },
      element("div", { class: "search" }, iconElement(buttonIcons.search), this.#input, this.#count),
      this.#focusNote,
      element(
        "div",
        { class: "buttons" },
        iconButton(texts.zoomIn, buttonIcons.zoomIn, () => events.zoomIn()),
        iconButton(texts.zoomOut, buttonIcons.zoomOut, () => events.zoomOut()),
        iconButton(texts.fit, buttonIcons.fit, () => events.fit()),
        this.#focus,
        iconButton(texts.arrange, buttonIcons.arrange, () => events.arrange()),
        this.#legend,
      ),
    );
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

  showLegend(isOpen: boolean): void {
    this.#legend.setAttribute("aria-expanded", String(isOpen));
  }

  /** What the drawing is narrowed to; undefined when it shows all. */
  showFocus(note: string | undefined): void {
    this.#focus.setAttribute("aria-pressed", String(note !== undefined));
    this.#focusNote.hidden = note === undefined;
    this.#focusNote.firstElementChild?.replaceChildren(note ?? "");
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
