import { emptyGraph, type Graph } from "../model/graph.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import type { Places } from "./geometry.ts";
import { layoutGraph } from "./graph-layout.ts";
import { itemOf, linkedNode, structureOf, type GraphStructure } from "./graph-structure.ts";
import { hoverText } from "./hover-text.ts";
import { lookThrough, type Lens, type LensView } from "./lens.ts";
import { mirrorRows } from "./mirror-rows.ts";
import type { Page } from "./page.ts";
import { pictureOf, type Picture } from "./picture.ts";

/** The graph as it is laid out, and the lens through which it is seen: the drawing and its mirror show both. */
export class Scene {
  readonly #page: Page;
  readonly #texts: GraphViewTexts;
  #structure: GraphStructure = structureOf(emptyGraph);
  #picture: Picture = pictureOf(emptyGraph, { places: new Map(), boxes: new Map() });
  #lens: Lens | undefined;
  #seen: LensView | undefined;

  constructor(page: Page, texts: GraphViewTexts) {
    this.#page = page;
    this.#texts = texts;
  }

  get structure(): GraphStructure {
    return this.#structure;
  }

  get places(): Places {
    return this.#picture.layout.places;
  }

  get lens(): Lens | undefined {
    return this.#lens;
  }

  /** Undefined when all is shown. */
  get seen(): LensView | undefined {
    return this.#seen;
  }

  /** The ids that the graph has. */
  known(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => itemOf(this.#structure, id) !== undefined);
  }

  /** Whether something that is drawn is in the resiliency group. */
  hasGroup(id: string): boolean {
    return this.#structure.graph.nodes.some(({ groups }) => groups.some((group) => group.id === id));
  }

  /** The nearest node along a link. */
  linkFrom(id: string, direction: "left" | "right"): string | undefined {
    return linkedNode(this.#structure, id, direction);
  }

  /** What stands beside the mouse. */
  hoverText(id: string): string {
    return hoverText(this.#structure, id, this.#texts);
  }

  /** Nodes that `kept` has a place for stay there; without it everything is laid out anew. */
  draw(graph: Graph, kept: Places | undefined): void {
    this.#structure = structureOf(graph);
    this.#picture = pictureOf(graph, layoutGraph(graph, kept));
    this.#page.drawing.show(this.#picture);
    this.narrow(this.#lens);
  }

  /** What is seen through a lens follows the graph; a lens goes with the node or edge that it is for. */
  narrow(lens: Lens | undefined): void {
    this.#seen = lens === undefined ? undefined : lookThrough(lens, this.#structure, this.#texts);
    this.#lens = this.#seen === undefined ? undefined : lens;
    this.#page.toolbar.showLens(this.#lens?.kind, this.#seen?.note);
    this.#page.mirror.setRows(mirrorRows(this.#structure, { places: this.places, fates: this.#seen?.fates }, this.#texts));
  }
}
