import type { Breach } from "./breach.ts";
import { firstOfRuns, markConsequences } from "./consequences.ts";
import { nearest } from "./nearest.ts";
import type { Reference, Resource } from "./plan-resource.ts";
import { type Finding, replace } from "./problem.ts";
import { idKindOf, looksLikeId } from "./rules/ids.ts";
import type { Rule } from "./rules/rule.ts";
import { rules, ruleOf } from "./rules/table.ts";
import { fieldOf, isSectionName, mapSchemas } from "./schema.ts";
import type { Field, FieldType, MapName, MapSchema, SectionName } from "./schema-types.ts";
import type { Entry, MapNode, PlanNode, Range, Reading, ScalarNode, SyntaxProblem } from "./syntax/tree.ts";
import { fieldMeant, fieldsMeant } from "./meant.ts";
import { missingFields } from "./missing-fields.ts";
import { factsOf } from "./type-facts.ts";
import { expects, typeFault } from "./type-fault.ts";
import { sectionMeant } from "./section-meant.ts";
import type { View } from "./view.ts";

/** What one piece of a plan holds, with offsets from the piece's start. */
export interface PieceContent {
  readonly entries: readonly Entry[];
  readonly breaches: readonly Breach[];
  readonly comments: readonly Range[];
  readonly resources: readonly Omit<Resource, "place">[];
  /** Where secrets stand in clear text. */
  readonly secrets: readonly Range[];
  /** Whether the name of a resource seems to have gone: fields stand twice, or below no name. What is left cannot be judged as a whole. */
  readonly isMixed: boolean;
  /** The section that a resource is of by its fields, and is read as one of, where it stands in another. */
  readonly meant?: SectionName;
}

/** Checks what can be checked without the rest of the plan. `section` is where a resource stands; empty for top-level fields. */
export function checkPiece(reading: Reading, section: SectionName | "", text: string): PieceContent {
  const checker = new PieceChecker(reading.problems, text);
  for (const problem of firstOfRuns(reading.problems, text)) checker.report("DX001", problem);
  const meant = section === "" ? undefined : sectionMeant(section, reading.entries);
  if (section === "") checker.checkPlanFields(reading.entries);
  else checker.checkNamed(meant ?? section, reading.entries, undefined);
  return { entries: reading.entries, comments: kept(reading.comments), ...checker.result(), ...(meant === undefined ? {} : { meant }) };
}

/** Beyond this many in one piece, more say nothing new. */
const mostBreaches = 500;
const mapRules = mapRulesByName();
const idRule = rules.find((rule) => rule.id !== undefined);
const tagRule = rules.find((rule) => rule.tags !== undefined);

class PieceChecker {
  private readonly breaches: Breach[] = [];
  private readonly resources: Omit<Resource, "place">[] = [];
  private references: Reference[] = [];
  private readonly secrets: Range[] = [];
  private isMixed = false;
  private readonly problems: readonly SyntaxProblem[];
  private readonly text: string;
  /** The rule that is being asked, and of which map it is asked as a whole. */
  private asked: Rule | undefined;
  private askedOf: View | undefined;
  /** Takes the findings of all rules, most of which find nothing. */
  private readonly note = (finding: Finding): void => {
    if (this.asked !== undefined) this.add({ rule: this.asked, finding: this.askedOf === undefined ? finding : withOrigin(finding, this.askedOf) });
  };

  constructor(problems: readonly SyntaxProblem[], text: string) {
    this.problems = problems;
    this.text = text;
  }

  result(): Omit<PieceContent, "entries" | "comments"> {
    const { isMixed, problems, text } = this;
    const breaches = markConsequences(this.breaches, { isMixed, problems, text });
    return { breaches: kept(breaches), resources: kept(this.resources), secrets: kept(this.secrets), isMixed };
  }

  report(code: string, finding: Finding): void {
    const rule = ruleOf(code);
    if (rule !== undefined) this.add({ rule, finding });
  }

  private add(breach: Breach): void {
    if (this.breaches.length < mostBreaches) this.breaches.push(breach);
  }

  /** Doubles and missing ones are looked for where all pieces are known. */
  checkPlanFields(entries: readonly Entry[]): void {
    const view = this.viewOf(mapSchemas.plan, entries, { name: "", place: { start: 0, end: 0 }, parent: undefined });
    for (const entry of entries) {
      const field = fieldOf("plan", entry.key.source);
      if (field !== undefined) this.checkField(field, entry, view);
      else if (!entry.key.source.startsWith("x-") && entry.isShifted !== true) this.reportUnknown(entry, view);
    }
  }

  /** A map from logical names to maps; `DX802` is looked for where all pieces are known. */
  checkNamed(map: MapName, entries: readonly Entry[], parent: View | undefined): void {
    const schema = mapSchemas[map];
    const seen = new Map<string, Entry>();
    for (const { entry, loose } of this.withLooseFields(schema, entries)) {
      const name = entry.key.source;
      if (!/^[A-Za-z][\w-]*$/.test(name)) {
        this.report("DX003", { range: entry.key.range, message: "A logical name begins with a letter and goes on with letters, digits, `_` and `-`. Rename it." });
      }
      const first = seen.get(name);
      if (first !== undefined && parent !== undefined && !entry.merged) {
        this.report("DX802", { range: entry.key.range, message: `There already is a ${schema.label} named \`${name}\` here. Rename one of the two.`, related: [{ range: first.key.range, message: `The first \`${name}\`` }] });
      }
      seen.set(name, first ?? entry);
      const view = this.checkMap(schema, entry.value, { name, place: entry.key.range, parent, loose });
      if (!isSectionName(map)) continue;
      this.resources.push({ section: map, view, key: entry.key, references: kept(this.references) });
      this.references = [];
    }
  }

  /** What a map from logical names holds, without the fields that have come loose from the one above them: these are told, once for each run. */
  private withLooseFields(schema: MapSchema, entries: readonly Entry[]): readonly { readonly entry: Entry; readonly loose: string[] }[] {
    const members: { readonly entry: Entry; readonly loose: string[] }[] = [];
    let isInRun = false;
    for (const entry of entries) {
      const isLoose = isLooseField(schema, entry);
      if (!isLoose) members.push({ entry, loose: [] });
      else {
        members.at(-1)?.loose.push(entry.key.source);
        this.isMixed ||= members.length === 0;
        const field = fieldOf(schema.name, entry.key.source);
        if (field !== undefined && factsOf(field.type).isSecret) this.noteSecret(entry.value);
        if (!isInRun) this.report("DX003", { range: entry.key.range, origin: entry.key.origin, message: `\`${entry.key.source}\` is a field: indent it below the name of its ${schema.label}.` });
      }
      isInRun = isLoose;
    }
    return members;
  }

  private viewOf(schema: MapSchema, entries: readonly Entry[], { name, place, parent, loose = [] }: About): View {
    const fields = new Map<string, Entry>();
    entries.forEach((entry) => {
      if (!fields.has(entry.key.source)) fields.set(entry.key.source, entry);
    });
    return { schema, name, place, parent, fields, meant: fieldsMeant(schema, fields.keys(), loose), isComplete: this.problems.length === 0 };
  }

  private checkMap(schema: MapSchema, node: PlanNode, about: About): View {
    if (node.kind !== "map" && !isEmpty(node)) return this.refuseMap(schema, node, about);
    const entries = node.kind === "map" ? node.entries : [];
    const view = this.viewOf(schema, entries, about);
    this.checkFields(entries, view);
    for (const { code, finding } of missingFields(view)) this.report(code, finding);
    this.askedOf = view;
    mapRules.get(schema.name)?.forEach((rule) => {
      this.asked = rule;
      rule.map?.(view, this.note);
    });
    this.askedOf = undefined;
    return view;
  }

  private refuseMap(schema: MapSchema, node: PlanNode, about: About): View {
    const found = node.kind === "list" ? "a list" : "a single value";
    const message = `A ${schema.label} is a map of fields, like \`${schema.fields[0]?.name ?? ""}: …\`, not ${found}.`;
    this.report("DX003", { range: node.range, origin: node.origin, message });
    return this.viewOf(schema, [], about);
  }

  /** One field that stands twice is told: with many, the name of the map that they are of has most likely gone. */
  private checkFields(entries: readonly Entry[], view: View): void {
    let isToldTwice = false;
    for (const entry of entries) {
      if (this.breaches.length >= mostBreaches) return;
      const name = entry.key.source;
      const first = view.fields.get(name);
      const field = fieldOf(view.schema.name, name);
      if (first !== entry && first !== undefined) {
        this.isMixed = true;
        if (isToldTwice) continue;
        isToldTwice = true;
        this.report("DX001", { range: entry.key.range, message: `\`${name.slice(0, 60)}\` stands twice here. Remove one of the two.`, related: [{ range: first.key.range, message: "The first one" }] });
      } else if (field !== undefined) this.checkField(field, entry, view);
      else {
        isToldTwice ||= isEmpty(entry.value);
        if (entry.isShifted !== true) this.reportUnknown(entry, view);
      }
    }
  }

  private reportUnknown(entry: Entry, view: View): void {
    const name = entry.key.source;
    const near = fieldMeant(view.schema, name);
    const meant = near === undefined ? undefined : fieldOf(view.schema.name, near);
    if (meant !== undefined && factsOf(meant.type).isSecret) this.noteSecret(entry.value);
    const article = /^[aeiouL]/.test(view.schema.label) ? "an" : "a";
    const where = view.schema.name === "plan" ? "at the top of a plan" : `of ${article} ${view.schema.label}`;
    this.report("DX002", {
      range: entry.key.range,
      origin: entry.key.origin,
      message: `\`${name.slice(0, 60)}\` is not a field ${where}. ${near === undefined ? "Remove it, or see completion for the fields there are." : `Did you mean \`${near}\`?`}`,
      ...(near === undefined || view.fields.has(near) || entry.merged ? {} : { fix: replace(`Change to \`${near}\``, entry.key.range, near) }),
    });
  }

  private checkField(field: Field, entry: Entry, view: View): void {
    if (!isEmpty(entry.value) || factsOf(field.type).takesNothing) {
      this.checkValue(field, field.type, entry.value, view);
      return;
    }
    const isExplained = this.problems.some(({ range }) => range.start >= entry.value.range.start && this.text.slice(entry.value.range.start, range.end).trim() === this.text.slice(range.start, range.end).trim());
    if (isExplained) return;
    const range = entry.value.range.end > entry.value.range.start ? entry.value.range : entry.key.range;
    this.report("DX003", { range, origin: entry.key.origin, message: `\`${field.name}\` has no value; expected ${expects(field.type)}.` });
  }

  private checkValue(field: Field, type: FieldType, node: PlanNode, view: View): void {
    const { isSecret, first } = factsOf(type);
    if (isSecret && (type.kind === "text" || node.kind === "scalar")) this.noteSecret(node);
    if (node.kind === "scalar" && this.isBroken(first, node, view)) return;
    const fault = typeFault(field.name, type, node);
    if (fault !== undefined) this.report("DX003", fault);
    else if (node.kind === "scalar") this.checkScalar(field, type, node, view);
    else if (node.kind === "list") this.checkList(field, type, node.items, view);
    else this.checkInnerMap(field, type, node, view);
  }

  /** Asks rules about a value. Some have more to say of one of the wrong type than that it is. */
  private isBroken(some: readonly Rule[], node: ScalarNode, view: View): boolean {
    const before = this.breaches.length;
    some.forEach((rule) => {
      this.asked = rule;
      rule.value?.(node, view, this.note);
    });
    return this.breaches.length > before;
  }

  private checkScalar(field: Field, type: FieldType, node: ScalarNode, view: View): void {
    if (type.kind === "choice" || (type.kind === "integer" && type.format === "version")) this.checkChoice(field, type, node);
    else if (type.kind === "reference") {
      if (typeof node.value === "string" && looksLikeId(node.value)) this.checkId(node, type);
      if (typeof node.value === "string") this.references.push({ node, type, field: field.name, view });
    } else if (type.kind === "awsId") this.checkId(node, type);
    else this.isBroken(factsOf(type).then, node, view);
  }

  private checkId(node: ScalarNode, type: Extract<FieldType, { kind: "reference" | "awsId" }>): void {
    if (idRule !== undefined) idRule.id?.(node, type.ids, (finding) => this.add({ rule: idRule, finding }));
  }

  private checkChoice(field: Field, type: FieldType, node: ScalarNode): void {
    const choices = "choices" in type ? (type.choices ?? noItems) : noItems;
    if (choices.some(({ value }) => value === node.source)) return;
    const near = nearest(node.source, choices.map(({ value }) => value));
    this.report("DX005", {
      range: node.range,
      origin: node.origin,
      message: `\`${field.name}\` cannot be \`${node.source.slice(0, 60)}\`; expected ${expects(type)}.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
      ...(near === undefined ? {} : { fix: replace(`Change to \`${near}\``, node.range, near) }),
    });
  }

  private checkList(field: Field, type: FieldType, items: readonly PlanNode[], view: View): void {
    if (type.kind !== "list") return;
    for (const item of items) {
      if (item.kind !== "map" && factsOf(type.of).isSecret) this.noteSecret(item);
      if (type.of.kind !== "map") this.checkValue(field, type.of, item, view);
      else this.checkMap(mapSchemas[type.of.map], item, { name: "", place: placeOfMap(item), parent: view });
    }
  }

  private checkInnerMap(field: Field, type: FieldType, node: MapNode, view: View): void {
    if (type.kind === "named") this.checkNamed(type.map, node.entries, isSectionName(type.map) ? undefined : view);
    else if (type.kind === "tags") {
      for (const entry of node.entries) this.checkTagValue(entry);
      if (tagRule !== undefined) tagRule.tags?.(node, (finding) => this.add({ rule: tagRule, finding }));
    } else if (type.kind === "ids") for (const entry of node.entries) this.checkRemoved(field, entry);
  }

  private checkTagValue(entry: Entry): void {
    const fault = typeFault(`tags.${entry.key.source.slice(0, 60)}`, { kind: "text" }, entry.value);
    if (fault !== undefined && !isEmpty(entry.value)) this.report("DX003", fault);
  }

  private checkRemoved(field: Field, { key, value }: Entry): void {
    if (value.kind === "scalar" && typeof value.value === "string" && idKindOf(value.value) !== undefined) return;
    const range = value.range.end > value.range.start ? value.range : key.range;
    this.report(value.kind === "scalar" && !isEmpty(value) ? "DX130" : "DX003", {
      range,
      origin: value.origin,
      message: `\`${field.name}\` maps logical names to the AWS ids to delete, like \`${key.source.slice(0, 60)}: dxcon-fg5678gh\`.`,
    });
  }

  private noteSecret(node: PlanNode): void {
    const isReference = node.kind === "scalar" && /^\$\{(env|secret):[^\s{}]+\}$/.test(node.source);
    if (!isReference && !isEmpty(node)) this.secrets.push(node.range);
  }
}

/** What a map is called, and what has come loose from it. */
interface About extends Pick<View, "name" | "place" | "parent"> {
  readonly loose?: readonly string[];
}

const noItems: readonly never[] = [];

/** An array to keep for long: without the room that is reserved for more. */
function kept<T>(items: readonly T[]): readonly T[] {
  return items.length === 0 ? noItems : items.slice();
}

/** What is found at a merge key is told once, however often its anchor is used. */
function withOrigin(finding: Finding, { fields }: View): Finding {
  for (const { value, merged } of fields.values()) {
    if (merged && value.origin !== undefined && value.range.start === finding.range.start) return { ...finding, origin: value.origin };
  }
  return finding;
}

/** Whether what stands where a logical name is expected is a field: it bears a field's name, and holds none. */
function isLooseField({ name, fields }: MapSchema, { key, value }: Entry): boolean {
  if (fieldOf(name, key.source) === undefined) return false;
  return value.kind !== "map" || !value.entries.some((entry) => fields.some((field) => field.name === entry.key.source));
}

function isEmpty(node: PlanNode): boolean {
  return node.kind === "scalar" && node.value === null && node.style === "plain";
}

function placeOfMap(node: PlanNode): Range {
  return (node.kind === "map" ? node.entries[0]?.key.range : undefined) ?? node.range;
}

function mapRulesByName(): ReadonlyMap<MapName, readonly Rule[]> {
  const asked = rules.filter((rule) => rule.map !== undefined);
  return new Map(Object.values(mapSchemas).map(({ name }) => [name, asked.filter((rule) => rule.maps?.includes(name) === true)]));
}

