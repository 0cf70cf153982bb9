import * as vscode from "vscode";
import type { JsonObject } from "../model/resource.ts";
import { fragmentText } from "../model/plan/fragment.ts";
import { said } from "../model/text.ts";
import { cliCommand } from "../operations/cli-command.ts";
import { planFragment } from "../operations/plan-fragment.ts";
import type { Target } from "../operations/target.ts";
import { callFor, type Asked, type PreparedCall } from "./operation-call.ts";
import { askChoice, type Choice, type StepAnswer, type StepFrame } from "./quick-steps.ts";

/** What a look at the request needs of its surroundings. */
export interface ReviewDeps {
  /** A value as JSON with every secret masked. */
  readonly mask: (value: unknown) => JsonObject;
  /** What the AWS CLI has to be told to call as a profile: no name where the profile is the extension's own. */
  readonly commandTarget: (profile: string) => { readonly profile: string | undefined; readonly endpoint: string | undefined };
  readonly show: (title: string, text: string, ending: string) => Promise<void>;
}

export interface Review {
  readonly deps: ReviewDeps;
  readonly frame: StepFrame;
  readonly asked: Asked;
  readonly targets: readonly Target[];
}

type Wish = "send" | "change" | "show" | "copyCommand" | "copyFragment";

/** The last step of a form: sends the person on, or to an answer to change, and shows meanwhile what is about to be sent. */
export async function askReview(review: Review): Promise<StepAnswer<"send" | "change">> {
  for (;;) {
    const calls = review.targets.map((target) => callFor(review.asked, target));
    const answer = await askChoice({ ...review.frame, choices: choicesFor(review, calls) });
    if (answer?.way !== "next") return answer;
    const { value } = answer;
    if (value === "send" || value === "change") return { way: "next", value };
    await look[value](review.deps, calls);
  }
}

function choicesFor({ asked: { operation }, deps }: Review, calls: readonly PreparedCall[]): readonly Choice<Wish>[] {
  const { t } = vscode.l10n;
  const hasFragment = calls.some((call) => planFragment(call) !== undefined);
  return [
    { label: `$(check) ${said(operation.verb, t)}`, description: operation.action, detail: shortRequest(deps.mask, calls), alwaysShow: true, value: "send" },
    { label: t("$(edit) Change an Answer"), value: "change" },
    { label: t("Look at the request"), kind: vscode.QuickPickItemKind.Separator, value: "show" },
    { label: t("$(json) Show Request as JSON"), value: "show" },
    { label: t("$(terminal) Copy as AWS CLI Command"), value: "copyCommand" },
    ...(hasFragment ? [{ label: t("$(file-code) Copy as Plan Fragment"), value: "copyFragment" } as const] : []),
  ];
}

const look: Readonly<Record<Exclude<Wish, "send" | "change">, (deps: ReviewDeps, calls: readonly PreparedCall[]) => Promise<void>>> = {
  show: ({ mask, show }, calls) => show(calls[0]?.action ?? "", requestText(mask, calls), "json"),
  copyCommand: ({ commandTarget }, calls) => copy(calls.map((call) => cliCommand({ ...call, ...commandTarget(call.profile) })).join("\n")),
  copyFragment: (_, calls) => copy(calls.flatMap((call) => planFragment(call) ?? []).map(fragmentText).join("")),
};

/** What is sent, at a glance: of several requests the first, which the others resemble. */
function shortRequest(mask: ReviewDeps["mask"], [first]: readonly PreparedCall[]): string {
  return first === undefined ? "" : JSON.stringify(mask(first.input), undefined, 1).replace(/\s*\n\s*/g, " ");
}

/** The one request as it is; several as a list. */
function requestText(mask: ReviewDeps["mask"], calls: readonly PreparedCall[]): string {
  const inputs = calls.map(({ input }) => mask(input));
  return `${JSON.stringify(inputs.length === 1 ? inputs[0] : inputs, undefined, 2)}\n`;
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(copy) Copied"), 3000);
}
