import type { Unlocked } from "./profile-lock.ts";
import type { Translate } from "./translate.ts";

export interface LockState {
  readonly unlocked: readonly Unlocked[];
  readonly locked: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The status bar's text: what may be changed, and how long still; else what may not. */
export function lockText({ unlocked, locked, now }: LockState, t: Translate): string {
  const open = unlocked.map(({ profile, until }) => t("{0} unlocked for {1}", profile, clock(until - now)));
  if (open.length > 0) return `$(unlock) ${open.join(" · ")}`;
  return locked.length === 0 ? "" : `$(lock) ${t("read-only: {0}", locked.join(", "))}`;
}

/** Minutes and seconds: `14:05`. */
function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
