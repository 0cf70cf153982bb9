import type * as Sdk from "@aws-sdk/client-direct-connect";
import { phrase, verbatim } from "../model/text.ts";
import { isRead } from "../operations/call-danger.ts";
import type { CallReport } from "../operations/call-report.ts";
import type { Action, OutputOf } from "../operations/sdk.ts";
import { type ApiError, type Call, type Send } from "../operations/send.ts";
import { CredentialsFailure, isExpectedFailure, toApiError } from "./api-error.ts";
import type { Credentials, Target } from "./credentials.ts";
import { createCommands } from "./newer-commands.ts";
import { exceptQuotas, exceptWhatMayBeDone } from "./retries.ts";
import { secretsIn, toRecord } from "./record.ts";
import { untilAborted } from "./until-aborted.ts";

type DirectConnectClient = Sdk.DirectConnectClient;

export interface SendConfig {
  readonly credentials: Credentials;
  /** Asked at each call, so that a changed setting counts at once. */
  readonly targetOf: (profile: string) => Target;
  readonly onCall?: (report: CallReport) => void;
  /** Tries of one call, the first included. */
  readonly maxAttempts?: number;
  /** Milliseconds that one try may take. */
  readonly timeout?: number;
}

/**
 * Loads the SDK at the first call and keeps two clients for each profile, Region and endpoint: one for what reads, and
 * one for what changes something, which is not sent again where it may have been carried out.
 */
export function createSend(config: SendConfig): Send {
  const clients = new Map<string, Promise<DirectConnectClient>>();
  let commands: Promise<Commands> | undefined;
  const clientFor = ({ action, profile, region }: Call<Action>, target: Target): Promise<DirectConnectClient> => {
    const isReading = isRead(action);
    const key = [profile, region, target.endpoint ?? "", target.simulatedAccount ?? "", String(isReading)].join("\n");
    const known = clients.get(key);
    if (known !== undefined) return known;
    const made = createClient({ config, profile, region, target, isReading });
    clients.set(key, made);
    // What failed once is tried again.
    made.catch(() => clients.delete(key));
    return made;
  };
  return async (call) => {
    const target = config.targetOf(call.profile);
    const report = reporter(config, call, target);
    try {
      const client = await clientFor(call, target);
      commands ??= import("@aws-sdk/client-direct-connect").then(createCommands);
      const answer = await untilAborted(sendWith(client, call, commands), call);
      report("ok", { ...answer, isExpected: true });
      return answer;
    } catch (error) {
      const endpoint = target.endpoint === undefined ? phrase("The endpoint of {0}", call.region) : verbatim(target.endpoint);
      const failure = toApiError({ action: call.action, profile: call.profile, endpoint, secrets: secretsIn(call.input) }, error);
      if (isRefusedIdentity(failure, error)) config.credentials.forget(call.profile);
      const isExpected = isExpectedFailure(failure, call);
      report(failure.reason === "cancelled" ? "cancelled" : failure.code, { requestId: failure.requestId, text: failure.text, isExpected });
      throw failure;
    }
  };
}

type Ending = Pick<CallReport, "requestId" | "isExpected"> & Partial<Pick<CallReport, "text">>;

/** Begins to measure a call; the function that comes back tells how it ended. */
function reporter({ onCall }: SendConfig, call: Call<Action>, { endpoint }: Target): (outcome: string, ending: Ending) => void {
  const startedAt = Date.now();
  const started = performance.now();
  return (outcome, { requestId, text, isExpected }) => {
    if (onCall === undefined) return;
    const { action, profile, region } = call;
    const milliseconds = Math.round(performance.now() - started);
    onCall({ action, profile, region, endpoint, input: toRecord(call.input), startedAt, milliseconds, outcome, isExpected, text, requestId });
  };
}

/** The service no longer takes what was read from the profile; what could not be read at all is held elsewhere. */
function isRefusedIdentity({ reason }: ApiError, caught: unknown): boolean {
  return (reason === "expired" || reason === "credentials") && !(caught instanceof CredentialsFailure);
}

async function sendWith<A extends Action>(client: DirectConnectClient, call: Call<A>, commands: Promise<Commands>) {
  const newCommand = await commands;
  const command = newCommand(call.action, call.input);
  const { $metadata, ...output } = await client.send(command, call.signal === undefined ? {} : { abortSignal: call.signal });
  return { output: output as unknown as OutputOf<A>, requestId: $metadata.requestId };
}

type Commands = ReturnType<typeof createCommands>;

interface ClientFor {
  readonly config: SendConfig;
  readonly profile: string;
  readonly region: string;
  readonly target: Target;
  readonly isReading: boolean;
}

async function createClient({ config, profile, region, target, isReading }: ClientFor): Promise<DirectConnectClient> {
  const sdk = await import("@aws-sdk/client-direct-connect");
  const timeout = config.timeout ?? 30_000;
  const provide = (): ReturnType<Credentials["resolve"]> => config.credentials.resolve(profile, target);
  const client = new sdk.DirectConnectClient({
    region,
    maxAttempts: config.maxAttempts ?? 4,
    retryMode: "standard",
    // `Credentials` keeps and renews them; the SDK's own memory would outlive `forget`.
    credentials: Object.assign(provide, { memoized: true }),
    requestHandler: { connectionTimeout: Math.min(timeout, 5_000), requestTimeout: timeout, socketTimeout: timeout, throwOnRequestTimeout: true },
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.simulatedAccount === undefined ? { profile } : {}),
  });
  const standard = client.config.retryStrategy;
  client.config.retryStrategy = async () => {
    const strategy = exceptQuotas(await standard());
    return isReading ? strategy : exceptWhatMayBeDone(strategy);
  };
  return client;
}
