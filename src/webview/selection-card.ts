import type { Asker } from "../protocol/channel.ts";
import type { GraphViewRequests, GraphViewTexts } from "../protocol/graph-view.ts";
import type { GraphStructure } from "./graph-structure.ts";
import { inspectedOf } from "./inspector.ts";
import type { Page } from "./page.ts";

interface Needs {
  readonly page: Page;
  readonly texts: GraphViewTexts;
  readonly asker: Asker<GraphViewRequests>;
}

/** Keeps the card beside the drawing to what is selected: the graph's own facts, and the host's for a resource. */
export class SelectionCard {
  readonly #needs: Needs;
  readonly #failed: (error: unknown) => void;
  #selection: ReadonlySet<string> = new Set();

  constructor(needs: Needs, failed: (error: unknown) => void) {
    this.#needs = needs;
    this.#failed = failed;
  }

  show(selection: ReadonlySet<string>, structure: GraphStructure): void {
    const { inspector } = this.#needs.page;
    this.#selection = selection;
    const [id] = selection;
    if (id === undefined) inspector.hide();
    else if (selection.size > 1) inspector.showMany(selection.size);
    else void this.#inspect(id, structure);
  }

  async #inspect(id: string, structure: GraphStructure): Promise<void> {
    const { page, texts, asker } = this.#needs;
    const plain = inspectedOf(structure, id, texts);
    if (plain === undefined) return;
    page.inspector.expect(true);
    try {
      const facts = plain.isResource ? await asker.ask("loadFacts", { id }) : [];
      // Something else may have been selected while the host looked.
      if (this.#selection.size === 1 && this.#selection.has(id)) page.inspector.show({ ...plain, facts });
    } catch (error) {
      page.inspector.expect(false);
      this.#failed(error);
    }
  }
}
