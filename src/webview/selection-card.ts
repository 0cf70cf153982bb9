import { failureOf } from "../model/graph-failure.ts";
import type { Asker } from "../protocol/channel.ts";
import type { GraphViewRequests, GraphViewTexts, ShownFact } from "../protocol/graph-view.ts";
import type { GraphStructure } from "./graph-structure.ts";
import { inspectedOf, type Inspected } from "./inspector.ts";
import { failureText } from "./lens.ts";
import type { Page } from "./page.ts";

interface Needs {
  readonly page: Page;
  readonly texts: GraphViewTexts;
  readonly asker: Asker<GraphViewRequests>;
}

/**
 * Keeps the card beside the drawing to what is selected: the graph's own facts, and the host's for a resource. A
 * selection in the drawing opens it unless it is not wanted; one that is made elsewhere only changes an open one.
 */
export class SelectionCard {
  readonly #needs: Needs;
  readonly #failed: (error: unknown) => void;
  #selection: ReadonlySet<string> = new Set();
  #isWanted: boolean;

  constructor(needs: Needs, { isWanted, failed }: { readonly isWanted: boolean; readonly failed: (error: unknown) => void }) {
    this.#needs = needs;
    this.#failed = failed;
    this.#isWanted = isWanted;
  }

  get isWanted(): boolean {
    return this.#isWanted;
  }

  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
  }

  show(selection: ReadonlySet<string>, structure: GraphStructure, mayOpen: boolean): void {
    const { inspector } = this.#needs.page;
    this.#selection = selection;
    const [id] = selection;
    const isShown = this.#isWanted && (mayOpen || inspector.isOpen);
    if (id === undefined || !isShown) inspector.hide();
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
      // Something else may have been selected, or the card closed, while the host looked.
      if (page.inspector.isOpen && this.#selection.size === 1 && this.#selection.has(id)) {
        page.inspector.show({ ...plain, facts: [...this.#failureFacts(plain, structure), ...facts] });
      }
    } catch (error) {
      page.inspector.expect(false);
      this.#failed(error);
    }
  }

  #failureFacts({ id }: Pick<Inspected, "id">, structure: GraphStructure): readonly ShownFact[] {
    const { texts } = this.#needs;
    const value = failureText(failureOf(structure.graph, id), structure, texts);
    return value === "" ? [] : [{ label: texts.ifItFails, value, isProse: true }];
  }
}
