import * as vscode from "vscode";
import type { Place } from "../model/place.ts";
import { regionName } from "../model/region.ts";
import type { Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { inParagraphs, placeText, type Confirmation } from "./confirmation.ts";
import type { DetailsDocuments } from "./details-document.ts";
import type { Explanation, OperationUi, Progress, SetGoing } from "./operation-deps.ts";
import { followSettling, type Following } from "./follow-settling.ts";
import type { Report } from "./operation-report.ts";
import { askWhether, type ConfirmDeps, type Verdict } from "./confirm-step.ts";
import { noneAtAll, type PlaceChoice, type ResourceChoice } from "./choose-targets.ts";
import { askForm, type FormSurroundings } from "./parameter-form.ts";
import { resourceChoice } from "./parameter-step.ts";
import { presentAnswer } from "./present-answer.ts";
import { askChoice, type Choice } from "./quick-steps.ts";
import { showWhenListed } from "./show-when-listed.ts";

export interface OperationUiDeps {
  readonly log: vscode.LogOutputChannel;
  readonly details: DetailsDocuments;
  readonly wantsTypedName: ConfirmDeps["wantsTypedName"];
  /** Selects a resource where the person sees it. */
  readonly revealInTree: (resourceKey: string) => unknown;
  readonly form: FormSurroundings;
}

/** Asks and tells in VS Code's own dialogs, inputs and notifications. */
export function createOperationUi(deps: OperationUiDeps): OperationUi {
  const confirm = (confirmation: Confirmation, canChange: boolean): Promise<Verdict> => askWhether({ ...deps, review: deps.form.review }, confirmation, canChange);
  return {
    t: vscode.l10n.t,
    chooseResource,
    choosePlace,
    ask: (form) => askForm(form, { ...deps.form, confirm: (confirmation) => confirm(confirmation, true) }),
    forget: (form) => deps.form.drafts.forget(form),
    confirm: async (confirmation) => (await confirm(confirmation, false)) === "yes",
    explain: (explanation) => explain(deps, explanation),
    withProgress,
    present: (document) => presentAnswer(document, deps.details),
    tell: (report) => tell(deps, report),
  };
}

/** Tells in the status bar when what an operation has set going has settled, and shows what it has made. */
export function createFollow(store: Following["store"], show: (resourceKey: string) => unknown): (about: SetGoing) => void {
  const tell = (message: string): unknown => vscode.window.setStatusBarMessage(`$(info) ${message}`, 10_000);
  return ({ made, ...about }) => {
    followSettling({ store, t: vscode.l10n.t, tell, ...about });
    const [first] = made;
    if (first !== undefined) showWhenListed({ store, id: first, show });
  };
}

/** One of the resources, listed as soon as they are known; undefined when the person leaves or there is none. */
export async function chooseResource(title: string, resources: Promise<readonly Resource[]>, choice?: ResourceChoice): Promise<Resource | undefined> {
  const chosen = await askChoice<Resource | undefined>({
    title,
    step: 1,
    steps: 1,
    placeholder: vscode.l10n.t("Choose a resource"),
    choices: resources.then((known) => (known.length === 0 ? [noneChoice(choice)] : known.map(resourceChoice))),
    countSteps: ([first]) => (first === undefined ? 1 : (choice?.countSteps(first) ?? 1)),
  });
  return chosen?.way === "next" ? chosen.value : undefined;
}

function noneChoice(choice: ResourceChoice | undefined): Choice<undefined> {
  const { label, detail } = choice?.none() ?? noneAtAll;
  return { label: said(label, vscode.l10n.t), detail: said(detail, vscode.l10n.t), value: undefined };
}

/** Which of several things a drop means, by its place in the list. */
export async function chooseDrop(title: string, labels: readonly string[]): Promise<number | undefined> {
  const choices = labels.map((label, index) => ({ label, index }));
  return (await vscode.window.showQuickPick(choices, { title, placeHolder: vscode.l10n.t("Choose what to do"), ignoreFocusOut: true }))?.index;
}

async function choosePlace(title: string, places: readonly Place[], { inventory, steps }: PlaceChoice): Promise<Place | undefined> {
  const choices = places.map((place) => ({
    label: place.region ?? place.profile,
    description: place.region === undefined ? "" : regionName(place.region),
    detail: placeText(place, inventory, vscode.l10n.t),
    value: place,
  }));
  const chosen = await askChoice({ title, step: 1, steps, placeholder: vscode.l10n.t("Choose where"), choices });
  return chosen?.way === "next" ? chosen.value : undefined;
}

async function explain(deps: OperationUiDeps, { title, about, blocked, remedy }: Explanation): Promise<"remedy" | "close"> {
  const sentences = blocked.map(({ message }) => message);
  const why = sentences.length === 1 ? sentences.join("") : sentences.map((sentence) => `• ${sentence}`).join("\n");
  const because = blocked.flatMap((block) => block.because)[0];
  const show = vscode.l10n.t("Show in Tree");
  const buttons = [...(because === undefined ? [] : [show]), ...(remedy === undefined ? [] : [remedy])];
  const answer = await vscode.window.showWarningMessage(title, { modal: true, detail: inParagraphs([about.join("\n"), why]) }, ...buttons);
  if (answer === show && because !== undefined) await deps.revealInTree(because);
  return answer !== undefined && answer === remedy ? "remedy" : "close";
}

function withProgress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, async (bar, token) => {
      const abort = new AbortController();
      const cancelling = token.onCancellationRequested(() => abort.abort());
      try {
        return await work({
          signal: abort.signal,
          report: (message, increment) => bar.report(message === "" ? { increment } : { message, increment }),
        });
      } finally {
        cancelling.dispose();
      }
    }),
  );
}

/** Quietly where it went as the person wanted, with a notification where something is left to do. */
async function tell(deps: OperationUiDeps, report: Report): Promise<"retry" | "close"> {
  const { result, summary, details } = report;
  const isQuiet = result === "done" || (result === "cancelled" && details === undefined);
  if (!isQuiet) return tellTrouble(deps, report);
  deps.log.info(summary);
  vscode.window.setStatusBarMessage(`$(${result === "done" ? "check" : "circle-slash"}) ${summary}`, 6000);
  return "close";
}

async function tellTrouble({ log, details }: OperationUiDeps, { summary, details: results, mayRetry }: Report): Promise<"retry" | "close"> {
  log.error(results ?? summary);
  const showResults = vscode.l10n.t("Show Results");
  const tryAgain = vscode.l10n.t("Try Again");
  const showLog = vscode.l10n.t("Show Log");
  const others = [...(mayRetry ? [tryAgain] : []), showLog];
  const first = await vscode.window.showErrorMessage(summary, ...(results === undefined ? [] : [showResults]), ...others);
  if (first === showResults) await details.showText(summary, results ?? "");
  // Any button closes the notification, and who has read the results may still want to try again.
  const answer = first === showResults && mayRetry ? await vscode.window.showErrorMessage(summary, ...others) : first;
  if (answer === showLog) log.show();
  return answer === tryAgain ? "retry" : "close";
}
