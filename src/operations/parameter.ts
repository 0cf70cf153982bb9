import type { Inventory } from "../model/inventory.ts";
import type { Resource, Tags } from "../model/resource.ts";
import type { Text } from "../model/text.ts";
import type { Action } from "./sdk.ts";
import type { Target } from "./target.ts";

/** What has been answered so far, by parameter. */
export type EarlierAnswers = Readonly<Record<string, unknown>>;

/** What a form knows when it asks. */
export interface FormContext {
  readonly target: Target;
  readonly inventory: Inventory;
  readonly answers: EarlierAnswers;
}

interface ParameterBase {
  /** The question, in a few words: `Gateway`. */
  readonly label: Text;
  /** What to do, in one line. */
  readonly hint?: Text;
  /** Not asked unless the person looks for it among further options. */
  readonly optional?: boolean;
  /** Whether it is asked at all, after what has been answered; the answer is undefined where it is not. */
  readonly when?: (context: FormContext) => boolean;
}

export interface TextParameter extends ParameterBase {
  readonly type: "text";
  readonly initial?: (context: FormContext) => string;
  /** Says what is wrong and how to mend it; undefined when it is right. */
  readonly check?: (value: string, context: FormContext) => Text | undefined;
  /** Says what is odd about a value that is taken all the same. */
  readonly remark?: (value: string, context: FormContext) => Text | undefined;
}

/** A whole number. */
export interface NumberParameter extends ParameterBase {
  readonly type: "number";
  readonly initial?: (context: FormContext) => number | undefined;
  /** Asked about whole numbers only. */
  readonly check?: (value: number, context: FormContext) => Text | undefined;
  /** Says what is odd about a value that is taken all the same. */
  readonly remark?: (value: number, context: FormContext) => Text | undefined;
}

export interface ChoiceOption<V extends string = string> {
  readonly value: V;
  readonly label: Text;
  /** Beside the label. */
  readonly description?: Text;
  /** Below it. */
  readonly detail?: Text;
}

/** A call that brings the options of a choice which no inventory holds. */
export interface Lookup {
  readonly action: Action;
  readonly input: (context: FormContext) => unknown;
  /** The list in its answer, where that comes in pages. */
  readonly pages?: string;
  /** `output` is what the action answers. */
  readonly options: (output: never, context: FormContext) => readonly ChoiceOption[];
}

/** One of several values. */
export interface ChoiceParameter extends ParameterBase {
  readonly type: "choice";
  /** A list, or what the inventory and the earlier answers offer. */
  readonly options: readonly ChoiceOption[] | ((context: FormContext) => readonly ChoiceOption[]);
  /** Further options, which a call brings. */
  readonly lookup?: Lookup;
  /** The value that is offered first. */
  readonly initial?: (context: FormContext) => string | undefined;
  /** Whether a value that is not listed can be typed, and what is wrong with it. */
  readonly other?: (value: string, context: FormContext) => Text | undefined;
}

export interface YesNoParameter extends ParameterBase {
  readonly type: "yesNo";
  readonly yes: Text;
  readonly no: Text;
  readonly initial?: (context: FormContext) => boolean;
}

/** One of the inventory's resources. */
export interface ResourceParameter extends ParameterBase {
  readonly type: "resource";
  readonly options: (context: FormContext) => readonly Resource[];
  /** Why one that a person points at is none of the options; undefined where the question is about other things. */
  readonly unfit?: (resource: Resource, context: FormContext) => Text | undefined;
  /** What to say, remedy included, when there is nothing to choose. */
  readonly none: Text;
}

/** One or several of the inventory's resources. */
export interface ResourcesParameter extends ParameterBase {
  readonly type: "resources";
  readonly options: (context: FormContext) => readonly Resource[];
  /** How many can be chosen at once, where there is a limit. */
  readonly most?: number;
  readonly none: Text;
}

/** A list of CIDR blocks. */
export interface PrefixesParameter extends ParameterBase {
  readonly type: "prefixes";
  readonly initial: (context: FormContext) => readonly string[];
  /** Says what is wrong with a list of well-formed prefixes and how to mend it; undefined when it is right. */
  readonly check?: (prefixes: readonly string[], context: FormContext) => Text | undefined;
}

/** What is typed unseen, kept nowhere and logged nowhere. */
export interface SecretParameter extends ParameterBase {
  readonly type: "secret";
  /** What it says never holds the value. */
  readonly check?: (value: string, context: FormContext) => Text | undefined;
}

/** The tags to set: new ones and existing ones with a new value. */
export interface TagsParameter extends ParameterBase {
  readonly type: "tags";
}

/** Some of the resource's tag keys. */
export interface TagKeysParameter extends ParameterBase {
  readonly type: "tagKeys";
}

export type Parameter =
  | TextParameter
  | NumberParameter
  | ChoiceParameter
  | YesNoParameter
  | ResourceParameter
  | ResourcesParameter
  | PrefixesParameter
  | SecretParameter
  | TagsParameter
  | TagKeysParameter;
export type Parameters = Readonly<Record<string, Parameter>>;

interface AnswerByType {
  text: string;
  number: number;
  choice: string;
  yesNo: boolean;
  resource: Resource;
  resources: readonly Resource[];
  prefixes: readonly string[];
  secret: string;
  tags: Tags;
  tagKeys: readonly string[];
}

type Options<P> = P extends { readonly options: readonly { readonly value: infer Value }[] } ? Value : never;
type Offered<P> = P extends { readonly options: (context: never) => readonly (infer Option)[] } ? Option : never;

type AnswerTo<P extends Parameter> = P extends { readonly type: "choice"; readonly options: readonly unknown[] }
  ? Options<P>
  : P extends ResourceParameter
    ? Offered<P>
    : P extends ResourcesParameter
      ? readonly Offered<P>[]
      : AnswerByType[P["type"]];

type Unasked<P extends Parameter> = P extends { readonly optional: true } | { readonly when: unknown } ? undefined : never;

/** What the parameters bring: of a choice the union of its options, undefined where nothing may have been asked. */
export type Answers<P extends Parameters> = { readonly [Name in keyof P]: AnswerTo<P[Name]> | Unasked<P[Name]> };
