import type { Breach } from "./check-piece.ts";
import type { PlanIndex, Resource } from "./plan-index.ts";
import type { Group, Rule } from "./rules/rule.ts";
import { rules } from "./rules/table.ts";

/** What the rules find that look at more than one piece of a plan. */
export function crossBreaches(index: PlanIndex): readonly Breach[] {
  const found: Breach[] = [];
  for (const rule of rules) {
    const report = (finding: Breach["finding"]): void => void found.push({ rule, finding });
    rule.plan?.(index, report);
    if (rule.resource !== undefined) for (const resource of concerned(rule, index)) rule.resource(resource, index, report);
    if (rule.group !== undefined) for (const members of grouped(rule, rule.group, index)) rule.group.check(members, index, report);
  }
  return found;
}

function concerned(rule: Rule, index: PlanIndex): readonly Resource[] {
  const { sections } = rule;
  return sections === undefined ? index.resources : index.resources.filter(({ section }) => sections.includes(section));
}

function grouped(rule: Rule, group: Group, index: PlanIndex): Iterable<readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of concerned(rule, index)) {
    for (const key of [group.key(resource, index) ?? []].flat()) groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  return groups.values();
}
