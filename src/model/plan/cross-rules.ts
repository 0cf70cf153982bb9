import type { Breach } from "./breach.ts";
import { type Dependencies, Reader } from "./dependencies.ts";
import type { PieceChange, PlanIndex } from "./plan-index.ts";
import { getOrAdd } from "./get-or-add.ts";
import { compareInText, type Resource } from "./plan-resource.ts";
import type { Finding, PlacedReport } from "./problem.ts";
import { type Grouping, type Part, questionsAbout, wholeRules } from "./questions.ts";
import type { Rule } from "./rules/rule.ts";

/**
 * What rules find that look at more than one piece of a plan. After an edit only those checks are made again that concern
 * a resource that came, a group that changed, or something that was looked up and is not what it was.
 */
export class CrossRules {
  private readonly dependencies: Dependencies;
  private readonly index: PlanIndex;
  private readonly checks = new Map<Resource, ResourceCheck>();
  private readonly groups = new Map<Grouping, Map<string, GroupCheck>>();
  private readonly whole: readonly WholeCheck[] = wholeRules.flatMap((rule) => (rule.plan === undefined ? [] : [new WholeCheck(rule, rule.plan)]));
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
    now.forEach((group) => {
      if (group.members.has(check.resource)) return;
      group.members.add(check.resource);
      stale.add(group);
    });
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
    const known = this.groups.get(grouping)?.get(key);
    if (known !== undefined) return known;
    const group = new GroupCheck(grouping, key);
    getOrAdd(this.groups, grouping, () => new Map<string, GroupCheck>()).set(key, group);
    return group;
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

/** Called with each group that a resource belongs to. */
type Join = (grouping: Grouping, key: string) => void;

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
    const { rules, groupings } = questionsAbout(resource.section, { isLive: index.live !== undefined });
    this.breaches = collect(rules, (rule, report) => rule.resource?.(resource, index, report));
    groupings.forEach((grouping) => {
      const keys = grouping.key(resource, index);
      if (typeof keys === "string") join(grouping, keys);
      else if (keys !== undefined) for (const key of new Set(keys)) join(grouping, key);
    });
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
    this.breaches = this.grouping.parts.flatMap((part) => {
      const members = membersFor(part, all);
      return members.length === 0 ? none : collect(part.rules, (rule, report) => rule.group.check(members, index, report, this.key));
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

function membersFor({ sections }: Part, all: readonly Resource[]): readonly Resource[] {
  return sections === undefined ? all : all.filter(({ section }) => sections.includes(section));
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
  some.forEach((rule) => {
    current = rule;
    ask(rule, report);
  });
  return found ?? none;
}
