import { bandwidthText } from "../model/describe.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import type { Parameter } from "../operations/parameter.ts";
import type { Translate } from "./translate.ts";

/** An answer in a few words; empty where there is none, and never what is secret. */
export function answerText(parameter: Parameter, answer: unknown, t: Translate): string {
  if (answer === undefined) return "";
  switch (parameter.type) {
    case "secret":
      return "********";
    case "choice":
      return choiceText(parameter, answer, t);
    case "yesNo":
      return answer === true ? t("Yes") : t("No");
    case "tags":
      return Object.entries(answer as Readonly<Record<string, string>>).map(([key, value]) => `${key} = ${value}`).join(", ");
    default:
      return plainText(answer);
  }
}

function choiceText(parameter: Extract<Parameter, { type: "choice" }>, answer: unknown, t: Translate): string {
  const fixed = typeof parameter.options === "function" ? [] : parameter.options;
  const option = fixed.find(({ value }) => value === answer);
  return said(option?.label ?? bandwidthText(String(answer)), t);
}

function plainText(answer: unknown): string {
  if (Array.isArray(answer)) return answer.map(plainText).join(", ");
  return isResource(answer) ? labelOf(answer) : String(answer);
}

function isResource(answer: unknown): answer is Resource {
  return typeof answer === "object" && answer !== null && "kind" in answer;
}
