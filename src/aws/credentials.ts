import type { AwsCredentialIdentity } from "@smithy/types";
import { CredentialsFailure } from "./api-error.ts";

/** Stands for the process's environment variables; the parentheses keep it apart from any name that a file may give. */
export const environmentProfile = "(environment)";

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

export function createCredentials(): Credentials {
  const kept = new Map<string, Promise<AwsCredentialIdentity>>();
  return {
    async resolve(profile, target) {
      if (target.simulatedAccount !== undefined) return simulated(target.simulatedAccount);
      const known = kept.get(profile);
      if (known !== undefined) {
        const identity = await known;
        if (!endsSoon(identity) || kept.get(profile) !== known) return identity;
        kept.delete(profile);
      }
      const reading = kept.get(profile) ?? readIdentity(profile);
      kept.set(profile, reading);
      reading.catch(() => {
        if (kept.get(profile) === reading) kept.delete(profile);
      });
      return reading;
    },
    forget(profile) {
      if (profile === undefined) kept.clear();
      else kept.delete(profile);
    },
  };
}

function endsSoon({ expiration }: AwsCredentialIdentity): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < renewBefore;
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

function simulated(account: string): AwsCredentialIdentity {
  return { accessKeyId: `AKIA${account}TEST`, secretAccessKey: "simulator", accountId: account };
}
