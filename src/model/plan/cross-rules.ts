import type { Breach } from "./check-piece.ts";
import { type Dependencies, Reader } from "./dependencies.ts";
import type { PieceChange, PlanIndex } from "./plan-index.ts";
import { compareInText, type Resource } from "./plan-resource.ts";
import type { Finding, PlacedReport } from "./problem.ts";
import type { Group, Rule } from "./rules/rule.ts";
import { rules } from "./rules/table.ts";
import { sectionNames } from "./schema.ts";
import type { SectionName } from "./schema-types.ts";

/**
 * What rules find that look at more than one piece of a plan. After an edit only those checks are made again that concern
 * a resource that came, a group that changed, or something that was looked up and is not what it was.
 */
export class CrossRules {
  private readonly dependencies: Dependencies;
  private readonly index: PlanIndex;
  private readonly checks = new Map<Resource, ResourceCheck>();
  private readonly groups = new Map<Rule, Map<string, GroupCheck>>();
  private readonly whole: readonly WholeCheck[] = rules.flatMap((rule) => (rule.plan === undefined ? [] : [new WholeCheck(rule, rule.plan)]));
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
    this.run(check);
    const before = check.memberships;
    const now = check.keys.map(({ rule, key }) => this.groupOf(rule, key));
    check.memberships = now;
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

  private groupOf(rule: GroupRule, key: string): GroupCheck {
    const groups = this.groups.get(rule) ?? new Map<string, GroupCheck>();
    this.groups.set(rule, groups);
    const group = groups.get(key) ?? new GroupCheck(rule, key);
    groups.set(key, group);
    return group;
  }

  private dropGroup(check: GroupCheck): void {
    this.groups.get(check.rule)?.delete(check.key);
    this.forget(check);
  }

  private forget(check: Check): void {
    this.dependencies.forget(check);
    this.failing.delete(check);
  }

  private run(check: Check): void {
    this.dependencies.track(check, () => {
      check.run(this.index);
    });
    if (check.breaches.length > 0) this.failing.add(check);
    else this.failing.delete(check);
  }
}

function leave(group: GroupCheck, resource: Resource, stale: Set<Check>): void {
  group.members.delete(resource);
  stale.add(group);
}

type GroupRule = Rule & { readonly group: Group };

/** A check that is made again when what it read changes, with what it found. */
abstract class Check extends Reader {
  breaches: readonly Breach[] = [];
  abstract run(index: PlanIndex): void;
}

/** All that is asked about one resource by itself, and the groups that rules put it in. */
class ResourceCheck extends Check {
  readonly resource: Resource;
  isDropped = false;
  memberships: readonly GroupCheck[] = [];
  keys: readonly { readonly rule: GroupRule; readonly key: string }[] = [];

  constructor(resource: Resource) {
    super();
    this.resource = resource;
  }

  override run(index: PlanIndex): void {
    const { resource } = this;
    this.breaches = (resourceRules.get(resource.section) ?? []).flatMap((rule) => collect(rule, (report) => rule.resource?.(resource, index, report)));
    this.keys = (groupRules.get(resource.section) ?? []).flatMap((rule) => keysOf(rule.group, resource, index).map((key) => ({ rule, key })));
  }
}

/** Resources with something in common. */
class GroupCheck extends Check {
  readonly rule: GroupRule;
  readonly key: string;
  readonly members = new Set<Resource>();

  constructor(rule: GroupRule, key: string) {
    super();
    this.rule = rule;
    this.key = key;
  }

  override run(index: PlanIndex): void {
    const members = [...this.members].sort(compareInText);
    this.breaches = collect(this.rule, (report) => {
      this.rule.group.check(members, index, report);
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
    this.breaches = collect(this.rule, (report) => {
      this.check(index, report);
    });
  }
}

const none: readonly never[] = [];
const resourceRules = bySection(rules.filter((rule) => rule.resource !== undefined));
const groupRules = bySection(rules.filter((rule): rule is GroupRule => rule.group !== undefined));

function bySection<R extends Rule>(some: readonly R[]): ReadonlyMap<SectionName, readonly R[]> {
  return new Map(sectionNames.map((section) => [section, some.filter(({ sections }) => sections?.includes(section) ?? true)]));
}

function collect(rule: Rule, ask: (report: PlacedReport) => void): readonly Breach[] {
  let found: Breach[] | undefined;
  ask((finding: Finding) => {
    found ??= [];
    found.push({ rule, finding });
  });
  return found ?? none;
}

function keysOf(group: Group, resource: Resource, index: PlanIndex): readonly string[] {
  const keys = group.key(resource, index);
  if (keys === undefined) return none;
  return typeof keys === "string" ? [keys] : [...new Set(keys)];
}
