import { waitingAmong, waitingOnText, waitingText } from "./attention.ts";
import { titleOf } from "./describe.ts";
import { countSessions, sessionsHealth, sessionsInShort } from "./graph-summary.ts";
import { healthOf, worstHealth, type Attention, type Health } from "./health.ts";
import type { Account, FailureReason, Inventory, ReadFailure } from "./inventory.ts";
import { indexResources } from "./inventory.ts";
import { placementContext, placements, regionHeading, type Heading } from "./outline-placement.ts";
import { placeOf, type Place, type PlaceParts } from "./place.ts";
import type { Resource, ResourceKind } from "./resource.ts";
import { english, noText, phrase, verbatim, type Text } from "./text.ts";

/** The ways to arrange the same resources. */
export const groupings = ["location", "gateway", "type"] as const;
export type Grouping = (typeof groupings)[number];

interface OutlineNodeBase {
  /** Unique in an outline; made of what does not change while the thing exists. */
  readonly id: string;
  readonly label: Text;
  /** What has to be seen also while the node is closed: `1 down · 1 to accept`; no text when there is nothing. */
  readonly notice: Text;
  readonly children: readonly OutlineNode[];
}

/** What resources are listed under. */
export interface HeadingNode extends OutlineNodeBase {
  readonly kind: "heading";
  readonly heading: Heading["heading"] | "account";
  readonly detail: Text;
  /** Where something can be made that would be listed here. */
  readonly place: Place;
}

export interface ResourceNode extends OutlineNodeBase {
  readonly kind: "resource";
  readonly resource: Resource;
  /** The resource's own, or worse where BGP sessions listed under it are down. */
  readonly health: Health;
}

/** What could not be read for one reason, beside what could. */
export interface FailureNode extends OutlineNodeBase {
  readonly kind: "failure";
  readonly reason: FailureReason;
  readonly failures: readonly ReadFailure[];
}

export type OutlineNode = HeadingNode | ResourceNode | FailureNode;

/**
 * Every resource of the inventory once, arranged. With several profiles each has its own branch. A resource whose
 * parent is not listed under the same profile stands where the parent would.
 */
export function buildOutline(inventory: Inventory, grouping: Grouping): readonly OutlineNode[] {
  const index = indexResources(inventory);
  const branches = inventory.accounts.map((account) => {
    const resources = inventory.resources.filter(({ profile }) => profile === account.profile);
    return { account, children: buildBranch({ account, resources, index, inventory }, grouping) };
  });
  if (branches.length === 1) return branches[0]?.children ?? [];
  return branches.map(({ account, children }) => ({
    kind: "heading",
    id: `account/${account.profile}`,
    heading: "account",
    label: verbatim(account.profile),
    detail: verbatim(account.id ?? ""),
    notice: waitingText(waitingBelow(children, index)),
    place: placeOf({ state: "account", profile: account.profile }),
    children,
  }));
}

/** The node that shows a resource: its own, or that of what stands for it in this grouping. */
export function findNode(nodes: readonly OutlineNode[], key: string): OutlineNode | undefined {
  for (const node of nodes) {
    const found = node.id === key ? node : findNode(node.children, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Branch {
  readonly account: Account;
  readonly resources: readonly Resource[];
  readonly index: ByKey;
  readonly inventory: Inventory;
}

type ByKey = ReadonlyMap<string, Resource>;

/** A node while it is being filled. */
interface Draft {
  readonly order: string;
  readonly make: (children: readonly OutlineNode[]) => OutlineNode;
  readonly children: Map<string, Draft>;
}

function buildBranch(branch: Branch, grouping: Grouping): readonly OutlineNode[] {
  const roots = new Map<string, Draft>();
  const context = placementContext(branch.inventory, branch.resources);
  const place = placements[grouping];
  const drafts = new Map<string, Draft>();
  for (const resource of branch.resources) drafts.set(resource.key, draftOf(resource, branch));
  for (const resource of branch.resources) {
    const { under, headings, hidden } = place(resource, context);
    const draft = drafts.get(resource.key);
    if (draft === undefined || hidden === true) continue;
    const parent = under === undefined ? undefined : drafts.get(under);
    (parent?.children ?? headingChildren(roots, headings, branch)).set(resource.key, draft);
  }
  addFailures(roots, branch);
  return finish(roots);
}

function draftOf(resource: Resource, { index }: Branch): Draft {
  const title = titleOf(resource, index);
  const label = verbatim(title);
  return {
    order: `${orderOfKind(resource.kind)} ${title}`,
    make: (children) => ({ kind: "resource", id: resource.key, label, resource, ...seenBelow(resource, children, index), children }),
    children: new Map(),
  };
}

/** A virtual interface is `available` while one of its sessions is up: the others are told beside it. */
function seenBelow(resource: Resource, children: readonly OutlineNode[], index: ByKey): Pick<ResourceNode, "health" | "notice"> {
  const own = healthOf(resource);
  const below = children.flatMap((child) => (child.kind === "resource" && child.resource.kind === "bgpPeer" ? child.resource : []));
  const sessions = own === "good" ? countSessions(below, () => resource.key).get(resource.key) : undefined;
  if (sessions === undefined || sessions.down === 0) return { health: own, notice: waitingOnText(waitingBelow(children, index, resource)) };
  return { health: worstHealth(own, sessionsHealth(sessions)), notice: sessionsInShort(sessions) };
}

/** What waits below a heading or a resource. What is down because the resource itself is, or something below, is not counted again. */
function waitingBelow(nodes: readonly OutlineNode[], index: ByKey, itself?: Resource): readonly Attention[] {
  const below = resourcesIn(nodes);
  const waiting = waitingAmong(itself === undefined ? below : [itself, ...below], index);
  return waiting.flatMap(({ attention, resource }) => (resource === itself ? [] : [attention]));
}

function resourcesIn(nodes: readonly OutlineNode[]): readonly Resource[] {
  return nodes.flatMap((node) => [...(node.kind === "resource" ? [node.resource] : []), ...resourcesIn(node.children)]);
}

const kindOrder: readonly ResourceKind[] = [
  "lag",
  "interconnect",
  "connection",
  "virtualInterface",
  "bgpPeer",
  "directConnectGateway",
  "proposal",
  "attachment",
  "association",
  "virtualPrivateGateway",
  "transitGateway",
  "coreNetwork",
  "resiliencyGroup",
];

function orderOfKind(kind: ResourceKind): string {
  return `m${String(kindOrder.indexOf(kind)).padStart(2, "0")}`;
}

function headingChildren(roots: Map<string, Draft>, headings: readonly Heading[], { account, index }: Branch): Map<string, Draft> {
  const { profile } = account;
  let children = roots;
  let id = `${profile}/`;
  let place: PlaceParts = { state: "account", profile };
  for (const heading of headings) {
    id += `${heading.heading}/${heading.key}/`;
    place = placeIn(place, heading);
    const known = children.get(id) ?? headingDraft(id.slice(0, -1), heading, placeOf(place), index);
    children.set(id, known);
    children = known.children;
  }
  return children;
}

function placeIn(outer: PlaceParts, { heading, key }: Heading): PlaceParts {
  switch (heading) {
    case "region":
      return { ...outer, state: "region", region: key };
    case "location":
      return { ...outer, state: "location", location: key };
    case "group":
      return { ...outer, state: key };
  }
}

function headingDraft(id: string, { heading, order, label, detail }: Heading, place: Place, index: ByKey): Draft {
  return {
    order: `${order} ${english(label)}`,
    make: (children) => ({
      kind: "heading",
      id: `heading/${id}`,
      notice: waitingText(waitingBelow(children, index)),
      ...{ heading, label, detail, place, children },
    }),
    children: new Map(),
  };
}

/** Reasons that lie with the profile rather than with one Region's endpoint: one node says it all. */
const reasonsOfProfile: readonly FailureReason[] = ["credentials", "expired"];

function addFailures(roots: Map<string, Draft>, branch: Branch): void {
  const { account, inventory } = branch;
  const groups = new Map<string, ReadFailure[]>();
  const own = inventory.failures.filter(({ profile }) => profile === account.profile);
  const everywhere = reasonsEverywhere(own, account);
  for (const failure of own) {
    const region = everywhere.has(failure.reason) ? "" : (failure.region ?? "");
    const group = `${region}/${failure.reason}`;
    groups.set(group, [...(groups.get(group) ?? []), failure]);
  }
  for (const [group, failures] of groups) {
    const [first] = failures;
    if (first === undefined) continue;
    const { reason } = first;
    const region = group.slice(0, group.indexOf("/"));
    const headings = region === "" ? [] : [regionHeading(region)];
    headingChildren(roots, headings, branch).set(`failure/${group}`, {
      order: `a ${reason}`,
      make: () => ({
        kind: "failure",
        id: `failure/${account.profile}/${group}`,
        label: failureLabel(reason),
        notice: noText,
        reason,
        failures,
        children: [],
      }),
      children: new Map(),
    });
  }
}

/** The reasons for which both a global call and one in each Region have failed, and those of the profile itself. */
function reasonsEverywhere(failures: readonly ReadFailure[], account: Account): ReadonlySet<FailureReason> {
  const regions: readonly (string | undefined)[] = [undefined, ...account.regions];
  const reasons = new Set(failures.map(({ reason }) => reason));
  const common = [...reasons].filter((reason) =>
    regions.every((region) => failures.some((failure) => failure.reason === reason && failure.region === region)),
  );
  return new Set([...reasonsOfProfile, ...common]);
}

const failureLabels: Readonly<Record<FailureReason, Text>> = {
  credentials: phrase("No usable credentials"),
  expired: phrase("Credentials expired"),
  denied: phrase("Access denied"),
  throttled: phrase("Too many requests"),
  unreachable: phrase("Endpoint unreachable"),
  malformed: phrase("Answer not understood"),
  refused: phrase("Refused"),
  notPartner: phrase("Not a Direct Connect partner"),
};

/** A failure in two or three words. */
export function failureLabel(reason: FailureReason): Text {
  return failureLabels[reason];
}

function finish(drafts: ReadonlyMap<string, Draft>): readonly OutlineNode[] {
  return [...drafts.values()]
    .sort((a, b) => byReading.compare(a.order, b.order))
    .map(({ make, children }) => make(finish(children)));
}

/** Numbers within names in their own order: `link-2` before `link-10`. */
const byReading = new Intl.Collator("en", { numeric: true });
