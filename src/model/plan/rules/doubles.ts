import { networkOf, parseAddress } from "../addresses.ts";
import { placed, type PlanIndex, relatedTo, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import type { PlanNode, Range } from "../syntax/tree.ts";
import { called, nodeOf, placeOf, textOf, type View } from "../view.ts";
import { idKindOf } from "./ids.ts";
import { gatewayKeyOf } from "./relations.ts";
import { type Removed, removedOf } from "./removed.ts";
import type { Rule } from "./rule.ts";

/** What stands twice in a plan although it is once in AWS. */
export const doubleRules: readonly Rule[] = [
  {
    code: "DX812",
    severity: "error",
    title: "What is one thing in AWS stands once in a plan: an AWS id, a proposal, a gateway's association with another.",
    aws: "ours",
    why: "Two entries for one thing contradict each other sooner or later, and AWS refuses an association that there is already. What is to be removed cannot be kept too.",
    source: "plan format",
    group: { key: identitiesOf, check: reportSecond },
    plan: reportRemovedTwice,
  },
  {
    code: "DX813",
    severity: "warning",
    title: "A list names each prefix, connection and key once.",
    aws: "ours",
    why: "The second one adds nothing, and often another was meant.",
    source: "plan format",
    sections: ["associations", "virtualInterfaces", "resiliencyGroups", "connections", "lags"],
    resource: reportTwiceInList,
  },
];

/** The fields by which two resources are one thing, that which says it most surely first. */
const telling = ["id", "proposal", "gateway"] as const;
type Telling = (typeof telling)[number];

/** What tells one thing in AWS from all others, as far as a resource of the plan names it. */
function identitiesOf(resource: Resource, index: PlanIndex): readonly string[] {
  return telling.flatMap((field) => identityBy(field, resource, index) ?? []);
}

function identityBy(field: Telling, resource: Resource, index: PlanIndex): string | undefined {
  const text = textOf(resource.view, field);
  if (text === undefined || (field !== "id" && resource.section !== "associations")) return undefined;
  if (field === "id") return idKindOf(text) === undefined ? undefined : text;
  const owner = field === "proposal" ? "proposal" : gatewayKeyOf(resource, index);
  return owner === undefined ? undefined : `${owner} ${text}`;
}

function reportSecond([first, ...others]: readonly Resource[], index: PlanIndex, report: PlacedReport, key: string): void {
  for (const other of others) {
    if (first === undefined) return;
    const field = sharedField(first, other, index);
    // Two that share several are together in as many groups.
    if (field === undefined || identityBy(field, other, index) !== key) continue;
    report({
      range: placed(other, placeOf(other.view, field)),
      message: doubled(first, other, field),
      related: [relatedTo(first, placeOf(first.view, field), called(first.view))],
    });
  }
}

function sharedField(first: Resource, other: Resource, index: PlanIndex): Telling | undefined {
  if (isToldElsewhere(first, other, index)) return undefined;
  return telling.find((field) => {
    const identity = identityBy(field, first, index);
    return identity !== undefined && identity === identityBy(field, other, index);
  });
}

/** One name for both is DX802, a virtual interface on two gateways DX328. */
function isToldElsewhere(first: Resource, other: Resource, index: PlanIndex): boolean {
  if (first.section !== other.section) return false;
  const [one, two] = [first, other].map((resource) => gatewayKeyOf(resource, index));
  return first.view.name === other.view.name || (first.section === "virtualInterfaces" && one !== undefined && two !== undefined && one !== two);
}

function doubled(first: Resource, other: Resource, field: Telling): string {
  const text = textOf(other.view, field) ?? "";
  switch (field) {
    case "id":
      return `\`${text}\` is the ${called(first.view)} already. Keep one of the two entries, with the fields of both, or give \`${other.view.name}\` its own id.`;
    case "proposal":
      return `Proposal \`${text}\` is accepted by the ${called(first.view)} already. Keep one of the two.`;
    case "gateway":
      return `The ${called(first.view)} joins \`${text}\` and gateway \`${textOf(other.view, "directConnectGateway") ?? ""}\` already: AWS refuses a second one. Keep one, with the prefixes of both.`;
  }
}

function reportRemovedTwice(index: PlanIndex, report: PlacedReport): void {
  const firsts = new Map<string, Removed>();
  for (const removed of removedOf(index)) {
    const { id, range } = removed;
    const first = firsts.get(id);
    const keeper = index.adopted(id);
    if (first !== undefined) report({ range, message: `\`${id}\` is to be removed already. Keep one of the two entries.`, related: [{ range: first.range, message: "The first one" }] });
    else if (keeper !== undefined) {
      report({
        range,
        message: `\`${id}\` is to be removed, but the ${called(keeper.view)} keeps it. Take it out of \`removed\`, or remove that entry.`,
        related: [relatedTo(keeper, placeOf(keeper.view, "id"), called(keeper.view))],
      });
    }
    firsts.set(id, first ?? removed);
  }
}

function reportTwiceInList(resource: Resource, index: PlanIndex, report: PlacedReport): void {
  for (const { field, items } of listsOf(resource.view, index)) {
    const firsts = new Map<string, Range>();
    for (const { key, range, text } of items) {
      const first = firsts.get(key);
      if (first !== undefined) {
        report({
          range: placed(resource, range),
          message: `${text === undefined ? "The same key" : `\`${text}\``} stands in \`${field}\` already. Remove it here, or write what was meant.`,
          related: [relatedTo(resource, first, "The first one")],
        });
      }
      firsts.set(key, first ?? range);
    }
  }
}

interface Listed {
  readonly field: string;
  readonly items: readonly Item[];
}

interface Item {
  readonly key: string;
  readonly range: Range;
  /** Undefined for what is not shown. */
  readonly text: string | undefined;
}

function listsOf(view: View, index: PlanIndex): readonly Listed[] {
  const keyOfMember = (text: string): string => {
    const target = index.resolve(["connections"], text);
    return target === undefined ? text : `plan/${target.view.name}`;
  };
  const texts = (["allowedPrefixes", "routeFilterPrefixes"] as const).map((field) => ({ field, items: textItems(view, field, blockOf) }));
  return [...texts, { field: "connections", items: textItems(view, "connections", keyOfMember) }, { field: "macSecKeys", items: keyItems(view) }];
}

function textItems(view: View, field: string, keyOf: (text: string) => string): readonly Item[] {
  return itemsOf(view, field).flatMap((node) => (node.kind === "scalar" && typeof node.value === "string" ? [{ key: keyOf(node.value), range: node.range, text: node.value }] : []));
}

function keyItems(view: View): readonly Item[] {
  return itemsOf(view, "macSecKeys").flatMap((node) => {
    const entry = node.kind === "map" ? node.entries.find(({ key }) => key.source === "secretARN" || key.source === "ckn") : undefined;
    const text = entry?.value.kind === "scalar" && typeof entry.value.value === "string" ? entry.value.value : undefined;
    return entry === undefined || text === undefined ? [] : [{ key: entry.key.source === "ckn" ? text.toLowerCase() : text, range: entry.value.range, text: undefined }];
  });
}

function itemsOf(view: View, field: string): readonly PlanNode[] {
  const node = nodeOf(view, field);
  return node?.kind === "list" ? node.items : [];
}

/** The same for two ways to write one prefix. */
function blockOf(text: string): string {
  const address = parseAddress(text);
  return address?.length === undefined ? text : `${address.family} ${networkOf(address)}/${address.length}`;
}
