import type { Resource } from "../model/resource.ts";
import type { Operation } from "../operations/operation.ts";
import type { ChoiceParameter, EarlierAnswers, FormContext, Parameter } from "../operations/parameter.ts";
import { checkNumber, checkPrefixes, contextOf, type Form, type FormAnswers, type Question, type SecretNames } from "./operation-form.ts";

/** An answer as it is kept: a resource by its key. */
export type KeptAnswer = string | number | boolean | readonly string[];

/** What to keep of an answer for the next time; undefined for what is secret, and for what is not offered again. */
export function answerToKeep({ type }: Parameter, answer: unknown): KeptAnswer | undefined {
  switch (type) {
    case "secret":
    case "tags":
    case "tagKeys":
    case "resources":
      return undefined;
    case "resource":
      return (answer as Resource | undefined)?.key;
    default:
      return answer as KeptAnswer | undefined;
  }
}

/** Whether what was answered fits what has been answered since to other questions. */
export function isStillRight(question: Question, answer: unknown, form: Pick<Form, "answers" | "inventory">): boolean {
  const kept = answerToKeep(question.parameter, answer);
  return kept === undefined || recalledAnswer(question, kept, form) !== undefined;
}

/** A kept answer as the form begins with it: only while it would still be taken. */
export function recalledAnswer(question: Question, kept: unknown, { answers, inventory }: Pick<Form, "answers" | "inventory">): unknown {
  const { parameter } = question;
  const fits = takers[parameter.type] as Taker<Parameter> | undefined;
  return kept === undefined ? undefined : fits?.(parameter, kept, contextOf(question, answers, inventory));
}

/** An answer of a form that is gone on with, as far as it would still be given: resources as they are now. */
export function restoredAnswer(question: Question, answer: unknown, form: Pick<Form, "answers" | "inventory">): unknown {
  const { parameter } = question;
  switch (parameter.type) {
    case "tags":
    case "tagKeys":
      return answer;
    case "resources": {
      const keys = ((answer ?? []) as readonly Resource[]).map(({ key }) => key);
      const chosen = parameter.options(contextOf(question, form.answers, form.inventory)).filter(({ key }) => keys.includes(key));
      return chosen.length === 0 ? undefined : chosen;
    }
    default:
      return recalledAnswer(question, answerToKeep(parameter, answer), form);
  }
}

/** What may be kept while the window is open. */
export function withoutSecrets({ parameters }: Pick<Operation, "parameters">, answers: FormAnswers): FormAnswers {
  const isOpen = ([name]: readonly [string, unknown]): boolean => parameters[name]?.type !== "secret";
  return new Map([...answers].map(([key, given]) => [key, Object.fromEntries(Object.entries(given).filter(isOpen))]));
}

/** What `withoutSecrets` leaves out, and what had been left out before. */
export function secretsIn({ parameters }: Pick<Operation, "parameters">, answers: FormAnswers, lost: SecretNames = new Map()): SecretNames {
  const secretsOf = (given: EarlierAnswers): readonly string[] => Object.keys(given).filter((name) => parameters[name]?.type === "secret");
  return new Map([...answers].map(([key, given]) => [key, [...new Set([...(lost.get(key) ?? []), ...secretsOf(given)])]]));
}

type Taker<P extends Parameter> = (parameter: P, kept: unknown, context: FormContext) => unknown;

const takers: { readonly [T in Parameter["type"]]?: Taker<Extract<Parameter, { type: T }>> } = {
  text: ({ check }, kept, context) => (typeof kept === "string" && check?.(kept, context) === undefined ? kept : undefined),
  number: (parameter, kept, context) => (typeof kept === "number" && checkNumber(String(kept), parameter, context) === undefined ? kept : undefined),
  choice: (parameter, kept, context) => (typeof kept === "string" && isOffered(parameter, kept, context) ? kept : undefined),
  yesNo: (_, kept) => (typeof kept === "boolean" ? kept : undefined),
  resource: ({ options }, kept, context) => options(context).find(({ key }) => key === kept),
  prefixes: (parameter, kept, context) => {
    if (!Array.isArray(kept) || !kept.every((one) => typeof one === "string")) return undefined;
    return checkPrefixes(kept.join(","), parameter, context) === undefined ? kept : undefined;
  },
};

/** What a call has to bring is taken as it was. */
function isOffered({ options, lookup, other }: ChoiceParameter, value: string, context: FormContext): boolean {
  const listed = typeof options === "function" ? options(context) : options;
  return lookup !== undefined || listed.some((option) => option.value === value) || (other !== undefined && other(value, context) === undefined);
}
