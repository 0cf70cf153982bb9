import type { Inventory } from "../model/inventory.ts";
import { traitsOf, type Resource, type ResourceKind, type ResourceOf, type Tags, type Trait } from "../model/resource.ts";
import type { Text } from "../model/text.ts";
import type { Action, InputOf } from "./sdk.ts";

/** What an operation does to what runs: it decides how the user is asked. */
export type Danger = "reads" | "changes" | "interrupts" | "destroys";

/** Where an operation is offered. Data, because the manifest's `when` clauses, the menus and the guard all read it. */
export interface Offer<K extends ResourceKind = ResourceKind> {
  readonly kind: K;
  readonly states: readonly string[];
  /** All of these have to be true of the resource. */
  readonly traits?: readonly Trait[];
  /** None of these may be true of it. */
  readonly without?: readonly Trait[];
}

/** What a form knows when it asks. */
export interface FormContext<R extends Resource = Resource> {
  readonly resource: R;
  readonly inventory: Inventory;
}

interface ParameterBase {
  /** The question, in a few words: `Gateway`. */
  readonly label: Text;
  /** What to do, in one line. */
  readonly hint?: Text;
}

export interface TextParameter extends ParameterBase {
  readonly type: "text";
  readonly initial?: (context: FormContext) => string;
  /** Says what is wrong and how to mend it; undefined when it is right. */
  readonly check?: (value: string, context: FormContext) => Text | undefined;
}

/** One of the inventory's resources. */
export interface ResourceParameter extends ParameterBase {
  readonly type: "resource";
  readonly options: (context: FormContext) => readonly Resource[];
  /** What to say, remedy included, when there is nothing to choose. */
  readonly none: Text;
}

/** A list of CIDR blocks. */
export interface PrefixesParameter extends ParameterBase {
  readonly type: "prefixes";
  readonly initial: (context: FormContext) => readonly string[];
  /** Says what is wrong with a list of well-formed prefixes and how to mend it; undefined when it is right. */
  readonly check?: (prefixes: readonly string[], context: FormContext) => Text | undefined;
}

/** The tags to set: new ones and existing ones with a new value. */
export interface TagsParameter extends ParameterBase {
  readonly type: "tags";
}

/** Some of the resource's tag keys. */
export interface TagKeysParameter extends ParameterBase {
  readonly type: "tagKeys";
}

export type Parameter = TextParameter | ResourceParameter | PrefixesParameter | TagsParameter | TagKeysParameter;
export type Parameters = Readonly<Record<string, Parameter>>;

interface AnswerByType {
  text: string;
  resource: Resource;
  prefixes: readonly string[];
  tags: Tags;
  tagKeys: readonly string[];
}

export type Answers<P extends Parameters> = { readonly [Name in keyof P]: AnswerByType[P[Name]["type"]] };

/** What the API would refuse: known before the call, with what to do instead. */
export interface Refusal {
  /** Whole sentences that name the resource or what is in its way. */
  readonly message: Text;
  /** The keys of the resources that stand in the way. */
  readonly because: readonly string[];
}

/** One API operation as a person meets it. */
export interface Operation<
  A extends Action = Action,
  K extends ResourceKind = ResourceKind,
  P extends Parameters = Parameters,
> {
  readonly action: A;
  /** Title case; ends with an ellipsis when a question follows. */
  readonly label: Text;
  /** What the button says that starts it: `Delete`. */
  readonly verb: Text;
  /** A codicon's name. */
  readonly icon: string;
  readonly on: readonly Offer<K>[];
  readonly danger: Danger;
  /** Shown as a button on the tree item: for the one thing that the state calls for. */
  readonly inline?: boolean;
  readonly parameters: P;
  /** `region` is the one that the call is sent in: it tells the partition of what is global. */
  input(answers: Answers<P>, resource: ResourceOf<K>, region: string): InputOf<A>;
  refusal?(resource: ResourceOf<K>, inventory: Inventory): Refusal | undefined;
  /** One or two sentences for the question before it: what follows beyond what the label says. */
  consequence?(resource: ResourceOf<K>, inventory: Inventory): Text | undefined;
}

/** Types an entry: a misspelt action, a wrong input field or an unknown answer does not compile. */
export function operation<A extends Action, K extends ResourceKind, const P extends Parameters>(
  entry: Operation<A, K, P>,
): Operation<A, K, P> {
  return entry;
}

export function isOffered(entry: Pick<Operation, "on">, resource: Resource): boolean {
  const traits = traitsOf(resource);
  return entry.on.some(
    (offer) =>
      offer.kind === resource.kind &&
      offer.states.includes(resource.state) &&
      (offer.traits ?? []).every((trait) => traits.includes(trait)) &&
      !(offer.without ?? []).some((trait) => traits.includes(trait)),
  );
}

/** The `when` clause that is true for the context values that the offers allow; `key` is `viewItem` or a webview's. */
export function whenClause(offers: readonly Offer[], key: string): string {
  return offers
    .map((offer) => {
      const state = `${key} =~ /^${offer.kind}:(${offer.states.join("|")});/`;
      const traits = (offer.traits ?? []).map((trait) => `${key} =~ /;${trait};/`);
      const without = (offer.without ?? []).map((trait) => `!(${key} =~ /;${trait};/)`);
      return [state, ...traits, ...without].join(" && ");
    })
    .join(" || ");
}
