import { isRegion } from "../rules/regions.ts";

/** Who calls, and where, as the request's signature says. The signature itself is not verified. */
export interface Caller {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
}

const defaultAccount = "111122223333";

/**
 * Reads the credential of an AWS signature: `Credential=<access key id>/<date>/<Region>/directconnect/aws4_request`.
 * The account is the first run of twelve digits in the access key id.
 */
export function readCaller(authorization: string | undefined, defaultRegion: string): Caller {
  const credential = /Credential=([^,\s]+)/.exec(authorization ?? "")?.[1] ?? "";
  const [accessKeyId = "", , region = ""] = credential.split("/");
  return {
    account: /\d{12}/.exec(accessKeyId)?.[0] ?? defaultAccount,
    region: isRegion(region) ? region : defaultRegion,
  };
}
