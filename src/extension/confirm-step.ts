import * as vscode from "vscode";
import type { Confirmation } from "./confirmation.ts";
import type { DetailsDocuments } from "./details-document.ts";
import { askChoice } from "./quick-steps.ts";
import { askReview, type ReviewDeps } from "./review-step.ts";
import { requestParagraph } from "./review-text.ts";
import { confirmByTyping, type Answer, type Sight } from "./typed-confirmation.ts";

export interface ConfirmDeps {
  /** Whether what destroys is confirmed by typing its name. */
  readonly wantsTypedName: () => boolean;
  readonly review: ReviewDeps;
  /** Shows what is affected where there is room for all of it. */
  readonly details: Pick<DetailsDocuments, "showText">;
}

/** The answer to a question before something is sent; `change` where the person wants to say something else first. */
export type Verdict = "yes" | "no" | "change";

/**
 * Asks in a dialog. The person can look at the request and at all that is affected from there, and then is asked again.
 */
export async function askWhether(deps: ConfirmDeps, confirmation: Confirmation, canChange: boolean): Promise<Verdict> {
  const { mask } = deps.review;
  const paragraphs = [confirmation.detail, requestParagraph(mask, confirmation.calls ?? [], vscode.l10n.t)];
  const question = { ...confirmation, detail: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n") };
  for (;;) {
    const answer = await inDialog(deps, question);
    if (answer === "yes" || answer === "no") return answer;
    const wish = answer === "look" ? await lookAtRequest(deps, confirmation, canChange) : await showAffected(deps, confirmation);
    if (wish !== "ask") return wish;
  }
}

/** VS Code gives the focus to the first button: of what stops or destroys something, that is the one which only shows. */
async function inDialog({ wantsTypedName }: ConfirmDeps, confirmation: Confirmation): Promise<Answer> {
  const { message, detail, button, inFull, typed, calls } = confirmation;
  const show: readonly Sight[] = inFull === undefined ? [] : [{ value: "show", label: vscode.l10n.t("Show What Is Affected"), icon: "list-unordered" }];
  const look: readonly Sight[] = calls === undefined ? [] : [{ value: "look", label: vscode.l10n.t("Look at Request…"), icon: "eye" }];
  const sights = [...show, ...look];
  if (typed !== undefined && wantsTypedName()) return confirmByTyping({ ...confirmation, typed }, sights);
  const labelsOf = (some: readonly Sight[]): readonly string[] => some.map(({ label }) => label);
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, ...labelsOf(show), button, ...labelsOf(look));
  return sights.find(({ label }) => label === answer)?.value ?? (answer === button ? "yes" : "no");
}

async function lookAtRequest({ review }: ConfirmDeps, confirmation: Confirmation, canChange: boolean): Promise<"change" | "ask"> {
  const frame = { title: confirmation.message, step: 1, steps: 1, placeholder: vscode.l10n.t("This is what will be sent after a yes"), canGoBack: true };
  const seen = await askReview({ deps: review, frame, confirmation, isLook: true, canChange });
  return seen?.way === "next" && seen.value === "change" ? "change" : "ask";
}

/** The question to type in leaves the document in sight; a dialog would cover it, and waits until it has been read. */
async function showAffected({ details, wantsTypedName }: ConfirmDeps, { message, inFull = "", typed }: Confirmation): Promise<"no" | "ask"> {
  await details.showText(message.replace(/\?$/, ""), inFull);
  if (typed !== undefined && wantsTypedName()) return "ask";
  const choices = [{ label: vscode.l10n.t("$(arrow-left) Back to the Question"), value: "ask" } as const];
  const placeholder = vscode.l10n.t("All that is affected stands in the document. Nothing is sent without a yes.");
  const read = await askChoice({ title: message, step: 1, steps: 1, placeholder, choices });
  return read?.way === "next" ? read.value : "no";
}
