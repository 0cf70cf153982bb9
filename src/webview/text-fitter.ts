export interface FittedText {
  readonly text: string;
  readonly width: number;
}

/** Where a text that is too long gives way. */
export type Spared = "end" | "middle";

/** What measures: a canvas's context. */
export interface Measurer {
  font: string;
  measureText(text: string): { readonly width: number };
}

/** Shortens texts to a width, and remembers what it measured: measuring costs more than painting. */
export class TextFitter {
  readonly #measurer: Measurer;
  readonly #fitted = new Map<string, FittedText>();

  constructor(measurer: Measurer) {
    this.#measurer = measurer;
  }

  /** Forgets all, as when the fonts change. */
  clear(): void {
    this.#fitted.clear();
  }

  /**
   * The text if it is no wider, else as much of it as fits around an ellipsis, which is where the text can spare it: at
   * its end, or in the middle of a name, whose end tells it apart. Nothing where there is no room for one letter.
   */
  fit(text: string, font: string, width: number, spared: Spared = "end"): FittedText {
    const key = `${spared}\n${font}\n${Math.round(width)}\n${text}`;
    const known = this.#fitted.get(key);
    if (known !== undefined) return known;
    if (this.#fitted.size > mostRemembered) this.#fitted.clear();
    const fitted = this.#shorten(text, font, width, spared);
    this.#fitted.set(key, fitted);
    return fitted;
  }

  #shorten(text: string, font: string, width: number, spared: Spared): FittedText {
    this.#measurer.font = font;
    const whole = this.#measurer.measureText(text).width;
    if (whole <= width) return { text, width: whole };
    const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
    let [fits, tooLong] = [0, letters.length];
    while (tooLong - fits > 1) {
      const count = Math.floor((fits + tooLong) / 2);
      if (this.#measurer.measureText(shortened(letters, count, spared)).width <= width) fits = count;
      else tooLong = count;
    }
    if (fits === 0) return { text: "", width: 0 };
    const short = shortened(letters, fits, spared);
    return { text: short, width: this.#measurer.measureText(short).width };
  }
}

/** What a reader takes for one letter must not be cut in two. */
const graphemes = new Intl.Segmenter();
const mostRemembered = 20_000;

function shortened(letters: readonly string[], count: number, spared: Spared): string {
  const behind = spared === "middle" ? Math.floor(count / 2) : 0;
  const head = letters.slice(0, count - behind).join("").trimEnd();
  return `${head}…${letters.slice(letters.length - behind).join("").trimStart()}`;
}
