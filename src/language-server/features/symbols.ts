import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { PlacedPiece } from "../../model/plan/placed-piece.ts";
import { shift } from "../../model/plan/problem.ts";
import { fieldOf, isSectionName } from "../../model/plan/schema.ts";
import type { Entry, Range } from "../../model/plan/syntax/tree.ts";
import type { Feature } from "../feature.ts";
import { rangeAt } from "../plan-store.ts";

export const symbols: Feature = {
  capabilities: { documentSymbolProvider: { label: "Direct Connect" } },
  register: (connection, plans) => {
    connection.onDocumentSymbol(({ textDocument }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? [] : symbolsOf(plan);
    });
  },
};

const kinds: Readonly<Record<string, SymbolKind>> = {
  connections: SymbolKind.Interface,
  lags: SymbolKind.Array,
  interconnects: SymbolKind.Interface,
  hostedConnections: SymbolKind.Interface,
  directConnectGateways: SymbolKind.Module,
  virtualInterfaces: SymbolKind.Class,
  associations: SymbolKind.Event,
  resiliencyGroups: SymbolKind.Package,
};

export function symbolKindOf(section: string): SymbolKind | undefined {
  return kinds[section];
}

/** Sections with their resources, and the peers of virtual interfaces. */
export function symbolsOf(plan: PlanDocument): DocumentSymbol[] {
  const found: DocumentSymbol[] = [];
  for (const piece of plan.pieces) {
    const section = piece.kind === "resource" ? found.at(-1) : undefined;
    for (const entry of piece.content.entries) {
      if (section === undefined) found.push(topSymbol(plan, piece, entry));
      else {
        const child = resourceSymbol(plan, { piece, section: piece.section }, entry);
        section.children = [...(section.children ?? []), child];
        section.range = { start: section.range.start, end: child.range.end };
      }
    }
  }
  return found;
}

function topSymbol(plan: PlanDocument, piece: PlacedPiece, entry: Entry): DocumentSymbol {
  const name = entry.key.source;
  const isSection = isSectionName(name);
  const inner = isSection && entry.value.kind === "map" ? entry.value.entries : [];
  return {
    ...symbol(plan, piece, entry),
    kind: isSection ? SymbolKind.Namespace : SymbolKind.Property,
    children: inner.filter(({ merged }) => !merged).map((one) => resourceSymbol(plan, { piece, section: name }, one)),
  };
}

function resourceSymbol(plan: PlanDocument, { piece, section }: { piece: PlacedPiece; section: string }, entry: Entry): DocumentSymbol {
  const fields = entry.value.kind === "map" ? entry.value.entries : [];
  const peers = fields.find(({ key }) => key.source === "bgpPeers")?.value;
  const children = peers?.kind === "map" && peers.origin === undefined ? peers.entries.filter(({ merged }) => !merged) : [];
  return {
    ...symbol(plan, piece, entry),
    kind: kinds[section] ?? SymbolKind.Object,
    detail: detailOf(section, fields),
    children: children.map((peer) => ({ ...symbol(plan, piece, peer), kind: SymbolKind.Field, detail: "BGP peer" })),
  };
}

/** The facts by which an engineer knows a resource again. */
function detailOf(section: string, fields: readonly Entry[]): string {
  return ["type", "location", "bandwidth", "connectionsBandwidth", "vlan", "amazonSideAsn", "gateway"]
    .filter((name) => isSectionName(section) && fieldOf(section, name) !== undefined)
    .flatMap((name) => {
      const value = fields.find(({ key }) => key.source === name)?.value;
      return value?.kind === "scalar" && value.value !== null ? [name === "vlan" ? `VLAN ${value.source}` : value.source] : [];
    })
    .join(" · ")
    .slice(0, 100);
}

function symbol(plan: PlanDocument, piece: PlacedPiece, { key, value }: Entry): Pick<DocumentSymbol, "name" | "range" | "selectionRange"> {
  const whole: Range = { start: key.range.start, end: Math.max(key.range.end, value.range.end) };
  return {
    name: key.source.slice(0, 200) || "(empty)",
    range: rangeAt(plan, shift(whole, piece.start)),
    selectionRange: rangeAt(plan, shift(key.range, piece.start)),
  };
}
