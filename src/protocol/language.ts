import type { LiveState, ReadAccount } from "../model/plan/live.ts";

/** Extension to language server: what is known of the live accounts has changed. */
export const liveStateChanged = "directConnect/liveStateChanged";

export interface LiveStateNews {
  /** The accounts that are read, whichever of them a plan is for. */
  readonly accounts: readonly ReadAccount[];
}

/** Language server to extension: what is known of the account that a plan is for. */
export const liveStateRequest = "directConnect/liveState";

export interface LiveStateParams {
  /** Null for a plan that names none: it is for the only account there is, if there is one. */
  readonly account: string | null;
}

export type LiveStateResult = LiveState | null;

/** What the language server takes as initialization options, and as `directConnect` of changed settings. */
export interface LanguageSettings {
  /** Levels by rule code, as a person wrote them. */
  readonly rules?: unknown;
}
