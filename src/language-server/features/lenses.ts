import type { CodeLens, InlayHint, Range as EditorRange } from "vscode-languageserver";
import { broadcastOf, formatAddress, networkOf, parseAddress } from "../../model/plan/addresses.ts";
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

/** Above what carries or gathers others: how many of the plan's resources do so. */
export function lensesOf(plan: PlanDocument): CodeLens[] {
  const counts = attachmentCounts(plan);
  return plan.index.resources.flatMap((resource) => {
    if (!carriers.includes(resource.section)) return [];
    const live = plan.index.live?.stateOf(textOf(resource.view, "id") ?? "");
    const title = [titleFor(resource, counts.get(resource) ?? new Map<string, number>()), ...(live === undefined ? [] : [live])].join(" · ");
    return [{ range: rangeAt(plan, placed(resource, resource.key.range)), command: { title, command: "" } }];
  });
}

const carriers: readonly string[] = ["connections", "lags", "directConnectGateways"];
const counted: readonly (readonly [section: string, one: string, many: string])[] = [
  ["connections", "member", "members"],
  ["virtualInterfaces", "virtual interface", "virtual interfaces"],
  ["hostedConnections", "hosted connection", "hosted connections"],
  ["associations", "association", "associations"],
];

function titleFor({ section }: Resource, counts: ReadonlyMap<string, number>): string {
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
  return plan.index.resources.flatMap((resource) => {
    const entry = resource.view.fields.get("amazonAddress") ?? resource.view.fields.get("customerAddress");
    const behind = (entry?.value.range.end ?? 0) + resource.place.start;
    const label = entry === undefined || behind < start || behind > end ? undefined : endsOf(entry.value);
    return label === undefined ? [] : [{ position: plan.lines.positionOf(behind), label, paddingLeft: true, tooltip: "Addresses for the two ends of the session" }];
  });
}

function endsOf(node: PlanNode): string | undefined {
  const address = node.kind === "scalar" && node.origin === undefined ? parseAddress(node.source) : undefined;
  const length = address?.length ?? 0;
  if (address?.family !== "ipv4" || length < 24 || length > 31) return undefined;
  const edge = length === 31 ? 0 : 1;
  return `${formatAddress(networkOf(address) + edge)} to ${formatAddress(broadcastOf(address) - edge)}`;
}
