import cytoscape, { type Core, type EdgeDataDefinition, type ElementDefinition, type EventObject, type SingularElementArgument } from "cytoscape";
import { emptyGraph, type GraphEdge, type GraphNode } from "../model/graph.ts";
import { CardPainter, type Marks } from "./card-painter.ts";
import { curveBetween } from "./edge-curve.ts";
import { centreOf, frameOf, type Covered, type Place, type Point, type Rect, type Size } from "./geometry.ts";
import { borderRoom, graphStyle } from "./graph-style.ts";
import { legibleZoom } from "./legible-zoom.ts";
import { endsOf, extentOf, nodeAt, pictureOf, rectOf, type Picture } from "./picture.ts";
import type { Theme } from "./theme.ts";

export interface View {
  readonly zoom: number;
  readonly pan: Point;
}

export interface DrawingEvents {
  /** The user clicked: these are selected now. */
  selected(ids: readonly string[]): void;
  opened(id: string): void;
  viewChanged(): void;
  hovered(id: string | undefined): void;
}

const noMarks: Marks = { selected: new Set(), matches: new Set(), shown: undefined, fates: undefined, active: undefined };

const noEdge = { source: "", target: "" } as GraphEdge;

/** The picture: Cytoscape draws shapes and edges and knows what is clicked; the painter's canvas lies over it. */
export class Drawing {
  readonly #cy: Core;
  readonly #painter: CardPainter;
  readonly #host: HTMLElement;
  readonly #events: DrawingEvents;
  #picture: Picture = pictureOf(emptyGraph, { places: new Map(), boxes: new Map() });
  #marks: Marks = noMarks;
  #theme: Theme;
  #isFollowing = false;
  #isPaintDue = false;
  #hovered: string | undefined;

  constructor(host: HTMLElement, theme: Theme, events: DrawingEvents) {
    const stage = document.createElement("div");
    stage.className = "drawing-stage";
    const canvas = document.createElement("canvas");
    canvas.className = "drawing-texts";
    host.append(stage, canvas);
    this.#host = host;
    this.#events = events;
    this.#theme = theme;
    this.#painter = new CardPainter(canvas, theme);
    this.#cy = cytoscape({
      container: stage,
      style: graphStyle(theme, false),
      layout: { name: "preset" },
      autoungrabify: true,
      minZoom: 0.04,
      maxZoom: 3,
      selectionType: "single",
    });
    this.#listen();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#painter.setTheme(theme);
    this.#cy.style(graphStyle(theme, isDense(this.#picture)));
  }

  /** Draws the picture in place of the last one; what is the same stays untouched. */
  show(picture: Picture): void {
    const before = this.#picture;
    this.#picture = picture;
    if (isDense(before) !== isDense(picture)) this.#cy.style(graphStyle(this.#theme, isDense(picture)));
    const ids = new Set([...picture.graph.nodes, ...picture.graph.edges].map(({ id }) => id));
    this.#isFollowing = true;
    this.#cy.batch(() => {
      this.#cy.add(parentsFirst(picture.graph.nodes.filter(({ id }) => !before.nodes.has(id))).map((node) => this.#newNode(node)));
      for (const node of picture.graph.nodes) if (before.nodes.has(node.id)) this.#updateNode(node, before);
      for (const { id } of [...before.graph.nodes, ...before.graph.edges]) if (!ids.has(id)) this.#cy.getElementById(id).remove();
      this.#cy.add(picture.graph.edges.filter(({ id }) => !before.edges.has(id)).map((edge) => ({ group: "edges", data: this.#edgeData(edge) })));
      for (const edge of picture.graph.edges) if (before.edges.has(edge.id)) this.#cy.getElementById(edge.id).data(this.#edgeData(edge));
    });
    this.#isFollowing = false;
    this.#drawMarks(noMarks, this.#marks);
    this.#paintSoon();
  }

  /** What is selected, found, shown and where the keyboard is. */
  mark(marks: Marks): void {
    const before = this.#marks;
    this.#marks = marks;
    this.#drawMarks(before, marks);
    this.#paintSoon();
  }

  /** Cytoscape's part of the marks: only what they change is touched. */
  #drawMarks(before: Marks, { selected, shown, fates }: Marks): void {
    const { graph, edges } = this.#picture;
    this.#isFollowing = true;
    this.#cy.batch(() => {
      for (const id of before.selected) if (!selected.has(id)) this.#cy.getElementById(id).unselect();
      for (const id of selected) this.#cy.getElementById(id).select();
      if (before.selected !== selected || before === noMarks) {
        const isNear = ({ source, target }: GraphEdge): boolean => selected.has(source) || selected.has(target);
        this.#cy.edges(".near").filter((edge) => !isNear(edges.get(edge.id()) ?? noEdge)).removeClass("near");
        for (const edge of graph.edges.filter(isNear)) this.#cy.getElementById(edge.id).addClass("near");
      }
      if (before.shown !== shown || before === noMarks) {
        this.#cy.elements().forEach((element) => {
          const isDimmed = shown !== undefined && !shown.has(element.id());
          const fate = fates?.get(element.id());
          for (const [name, isSo] of [["dimmed", isDimmed], ["lost", fate === "lost"], ["weakened", fate === "weakened"]] as const) {
            if (element.hasClass(name) !== isSo) element.toggleClass(name, isSo);
          }
        });
      }
    });
    this.#isFollowing = false;
  }

  get view(): View {
    return { zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } };
  }

  setView({ zoom, pan }: View): void {
    this.#cy.viewport({ zoom, pan });
  }

  zoomBy(factor: number): void {
    const { width, height } = this.#host.getBoundingClientRect();
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition: { x: width / 2, y: height / 2 } });
  }

  /** Brings these nodes, or all, into sight as large as they fit beside what is covered, but not much larger than they are. */
  fit(ids: ReadonlySet<string> | undefined, covered: Covered): void {
    this.#fitInto(extentOf(this.#picture, ids), this.#free(covered), (zoom) => zoom);
  }

  /** The same for the first look: what only just does not fit begins with its upper left part, in a size that can be read. */
  fitLegibly(ids: ReadonlySet<string> | undefined, covered: Covered): void {
    this.#fitInto(extentOf(this.#picture, ids), this.#free(covered), legibleZoom);
  }

  #fitInto(extent: Rect | undefined, { width, height }: Size, choose: (fitting: number) => number): void {
    if (extent === undefined || width === 0 || height === 0) return;
    const { left, right, top, bottom } = extent;
    const zoom = choose(Math.min(1.15, (width - 2 * margin) / (right - left), (height - 2 * margin - toolbarHeight) / (bottom - top)));
    const pan = { x: width / 2 - (zoom * (left + right)) / 2, y: (height + toolbarHeight) / 2 - (zoom * (top + bottom)) / 2 };
    const first = { x: margin - zoom * left, y: toolbarHeight + margin - zoom * top };
    // What is larger than the page would begin outside of it.
    this.#cy.viewport({ zoom, pan: { x: Math.max(pan.x, first.x), y: Math.max(pan.y, first.y) } });
  }

  /** Moves the picture only if the node, or an edge's middle, is not in sight or too small to read. */
  bringIntoSight(id: string, covered: Covered): void {
    const rect = rectOf(this.#picture, id);
    if (rect === undefined) return;
    const { width, height } = this.#free(covered);
    const { zoom, pan } = this.view;
    const isAcross = rect.left * zoom + pan.x > 8 && rect.right * zoom + pan.x < width - 8;
    const isDown = rect.top * zoom + pan.y > toolbarHeight && rect.bottom * zoom + pan.y < height - 8;
    if (isAcross && isDown && zoom >= legible) return;
    const next = Math.max(zoom, legible);
    const centre = centreOf(rect);
    this.#cy.viewport({ zoom: next, pan: { x: width / 2 - next * centre.x, y: height / 2 - next * centre.y } });
  }

  /** What a panel leaves of the page, unless that is hardly anything. */
  #free({ right, bottom }: Covered): Size {
    const { width, height } = this.#host.getBoundingClientRect();
    return { width: width - right < leastWidth ? width : width - right, height: height - bottom < leastHeight ? height : height - bottom };
  }

  /** The middle of a node or an edge on the page. */
  screenPoint(id: string): Point | undefined {
    const rect = rectOf(this.#picture, id);
    if (rect === undefined) return undefined;
    const { left, top } = this.#host.getBoundingClientRect();
    const { zoom, pan } = this.view;
    const { x, y } = centreOf(rect);
    return { x: left + pan.x + zoom * x, y: top + pan.y + zoom * y };
  }

  /** What is under a point of the page: a card, else the edge under the mouse, else what is drawn around. */
  elementAt({ x, y }: Point): string | undefined {
    const { left, top } = this.#host.getBoundingClientRect();
    const { zoom, pan } = this.view;
    const node = nodeAt(this.#picture, { x: (x - left - pan.x) / zoom, y: (y - top - pan.y) / zoom });
    const isCard = node !== undefined && !this.#picture.layout.boxes.has(node.id);
    const edge = this.#hovered !== undefined && this.#picture.edges.has(this.#hovered) ? this.#hovered : undefined;
    return isCard ? node.id : (edge ?? node?.id);
  }

  resize(): void {
    this.#cy.resize();
    this.#paint();
  }

  #newNode(node: GraphNode): ElementDefinition {
    const { x, y } = this.#picture.layout.places.get(node.id) ?? { x: 0, y: 0 };
    return { group: "nodes", data: this.#nodeData(node), position: { x, y }, pannable: true };
  }

  #updateNode(node: GraphNode, { nodes, layout }: Picture): void {
    const element = this.#cy.getElementById(node.id);
    const old = nodes.get(node.id);
    const place = this.#picture.layout.places.get(node.id);
    if (old === undefined || place === undefined) return;
    if (old.parent !== node.parent) element.move({ parent: node.parent ?? null });
    const isMoved = !isSamePlace(place, layout.places.get(node.id));
    if (old !== node || isMoved || place.isBox) element.data(this.#nodeData(node));
    if (isMoved && !place.isBox) element.position({ x: place.x, y: place.y });
  }

  #nodeData(node: GraphNode): ElementDefinition["data"] {
    const box = this.#picture.layout.boxes.get(node.id);
    const padding = frameOf(node.kind).padding - borderRoom;
    const inner = box === undefined ? {} : { innerWidth: box.right - box.left - 2 * padding, innerHeight: box.bottom - box.top - 2 * padding };
    const { id, kind, health, partly, owned, parent } = node;
    return { id, kind, health, partly, owned, ...(parent === undefined ? {} : { parent }), ...inner };
  }

  #edgeData(edge: GraphEdge): EdgeDataDefinition {
    const [from, to] = endsOf(this.#picture, edge) ?? [{ x: 0, y: 0 }, { x: 0, y: 0 }];
    const { id, kind, source, target, health, label } = edge;
    return { id, kind, source, target, health, label, ...curveBetween(from, to) };
  }

  #listen(): void {
    const cy = this.#cy;
    cy.on("render", () => this.#paint());
    cy.on("viewport", () => this.#events.viewChanged());
    cy.on("select unselect", () => this.#tellSelection());
    cy.on("dbltap", "node, edge", (event: EventObject) => this.#events.opened(idOf(event)));
    cy.on("mouseover", "node, edge", (event: EventObject) => this.#hover(idOf(event)));
    cy.on("mouseout", "node, edge", () => this.#hover(undefined));
  }

  #hover(id: string | undefined): void {
    this.#hovered = id;
    this.#events.hovered(id);
  }

  readonly #telling = { isDue: false };

  /** One click unselects some and selects others: that is told once. */
  #tellSelection(): void {
    if (this.#isFollowing || this.#telling.isDue) return;
    this.#telling.isDue = true;
    queueMicrotask(() => {
      this.#telling.isDue = false;
      this.#events.selected(this.#cy.$(":selected").map((element) => element.id()));
    });
  }

  /** Once in a frame, however much has changed, and not at all where Cytoscape's own drawing brings it about. */
  #paintSoon(): void {
    if (this.#isPaintDue) return;
    this.#isPaintDue = true;
    requestAnimationFrame(() => {
      if (this.#isPaintDue) this.#paint();
    });
  }

  #paint(): void {
    this.#isPaintDue = false;
    const { width, height } = this.#host.getBoundingClientRect();
    this.#painter.paint(this.#picture, this.#marks, { ...this.view, width, height });
  }
}

/** Around the picture when it is fitted, in CSS pixels. */
const margin = 28;
const toolbarHeight = 44;
/** Less than this is not worth keeping clear. */
const leastWidth = 480;
const leastHeight = 240;
/** The zoom from which a card's two lines can be read. */
const legible = 0.62;

function idOf(event: EventObject): string {
  const target = event.target as SingularElementArgument;
  return target.id();
}

/** Whether so many edges cross that they would hide one another. */
function isDense({ graph }: Picture): boolean {
  return graph.edges.length > 250;
}

function isSamePlace(one: Place, other: Place | undefined): boolean {
  return one.x === other?.x && one.y === other.y && one.isBox === other.isBox;
}

/** Cytoscape takes a node's parent only if it is there already. */
function parentsFirst(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const depth = ({ parent }: GraphNode): number => {
    const above = parent === undefined ? undefined : byId.get(parent);
    return above === undefined ? 0 : 1 + depth(above);
  };
  return [...nodes].sort((one, other) => depth(one) - depth(other));
}
