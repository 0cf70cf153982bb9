import { applyGraphChange } from "../model/graph-change.ts";
import { emptyGraph, type Graph, type GraphChange } from "../model/graph.ts";
import type { Asker, Hearers } from "../protocol/channel.ts";
import type { GraphCommand, GraphViewEvents, GraphViewRequests, GraphViewTexts, LoadedGraph } from "../protocol/graph-view.ts";
import { changeText, focusText, selectionText } from "./announce.ts";
import type { Places } from "./geometry.ts";
import { layoutGraph } from "./graph-layout.ts";
import { itemOf, linkedNode, structureOf, type GraphStructure } from "./graph-structure.ts";
import { Host } from "./host.ts";
import { menuContext, type MenuSource } from "./menu-context.ts";
import { mirrorRows } from "./mirror-rows.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";
import type { Page } from "./page.ts";
import { pictureOf, type Picture } from "./picture.ts";
import { Search } from "./search.ts";
import { SelectionCard } from "./selection-card.ts";
import { placesFrom, savedPlaces, type ViewState } from "./view-state.ts";

export interface GraphViewParts {
  readonly asker: Asker<GraphViewRequests>;
  readonly texts: GraphViewTexts;
  readonly page: Page;
  readonly saved: ViewState | undefined;
  save(state: ViewState): void;
}

/** Holds what is shown and selected, and keeps drawing, mirror, toolbar and inspector in step with it. */
export class GraphView implements MenuSource {
  readonly search: Search;
  readonly #parts: GraphViewParts;
  readonly #host: Host;
  readonly #card: SelectionCard;
  #structure: GraphStructure = structureOf(emptyGraph);
  #picture: Picture = pictureOf(emptyGraph, { places: new Map(), boxes: new Map() });
  #selection: ReadonlySet<string> = new Set();
  #focus: string | undefined;
  #active: string | undefined;
  #isReading = true;
  #isLoaded = false;
  #saveTimer: number | undefined;
  /** What a reload brings back while the resources are still being read. */
  #restoring: ViewState | undefined;
  #awaited: readonly string[] = [];

  constructor(parts: GraphViewParts) {
    this.#parts = parts;
    this.#host = new Host(parts.asker, (text) => parts.page.announce(text));
    this.#card = new SelectionCard(parts, (error) => this.#host.fail(error));
    this.search = new Search(parts.page, parts.texts, {
      nodes: () => this.#structure.graph.nodes,
      isSelected: (id) => this.#selection.has(id),
      choose: (id) => {
        this.#select([id], { isTold: false, isShown: true });
        parts.page.mirror.setActive(id);
      },
      bringIntoSight: (id) => this.#bringIntoSight(id),
      mark: () => this.#mark(),
    });
  }

  get selection(): ReadonlySet<string> {
    return this.#selection;
  }

  get active(): string | undefined {
    return this.#parts.page.mirror.active;
  }

  menuOf(id: string): string {
    return itemOf(this.#structure, id)?.menu ?? "";
  }

  async load(): Promise<void> {
    const { asker, page, saved } = this.#parts;
    page.notice.show("reading");
    try {
      const loaded = await asker.ask("loadGraph", null);
      this.#start(loaded, this.#isLoaded ? undefined : saved);
    } catch (error) {
      page.notice.show("failed", error instanceof Error ? error.message : String(error));
    }
  }

  /** What the host tells. */
  readonly hearers: Hearers<GraphViewEvents> = {
    graphChanged: (change) => this.#change(change),
    readingChanged: ({ isReading }) => {
      this.#isReading = isReading;
      this.#restoring = undefined;
      this.#showNotice();
    },
    selectionChanged: ({ ids }) => this.#select(ids, { isTold: true, isShown: true }),
    resourceRevealed: ({ id }) => this.#reveal(id),
    commandInvoked: ({ command }) => this.#commands[command](),
  };

  /** The user selected these in the drawing. */
  select(ids: readonly string[]): void {
    this.#select(ids, { isTold: false, isShown: false });
    const last = ids.at(-1);
    if (last !== undefined) this.#parts.page.mirror.setActive(last);
  }

  /** Selects with the keyboard; what is selected already is let go. */
  toggle(id: string): void {
    const ids = this.#selection.has(id) ? [...this.#selection].filter((each) => each !== id) : [id];
    this.#select(ids, { isTold: false, isShown: true });
  }

  open(id: string): void {
    if (this.menuOf(id) !== "") this.#host.wish("showDetails", { id });
  }

  revealInTree(id: string): void {
    this.#host.wish("revealInTree", { id });
  }

  /** The keyboard is at this node, or not in the drawing. */
  activate(id: string | undefined, isMoved: boolean): void {
    this.#active = id;
    if (id !== undefined && isMoved) this.#bringIntoSight(id);
    this.#mark();
  }

  /** The nearest node along a link. */
  linkFrom(id: string, direction: "left" | "right"): string | undefined {
    return linkedNode(this.#structure, id, direction);
  }

  /** Shows only what hangs on the node, at either end, until it is left. */
  focusOn(id: string | undefined): void {
    const { page, texts } = this.#parts;
    const node = id === undefined ? undefined : itemOf(this.#structure, id);
    const wasFocused = this.#focus !== undefined;
    this.#focus = node?.id;
    const note = node === undefined ? undefined : focusText(node, this.#structure, texts);
    page.toolbar.showFocus(note);
    if (note !== undefined || wasFocused) page.announce(note ?? texts.focusOff);
    this.#mark();
    this.fit();
    this.saveSoon();
  }

  toggleFocus(): void {
    const id = [...this.#selection][0] ?? this.#active;
    this.focusOn(this.#focus === id || id === undefined ? undefined : id);
  }

  /** Leaves what was entered last: the search, the focus, the selection. */
  escape(): void {
    if (this.search.matches.length > 0) this.search.end();
    else if (this.#focus !== undefined) this.focusOn(undefined);
    else this.#select([], { isTold: false, isShown: false });
  }

  fit(): void {
    this.#parts.page.drawing.fit(this.#shown(), this.#parts.page.inspector.width);
  }

  /** Lays everything out anew. */
  arrange(): void {
    this.#draw(this.#structure.graph, undefined);
    this.fit();
    this.saveSoon();
  }

  toggleLegend(): void {
    const { page } = this.#parts;
    page.showLegend(!page.isLegendOpen);
    this.saveSoon();
  }

  saveSoon(): void {
    if (!this.#isLoaded || this.#restoring !== undefined) return;
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.#save(), 250);
  }

  readonly #commands: Readonly<Record<GraphCommand, () => void>> = {
    zoomIn: () => this.#parts.page.drawing.zoomBy(1.25),
    zoomOut: () => this.#parts.page.drawing.zoomBy(0.8),
    fit: () => this.fit(),
    search: () => this.#parts.page.toolbar.focusSearch(),
    focusNeighbours: () => this.toggleFocus(),
    arrange: () => this.arrange(),
    legend: () => this.toggleLegend(),
  };

  #start({ graph, selection, isReading }: LoadedGraph, saved: ViewState | undefined): void {
    const { page } = this.#parts;
    this.#isReading = isReading;
    this.#draw(graph, saved === undefined ? undefined : placesFrom(saved.places));
    this.#selection = new Set(selection.filter((id) => this.#picture.outlines.has(id) || this.#picture.edges.has(id)));
    page.mirror.setActive([...this.#selection].at(-1) ?? page.mirror.active);
    this.#isLoaded = true;
    this.#restoring = saved;
    this.#awaited = selection.length === 0 ? (saved?.selection ?? []) : [];
    page.showLegend(saved?.isLegendOpen ?? page.isLegendOpen);
    this.#restore({ isFirst: true });
    if (!isReading) this.#restoring = undefined;
    this.#afterSelection();
    if (saved === undefined) this.fit();
    this.#showNotice();
  }

  /** One Region after the other is read again; what was saved is taken up as soon as it is there to be shown. */
  #restore({ isFirst }: { isFirst: boolean }): void {
    const saved = this.#restoring;
    if (saved === undefined) return;
    const isNarrowing = saved.focus !== undefined && this.#focus === undefined;
    if (isNarrowing) this.focusOn(saved.focus);
    if (isFirst || isNarrowing) this.#parts.page.drawing.setView(saved.view);
    const awaited = this.#awaited;
    if (awaited.length === 0) return;
    this.#select(awaited, { isTold: false, isShown: false });
    this.#awaited = this.#selection.size < awaited.length ? awaited : [];
  }

  #change(change: GraphChange): void {
    if (!this.#isLoaded) return;
    const before = this.#structure;
    this.#draw(applyGraphChange(before.graph, change), this.#placesToKeep());
    const kept = this.#known([...this.#selection]);
    if (this.#focus !== undefined && itemOf(this.#structure, this.#focus) === undefined) this.focusOn(undefined);
    if (kept.length < this.#selection.size) this.#select(kept, { isTold: false, isShown: false });
    else this.#afterSelection();
    if (this.#restoring === undefined && (this.#isReading || before.graph.nodes.length === 0)) this.fit();
    this.#restore({ isFirst: before.graph.nodes.length === 0 });
    this.#parts.page.announce(changeText(change, before, this.#parts.texts));
    this.#showNotice();
    this.saveSoon();
  }

  /** While the first answers come in, what stays would stand in the way of what comes; none are kept then. */
  #placesToKeep(): Places | undefined {
    const { places } = this.#picture.layout;
    if (this.#restoring !== undefined) return new Map([...placesFrom(this.#restoring.places), ...places]);
    return this.#isReading ? undefined : places;
  }

  #draw(graph: Graph, kept: Places | undefined): void {
    const { page, texts } = this.#parts;
    this.#structure = structureOf(graph);
    this.#picture = pictureOf(graph, layoutGraph(graph, kept));
    page.drawing.show(this.#picture);
    page.mirror.setRows(mirrorRows(this.#structure, this.#picture.layout.places, texts));
  }

  #select(ids: readonly string[], { isTold, isShown }: { isTold: boolean; isShown: boolean }): void {
    const known = this.#known(ids);
    if (known.length === this.#selection.size && known.every((id) => this.#selection.has(id))) return;
    this.#awaited = [];
    this.#selection = new Set(known);
    if (!isTold) this.#host.wish("select", { ids: known });
    const last = known.at(-1);
    this.#parts.page.announce(selectionText(known, this.#structure, this.#parts.texts));
    this.#afterSelection();
    if (last !== undefined && isShown) this.#bringIntoSight(last);
    this.saveSoon();
  }

  #known(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => itemOf(this.#structure, id) !== undefined);
  }

  #reveal(id: string): void {
    if (itemOf(this.#structure, id) === undefined) return;
    const shown = this.#shown();
    if (shown !== undefined && !shown.has(id)) this.focusOn(undefined);
    this.#select([id], { isTold: false, isShown: true });
    this.#bringIntoSight(id);
    this.#parts.page.mirror.setActive(id);
    this.#parts.page.mirror.focus();
  }

  #bringIntoSight(id: string): void {
    this.#parts.page.drawing.bringIntoSight(id, this.#parts.page.inspector.width);
  }

  /** What follows from the selection or from what is selected having changed. */
  #afterSelection(): void {
    const { page } = this.#parts;
    page.mirror.setSelected(this.#selection);
    page.mirror.setContext((id) => menuContext(this, id));
    this.#mark();
    this.#card.show(this.#selection, this.#structure);
  }

  #mark(): void {
    this.#parts.page.drawing.mark({ selected: this.#selection, matches: new Set(this.search.matches), shown: this.#shown(), active: this.#active });
  }

  #shown(): ReadonlySet<string> | undefined {
    return this.#focus === undefined ? undefined : neighbourhoodOf(this.#structure, this.#focus);
  }

  #showNotice(): void {
    if (this.#structure.graph.nodes.length > 0) this.#parts.page.notice.hide();
    else this.#parts.page.notice.show(this.#isReading ? "reading" : "empty");
  }

  #save(): void {
    const { page } = this.#parts;
    this.#parts.save({ view: page.drawing.view, places: savedPlaces(this.#picture.layout.places), selection: [...this.#selection], focus: this.#focus, isLegendOpen: page.isLegendOpen });
  }
}
