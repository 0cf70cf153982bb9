import type { ViewState } from "./view-state.ts";

/** What a reload brings back while one Region after the other is read again: each thing as soon as it is there to be shown. */
export class Restoration {
  #saved: ViewState | undefined;
  #awaited: readonly string[] = [];

  /** Undefined when all that is still there is back. */
  get saved(): ViewState | undefined {
    return this.#saved;
  }

  /** What was selected and is not there again yet. */
  get awaited(): readonly string[] {
    return this.#awaited;
  }

  /** Another selection, made since, stands above the saved one. */
  begin(saved: ViewState | undefined, { isSelected }: { readonly isSelected: boolean }): void {
    this.#saved = saved;
    this.#awaited = isSelected ? [] : (saved?.selection ?? []);
  }

  await(ids: readonly string[]): void {
    this.#awaited = ids;
  }

  end(): void {
    this.#saved = undefined;
  }
}
