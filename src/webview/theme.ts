import type { GraphNodeKind } from "../model/graph.ts";
import type { Health } from "../model/health.ts";
import { distinct, mixed, type Rgb } from "./contrast.ts";

/** The colours of the drawing, all opaque, as Cytoscape and a canvas take them, made from the editor's theme. */
export interface Theme {
  readonly isHighContrast: boolean;
  readonly fontFamily: string;
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly card: string;
  readonly cardBorder: string;
  readonly location: string;
  readonly locationBorder: string;
  readonly bundle: string;
  readonly line: string;
  readonly selection: string;
  readonly match: string;
  readonly health: Readonly<Record<Health, string>>;
  readonly kind: Readonly<Record<GraphNodeKind, string>>;
}

/** What carries a meaning is told from the ground and from a card on it, whatever the editor's theme says. */
export function readTheme(): Theme {
  const isHighContrast = document.body.classList.contains("vscode-high-contrast") || document.body.classList.contains("vscode-high-contrast-light");
  const palette = new Palette(getComputedStyle(document.documentElement));
  const { background, text } = palette;
  const muted = isHighContrast ? text : palette.first(["descriptionForeground"], palette.mix(text, background, 0.7));
  const contrast = palette.first(["contrastBorder"], text);
  const border = isHighContrast ? contrast : palette.mix(text, background, 0.28);
  const card = isHighContrast ? background : palette.mix(text, background, 0.07);
  const clear = (colour: string): string => palette.distinct(colour, [background, card]);
  const blue = clear(palette.first(["charts-blue"], text));
  const purple = clear(palette.first(["charts-purple"], text));
  const orange = clear(palette.first(["charts-orange"], text));
  return {
    isHighContrast,
    fontFamily: palette.font,
    background,
    text,
    muted,
    card,
    cardBorder: border,
    location: isHighContrast ? background : palette.mix(text, background, 0.025),
    locationBorder: isHighContrast ? contrast : palette.mix(text, background, 0.2),
    bundle: isHighContrast ? background : palette.mix(blue, background, 0.08),
    line: isHighContrast ? text : clear(palette.mix(text, background, 0.45)),
    selection: palette.first(["focusBorder"], blue),
    match: clear(palette.first(["editor-findMatchHighlightBorder", "charts-yellow"], orange)),
    health: {
      good: clear(palette.first(["charts-green", "testing-iconPassed"], text)),
      bad: clear(palette.first(["errorForeground", "charts-red"], text)),
      waiting: clear(palette.first(["charts-yellow", "editorWarning-foreground"], text)),
      changing: blue,
      ended: clear(palette.mix(text, background, isHighContrast ? 0.85 : 0.5)),
      unknown: muted,
    },
    kind: {
      customer: text,
      location: muted,
      connection: blue,
      lag: blue,
      interconnect: blue,
      virtualInterface: purple,
      directConnectGateway: orange,
      virtualPrivateGateway: text,
      transitGateway: text,
      coreNetwork: text,
      publicServices: text,
      unattached: muted,
    },
  };
}

/** Gives the page around the drawing the drawing's colours: `--health-bad`, `--kind-lag`. */
export function spreadTheme({ health, kind }: Theme, { style }: HTMLElement): void {
  for (const [name, colour] of Object.entries(health)) style.setProperty(`--health-${name}`, colour);
  for (const [name, colour] of Object.entries(kind)) style.setProperty(`--kind-${name}`, colour);
}

/** Calls back whenever VS Code changes the theme under the page. Ends with the returned function. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
  observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  return () => observer.disconnect();
}

/** Reads the theme's CSS variables as opaque colours: what shines through is mixed with the editor's background. */
class Palette {
  readonly #style: CSSStyleDeclaration;
  readonly #pixel: CanvasRenderingContext2D | null;
  #under = "black";
  readonly background: string;
  readonly text: string;
  readonly font: string;

  constructor(style: CSSStyleDeclaration) {
    this.#style = style;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    this.#pixel = canvas.getContext("2d", { willReadFrequently: true });
    this.background = this.#named("editor-background") ?? "rgb(30, 30, 30)";
    this.#under = this.background;
    this.text = this.#named("editor-foreground") ?? this.#named("foreground") ?? "rgb(212, 212, 212)";
    this.font = style.getPropertyValue("--vscode-font-family").trim() || "system-ui, sans-serif";
  }

  /** The first variable that the theme sets. */
  first(names: readonly string[], otherwise: string): string {
    for (const name of names) {
      const colour = this.#named(name);
      if (colour !== undefined) return colour;
    }
    return otherwise;
  }

  /** So much of one colour over the other. */
  mix(one: string, over: string, share: number): string {
    return toText(mixed(this.#parse(one), this.#parse(over), share));
  }

  /** The colour so that it is told from these grounds. */
  distinct(colour: string, grounds: readonly string[]): string {
    return toText(distinct(this.#parse(colour), { text: this.#parse(this.text), grounds: grounds.map((ground) => this.#parse(ground)) }));
  }

  /** A chart's colour is meant to be seen: some themes borrow one for it that is made to shine through. */
  #named(name: string): string | undefined {
    const value = this.#style.getPropertyValue(`--vscode-${name}`).trim();
    if (value === "") return undefined;
    return toText(name.startsWith("charts-") ? this.#hueOf(value) : this.#parse(value));
  }

  /** The colour without its transparency. */
  #hueOf(value: string): Rgb {
    this.#pixel?.clearRect(0, 0, 1, 1);
    return this.#read(value);
  }

  #parse(value: string): Rgb {
    this.#fill(this.#under);
    return this.#read(value);
  }

  #read(value: string): Rgb {
    if (this.#pixel === null) return [128, 128, 128];
    this.#fill(value);
    const [red = 0, green = 0, blue = 0] = this.#pixel.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  }

  #fill(value: string): void {
    if (this.#pixel === null) return;
    this.#pixel.fillStyle = value;
    this.#pixel.fillRect(0, 0, 1, 1);
  }
}

function toText(parts: Rgb): string {
  return `rgb(${parts.join(", ")})`;
}
