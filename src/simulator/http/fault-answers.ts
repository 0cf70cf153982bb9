import type { Fault, FaultKind } from "../faults.ts";
import { ApiFailure } from "../rules/api-failure.ts";
import { partitionOf } from "../rules/partitions.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import type { Caller } from "./caller.ts";

/** How long a throttled client is told to wait. */
export const throttleHintMs = 200;

type Failing = (operation: string, caller: Caller, fault: Fault) => ApiFailure;

const failures: Readonly<Partial<Record<FaultKind, Failing>>> = {
  throttle: () => new ApiFailure("ThrottlingException", 400, awsTexts.rateExceeded()),
  error: (_operation, _caller, { status = 500 }) => new ApiFailure("DirectConnectServerException", status, simulatorTexts.faultInjected()),
  expired: () => new ApiFailure("ExpiredTokenException", 400, awsTexts.tokenExpired()),
  denied: (operation, { account, region }) => {
    const user = `arn:${partitionOf(region)}:iam::${account}:user/simulated`;
    return new ApiFailure("AccessDeniedException", 400, awsTexts.accessDenied(user, operation));
  },
};

/** What AWS would answer to this call under the first of the faults that makes it fail. */
export function failureOf(faults: readonly Fault[], operation: string, caller: Caller): ApiFailure | undefined {
  for (const fault of faults) {
    const failing = failures[fault.kind];
    if (failing !== undefined) return failing(operation, caller, fault);
  }
  return undefined;
}
