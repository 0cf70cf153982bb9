import type { Breach } from "./breach.ts";
import { type Dependencies, Reader } from "./dependencies.ts";
import type { PieceChange, PlanIndex } from "./plan-index.ts";
import { getOrAdd } from "./get-or-add.ts";
import { compareInText, type Resource } from "./plan-resource.ts";
import type { Finding, PlacedReport } from "./problem.ts";
import type { Group, Rule } from "./rules/rule.ts";
import { withLiveRules } from "./rules/live-rule.ts";
import { rules } from "./rules/table.ts";
import { sectionNames } from "./schema.ts";
import type { SectionName } from "./schema-types.ts";

const crossRules = withLiveRules(rules);

/**
 * What rules find that look at more than one piece of a plan. After an edit only those checks are made again that concern
 * a resource that came, a group that changed, or something that was looked up and is not what it was.
 */
export class CrossRules {
  private readonly dependencies: Dependencies;
  private readonly index: PlanIndex;
  private readonly checks = new Map<Resource, ResourceCheck>();
  private readonly groups = new Map<Grouping, Map<string, GroupCheck>>();
  private readonly whole: readonly WholeCheck[] = crossRules.flatMap((rule) => (rule.plan === undefined ? [] : [new WholeCheck(rule, rule.plan)]));
  /** Those that found something. */
  private readonly failing = new Set<Check>();

  constructor(dependencies: Dependencies, index: PlanIndex) {
    this.dependencies = dependencies;
    this.index = index;
    for (const check of this.whole) this.run(check);
  }

  /** In no order; ranges are where things stand now. */
  *breaches(): Iterable<Breach> {
    for (const check of this.failing) yield* check.breaches;
  }

  /** To be called after the index was updated with the same change. */
  update({ removed, added }: PieceChange): void {
    const stale = new Set<Check>();
    for (const resource of removed.flatMap(({ resources }) => resources)) this.drop(resource, stale);
    const changed = [...this.dependencies.takeChanged()];
    for (const reader of [...changed, ...added.flatMap(({ resources }) => resources.map((resource) => this.addCheck(resource)))]) {
      if (reader instanceof ResourceCheck) this.runResource(reader, stale);
      else if (reader instanceof Check) stale.add(reader);
    }
    for (const check of stale) {
      if (check instanceof GroupCheck && check.members.size === 0) this.dropGroup(check);
      else this.run(check);
    }
  }

  private addCheck(resource: Resource): ResourceCheck {
    const check = new ResourceCheck(resource);
    this.checks.set(resource, check);
    return check;
  }

  private runResource(check: ResourceCheck, stale: Set<Check>): void {
    if (check.isDropped) return;
    const before = check.memberships;
    const now: GroupCheck[] = [];
    this.run(check, (grouping, key) => now.push(this.groupOf(grouping, key)));
    check.memberships = now.slice();
    for (const group of before) if (!now.includes(group)) leave(group, check.resource, stale);
    for (const group of now) {
      if (group.members.has(check.resource)) continue;
      group.members.add(check.resource);
      stale.add(group);
    }
  }

  private drop(resource: Resource, stale: Set<Check>): void {
    const check = this.checks.get(resource);
    if (check === undefined) return;
    for (const group of check.memberships) leave(group, resource, stale);
    check.isDropped = true;
    this.checks.delete(resource);
    this.forget(check);
  }

  private groupOf(grouping: Grouping, key: string): GroupCheck {
    const groups = getOrAdd(this.groups, grouping, () => new Map<string, GroupCheck>());
    return getOrAdd(groups, key, () => new GroupCheck(grouping, key));
  }

  private dropGroup(check: GroupCheck): void {
    this.groups.get(check.grouping)?.delete(check.key);
    this.forget(check);
  }

  private forget(check: Check): void {
    this.dependencies.forget(check);
    this.failing.delete(check);
  }

  private run(check: Check, join: Join = () => undefined): void {
    this.dependencies.track(check, () => {
      check.run(this.index, join);
    });
    if (check.breaches.length > 0) this.failing.add(check);
    else this.failing.delete(check);
  }
}

function leave(group: GroupCheck, resource: Resource, stale: Set<Check>): void {
  group.members.delete(resource);
  stale.add(group);
}

/** A way to put resources together, with all the rules that ask about such groups. */
interface Grouping {
  readonly key: Group["key"];
  readonly rules: readonly GroupRule[];
}

/** Called with each group that a resource belongs to. */
type Join = (grouping: Grouping, key: string) => void;

type GroupRule = Rule & { readonly group: Group };

const none: readonly never[] = [];

/** A check that is made again when what it read changes, with what it found. */
abstract class Check extends Reader {
  breaches: readonly Breach[] = none;
  abstract run(index: PlanIndex, join: Join): void;
}

/** All that is asked about one resource by itself, and the groups that rules put it in. */
class ResourceCheck extends Check {
  readonly resource: Resource;
  isDropped = false;
  memberships: readonly GroupCheck[] = none;

  constructor(resource: Resource) {
    super();
    this.resource = resource;
  }

  override run(index: PlanIndex, join: Join): void {
    const { resource } = this;
    this.breaches = collect(resourceRules.get(resource.section) ?? none, (rule, report) => rule.resource?.(resource, index, report));
    for (const grouping of groupings.get(resource.section) ?? none) {
      const keys = grouping.key(resource, index);
      if (typeof keys === "string") join(grouping, keys);
      else if (keys !== undefined) for (const key of new Set(keys)) join(grouping, key);
    }
  }
}

/** Resources with something in common. */
class GroupCheck extends Check {
  readonly grouping: Grouping;
  readonly key: string;
  readonly members = new Set<Resource>();

  constructor(grouping: Grouping, key: string) {
    super();
    this.grouping = grouping;
    this.key = key;
  }

  override run(index: PlanIndex): void {
    const all = [...this.members].sort(compareInText);
    this.breaches = collect(this.grouping.rules, (rule, report) => {
      const members = all.filter((resource) => concerns(rule, resource.section));
      if (members.length > 0) rule.group.check(members, index, report);
    });
  }
}

class WholeCheck extends Check {
  private readonly rule: Rule;
  private readonly check: NonNullable<Rule["plan"]>;

  constructor(rule: Rule, check: NonNullable<Rule["plan"]>) {
    super();
    this.rule = rule;
    this.check = check;
  }

  override run(index: PlanIndex): void {
    this.breaches = collect([this.rule], (_, report) => {
      this.check(index, report);
    });
  }
}

const resourceRules = bySection(crossRules.filter((rule) => rule.resource !== undefined));
const groupings: ReadonlyMap<SectionName, readonly Grouping[]> = groupingsBySection(crossRules.filter((rule): rule is GroupRule => rule.group !== undefined));

function bySection<R extends Rule>(some: readonly R[]): ReadonlyMap<SectionName, readonly R[]> {
  return new Map(sectionNames.map((section) => [section, some.filter((rule) => concerns(rule, section))]));
}

/** Rules with the same function for the key share their groups, which are then kept and put in order once. */
function groupingsBySection(some: readonly GroupRule[]): ReadonlyMap<SectionName, readonly Grouping[]> {
  const byKey = new Map<Group["key"], Grouping>();
  for (const { group: { key } } of some) byKey.set(key, { key, rules: some.filter((rule) => rule.group.key === key) });
  const all = [...byKey.values()];
  return new Map(sectionNames.map((section) => [section, all.filter((grouping) => grouping.rules.some((rule) => concerns(rule, section)))]));
}

function concerns({ sections }: Rule, section: SectionName): boolean {
  return sections?.includes(section) ?? true;
}

/** Asks one rule after the other. With one function for all reports: there are tens of thousands of questions at opening. */
function collect<R extends Rule>(some: readonly R[], ask: (rule: R, report: PlacedReport) => void): readonly Breach[] {
  let found: Breach[] | undefined;
  let current: R | undefined;
  const report = (finding: Finding): void => {
    if (current === undefined) return;
    found ??= [];
    found.push({ rule: current, finding });
  };
  for (const rule of some) {
    current = rule;
    ask(rule, report);
  }
  return found ?? none;
}
