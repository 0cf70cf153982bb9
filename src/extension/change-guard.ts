import { phrase } from "../model/text.ts";
import { dangerOf } from "../operations/call-danger.ts";
import type { Danger } from "../operations/operation.ts";
import { ApiError, type Send } from "../operations/send.ts";
import type { ProfileLock } from "./profile-lock.ts";

/** Whether something of this danger may be done as these profiles; the person may be asked to unlock them. */
export type Permit = (danger: Danger, profiles: readonly string[]) => Promise<boolean>;

/** Asks for the profiles that are locked, one after the other; `offerUnlock` answers whether a profile is unlocked now. */
export function createPermit(lock: Pick<ProfileLock, "isLocked">, offerUnlock: (profile: string) => Promise<boolean>): Permit {
  return async (danger, profiles) => {
    if (danger === "reads") return true;
    for (const profile of new Set(profiles)) {
      if (lock.isLocked(profile) && !(await offerUnlock(profile))) return false;
    }
    return true;
  };
}

/** What a call has to pass: the lock, and whether this window may use the profile at all. */
export interface SendGuard extends Pick<ProfileLock, "isLocked"> {
  /** In Restricted Mode only the simulator's: a file of the folder could name any other. */
  readonly mayUse: (profile: string) => boolean;
}

/**
 * Lets nothing through of a profile that may not be used, and no change of a locked one, whoever asks: a form may stay
 * open longer than the lock does, and a request document names its profile itself.
 */
export function guardSend(send: Send, guard: SendGuard): Send {
  return async (call) => {
    if (!guard.mayUse(call.profile)) {
      const text = phrase("Profile {0} is not used in Restricted Mode. Trust the folder first.", call.profile);
      throw new ApiError({ action: call.action, code: "RestrictedMode", reason: "denied", text });
    }
    if (guard.isLocked(call.profile) && dangerOf(call.action) !== "reads") {
      const text = phrase("Profile {0} is protected and locked. Unlock it first.", call.profile);
      throw new ApiError({ action: call.action, code: "ProtectedProfile", reason: "denied", text });
    }
    return send(call);
  };
}
