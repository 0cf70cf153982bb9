import type { Inventory } from "../model/inventory.ts";
import type { Place, PlaceState } from "../model/place.ts";
import { traitsOf, type ResourceKind, type Trait } from "../model/resource.ts";
import type { Text } from "../model/text.ts";
import type { AnswerDocument } from "./answer-document.ts";
import type { Answers, Parameters } from "./parameter.ts";
import type { Action, InputOf, OutputOf } from "./sdk.ts";
import { isPlace, type Target, type TargetKind, type TargetOf } from "./target.ts";

/** What an operation does to what runs: it decides how the user is asked. */
export type Danger = "reads" | "changes" | "interrupts" | "destroys";

/** Where an operation is offered. Data, because the manifest's `when` clauses, the menus and the guard all read it. */
export interface Offer<K extends TargetKind = TargetKind> {
  readonly kind: K;
  /** A resource's states; for a place, which places. */
  readonly states: K extends "place" ? readonly PlaceState[] : readonly string[];
  /** All of these have to be true of the resource. */
  readonly traits?: readonly Trait[];
  /** None of these may be true of it. */
  readonly without?: readonly Trait[];
}

/**
 * What happens after the call. `refresh`: what it may have changed is read again. `show` and `save`: what it answers is
 * shown, or saved where the person says, as its `document` puts it. `nothing`: it is told that it worked.
 */
export type Then = "refresh" | "show" | "save" | "nothing";

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
  K extends TargetKind = TargetKind,
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
  /** Places whose menus have it too, though it is done to a resource: which one of the place's, it asks first. */
  readonly alsoAt?: readonly PlaceState[];
  readonly danger: Danger;
  /** Shown as a button on the tree item: for the one thing that the state calls for. */
  readonly inline?: boolean;
  /** What it makes is in no Region, so that a place needs none. */
  readonly isGlobal?: boolean;
  /** `refresh` where it is absent. */
  readonly then?: Then;
  /** The kinds beside the target's that it may change, or makes: they are read again. */
  readonly touches?: readonly ResourceKind[];
  /** The list in its answer, where the answer comes in pages. */
  readonly pages?: keyof OutputOf<A> & string;
  readonly parameters: P;
  /** The request's members that some of the answers become: a request that was written by hand is known by them. */
  readonly members?: { readonly [Name in keyof P]?: string };
  /** `region` is the one that the call is sent in: it tells the partition of what is global. */
  input(answers: Answers<P>, target: TargetOf<K>, region: string): InputOf<A>;
  refusal?(target: TargetOf<K>, inventory: Inventory): Refusal | undefined;
  /** For the question before it: what follows beyond what the label says; of what interrupts, what stops and for how long. */
  consequence?(target: TargetOf<K>, inventory: Inventory, answers: Answers<P>): Text | undefined;
  /** Whether what hangs on it can stop, of what interrupts: it can where this is absent. */
  stops?(target: TargetOf<K>, inventory: Inventory, answers: Answers<P>): boolean;
  /** What to show or save of the answer; secrets are left out of it unless they were asked for. */
  document?(output: OutputOf<A>, target: TargetOf<K>, answers: Answers<P>): AnswerDocument;
}

/** Types an entry: a misspelt action, a wrong input field or an unknown answer does not compile. */
export function operation<A extends Action, K extends TargetKind, const P extends Parameters>(
  entry: Operation<A, K, P>,
): Operation<A, K, P> {
  return entry;
}

export function isOffered(entry: Pick<Operation, "on">, target: Target): boolean {
  const traits = isPlace(target) ? [] : traitsOf(target);
  return entry.on.some(
    (offer) =>
      offer.kind === target.kind &&
      (offer.states as readonly string[]).includes(target.state) &&
      (offer.traits ?? []).every((trait) => traits.includes(trait)) &&
      !(offer.without ?? []).some((trait) => traits.includes(trait)),
  );
}

/** Whether it can be begun at the place, of whose resources it is done to one. */
export function beginsAt({ alsoAt = [] }: Pick<Operation, "alsoAt">, { state }: Place): boolean {
  return alsoAt.includes(state);
}

/** What menus match of a place, as they match the context value of a resource. */
export function placeContextValue(state: PlaceState): string {
  return `heading:${state}`;
}

/** The `when` clause that is true for the context values that the offers allow; `key` is `viewItem` or a webview's. */
export function whenClause(offers: readonly Offer[], key: string): string {
  return offers
    .map((offer) => {
      if (offer.kind === "place") return `${key} =~ /^heading:(${offer.states.join("|")})$/`;
      const state = `${key} =~ /^${offer.kind}:(${offer.states.join("|")});/`;
      const traits = (offer.traits ?? []).map((trait) => `${key} =~ /;${trait};/`);
      const without = (offer.without ?? []).map((trait) => `!(${key} =~ /;${trait};/)`);
      return [state, ...traits, ...without].join(" && ");
    })
    .join(" || ");
}
