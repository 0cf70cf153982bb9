import type { CodeLens, InlayHint, Range as EditorRange } from "vscode-languageserver";
import { bitsOf, broadcastOf, formatAddress, networkOf, parseAddress } from "../../model/plan/addresses.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import { placed, type Resource } from "../../model/plan/plan-resource.ts";
import { textOf } from "../../model/plan/view.ts";
import type { PlanNode } from "../../model/plan/syntax/tree.ts";
import type { Feature } from "../feature.ts";
import { offsetAt, rangeAt } from "../plan-store.ts";

export const lenses: Feature = {
  capabilities: { codeLensProvider: {}, inlayHintProvider: true },
  register: (connection, plans, live) => {
    connection.onCodeLens(async ({ textDocument }) => {
      await live.settled(textDocument.uri);
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? [] : lensesOf(plan);
    });
    connection.languages.inlayHint.on(({ textDocument, range }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? [] : hintsIn(plan, range);
    });
  },
};

/** Above what carries or gathers others: how many of the plan's resources do so; above all that is there already, its live state. */
export function lensesOf(plan: PlanDocument): CodeLens[] {
  const counts = attachmentCounts(plan);
  return plan.index.resources.flatMap((resource) => {
    const live = plan.index.live?.stateOf(textOf(resource.view, "id") ?? "");
    const own = carriers.includes(resource.section) ? [titleFor(plan, resource, counts.get(resource) ?? new Map<string, number>())] : [];
    const parts = [...own, ...(live === undefined ? [] : [live])];
    return parts.length === 0 ? [] : [{ range: rangeAt(plan, placed(resource, resource.key.range)), command: { title: parts.join(" · "), command: "" } }];
  });
}

const carriers: readonly string[] = ["connections", "lags", "directConnectGateways"];
const counted: readonly (readonly [section: string, one: string, many: string])[] = [
  ["connections", "member", "members"],
  ["virtualInterfaces", "virtual interface", "virtual interfaces"],
  ["hostedConnections", "hosted connection", "hosted connections"],
  ["associations", "association", "associations"],
];

/** A member of a LAG carries nothing by itself. */
function titleFor({ index }: PlanDocument, { section, view }: Resource, counts: ReadonlyMap<string, number>): string {
  const lag = section === "connections" ? textOf(view, "lag") : undefined;
  if (lag !== undefined && counts.size === 0) return `member of LAG ${index.resolve(["lags"], lag)?.view.name ?? lag}`;
  const shown = counted.filter(([of]) => counts.has(of) || (of === "virtualInterfaces" && section !== "lags"));
  const parts = (shown.length === 0 ? counted.slice(1, 2) : shown).map(([of, one, many]) => `${counts.get(of) ?? 0} ${counts.get(of) === 1 ? one : many}`);
  return parts.join(" · ");
}

/** Who names each resource as what it hangs on, in one pass. */
function attachmentCounts({ index }: PlanDocument): ReadonlyMap<Resource, Map<string, number>> {
  const counts = new Map<Resource, Map<string, number>>();
  for (const { section, references } of index.resources) {
    if (!counted.some(([of]) => of === section)) continue;
    for (const { type, node } of references) {
      const target = index.resolve(type.to, node.source);
      if (target === undefined) continue;
      const bySection = counts.get(target) ?? new Map<string, number>();
      counts.set(target, bySection.set(section, (bySection.get(section) ?? 0) + 1));
    }
  }
  return counts;
}

/** Behind the address of a session: those that its subnet has for the two ends. */
export function hintsIn(plan: PlanDocument, range: EditorRange): InlayHint[] {
  const [start, end] = [offsetAt(plan, range.start), offsetAt(plan, range.end)];
  return plan.index.of("virtualInterfaces").flatMap(({ view, place }) => {
    return sessionsOf(view).flatMap((fields) => {
      const value = fields.get("amazonAddress") ?? fields.get("customerAddress");
      const behind = (value?.range.end ?? 0) + place.start;
      const label = value === undefined || behind < start || behind > end ? undefined : endsOf(value);
      return label === undefined ? [] : [{ position: plan.lines.positionOf(behind), label, paddingLeft: true, tooltip: "Addresses for the two ends of the session" }];
    });
  });
}

/** The values of a virtual interface, and of each of its further peers. */
function sessionsOf({ fields }: Resource["view"]): readonly ReadonlyMap<string, PlanNode>[] {
  const peers = fields.get("bgpPeers")?.value;
  const entries = peers?.kind === "map" && peers.origin === undefined ? peers.entries : [];
  const maps = [[...fields.values()], ...entries.map(({ value }) => (value.kind === "map" ? value.entries : []))];
  return maps.map((map) => new Map(map.filter(({ merged }) => !merged).map(({ key, value }) => [key.source, value])));
}

function endsOf(node: PlanNode): string | undefined {
  const address = node.kind === "scalar" && node.origin === undefined ? parseAddress(node.source) : undefined;
  const most = address === undefined ? 0 : bitsOf(address) - 1;
  const length = address?.length ?? 0;
  if (address === undefined || length < most - 7 || length > most) return undefined;
  const [first, last] = [BigInt(networkOf(address)), BigInt(broadcastOf(address))];
  const edge = length === most ? 0n : 1n;
  const written = (value: bigint): string => formatAddress(address.family === "ipv4" ? Number(value) : value);
  return `${written(first + edge)} to ${written(last - edge)}`;
}
