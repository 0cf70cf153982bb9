import type { GraphNode } from "../model/graph.ts";
import { frameOf, type Point, type Rect } from "./geometry.ts";
import { groupIcon, iconOfHealth, kindIcons } from "./icons.ts";
import { nameSize } from "./legible-zoom.ts";
import type { Fate } from "./lens.ts";
import type { Picture } from "./picture.ts";
import { TextFitter, type Spared } from "./text-fitter.ts";
import type { Theme } from "./theme.ts";

/** What is marked: ids of nodes and edges. */
export interface Marks {
  readonly selected: ReadonlySet<string>;
  readonly matches: ReadonlySet<string>;
  /** All others are dimmed. */
  readonly shown: ReadonlySet<string> | undefined;
  /** What would become of them by a failure that is looked at. */
  readonly fates: ReadonlyMap<string, Fate> | undefined;
  /** Where the keyboard is, while it is in the drawing. */
  readonly active: string | undefined;
}

/** Which part of the drawing is on the screen. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Point;
  readonly width: number;
  readonly height: number;
}

/**
 * Paints what Cytoscape's labels can't: a name and facts in two weights that fit their card, icons in the theme's
 * colours, and less of it the farther away one looks. Only what is in sight is painted.
 */
export class CardPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #fitter: TextFitter;
  readonly #icons = new Map<string, Path2D>();
  #theme: Theme;

  constructor(canvas: HTMLCanvasElement, theme: Theme) {
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("This browser has no 2D canvas.");
    this.#canvas = canvas;
    this.#context = context;
    this.#fitter = new TextFitter(context);
    this.#theme = theme;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#fitter.clear();
  }

  paint({ graph, layout, outlines }: Picture, marks: Marks, viewport: Viewport): void {
    this.#prepare(viewport);
    const { zoom, pan, width, height } = viewport;
    const sight: Rect = { left: -pan.x / zoom, top: -pan.y / zoom, right: (width - pan.x) / zoom, bottom: (height - pan.y) / zoom };
    for (const node of graph.nodes) {
      const rect = outlines.get(node.id);
      if (rect === undefined || !isInSight(rect, sight)) continue;
      this.#context.globalAlpha = marks.shown === undefined || marks.shown.has(node.id) ? 1 : 0.15;
      this.#paintNode(fated(node, marks.fates?.get(node.id)), { rect, isBox: layout.boxes.has(node.id), zoom });
      this.#paintRings(node, { rect, marks, zoom });
    }
    this.#context.globalAlpha = 1;
  }

  /** As many pixels as the screen has, and the drawing's own units. */
  #prepare({ zoom, pan, width, height }: Viewport): void {
    const ratio = window.devicePixelRatio;
    const [pixelsAcross, pixelsDown] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== pixelsAcross) this.#canvas.width = pixelsAcross;
    if (this.#canvas.height !== pixelsDown) this.#canvas.height = pixelsDown;
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, pixelsAcross, pixelsDown);
    this.#context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * pan.x, ratio * pan.y);
  }

  #paintNode(node: GraphNode, { rect, isBox, zoom }: { rect: Rect; isBox: boolean; zoom: number }): void {
    if (node.column === undefined) this.#paintGroup(node, rect, zoom);
    else if (zoom >= nearEnoughForFacts) this.#paintCard(node, isBox ? headerOf(node, rect) : rect, zoom);
    else if (zoom >= farthest) this.#paintName(node, isBox ? { ...rect, bottom: rect.top + frameOf(node.kind).header } : rect, zoom);
    else if (!isBox) this.#paintSpot(node, rect);
  }

  /** From very far: no more than where something calls for attention. */
  #paintSpot({ health, partly }: GraphNode, { left, top, right, bottom }: Rect): void {
    if (health !== "bad" && health !== "waiting") return;
    this.#context.fillStyle = this.#theme.health[health];
    if (health === "bad" && !partly) this.#context.fillRect(left, top, right - left, bottom - top);
    else this.#context.fillRect(left, top, (right - left) / 3, bottom - top);
  }

  #paintRings({ id }: GraphNode, { rect, marks, zoom }: { rect: Rect; marks: Marks; zoom: number }): void {
    if (marks.matches.has(id)) this.#ring(rect, { colour: this.#theme.match, distance: 4, width: 3, zoom });
    if (marks.selected.has(id)) this.#ring(rect, { colour: this.#theme.selection, distance: 3, width: 3, zoom });
    if (marks.active === id) this.#ring(rect, { colour: this.#theme.selection, distance: 8, width: 2, zoom });
  }

  #paintCard(node: GraphNode, rect: Rect, zoom: number): void {
    const middle = (rect.top + rect.bottom) / 2;
    const inset = insetOf(node);
    const left = rect.left + inset + 27;
    const right = rect.right - inset - this.#healthMark(node, rect, 17) - this.#groupMark(node, rect);
    this.#icon(kindIcons[node.kind], { x: rect.left + inset + 8, y: middle }, { size: 18, colour: this.#theme.kind[node.kind] });
    const colour = node.health === "ended" ? this.#theme.muted : this.#theme.text;
    this.#text(node.label, { left, right, middle: middle - 8.5 }, { size: within(13, 10.5 / zoom, 16), weight: 600, colour, spared: "middle" });
    this.#facts(node, { left, right, middle: middle + 9 }, within(11, 8.6 / zoom, 13));
  }

  /** From afar: the name alone, larger, and what may not be overlooked, which then stands where its health is shown. */
  #paintName(node: GraphNode, rect: Rect, zoom: number): void {
    const left = rect.left + nameInset;
    const middle = (rect.top + rect.bottom) / 2;
    const style = { size: nameSize(zoom), weight: 500, colour: this.#theme.text };
    const right = rect.right - insetOf(node) - (node.notice === "" ? this.#healthMark(node, rect, within(20, 8 / zoom, 24)) : 0);
    const small = { ...style, size: style.size * 0.82, colour: this.#theme.muted };
    const noticed = node.notice === "" ? 0 : this.#measure(node.notice, (right - left) * 0.6, small) + 8;
    this.#text(node.label, { left, right: right - noticed, middle }, { ...style, spared: "middle" });
    if (noticed > 0) this.#text(node.notice, { left: right - noticed + 4, right, middle }, small);
  }

  /** Answers how much of the card's width it takes. */
  #healthMark(node: GraphNode, rect: Rect, size: number): number {
    if (node.health === "unknown" && node.state === "" && node.listed) return 0;
    const at = { x: rect.right - insetOf(node) - 8, y: (rect.top + rect.bottom) / 2 };
    this.#icon(iconOfHealth(node), at, { size, colour: this.#theme.health[node.health] });
    return Math.max(24, size + 2);
  }

  /** A small mark beside the health of what is in a resiliency group. Answers how much of the card's width it takes. */
  #groupMark(node: GraphNode, rect: Rect): number {
    if (node.groups.length === 0) return 0;
    const at = { x: rect.right - insetOf(node) - 31, y: (rect.top + rect.bottom) / 2 };
    this.#icon(groupIcon, at, { size: 15, colour: this.#theme.muted });
    return 22;
  }

  /** A state that needs a word comes first and in its colour, so that facts are what gives way. */
  #facts(node: GraphNode, { left, right, middle }: Line, size: number): void {
    const state = node.health === "good" || node.state === "available" ? "" : node.state;
    const style = { size, weight: 400, colour: this.#theme.muted };
    if (state === "") {
      this.#text(node.summary, { left, right, middle }, style);
      return;
    }
    const urgent = node.notice === "" ? state : `${state} · ${node.notice}`;
    const used = this.#text(urgent, { left, right, middle }, { ...style, weight: 600, colour: this.#theme.text });
    if (node.summary !== "") this.#text(` · ${node.summary}`, { left: left + used, right, middle }, style);
  }

  #paintGroup(node: GraphNode, rect: Rect, zoom: number): void {
    const size = Math.min(52, Math.max(14, 12.5 / zoom));
    if (zoom < 0.06) return;
    const middle = rect.top + 21 - Math.max(0, size - 32) * 0.6;
    const isNear = zoom >= nearEnoughForFacts;
    const left = rect.left + 12;
    if (isNear) this.#icon(kindIcons[node.kind], { x: left + 7, y: middle }, { size: 15, colour: this.#theme.muted });
    const start = left + (isNear ? 20 : 0);
    const used = this.#text(node.label, { left: start, right: rect.right - 10, middle }, { size, weight: 600, colour: this.#theme.text });
    if (!isNear || node.summary === "") return;
    this.#text(node.summary, { left: start + used + 8, right: rect.right - 12, middle }, { size: within(11, 9 / zoom, 14), weight: 400, colour: this.#theme.muted });
  }

  /** Answers how wide the text became. */
  #text(text: string, { left, right, middle }: Line, { colour, spared, ...type }: TextStyle): number {
    const font = this.#font(type);
    const fitted = this.#fitter.fit(text, font, right - left, spared);
    this.#context.font = font;
    this.#context.textBaseline = "middle";
    this.#context.fillStyle = colour;
    this.#context.fillText(fitted.text, left, middle);
    return fitted.width;
  }

  /** How wide the text will be. */
  #measure(text: string, width: number, type: Pick<TextStyle, "size" | "weight">): number {
    return this.#fitter.fit(text, this.#font(type), width).width;
  }

  #font({ size, weight }: Pick<TextStyle, "size" | "weight">): string {
    return `${weight} ${size}px ${this.#theme.fontFamily}`;
  }

  #icon(outline: string, { x, y }: Point, { size, colour }: { size: number; colour: string }): void {
    const path = this.#icons.get(outline) ?? new Path2D(outline);
    this.#icons.set(outline, path);
    const context = this.#context;
    context.save();
    context.translate(x - size / 2, y - size / 2);
    context.scale(size / 16, size / 16);
    context.strokeStyle = colour;
    context.lineWidth = 1.35;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.stroke(path);
    context.restore();
  }

  #ring({ left, top, right, bottom }: Rect, { colour, distance, width, zoom }: { colour: string; distance: number; width: number; zoom: number }): void {
    const scale = Math.max(1, 0.7 / zoom);
    const away = distance * scale;
    this.#context.strokeStyle = colour;
    this.#context.lineWidth = width * scale;
    this.#context.beginPath();
    this.#context.roundRect(left - away, top - away, right - left + 2 * away, bottom - top + 2 * away, 8);
    this.#context.stroke();
  }
}

interface Line {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly spared?: Spared;
}

/** As it would be: cut off it would be as good as down, with one way less it would need somebody. */
function fated(node: GraphNode, fate: Fate | undefined): GraphNode {
  return fate === undefined ? node : { ...node, health: fate === "lost" ? "bad" : "waiting", partly: false };
}

function within(least: number, wanted: number, most: number): number {
  return Math.min(most, Math.max(least, wanted));
}

const nearEnoughForFacts = 0.5;
const farthest = 0.24;

/** How much of a card's ends its shape takes. */
const insets: Partial<Readonly<Record<GraphNode["kind"], number>>> = { virtualInterface: 18, directConnectGateway: 18, transitGateway: 14 };

/** In the middle of a card's height its shape takes less of its ends. */
const nameInset = 10;

function insetOf({ kind }: GraphNode): number {
  return insets[kind] ?? 12;
}

/** The part of a box that names it. */
function headerOf({ kind }: GraphNode, rect: Rect): Rect {
  const { header, padding } = frameOf(kind);
  return { ...rect, bottom: rect.top + header + padding };
}

function isInSight({ left, top, right, bottom }: Rect, sight: Rect): boolean {
  const margin = 50;
  return right > sight.left - margin && left < sight.right + margin && bottom > sight.top - margin && top < sight.bottom + margin;
}
