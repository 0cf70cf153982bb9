import type * as vscode from "vscode";
import type { Operation } from "../operations/operation.ts";
import type { FormAnswers } from "./operation-form.ts";
import { answerToKeep, type KeptAnswer } from "./recalled-answer.ts";

type Kept = Readonly<Record<string, Readonly<Record<string, KeptAnswer>>>>;

const memoryKey = "directConnect.lastAnswers";

/**
 * What was answered the last time, by operation and parameter, kept with the workspace. Only of what makes something: a
 * form that changes a resource begins with what that resource has. Never a secret.
 */
export class AnswerMemory {
  readonly #memory: Pick<vscode.Memento, "get" | "update">;

  constructor(memory: Pick<vscode.Memento, "get" | "update">) {
    this.#memory = memory;
  }

  /** Whatever was kept, by which version of the extension it may be. */
  recall(operation: Operation, parameter: string): unknown {
    if (!isKept(operation)) return undefined;
    const answers: unknown = this.#all[operation.action];
    return typeof answers === "object" && answers !== null && Object.hasOwn(answers, parameter) ? (answers as Kept[string])[parameter] : undefined;
  }

  async remember(operation: Operation, answers: FormAnswers): Promise<void> {
    const [last] = answers.values();
    if (last === undefined || !isKept(operation)) return;
    const kept = Object.entries(operation.parameters).flatMap(([name, parameter]) => {
      const value = answerToKeep(parameter, last[name]);
      return value === undefined ? [] : [[name, value] as const];
    });
    await this.#memory.update(memoryKey, { ...this.#all, [operation.action]: Object.fromEntries(kept) });
  }

  get #all(): Kept {
    const kept: unknown = this.#memory.get(memoryKey);
    return typeof kept === "object" && kept !== null ? (kept as Kept) : {};
  }
}

function isKept({ action }: Operation): boolean {
  return /^(Create|Allocate|Start)[A-Z]/.test(action);
}
