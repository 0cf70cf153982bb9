import { liveRules } from "./rules/live-rule.ts";
import type { Group, Rule } from "./rules/rule.ts";
import { rules } from "./rules/table.ts";
import { sectionNames } from "./schema.ts";
import type { SectionName } from "./schema-types.ts";

/** What is asked about each resource of a section. */
export interface Questions {
  readonly rules: readonly Rule[];
  readonly groupings: readonly Grouping[];
}

/** A way to put resources together, with all the rules that ask about such groups. */
export interface Grouping {
  readonly key: Group["key"];
  /** Rules that look at the same sections stand together, so that their members are found once. */
  readonly parts: readonly Part[];
}

export interface Part {
  /** All if undefined. */
  readonly sections: readonly SectionName[] | undefined;
  readonly rules: readonly GroupRule[];
}

export type GroupRule = Rule & { readonly group: Group };

/** Most rules across resources. Those beside the live account are asked only while it is known: there are as many again. */
export function questionsAbout(section: SectionName, { isLive }: { readonly isLive: boolean }): Questions {
  return (isLive ? besideLive : alone).get(section) ?? { rules: [], groupings: [] };
}

/** Rules that look at a plan as a whole. */
export const wholeRules: readonly Rule[] = [...rules, ...liveRules(rules)].filter(({ plan }) => plan !== undefined);

const ofLive: ReadonlySet<Rule> = new Set(liveRules(rules));
const groupings = groupingsOf([...rules, ...ofLive].filter((rule): rule is GroupRule => rule.group !== undefined));
const alone = questions(rules, groupings.filter(({ parts }) => parts.some((part) => part.rules.some((rule) => !ofLive.has(rule)))));
const besideLive = questions([...rules, ...ofLive], groupings);

function questions(some: readonly Rule[], ways: readonly Grouping[]): ReadonlyMap<SectionName, Questions> {
  return new Map(sectionNames.map((section) => [section, {
    rules: some.filter((rule) => rule.resource !== undefined && concerns(rule, section)),
    groupings: ways.filter(({ parts }) => parts.some((part) => concerns(part, section))),
  }]));
}

/** Rules with the same function for the key share their groups, which are then kept and put in order once. */
function groupingsOf(some: readonly GroupRule[]): readonly Grouping[] {
  return [...new Set(some.map(({ group: { key } }) => key))].map((key) => ({ key, parts: partsOf(some.filter(({ group }) => group.key === key)) }));
}

function partsOf(some: readonly GroupRule[]): readonly Part[] {
  const spelt = ({ sections }: Rule): string => sections?.join(" ") ?? "";
  return [...new Set(some.map(spelt))].map((name) => {
    const same = some.filter((rule) => spelt(rule) === name);
    return { sections: same[0]?.sections, rules: same };
  });
}

function concerns({ sections }: Pick<Rule, "sections"> | Part, section: SectionName): boolean {
  return sections?.includes(section) ?? true;
}
