import type { Asker } from "../protocol/channel.ts";
import type { GraphViewRequests } from "../protocol/graph-view.ts";

type Wishes = Pick<GraphViewRequests, "select" | "showDetails" | "revealInTree">;

/** Tells the host what the user wants of it; what goes wrong is read out. */
export class Host {
  readonly #asker: Asker<GraphViewRequests>;
  readonly #announce: (text: string) => void;

  constructor(asker: Asker<GraphViewRequests>, announce: (text: string) => void) {
    this.#asker = asker;
    this.#announce = announce;
  }

  wish<N extends keyof Wishes>(name: N, params: Wishes[N]["params"]): void {
    this.#asker.ask(name, params).catch((error: unknown) => this.fail(error));
  }

  fail(error: unknown): void {
    this.#announce(error instanceof Error ? error.message : String(error));
  }
}
