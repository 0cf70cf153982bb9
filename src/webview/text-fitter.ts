export interface FittedText {
  readonly text: string;
  readonly width: number;
}

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

  /** The text if it is no wider, else its beginning with an ellipsis; nothing where there is no room for one letter. */
  fit(text: string, font: string, width: number): FittedText {
    const key = `${font}\n${Math.round(width)}\n${text}`;
    const known = this.#fitted.get(key);
    if (known !== undefined) return known;
    if (this.#fitted.size > mostRemembered) this.#fitted.clear();
    const fitted = this.#shorten(text, font, width);
    this.#fitted.set(key, fitted);
    return fitted;
  }

  #shorten(text: string, font: string, width: number): FittedText {
    this.#measurer.font = font;
    const whole = this.#measurer.measureText(text).width;
    if (whole <= width) return { text, width: whole };
    const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
    let [fits, tooLong] = [0, letters.length];
    while (tooLong - fits > 1) {
      const count = Math.floor((fits + tooLong) / 2);
      if (this.#measurer.measureText(shortened(letters, count)).width <= width) fits = count;
      else tooLong = count;
    }
    if (fits === 0) return { text: "", width: 0 };
    const short = shortened(letters, fits);
    return { text: short, width: this.#measurer.measureText(short).width };
  }
}

/** What a reader takes for one letter must not be cut in two. */
const graphemes = new Intl.Segmenter();
const mostRemembered = 20_000;

function shortened(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join("").trimEnd()}…`;
}
