import * as vscode from "vscode";
import type { JsonObject } from "../model/resource.ts";
import { fragmentText } from "../model/plan/fragment.ts";
import { cliCommand } from "../operations/cli-command.ts";
import { planFragment } from "../operations/plan-fragment.ts";
import type { Confirmation } from "./confirmation.ts";
import type { PreparedCall } from "./operation-call.ts";
import { askChoice, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";
import { foldedLines, plainLabel, requestText } from "./review-text.ts";

/** What a look at the request needs of its surroundings. */
export interface ReviewDeps {
  /** A value as JSON with every secret masked. */
  readonly mask: (value: unknown) => JsonObject;
  /** What the AWS CLI has to be told to call as a profile: no name where no file names the profile. */
  readonly commandTarget: (profile: string) => { readonly profile: string | undefined; readonly endpoint: string | undefined };
  /** Opens a text in a document that leaves the keyboard where it is. */
  readonly show: (title: string, text: string, ending: string) => Promise<void>;
}

export interface Review {
  readonly deps: ReviewDeps;
  readonly frame: StepFrame;
  readonly confirmation: Confirmation;
  /** Whether a question follows, to which the first choice leads back. */
  readonly isLook: boolean;
  /** Whether there is an answer that could be changed. */
  readonly canChange: boolean;
}

type Look = "show" | "copyCommand" | "copyFragment";
type Wish = "send" | "change" | Look | undefined;

/**
 * The last step of a form: sends the person on, or to an answer to change, and shows meanwhile what is meant, what
 * follows, and exactly what is about to be sent. Looking at it elsewhere leads back to it.
 */
export async function askReview(review: Review): Promise<StepAnswer<"send" | "change">> {
  const calls = review.confirmation.calls ?? [];
  for (;;) {
    const answer = await askChoice<Wish>({ ...review.frame, choices: choicesFor(review, calls), isTakeable: (wish) => wish !== undefined });
    if (answer?.way !== "next") return answer;
    const { value } = answer;
    if (value === "send" || value === "change") return { way: "next", value };
    if (value !== undefined) await look[value](review.deps, calls);
  }
}

function choicesFor({ confirmation, deps, isLook, canChange }: Review, calls: readonly PreparedCall[]): readonly Choice<Wish>[] {
  const { t } = vscode.l10n;
  // What can be chosen comes first, for the keyboard; all of it is in sight.
  const hasFragment = calls.some((call) => planFragment(call) !== undefined);
  const action = calls[0]?.action ?? "";
  return [
    isLook
      ? { label: t("$(arrow-left) Back to the Question"), alwaysShow: true, value: "send" }
      : { label: `$(check) ${confirmation.button}`, description: action, alwaysShow: true, value: "send" },
    ...(canChange ? [{ label: t("$(edit) Change an Answer"), value: "change" } as const] : []),
    { label: t("$(json) Show Request as JSON"), description: t("in a document beside this"), value: "show" },
    { label: t("$(terminal) Copy as AWS CLI Command"), value: "copyCommand" },
    ...(hasFragment ? [{ label: t("$(file-code) Copy as Plan Fragment"), value: "copyFragment" } as const] : []),
    heading(t("What it is about")),
    ...foldedLines(confirmation.detail).map(line),
    heading(t("What is sent: {0}", action)),
    ...requestText(deps.mask, calls).trimEnd().split("\n").map(line),
  ];
}

function heading(label: string): Choice<Wish> {
  return { label, kind: vscode.QuickPickItemKind.Separator, value: undefined };
}

function line(text: string): Choice<Wish> {
  return { label: plainLabel(text), value: undefined };
}

const look: Readonly<Record<Look, (deps: ReviewDeps, calls: readonly PreparedCall[]) => Promise<void>>> = {
  show: ({ mask, show }, calls) => show(calls[0]?.action ?? "", requestText(mask, calls), "json"),
  copyCommand: ({ commandTarget }, calls) => copy(calls.map((call) => cliCommand({ ...call, ...commandTarget(call.profile) })).join("\n")),
  copyFragment: (_, calls) => copy(calls.flatMap((call) => planFragment(call) ?? []).map(fragmentText).join("")),
};

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(copy) Copied"), 3000);
}
