import type { Breach } from "./breach.ts";
import type { PlanIndex } from "./plan-index.ts";
import { placed, type Resource } from "./plan-resource.ts";
import { replace } from "./problem.ts";

/**
 * Several references to one name, and a resource with nearly that name that nothing else names: the mistake is the
 * resource's name, and is told there, once. `instead` are the findings that this takes the place of.
 */
export function misnamed(across: readonly Breach[], index: PlanIndex): { readonly found: readonly Breach[]; readonly instead: ReadonlySet<Breach> } {
  const groups = new Map<string, Breach[]>();
  for (const breach of across) {
    const near = breach.finding.dangling?.nearest;
    if (near !== undefined) groups.set(near, [...(groups.get(near) ?? []).slice(0, mostRelated), breach]);
  }
  const found: Breach[] = [];
  const instead = new Set<Breach>();
  for (const [near, breaches] of groups) {
    const breach = misnamedAs(near, breaches, index);
    if (breach === undefined) continue;
    found.push(breach);
    for (const one of breaches) instead.add(one);
  }
  return { found, instead };
}

const mostRelated = 20;

function misnamedAs(near: string, breaches: readonly Breach[], index: PlanIndex): Breach | undefined {
  const [first, second] = breaches;
  if (first === undefined || second === undefined) return undefined;
  const names = new Set(breaches.map(({ finding }) => finding.dangling?.name));
  const [name] = names;
  const target = onlyUnnamed(near, index);
  if (target === undefined || name === undefined || names.size !== 1) return undefined;
  const range = placed(target, target.key.range);
  return {
    rule: first.rule,
    finding: {
      range,
      message: `Nothing names \`${near}\`, but ${breaches.length} references name \`${name}\`. Rename it, or change them.`,
      related: breaches.map(({ finding }) => ({ range: finding.range, message: `A reference to \`${name}\`` })),
      fix: replace(`Rename to \`${name}\``, range, name),
    },
  };
}

/** The only resource of a name, if no reference has that name. */
function onlyUnnamed(name: string, { resources }: PlanIndex): Resource | undefined {
  const [target, other] = resources.filter(({ view }) => view.name === name);
  const isNamed = resources.some(({ references }) => references.some(({ node }) => node.source === name));
  return other === undefined && !isNamed ? target : undefined;
}
