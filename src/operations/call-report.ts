import type { JsonObject } from "../model/resource.ts";
import type { Text } from "../model/text.ts";

/** What may be told about a call that has ended: its input with every secret masked, and nothing of its output. */
export interface CallReport {
  readonly action: string;
  readonly profile: string;
  readonly region: string;
  /** Another endpoint than AWS's; undefined for AWS. */
  readonly endpoint: string | undefined;
  readonly input: JsonObject;
  /** When it began, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** `ok`, `cancelled`, or the error's code. */
  readonly outcome: string;
  /** Whether that is nothing to warn of: an account that is no partner is told so at every reading, as is one that lacks a permission which few have. */
  readonly isExpected: boolean;
  /** What went wrong; undefined when nothing did. */
  readonly text: Text | undefined;
  readonly requestId: string | undefined;
}
