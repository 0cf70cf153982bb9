import { applyGraphChange } from "../model/graph-change.ts";
import type { GraphChange } from "../model/graph.ts";
import type { Asker, Hearers } from "../protocol/channel.ts";
import type { GraphViewEvents, GraphViewRequests, GraphViewTexts, LoadedGraph } from "../protocol/graph-view.ts";
import { changeText, selectionText } from "./announce.ts";
import type { Places } from "./geometry.ts";
import { itemOf } from "./graph-structure.ts";
import { Host } from "./host.ts";
import type { Lens } from "./lens.ts";
import { menuOfItem, type ItemMenu, type MenuSource } from "./menu-context.ts";
import type { Page } from "./page.ts";
import { Restoration } from "./restoration.ts";
import { Scene } from "./scene.ts";
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

/** Who selects: the person in the drawing, the host for another view, or what brings back an earlier selection. */
interface Selecting {
  readonly isTold?: boolean;
  /** Whether it has to be brought into sight. */
  readonly isShown?: boolean;
  readonly mayOpenCard?: boolean;
}

/** Holds what is shown and selected, and keeps drawing, mirror, toolbar and card in step with it. */
export class GraphView implements MenuSource {
  readonly search: Search;
  readonly scene: Scene;
  readonly #parts: GraphViewParts;
  readonly #host: Host;
  readonly #card: SelectionCard;
  readonly #restoration = new Restoration();
  #selection: ReadonlySet<string> = new Set();
  #active: string | undefined;
  #isReading = true;
  #isLoaded = false;
  #saveTimer: number | undefined;

  constructor(parts: GraphViewParts) {
    this.#parts = parts;
    this.scene = new Scene(parts.page, parts.texts);
    this.#host = new Host(parts.asker, (text) => parts.page.announce(text));
    this.#card = new SelectionCard(parts, { isWanted: parts.saved?.isCardWanted ?? true, failed: (error) => this.#host.fail(error) });
    this.search = new Search(parts.page, parts.texts, {
      nodes: () => this.scene.structure.graph.nodes,
      isSelected: (id) => this.#selection.has(id),
      choose: (id) => {
        this.#select([id], { isShown: true, mayOpenCard: true });
        parts.page.mirror.setActive(id);
      },
      bringIntoSight: (id) => this.#bringIntoSight(id),
      mark: () => this.#mark(),
    });
  }

  get selection(): ReadonlySet<string> {
    return this.#selection;
  }

  menuOf(id: string): ItemMenu | undefined {
    return menuOfItem(itemOf(this.scene.structure, id));
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
  readonly hearers: Omit<Hearers<GraphViewEvents>, "commandInvoked"> = {
    graphChanged: (change) => this.#change(change),
    readingChanged: ({ isReading }) => {
      this.#isReading = isReading;
      this.#restoration.end();
      this.#showNotice();
    },
    selectionChanged: ({ ids }) => this.#select(ids, { isTold: true, isShown: true }),
    resourceRevealed: ({ id }) => this.#reveal(id),
  };

  /** The user selected these in the drawing. */
  select(ids: readonly string[]): void {
    this.#select(ids, { mayOpenCard: true });
    const last = ids.at(-1);
    if (last !== undefined) this.#parts.page.mirror.setActive(last);
  }

  /** Selects with the keyboard; what is selected already is let go. */
  toggle(id: string): void {
    const ids = this.#selection.has(id) ? [...this.#selection].filter((each) => each !== id) : [id];
    this.#select(ids, { isShown: true, mayOpenCard: true });
  }

  open(id: string): void {
    if (this.menuOf(id)?.isResource === true) this.#host.wish("showDetails", { id });
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

  /** Narrows the drawing until that is left. */
  lookThrough(lens: Lens | undefined): void {
    const { page, texts } = this.#parts;
    const wasNarrowed = this.scene.lens !== undefined;
    this.scene.narrow(lens);
    if (this.scene.seen !== undefined || wasNarrowed) page.announce(this.scene.seen?.note ?? texts.focusOff);
    this.#mark();
    this.fit();
    this.saveSoon();
  }

  /** At a given node or edge, else at what is selected or where the keyboard is. */
  toggleLens(kind: Lens["kind"], id = [...this.#selection][0] ?? this.#active): void {
    const isOn = this.scene.lens?.kind === kind && this.scene.lens.id === id;
    this.lookThrough(isOn || id === undefined ? undefined : { kind, id });
  }

  /** Leaves what was entered last: the search, the lens, the selection. */
  escape(): void {
    if (this.search.matches.length > 0) this.search.end();
    else if (this.scene.lens !== undefined) this.lookThrough(undefined);
    else this.#select([], {});
  }

  fit(): void {
    this.#parts.page.drawing.fit(this.scene.seen?.shown, this.#parts.page.inspector.covered);
  }

  /** Lays everything out anew. */
  arrange(): void {
    this.scene.draw(this.scene.structure.graph, undefined);
    this.#fitLegibly();
    this.saveSoon();
  }

  toggleLegend(): void {
    const { page } = this.#parts;
    page.showLegend(!page.isLegendOpen);
    this.saveSoon();
  }

  /** A card that was closed stays away until it is wanted again. */
  toggleCard(isWanted = !this.#parts.page.inspector.isOpen): void {
    this.#card.want(isWanted);
    this.#showCard(true);
    if (isWanted && this.#selection.size === 0) this.#parts.page.announce(this.#parts.texts.selectedNone);
    this.saveSoon();
  }

  saveSoon(): void {
    if (!this.#isLoaded || this.#restoration.saved !== undefined) return;
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.#save(), 250);
  }

  #start({ graph, selection, isReading }: LoadedGraph, saved: ViewState | undefined): void {
    const { page } = this.#parts;
    this.#isReading = isReading;
    this.scene.draw(graph, saved === undefined ? undefined : placesFrom(saved.places));
    this.#selection = new Set(this.scene.known(selection));
    page.mirror.setActive([...this.#selection].at(-1) ?? page.mirror.active);
    this.#isLoaded = true;
    this.#restoration.begin(saved, { isSelected: selection.length > 0 });
    page.showLegend(saved?.isLegendOpen ?? page.isLegendOpen);
    this.#restore({ isFirst: true });
    if (!isReading) this.#restoration.end();
    this.#afterSelection(saved?.isCardOpen === true);
    if (saved === undefined) this.#fitLegibly();
    this.#showNotice();
  }

  #fitLegibly(): void {
    this.#parts.page.drawing.fitLegibly(this.scene.seen?.shown, this.#parts.page.inspector.covered);
  }

  #restore({ isFirst }: { isFirst: boolean }): void {
    const { saved, awaited } = this.#restoration;
    if (saved === undefined) return;
    const isNarrowing = saved.lens !== undefined && this.scene.lens === undefined;
    if (isNarrowing) this.lookThrough(saved.lens);
    if (isFirst || isNarrowing) this.#parts.page.drawing.setView(saved.view);
    if (awaited.length === 0) return;
    this.#select(awaited, { mayOpenCard: saved.isCardOpen });
    this.#restoration.await(this.#selection.size < awaited.length ? awaited : []);
  }

  #change(change: GraphChange): void {
    if (!this.#isLoaded) return;
    const before = this.scene.structure;
    this.scene.draw(applyGraphChange(before.graph, change), this.#placesToKeep());
    const kept = this.scene.known([...this.#selection]);
    if (kept.length < this.#selection.size) this.#select(kept, {});
    else this.#afterSelection(false);
    if (this.#restoration.saved === undefined && (this.#isReading || before.graph.nodes.length === 0)) this.#fitLegibly();
    this.#restore({ isFirst: before.graph.nodes.length === 0 });
    this.#parts.page.announce(changeText(change, before, this.#parts.texts));
    this.#showNotice();
    this.saveSoon();
  }

  /** While the first answers come in, what stays would stand in the way of what comes; none are kept then. */
  #placesToKeep(): Places | undefined {
    const { places } = this.scene;
    const { saved } = this.#restoration;
    if (saved !== undefined) return new Map([...placesFrom(saved.places), ...places]);
    return this.#isReading ? undefined : places;
  }

  #select(ids: readonly string[], { isTold = false, isShown = false, mayOpenCard = false }: Selecting): void {
    const known = this.scene.known(ids);
    if (known.length === this.#selection.size && known.every((id) => this.#selection.has(id))) return;
    this.#restoration.await([]);
    this.#selection = new Set(known);
    if (!isTold) this.#host.wish("select", { ids: known });
    const last = known.at(-1);
    this.#parts.page.announce(selectionText(known, this.scene.structure, this.#parts.texts));
    this.#afterSelection(mayOpenCard);
    if (last !== undefined && isShown) this.#bringIntoSight(last);
    this.saveSoon();
  }

  /** A resiliency group is no node: the drawing is narrowed to what is in it. */
  #reveal(id: string): void {
    if (this.scene.hasGroup(id)) this.lookThrough({ kind: "group", id });
    if (itemOf(this.scene.structure, id) === undefined) return;
    if (this.scene.seen?.shown.has(id) === false) this.lookThrough(undefined);
    this.#select([id], {});
    this.#bringIntoSight(id);
    this.#parts.page.mirror.setActive(id);
    this.#parts.page.mirror.focus();
  }

  #bringIntoSight(id: string): void {
    this.#parts.page.drawing.bringIntoSight(id, this.#parts.page.inspector.covered);
  }

  /** What follows from the selection or from what is selected having changed. */
  #afterSelection(mayOpenCard: boolean): void {
    const { page } = this.#parts;
    page.mirror.setSelected(this.#selection);
    page.toolbar.showAttention(this.search.countAttention());
    this.#mark();
    this.#showCard(mayOpenCard);
  }

  #showCard(mayOpen: boolean): void {
    const { inspector, toolbar } = this.#parts.page;
    this.#card.show(this.#selection, this.scene.structure, mayOpen);
    toolbar.showFacts(inspector.isOpen);
  }

  #mark(): void {
    this.#parts.page.drawing.mark({ selected: this.#selection, matches: new Set(this.search.matches), shown: this.scene.seen?.shown, fates: this.scene.seen?.fates, active: this.#active });
  }

  #showNotice(): void {
    if (this.scene.structure.graph.nodes.length > 0) this.#parts.page.notice.hide();
    else this.#parts.page.notice.show(this.#isReading ? "reading" : "empty");
  }

  #save(): void {
    const { drawing, isLegendOpen, inspector } = this.#parts.page;
    this.#parts.save({
      view: drawing.view,
      places: savedPlaces(this.scene.places),
      selection: [...this.#selection],
      lens: this.scene.lens,
      isLegendOpen,
      isCardWanted: this.#card.isWanted,
      isCardOpen: inspector.isOpen,
    });
  }
}
