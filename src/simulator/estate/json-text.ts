/** A place in JSON text: member names and list positions from the top. */
export type JsonPath = readonly (string | number)[];

export interface JsonText {
  /** Undefined when the text is not JSON. */
  readonly value: unknown;
  readonly problem: { readonly line: number; readonly message: string } | undefined;
  /** The line, from 1, where the value at the path begins; the nearest one above it that exists. */
  lineOf(path: JsonPath): number;
}

/** Reads JSON and remembers where everything stood: Node 20's own parser tells neither. */
export function readJsonText(text: string): JsonText {
  try {
    return { value: JSON.parse(text), problem: undefined, lineOf: (path) => new Scanner(text).lineOf(path) };
  } catch {
    const problem = new Scanner(text).findProblem();
    return { value: undefined, problem, lineOf: () => problem.line };
  }
}

class Unreadable extends Error {}

/** Walks the text once, noting lines. Used only when there is something to complain about. */
class Scanner {
  readonly #text: string;
  readonly #lines = new Map<string, number>();
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  lineOf(path: JsonPath): number {
    this.#note();
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  }

  /** As far as it can be followed: text that is nested without end is left where it gets too deep. */
  #note(): void {
    try {
      this.#skipBlanks();
      this.#value([]);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }

  findProblem(): { line: number; message: string } {
    try {
      this.#skipBlanks();
      this.#value([]);
      if (this.#at < this.#text.length) this.#fail("the end");
    } catch (error) {
      if (error instanceof Unreadable) return { line: this.#line, message: error.message };
      if (error instanceof RangeError) return { line: this.#line, message: "it is nested too deeply" };
      throw error;
    }
    return { line: this.#line, message: "it is not JSON" };
  }

  #value(path: JsonPath): void {
    this.#lines.set(keyOf(path), this.#line);
    const first = this.#text[this.#at];
    if (first === "{") this.#object(path);
    else if (first === "[") this.#list(path);
    else if (first === '"') this.#string();
    else this.#word();
    this.#skipBlanks();
  }

  #object(path: JsonPath): void {
    this.#items("}", () => {
      if (this.#text[this.#at] !== '"') this.#fail("a member name in double quotes");
      const line = this.#line;
      const name = this.#string();
      this.#skipBlanks();
      this.#take(":");
      const memberPath = [...path, name];
      this.#value(memberPath);
      this.#lines.set(keyOf(memberPath), line);
    });
  }

  #list(path: JsonPath): void {
    let index = 0;
    this.#items("]", () => {
      this.#value([...path, index]);
      index += 1;
    });
  }

  #items(close: string, readItem: () => void): void {
    this.#at += 1;
    this.#skipBlanks();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      readItem();
      if (this.#text[this.#at] === close) break;
      this.#take(",", `"," or "${close}"`);
    }
    this.#at += 1;
  }

  #string(): string {
    const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    const found = this.#match(pattern);
    if (found === undefined) this.#fail("a text that ends in double quotes on its line");
    return JSON.parse(found) as string;
  }

  #word(): void {
    const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    if (this.#match(pattern) === undefined) this.#fail("a value");
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #take(character: string, wanted = `"${character}"`): void {
    if (this.#text[this.#at] !== character) this.#fail(wanted);
    this.#at += 1;
    this.#skipBlanks();
  }

  #skipBlanks(): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === "\n") this.#line += 1;
      else if (character !== " " && character !== "\t" && character !== "\r") return;
    }
  }

  #fail(wanted: string): never {
    const rest = this.#text.slice(this.#at, this.#at + 20).split("\n")[0] ?? "";
    const found = this.#at >= this.#text.length ? "the file ends" : `there is ${JSON.stringify(rest)}`;
    throw new Unreadable(`${wanted} is expected here, but ${found}`);
  }
}

function keyOf(path: JsonPath): string {
  return path.map(String).join("\u0000");
}
