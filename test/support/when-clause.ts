/** The values that a `when` clause looks at. */
export type Context = Readonly<Record<string, string | boolean>>;

/** Evaluates a `when` clause of the kinds that this project uses: `||`, `&&`, `!`, parentheses, `==`, `!=`, `=~`. */
export function isTrue(clause: string, context: Context): boolean {
  return conditionOf(clause)(context);
}

/** The same for a clause that is evaluated often. */
export function conditionOf(clause: string): (context: Context) => boolean {
  const tokens = tokensOf(clause);
  return (context) => {
    const reader = new Reader(tokens, context);
    const result = reader.alternatives();
    if (!reader.isAtEnd) throw new Error(`Cannot read the when clause: ${clause}`);
    return result;
  };
}

const token = /\s*(\|\||&&|==|!=|=~|!|\(|\)|\/(?:\\.|[^/\\])+\/|'[^']*'|[^\s()!=&|]+)/y;

function tokensOf(clause: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(clause); match !== null; match = token.exec(clause)) {
    tokens.push(match[1] ?? "");
    if (token.lastIndex === clause.length) return tokens;
  }
  throw new Error(`Cannot read the when clause: ${clause}`);
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #context: Context;
  #at = 0;

  constructor(tokens: readonly string[], context: Context) {
    this.#tokens = tokens;
    this.#context = context;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  alternatives(): boolean {
    let result = this.#conjunction();
    while (this.#take("||")) result = this.#conjunction() || result;
    return result;
  }

  #conjunction(): boolean {
    let result = this.#term();
    while (this.#take("&&")) result = this.#term() && result;
    return result;
  }

  #term(): boolean {
    if (this.#take("!")) return !this.#term();
    if (this.#take("(")) {
      const result = this.alternatives();
      if (!this.#take(")")) throw new Error("A parenthesis is not closed.");
      return result;
    }
    const value = this.#context[this.#next()] ?? "";
    if (this.#take("==")) return String(value) === unquoted(this.#next());
    if (this.#take("!=")) return String(value) !== unquoted(this.#next());
    if (this.#take("=~")) return new RegExp(this.#next().slice(1, -1)).test(String(value));
    return value !== "" && value !== false;
  }

  #take(expected: string): boolean {
    if (this.#tokens[this.#at] !== expected) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    this.#at += 1;
    return this.#tokens[this.#at - 1] ?? "";
  }
}

function unquoted(text: string): string {
  return text.replace(/^'(.*)'$/, "$1");
}
