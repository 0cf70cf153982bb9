/** Stands for the process's environment variables; the parentheses keep it apart from any name that a file may give. */
export const environmentProfile = "(environment)";

/** How a profile gets its credentials. */
export type ProfileSource = "static" | "assumeRole" | "sso" | "process" | "webIdentity" | "environment" | "simulator" | "other";

/** A named set of credentials that the user may choose; it holds no secret. */
export interface Profile {
  readonly name: string;
  readonly source: ProfileSource;
  /** The Region that its configuration names. */
  readonly region: string | undefined;
  /** Twelve digits, where the configuration tells. */
  readonly account: string | undefined;
}
