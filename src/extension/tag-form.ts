import * as vscode from "vscode";
import type { Resource, Tags } from "../model/resource.ts";
import { checkTagValue } from "../model/tag.ts";
import { checkNewTag, existingTags, type ExistingTag } from "./operation-form.ts";
import { askChoice, askChoices, askText, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";

type Wish = { readonly wish: "set" } | { readonly wish: "new" } | { readonly wish: "edit"; readonly tag: ExistingTag };

/**
 * Asks for tags to set: an existing one with another value, or new ones, as many as the person goes on adding. `earlier`
 * are those that were said before the person came back.
 */
export async function askTags(frame: StepFrame, resources: readonly Resource[], earlier: Tags): Promise<StepAnswer<Tags>> {
  const pending = new Map(Object.entries(earlier));
  for (;;) {
    const wish = await askWish(frame, resources, pending);
    if (wish?.way !== "next") return wish;
    if (wish.value.wish === "set") return { way: "next", value: Object.fromEntries(pending) };
    const answer = await askTag({ frame: { ...frame, canGoBack: true }, resources, pending: [...pending.keys()] }, wish.value);
    if (answer === undefined) return undefined;
    if (answer.way === "back") continue;
    pending.set(answer.value.key, answer.value.value);
    if (!answer.value.more) return { way: "next", value: Object.fromEntries(pending) };
  }
}

/** Asks which of the resources' tags to remove. */
export async function askTagKeys(frame: StepFrame, resources: readonly Resource[]): Promise<StepAnswer<readonly string[]>> {
  const choices = existingTags(resources).map((tag) => ({
    label: tag.key,
    description: valueText(tag, resources.length),
    value: tag.key,
  }));
  const placeholder = vscode.l10n.t("Choose the tags to remove");
  return askChoices({ ...frame, placeholder }, choices);
}

function askWish(
  frame: StepFrame,
  resources: readonly Resource[],
  pending: ReadonlyMap<string, string>,
): Promise<StepAnswer<Wish>> {
  const placeholder = vscode.l10n.t("Choose a tag to edit, or add one");
  const choices: Choice<Wish>[] = [
    { label: vscode.l10n.t("$(add) New Tag…"), alwaysShow: true, value: { wish: "new" } },
    ...existingTags(resources).map((tag) => ({
      label: tag.key,
      description: pending.get(tag.key) ?? valueText(tag, resources.length),
      value: { wish: "edit" as const, tag },
    })),
  ];
  if (pending.size > 0) {
    const texts = [...pending].map(([key, value]) => `${key} = ${value}`);
    choices.unshift({ label: vscode.l10n.t("$(check) Set Tags"), description: texts.join(", "), alwaysShow: true, value: { wish: "set" } });
  }
  return askChoice({ ...frame, placeholder, choices });
}

interface TagContext {
  readonly frame: StepFrame;
  readonly resources: readonly Resource[];
  readonly pending: readonly string[];
}

interface TagAnswer {
  readonly key: string;
  readonly value: string;
  readonly more: boolean;
}

async function askTag(context: TagContext, wish: Exclude<Wish, { wish: "set" }>): Promise<StepAnswer<TagAnswer>> {
  if (wish.wish === "edit") return askValue(context.frame, wish.tag.key, wish.tag.value ?? "");
  let key = "";
  for (;;) {
    const asked = await askKey(context, key);
    if (asked?.way !== "next") return asked;
    key = asked.value;
    const answer = await askValue(context.frame, key, "");
    if (answer?.way !== "back") return answer;
  }
}

async function askKey({ frame, resources, pending }: TagContext, value: string): Promise<StepAnswer<string>> {
  const answer = await askText({
    ...frame,
    placeholder: vscode.l10n.t("Key of the new tag, such as Owner"),
    value,
    check: (key) => checkNewTag(key, resources, pending),
  });
  return answer?.way === "next" ? { way: "next", value: answer.value.text } : answer;
}

async function askValue(frame: StepFrame, key: string, value: string): Promise<StepAnswer<TagAnswer>> {
  const answer = await askText({
    ...frame,
    placeholder: vscode.l10n.t("Value of the tag {0}; it may be empty", key),
    value,
    check: checkTagValue,
    more: { icon: "add", tooltip: vscode.l10n.t("Keep This and Add Another Tag") },
  });
  if (answer?.way !== "next") return answer;
  return { way: "next", value: { key, value: answer.value.text, more: answer.value.more } };
}

function valueText({ value, count }: ExistingTag, total: number): string {
  const text = value ?? vscode.l10n.t("several values");
  return count === total ? text : vscode.l10n.t("{0} (on {1} of {2})", text, count, total);
}
