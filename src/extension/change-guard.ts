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

/** Lets no change of a locked profile through, whoever asks: a form may stay open longer than the lock does. */
export function guardSend(send: Send, lock: Pick<ProfileLock, "isLocked">): Send {
  return async (call) => {
    if (lock.isLocked(call.profile) && dangerOf(call.action) !== "reads") {
      const text = phrase("Profile {0} is protected and locked. Unlock it first.", call.profile);
      throw new ApiError({ action: call.action, code: "ProtectedProfile", reason: "denied", text });
    }
    return send(call);
  };
}
