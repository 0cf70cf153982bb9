const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const hexDigits = "0123456789abcdef";
const keyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** Ids and keys that look like AWS's and are the same in every run: the n-th is made from n. */
export class IdSource {
  #made: number;

  constructor(made: number) {
    this.#made = made;
  }

  /** How many have been made so far. */
  get made(): number {
    return this.#made;
  }

  /** `dxcon-fh6d3v2k` and its like: a prefix and eight letters or digits. */
  resource(prefix: "dxcon" | "dxlag" | "dxvif" | "dxpeer"): string {
    return `${prefix}-${this.#draw(letters, 8)}`;
  }

  /** A resiliency group's: `dxrg-` and seventeen letters or digits. */
  resiliencyGroup(): string {
    return `dxrg-${this.#draw(letters, 17)}`;
  }

  /** The form of gateway, association, proposal and test ids. */
  uuid(): string {
    const digits = this.#draw(hexDigits, 32);
    const parts = [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `a${digits.slice(17, 20)}`,
      digits.slice(20),
    ];
    return parts.join("-");
  }

  /** A BGP key as AWS makes it when none is given. */
  authKey(): string {
    return `0x${this.#draw(keyCharacters, 22)}`;
  }

  /** A number below the limit, for what needs no id: the next free address block, a device's suffix. */
  number(limit: number): number {
    this.#made += 1;
    return randomBits(this.#made)() % limit;
  }

  #draw(alphabet: string, length: number): string {
    this.#made += 1;
    const next = randomBits(this.#made);
    return Array.from({ length }, () => alphabet.charAt(next() % alphabet.length)).join("");
  }
}

/** Mulberry32: a small generator whose sequence follows from its seed. */
function randomBits(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
