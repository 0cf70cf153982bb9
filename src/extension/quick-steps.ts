import * as vscode from "vscode";
import { said, type Text } from "../model/text.ts";

/** Where a step stands in its form; a form of one step shows no number. */
export interface StepFrame {
  readonly title: string;
  readonly step: number;
  readonly steps: number;
  readonly placeholder: string;
  /** Whether there is a step to go back to; every one but the first has one, unless it is said. */
  readonly canGoBack?: boolean;
}

/** How a step was left; undefined when the person dismissed the whole form. */
export type StepAnswer<T> = { readonly way: "next"; readonly value: T } | { readonly way: "back" } | undefined;

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface ChoiceStep<T> extends StepFrame {
  /** Listed as soon as they are known. */
  readonly choices: readonly Choice<T>[] | Promise<readonly Choice<T>[]>;
  /** The one that is chosen unless the person moves. */
  readonly isInitial?: (value: T) => boolean;
  /** What a text that the person types stands for, if it can be chosen beside the list; the description may say why not. */
  readonly typed?: (text: string) => Choice<T> | undefined;
  /** Whether a choice can be taken: one that only tells something cannot. */
  readonly isTakeable?: (value: T) => boolean;
  /** How many steps there are, where that depends on what there is to choose from. */
  readonly countSteps?: (values: readonly T[]) => number;
}

/** One of several. Stays open while the window loses the focus; fails as its choices do, which ends the form. */
export async function askChoice<T>(step: ChoiceStep<T>): Promise<StepAnswer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  let listed: readonly Choice<T>[] = [];
  const list = (): void => {
    const typed = pick.value.trim() === "" ? undefined : step.typed?.(pick.value.trim());
    pick.items = typed === undefined ? listed : [typed, ...listed];
  };
  const fill = (choices: readonly Choice<T>[]): void => {
    listed = choices;
    list();
    const initial = choices.find(({ value }) => step.isInitial?.(value) === true);
    // Without one the first is active, so that Enter takes it.
    if (initial !== undefined) pick.activeItems = [initial];
    const steps = step.countSteps?.(choices.map(({ value }) => value)) ?? 0;
    if (steps > 1) [pick.step, pick.totalSteps] = [step.step, steps];
    pick.busy = false;
  };
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.placeholder = step.placeholder;
  pick.busy = true;
  if (!(step.choices instanceof Promise)) fill(step.choices);
  return shown(pick, step, (accept, fail) => {
    if (step.choices instanceof Promise) step.choices.then(fill).catch(fail);
    return vscode.Disposable.from(
      pick.onDidChangeValue(() => {
        if (step.typed !== undefined) list();
      }),
      pick.onDidAccept(() => {
        const [chosen] = pick.selectedItems;
        if (chosen !== undefined && step.isTakeable?.(chosen.value) !== false) accept(chosen.value);
      }),
    );
  });
}

/** Some of several, at least one; `check` says why so many cannot be taken. */
export async function askChoices<T>(frame: StepFrame, choices: readonly Choice<T>[], check?: (count: number) => Text | undefined): Promise<StepAnswer<readonly T[]>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.items = choices;
  pick.canSelectMany = true;
  pick.placeholder = frame.placeholder;
  return shown(pick, frame, (accept) =>
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems;
      const problem = check?.(chosen.length);
      // The placeholder is where a list can say something, and is seen only while nothing is typed.
      if (problem !== undefined) [pick.value, pick.placeholder] = ["", said(problem, vscode.l10n.t)];
      else if (chosen.length > 0) accept(chosen.map(({ value }) => value));
    }),
  );
}

export interface TextStep extends StepFrame {
  readonly value: string;
  /** Says what is wrong while the person types; undefined when it is right. */
  readonly check: (value: string) => Text | undefined;
  /** Says what is odd about what is right. */
  readonly remark?: (value: string) => Text | undefined;
  /** Whether what is typed stays unseen. */
  readonly isSecret?: boolean;
  /** A further way to leave the step, as a button in its title. */
  readonly more?: { readonly tooltip: string; readonly icon: string };
}

export interface TextAnswer {
  readonly text: string;
  /** Whether the further way was taken. */
  readonly more: boolean;
}

/** A line of text that is checked while it is typed; it cannot be accepted while it is wrong. */
export async function askText(step: TextStep): Promise<StepAnswer<TextAnswer>> {
  const input = vscode.window.createInputBox();
  input.value = step.value;
  input.prompt = step.placeholder;
  input.password = step.isSecret === true;
  const more = step.more === undefined ? undefined : buttonOf(step.more);
  const problemOf = (text: string): string | undefined => {
    const problem = step.check(text);
    return problem === undefined ? undefined : said(problem, vscode.l10n.t);
  };
  const remarkOf = (text: string): vscode.InputBoxValidationMessage | undefined => {
    const remark = step.remark?.(text);
    return remark === undefined ? undefined : { message: said(remark, vscode.l10n.t), severity: vscode.InputBoxValidationSeverity.Warning };
  };
  if (step.value !== "" && problemOf(step.value) === undefined) input.validationMessage = remarkOf(step.value);
  return shown(input, step, (accept) => {
    const submit = (isMore: boolean): void => {
      const text = input.value.trim();
      const problem = problemOf(text);
      input.validationMessage = problem;
      if (problem === undefined) accept({ text, more: isMore });
    };
    if (more !== undefined) input.buttons = [...input.buttons, more];
    return vscode.Disposable.from(
      input.onDidChangeValue((value) => (input.validationMessage = problemOf(value.trim()) ?? remarkOf(value.trim()))),
      input.onDidAccept(() => submit(false)),
      input.onDidTriggerButton((button) => {
        if (button === more) submit(true);
      }),
    );
  });
}

/** Shows the input and waits for one of its ends: accepted, gone back, dismissed, failed. */
function shown<T>(
  input: ButtonedInput,
  frame: StepFrame,
  listen: (accept: (value: T) => void, fail: (error: unknown) => void) => vscode.Disposable,
): Promise<StepAnswer<T>> {
  input.title = frame.title;
  input.ignoreFocusOut = true;
  if (frame.steps > 1) [input.step, input.totalSteps] = [frame.step, frame.steps];
  if (frame.canGoBack ?? frame.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve, reject) => {
    let end = (): void => resolve(undefined);
    const leave = (how: () => void): void => {
      end = how;
      input.hide();
    };
    const listeners = vscode.Disposable.from(
      listen(
        (value) => leave(() => resolve({ way: "next", value })),
        (error) => leave(() => reject(error instanceof Error ? error : new Error(String(error)))),
      ),
      input.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) leave(() => resolve({ way: "back" }));
      }),
      input.onDidHide(() => {
        listeners.dispose();
        input.dispose();
        end();
      }),
    );
    input.show();
  });
}

/** What a quick pick and an input box have in common. */
type ButtonedInput = vscode.QuickInput & {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

function buttonOf({ tooltip, icon }: { readonly tooltip: string; readonly icon: string }): vscode.QuickInputButton {
  return { tooltip, iconPath: new vscode.ThemeIcon(icon) };
}
