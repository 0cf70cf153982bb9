import { element } from "./dom.ts";
import type { MirrorRow } from "./mirror-rows.ts";

export interface MirrorEvents {
  /** Where the keyboard is; undefined when it left. `isMoved` tells a key from the focus having come. */
  activeChanged(id: string | undefined, isMoved: boolean): void;
  selected(id: string): void;
  opened(id: string): void;
  escaped(): void;
  /** Along a link, where the tree itself leads no further. */
  linkFrom(id: string, direction: "left" | "right"): string | undefined;
}

/**
 * The drawing for keyboards and screen readers: a tree that takes no room and one tab stop. Focus stays on the tree; the
 * row in hand is its active descendant, and the drawing shows it.
 */
export class Mirror {
  readonly element: HTMLElement;
  /** How it is used; it stands beside the tree, whose description it is. */
  readonly help: HTMLElement;
  readonly #events: MirrorEvents;
  readonly #items = new Map<string, HTMLElement>();
  #rows: readonly MirrorRow[] = [];
  #active: string | undefined;
  #made = 0;

  constructor(label: string, help: string, events: MirrorEvents) {
    this.help = element("p", { id: "mirror-help", hidden: "" }, help);
    this.element = element("div", {
      class: "mirror",
      role: "tree",
      tabindex: "0",
      "aria-label": label,
      "aria-describedby": "mirror-help",
      "aria-multiselectable": "true",
    });
    this.#events = events;
    this.element.addEventListener("keydown", (event) => this.#press(event));
    this.element.addEventListener("focus", () => this.#tellActive());
    this.element.addEventListener("blur", () => events.activeChanged(undefined, false));
  }

  get active(): string | undefined {
    return this.#active;
  }

  setRows(rows: readonly MirrorRow[]): void {
    this.#rows = rows;
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, item] of this.#items) {
      if (ids.has(id)) continue;
      item.remove();
      this.#items.delete(id);
    }
    let next = this.element.firstElementChild;
    for (const row of rows) {
      const item = this.#itemOf(row);
      if (next === item) next = item.nextElementSibling;
      else this.element.insertBefore(item, next);
    }
    if (this.#active === undefined || !ids.has(this.#active)) this.setActive(rows[0]?.id);
  }

  /** The row that an event met, which a screen reader may send past the keyboard; else the one in hand. */
  rowAt(target: Node): string | undefined {
    const item = target instanceof Element ? target.closest('[role="treeitem"]') : null;
    return [...this.#items].find(([, each]) => each === item)?.[0] ?? this.#active;
  }

  setSelected(ids: ReadonlySet<string>): void {
    for (const [id, item] of this.#items) setAttribute(item, "aria-selected", String(ids.has(id)));
  }

  setActive(id: string | undefined): void {
    const item = id === undefined ? undefined : this.#items.get(id);
    if (id !== undefined && item === undefined) return;
    this.#active = id;
    if (item === undefined) this.element.removeAttribute("aria-activedescendant");
    else this.element.setAttribute("aria-activedescendant", item.id);
    if (document.activeElement === this.element) this.#tellActive();
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** A mouse needs no ring to know where it is. */
  #tellActive(): void {
    this.#events.activeChanged(this.element.matches(":focus-visible") ? this.#active : undefined, false);
  }

  #moveTo(id: string | undefined): void {
    if (id === undefined) return;
    this.setActive(id);
    this.#events.activeChanged(this.#active, true);
  }

  #itemOf({ id, level, label, position, siblings }: MirrorRow): HTMLElement {
    let item = this.#items.get(id);
    if (item === undefined) {
      this.#made += 1;
      item = element("div", { role: "treeitem", id: `row-${this.#made}`, "aria-selected": "false" });
      this.#items.set(id, item);
    }
    setAttribute(item, "aria-level", String(level));
    setAttribute(item, "aria-posinset", String(position));
    setAttribute(item, "aria-setsize", String(siblings));
    if (item.textContent !== label) item.textContent = label;
    return item;
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = Object.hasOwn(this.#keys, event.key) ? this.#keys[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  readonly #keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => this.#step(1),
    ArrowUp: () => this.#step(-1),
    ArrowRight: () => this.#follow("right"),
    ArrowLeft: () => this.#follow("left"),
    Home: () => this.#moveTo(this.#rows[0]?.id),
    End: () => this.#moveTo(this.#rows.at(-1)?.id),
    Enter: () => this.#withActive((id) => this.#events.opened(id)),
    " ": () => this.#withActive((id) => this.#events.selected(id)),
    Escape: () => this.#events.escaped(),
  };

  #withActive(act: (id: string) => void): void {
    if (this.#active !== undefined) act(this.#active);
  }

  #step(by: number): void {
    const index = this.#rows.findIndex(({ id }) => id === this.#active);
    this.#moveTo(this.#rows[Math.min(this.#rows.length - 1, Math.max(0, index + by))]?.id);
  }

  #follow(direction: "left" | "right"): void {
    const row = this.#rows.find(({ id }) => id === this.#active);
    if (row === undefined) return;
    const inTree = direction === "left" ? row.parent : this.#rows.find(({ parent }) => parent === row.id)?.id;
    this.#moveTo(inTree ?? this.#events.linkFrom(row.id, direction));
  }
}

function setAttribute(item: HTMLElement, name: string, value: string): void {
  if (item.getAttribute(name) !== value) item.setAttribute(name, value);
}
