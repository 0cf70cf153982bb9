// What a person's hands do in VS Code's own inputs, by the commands that its keys are bound to.
//
// A modal dialog cannot be answered here: while tests run inside the extension host, VS Code refuses to show one and
// throws with its first line. So a question is recognised by that line and counts as declined; test/e2e answers them.
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { pause, until } from "./extension.ts";

export const accept = "workbench.action.acceptSelectedQuickOpenItem";
export const nextInList = "workbench.action.quickOpenSelectNext";
export const tick = "workbench.action.quickPickManyToggle";
const acceptNotification = "notification.acceptPrimaryAction";
const dismissNotifications = "notifications.clearAll";

/** Runs a command that must ask in a modal dialog, and answers what the dialog says in its first line. */
export async function questionOf(command: string, ...parameters: readonly unknown[]): Promise<string> {
  try {
    await vscode.commands.executeCommand(command, ...parameters);
  } catch (error) {
    const [, text] = /refused to show dialog in tests\. Contents: ([^]*)$/.exec(String(error)) ?? [];
    if (text !== undefined) return text;
    throw error;
  }
  return assert.fail(`${command} asked nothing`);
}

/** A command on its way. */
export interface Run {
  /** What the command answers. */
  readonly end: Promise<unknown>;
  readonly hasEnded: boolean;
}

export function start(command: string, ...parameters: readonly unknown[]): Run {
  const state = { hasEnded: false };
  const end = Promise.resolve(vscode.commands.executeCommand(command, ...parameters)).finally(() => (state.hasEnded = true));
  // A failure is told to whoever awaits the end, which may be later.
  end.catch(() => undefined);
  return {
    end,
    get hasEnded() {
      return state.hasEnded;
    },
  };
}

/** Starts a command and presses the keys in the inputs that it shows one after the other. */
export async function fillIn(command: string, resourceKey: string, keys: readonly string[]): Promise<Run> {
  const run = start(`directConnect.${command}`, resourceKey);
  await press(keys);
  return run;
}

/**
 * Presses keys, each when the window has shown what the one before it leads to. What is asked and shown goes the same way
 * to the window and back as a command does: one that does nothing, a few times there and back, is overtaken by all of it.
 */
export async function press(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await pause(100);
    await pressAtOnce(key);
  }
}

/** The same for one key, where nothing but the window has to be waited for. */
export async function pressAtOnce(key: string): Promise<void> {
  for (let trip = 0; trip < 4; trip += 1) await vscode.commands.executeCommand("setContext", "directConnect.thereAndBack", trip);
  await vscode.commands.executeCommand(key);
}

/** Presses the first button of the latest notification, Cancel for one that shows progress, until it has taken effect. */
export async function pressNotification(hasEffect: () => boolean | Promise<boolean>): Promise<void> {
  await repeat(acceptNotification, hasEffect);
}

/** Closes notifications until it has taken effect: one that is about to appear has no event. */
export async function dismissNotification(run: Run): Promise<unknown> {
  await repeat(dismissNotifications, () => run.hasEnded);
  return run.end;
}

async function repeat(command: string, hasEffect: () => boolean | Promise<boolean>): Promise<void> {
  const pressUnlessDone = async (): Promise<boolean> => {
    if (await hasEffect()) return true;
    await vscode.commands.executeCommand(command);
    await pause(100);
    return hasEffect();
  };
  await until(pressUnlessDone, `${command} to take effect`);
}
