import type { Operation } from "../operations/operation.ts";
import { isPlace, type Target } from "../operations/target.ts";
import type { Form, FormAnswers, SecretNames } from "./operation-form.ts";
import { secretsIn, withoutSecrets } from "./recalled-answer.ts";

/** A form that was begun. */
export interface Draft {
  readonly answers: FormAnswers;
  /** The secrets that were given, to be given again. */
  readonly lost: SecretNames;
  /** Whether only the last look was left. */
  readonly isAtLast: boolean;
}

/** What a draft belongs to: the same operation on the same things. */
export interface DraftSubject {
  readonly operation: Operation;
  readonly targets: readonly Target[];
}

/**
 * Forms that were left, or whose request failed, to be gone on with as long as the window is open. Of secrets only
 * the names are kept, and nothing is written anywhere.
 */
export class FormDrafts {
  readonly #drafts = new Map<Operation, Map<string, Draft>>();

  find({ operation, targets }: DraftSubject): Draft | undefined {
    return this.#drafts.get(operation)?.get(keyOf(targets));
  }

  keep({ operation, targets }: DraftSubject, { answers, lost, isAtLast }: Pick<Form, "answers" | "lost"> & Pick<Draft, "isAtLast">): void {
    const drafts = this.#drafts.get(operation) ?? new Map<string, Draft>();
    drafts.set(keyOf(targets), { answers: withoutSecrets(operation, answers), lost: secretsIn(operation, answers, lost), isAtLast });
    this.#drafts.set(operation, drafts);
  }

  forget({ operation, targets }: DraftSubject): void {
    this.#drafts.get(operation)?.delete(keyOf(targets));
  }
}

/** A Region is the same place, whichever heading of it was clicked. */
function keyOf(targets: readonly Target[]): string {
  return targets.map((target) => (isPlace(target) ? [target.profile, target.region, target.location].join("/") : target.key)).sort().join(" ");
}
