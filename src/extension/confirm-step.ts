import * as vscode from "vscode";
import type { Confirmation } from "./confirmation.ts";
import type { DetailsDocuments } from "./details-document.ts";
import { askReview, type ReviewDeps } from "./review-step.ts";
import { requestParagraph } from "./review-text.ts";
import { confirmByTyping } from "./typed-confirmation.ts";

export interface ConfirmDeps {
  /** Whether what destroys is confirmed by typing its name. */
  readonly wantsTypedName: () => boolean;
  readonly review: ReviewDeps;
  /** Shows what is affected where there is room for all of it. */
  readonly details: Pick<DetailsDocuments, "showText">;
}

/** The answer to a question before something is sent; `change` where the person wants to say something else first. */
export type Verdict = "yes" | "no" | "change";

/** Asks in a dialog. The person can look at the request from there, and then is asked again. */
export async function askWhether(deps: ConfirmDeps, confirmation: Confirmation, canChange: boolean): Promise<Verdict> {
  const { mask } = deps.review;
  const paragraphs = [confirmation.detail, requestParagraph(mask, confirmation.calls ?? [], vscode.l10n.t)];
  const question = { ...confirmation, detail: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n") };
  for (;;) {
    const answer = await inDialog(deps, question);
    if (answer !== "look") return answer;
    const frame = { title: confirmation.message, step: 1, steps: 1, placeholder: vscode.l10n.t("This is what will be sent after a yes"), canGoBack: true };
    const seen = await askReview({ deps: deps.review, frame, confirmation, isLook: true, canChange });
    if (seen?.way === "next" && seen.value === "change") return "change";
  }
}

/** VS Code gives the focus to the first button: of what destroys, that is the one which only shows. */
async function inDialog({ wantsTypedName, details }: ConfirmDeps, confirmation: Confirmation): Promise<"yes" | "no" | "look"> {
  const { message, detail, button, inFull, typed, calls } = confirmation;
  const look = vscode.l10n.t("Look at Request…");
  const show = vscode.l10n.t("Show What Is Affected");
  const hasRequest = calls !== undefined;
  if (typed !== undefined && wantsTypedName()) return confirmByTyping({ ...confirmation, typed }, hasRequest ? look : undefined);
  const buttons = [...(inFull === undefined ? [] : [show]), button, ...(hasRequest ? [look] : [])];
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons);
  if (answer === show && inFull !== undefined) await details.showText(message.replace(/\?$/, ""), inFull);
  if (answer === look) return "look";
  return answer === button ? "yes" : "no";
}
