import { pathToFileURL } from "node:url";
import { type CancellationToken, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import { placed } from "../../model/plan/plan-resource.ts";
import { textOf } from "../../model/plan/view.ts";
import type { Feature } from "../feature.ts";
import { foldersOf, planFiles, readPlan, stampOf } from "../plan-files.ts";
import { type PlanStore, rangeAt } from "../plan-store.ts";
import { symbolKindOf } from "./symbols.ts";

export const workspaceSymbols: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register: (connection, plans) => {
    const closed = new ClosedPlans(plans);
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found = plans.uris.flatMap((uri) => {
        const plan = plans.get(uri);
        return plan === undefined ? [] : namedIn(plan, uri);
      });
      return resourcesLike([...found, ...(await closed.namedIn(await foldersOf(connection), token))], query);
    });
  },
};

/** More than anybody looks through. */
const most = 200;

/** A resource of some plan, with all that it is called. */
export interface Named {
  readonly words: string;
  readonly symbol: SymbolInformation;
}

/** Resources whose logical name, name or section holds the letters of the query in their order. */
export function resourcesLike(all: readonly Named[], query: string): SymbolInformation[] {
  const letters = query.toLowerCase();
  const found: SymbolInformation[] = [];
  for (const { words, symbol } of all) {
    if (found.length >= most) break;
    if (holdsInOrder(words, letters)) found.push(symbol);
  }
  return found;
}

export function namedIn(plan: PlanDocument, uri: string): readonly Named[] {
  return plan.index.resources.map((resource) => {
    const { view, section, key } = resource;
    return {
      words: `${view.name} ${textOf(view, "name") ?? ""} ${section}`.toLowerCase(),
      symbol: { name: view.name, kind: symbolKindOf(section) ?? SymbolKind.Object, containerName: section, location: { uri, range: rangeAt(plan, placed(resource, key.range)) } },
    };
  });
}

/** The resources of plans that are not open. Each file is read once, and again when it has changed; its text is not kept. */
export class ClosedPlans {
  private readonly plans: Pick<PlanStore, "get" | "read">;
  private known = new Map<string, { readonly stamp: string; readonly named: readonly Named[] }>();

  constructor(plans: Pick<PlanStore, "get" | "read">) {
    this.plans = plans;
  }

  /** Ends early, with what it has, when it is cancelled. */
  async namedIn(folders: readonly string[], token: Pick<CancellationToken, "isCancellationRequested">): Promise<readonly Named[]> {
    const before = this.known;
    const now: typeof before = new Map();
    for (const file of await planFiles(folders)) {
      if (token.isCancellationRequested) return [...now.values()].flatMap(({ named }) => named);
      const uri = pathToFileURL(file).href;
      const stamp = this.plans.get(uri) === undefined ? await stampOf(file) : undefined;
      if (stamp === undefined) continue;
      const same = before.get(file);
      now.set(file, same?.stamp === stamp ? same : { stamp, named: await this.read(file, uri) });
    }
    this.known = now;
    return [...now.values()].flatMap(({ named }) => named);
  }

  private async read(file: string, uri: string): Promise<readonly Named[]> {
    const plan = await readPlan(file, this.plans);
    return plan === undefined ? [] : namedIn(plan, uri);
  }
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
