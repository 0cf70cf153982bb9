import type { Inventory } from "../model/inventory.ts";
import type { ResourceKind } from "../model/resource.ts";
import type { AnswerDocument } from "../operations/answer-document.ts";
import type { Send } from "../operations/send.ts";
import type { Permit } from "./change-guard.ts";
import type { TargetUi } from "./choose-targets.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Following } from "./follow-settling.ts";
import type { FormAnswers } from "./operation-form.ts";
import type { Report } from "./operation-report.ts";
import type { Blocked } from "./operation-targets.ts";
import type { FormRequest } from "./parameter-form.ts";
import type { Translate } from "./translate.ts";

/** What an operation needs of the inventory's store. */
export interface OperationStore {
  readonly inventory: Inventory;
  /** Resolves when everything chosen has been read once: a command may be the first to want it. */
  ready(): Promise<void>;
  /** Reads again what an operation may have changed, and watches it until it settles. */
  refreshAround(around: Around): Promise<void>;
}

/** Kinds that an operation may have changed, in a Region; undefined for all Regions. */
export interface Around {
  readonly kinds: readonly ResourceKind[];
  readonly region: string | undefined;
}

/** `declined`: nothing was sent. `failed`: at least one of the targets was not changed. */
export type RunResult = "done" | "declined" | "failed";

/** How the person is asked and told. */
export interface OperationUi extends TargetUi {
  readonly t: Translate;
  /** The answers, confirmed; undefined when the person leaves, `back` when it is another target that is wanted. */
  ask(form: FormRequest): Promise<FormAnswers | "back" | undefined>;
  /** The form's request has been carried out: its answers need not wait for another try. */
  forget(form: FormRequest): void;
  confirm(confirmation: Confirmation): Promise<boolean>;
  /** Why nothing can be done, before any call; whether the person takes the remedy that its button names. */
  explain(explanation: Explanation): Promise<"remedy" | "close">;
  /** Shows that the work goes on; aborts the signal when the person cancels. */
  withProgress<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T>;
  /** Shows what an answer brought, or saves it where the person says. */
  present(document: AnswerDocument): Promise<void>;
  /** Tells how it ended; whether to try again what may work the second time. */
  tell(report: Report): Promise<"retry" | "close">;
}

export interface Explanation {
  readonly title: string;
  /** What it is about, where the title does not name it: a line each. */
  readonly about: readonly string[];
  readonly blocked: readonly Blocked[];
  /** What a button says that offers a way out. */
  readonly remedy?: string;
}

export interface Progress {
  readonly signal: AbortSignal;
  /** What is worked on now, and how much of the whole has become done, in percent. */
  report(message: string, increment: number): void;
}

export interface OperationDeps {
  readonly store: OperationStore;
  readonly send: Send;
  readonly ui: OperationUi;
  /** Whether the profiles may change anything now; asked before any question of the operation's own. */
  readonly permit: Permit;
  /** Has it told later when what was set going has settled. */
  readonly follow?: (about: SetGoing) => void;
}

/** What an operation was done to, and what was listed before it. */
export interface SetGoing extends Pick<Following, "keys" | "before" | "kinds"> {
  /** The ids of what was made. */
  readonly made: readonly string[];
}
