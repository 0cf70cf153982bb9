export type ClockMode = "real" | "fast" | "manual";

/** How much faster than a wall clock the fast one runs: a minute takes a second. */
const fastFactor = 60;
/** Where the manual clock begins, so that two runs print the same times. */
const manualStart = Date.UTC(2026, 0, 1);

/** The simulator's time, in milliseconds since 1970. It never runs backwards. */
export class Clock {
  readonly mode: ClockMode;
  readonly #wall: () => number;
  readonly #origin: number;
  #skipped = 0;
  #latest: number;

  constructor(mode: ClockMode, wall: () => number = Date.now) {
    this.mode = mode;
    this.#wall = wall;
    this.#origin = wall();
    this.#latest = mode === "manual" ? manualStart : this.#origin;
  }

  now(): number {
    this.#latest = Math.max(this.#latest, this.#unskipped() + this.#skipped);
    return this.#latest;
  }

  skip(milliseconds: number): void {
    this.#skipped += milliseconds;
  }

  /** Goes on from a moment that an earlier run had reached. */
  continueFrom(moment: number): void {
    const behind = moment - this.now();
    if (behind > 0) this.skip(behind);
  }

  #unskipped(): number {
    if (this.mode === "manual") return manualStart;
    const passed = this.#wall() - this.#origin;
    return this.#origin + (this.mode === "fast" ? passed * fastFactor : passed);
  }
}
