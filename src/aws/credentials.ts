import type { AwsCredentialIdentity } from "@smithy/types";
import { environmentProfile } from "../model/profile.ts";
import { CredentialsFailure } from "./api-error.ts";

/** Where a profile's calls go, and as whom. */
export interface Target {
  /** Another endpoint than AWS's. */
  readonly endpoint?: string | undefined;
  /** The account to act as where the endpoint is the simulator, which takes it from the access key. */
  readonly simulatedAccount?: string | undefined;
}

/** One profile's credentials, kept until they end. */
export interface Credentials {
  /** Throws a `CredentialsFailure` that says why there are none. */
  resolve(profile: string, target: Target): Promise<AwsCredentialIdentity>;
  /** Reads files and asks services anew at the next call; without a profile, for all. */
  forget(profile?: string): void;
}

/** Credentials that end within this time are renewed before they are used. */
const renewBefore = 5 * 60_000;
/** How long they may take: a program or a service may ask a person before it gives them. */
const usualPatience = 60_000;
/** A failure holds this long after its program has ended, so that many calls at once do not run it many times. */
const failureHolds = 3_000;

interface Kept {
  /** Fails when patience ends, and stays so until the program has ended: nobody waits twice for one that hangs. */
  reading: Promise<AwsCredentialIdentity>;
  /** When to read anew, in milliseconds since 1970. */
  until: number;
}

/** `patience`: the most that one reading of them may take, in milliseconds. */
export function createCredentials({ patience = usualPatience } = {}): Credentials {
  const kept = new Map<string, Kept>();
  return {
    resolve(profile, target) {
      if (target.simulatedAccount !== undefined) return Promise.resolve(simulated(target.simulatedAccount));
      const known = kept.get(profile);
      if (known !== undefined && Date.now() < known.until) return known.reading;
      const whole = readIdentity(profile);
      const fresh: Kept = { reading: within(patience, whole), until: Infinity };
      kept.set(profile, fresh);
      const identity = whole.then(({ expiration }) => {
        fresh.reading = whole;
        fresh.until = expiration === undefined ? Infinity : expiration.getTime() - renewBefore;
      });
      identity.catch(() => (fresh.until = Date.now() + failureHolds));
      return fresh.reading;
    },
    forget(profile) {
      if (profile === undefined) kept.clear();
      else kept.delete(profile);
    },
  };
}

/**
 * The account that the profile's credentials tell, if they do; undefined also where there are none. An endpoint that
 * is not AWS's is taken for a simulator, which reads the account from the access key id.
 */
export async function accountOfProfile(credentials: Credentials, profile: string, target: Target): Promise<string | undefined> {
  try {
    const { accountId, accessKeyId } = await credentials.resolve(profile, target);
    return accountId ?? (target.endpoint === undefined ? undefined : /\d{12}/.exec(accessKeyId)?.[0]);
  } catch {
    // The calls that follow fail for the same reason, and say it.
    return undefined;
  }
}

async function readIdentity(profile: string): Promise<AwsCredentialIdentity> {
  const { fromEnv, fromIni } = await import("@aws-sdk/credential-providers");
  const provide = profile === environmentProfile ? fromEnv() : fromIni({ profile, ignoreCache: true });
  try {
    return await provide();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CredentialsFailure(message, { cause: error });
  }
}

/** A program that never ends would hold up all that is read beside it. */
async function within<T>(patience: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CredentialsFailure(`They did not come within ${patience / 1_000} seconds.`)), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function simulated(account: string): AwsCredentialIdentity {
  return { accessKeyId: `AKIA${account}TEST`, secretAccessKey: "simulator", accountId: account };
}
