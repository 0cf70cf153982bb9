import type { GraphViewTexts } from "../protocol/graph-view.ts";
import { element, textButton } from "./dom.ts";
import { Drawing, type DrawingEvents } from "./drawing.ts";
import { Inspector, type InspectorEvents } from "./inspector.ts";
import { legendElement } from "./legend.ts";
import { Mirror, type MirrorEvents } from "./mirror.ts";
import { spreadTheme, type Theme } from "./theme.ts";
import { Toolbar, type ToolbarEvents } from "./toolbar.ts";

export interface PageEvents {
  readonly drawing: DrawingEvents;
  readonly mirror: MirrorEvents;
  readonly toolbar: ToolbarEvents;
  readonly inspector: InspectorEvents;
  tryAgain(): void;
}

/** Everything on the page. */
export class Page {
  readonly toolbar: Toolbar;
  readonly mirror: Mirror;
  readonly inspector: Inspector;
  readonly notice: Notice;
  readonly drawing: Drawing;
  readonly drawingElement: HTMLElement;
  readonly #root: HTMLElement;
  readonly #legend: HTMLElement;
  readonly #live: HTMLElement;

  constructor(root: HTMLElement, texts: GraphViewTexts, theme: Theme, events: PageEvents) {
    this.toolbar = new Toolbar(texts, events.toolbar);
    this.mirror = new Mirror(texts.title, texts.keyboardHelp, events.mirror);
    this.inspector = new Inspector(texts, events.inspector);
    this.notice = new Notice(texts, () => events.tryAgain());
    this.#legend = legendElement(texts);
    this.#live = element("div", { class: "unseen", role: "status", "aria-live": "polite" });
    this.drawingElement = element("div", { class: "drawing" });
    const panels = element("div", { class: "panels" }, this.inspector.element, this.#legend);
    const parts = [this.toolbar.element, this.mirror.element, this.mirror.help, this.drawingElement, panels, this.notice.element];
    root.append(element("main", {}, ...parts), this.#live);
    this.drawing = new Drawing(this.drawingElement, theme, events.drawing);
    this.#root = root;
    spreadTheme(theme, root);
  }

  setTheme(theme: Theme): void {
    spreadTheme(theme, this.#root);
    this.drawing.setTheme(theme);
  }

  get isLegendOpen(): boolean {
    return !this.#legend.hidden;
  }

  showLegend(isOpen: boolean): void {
    this.#legend.hidden = !isOpen;
    this.toolbar.showLegend(isOpen);
  }

  /** Read out when the reader has a moment. */
  announce(text: string): void {
    if (text !== "") this.#live.textContent = text;
  }
}

/** What stands in the middle when there is nothing to draw. */
class Notice {
  readonly element: HTMLElement;
  readonly #texts: GraphViewTexts;
  readonly #again: HTMLButtonElement;

  constructor(texts: GraphViewTexts, tryAgain: () => void) {
    this.#texts = texts;
    this.#again = textButton(texts.tryAgain, tryAgain);
    this.element = element("div", { class: "notice", role: "status", hidden: "" });
  }

  hide(): void {
    this.element.hidden = true;
  }

  show(what: "reading" | "empty" | "failed", why = ""): void {
    const { reading, emptyTitle, emptyHint, failedTitle } = this.#texts;
    const [title, hint] = { reading: [reading, ""], empty: [emptyTitle, emptyHint], failed: [failedTitle, why] }[what];
    const lines = [element("h2", {}, title ?? ""), ...(hint === "" ? [] : [element("p", {}, hint ?? "")])];
    this.element.replaceChildren(...lines, ...(what === "failed" ? [this.#again] : []));
    this.element.hidden = false;
  }
}
