import type * as Sdk from "@aws-sdk/client-direct-connect";

type CommandName = Exclude<Extract<keyof typeof Sdk, `${string}Command`>, "$Command">;

/** The name of an API operation that the SDK has: `DeleteConnection`. */
export type Action = CommandName extends `${infer Name}Command` ? Name : never;

type CommandOf<A extends Action> = InstanceType<(typeof Sdk)[`${A}Command`]>;

/** What the operation takes, as the SDK types it. */
export type InputOf<A extends Action> = CommandOf<A> extends { input: infer Input } ? Input : never;
/** What the operation answers, as the SDK types it. */
export type OutputOf<A extends Action> = Awaited<ReturnType<CommandRunner<A>>>;

type CommandRunner<A extends Action> = CommandOf<A> extends {
  resolveMiddleware: (...all: never[]) => (...all: never[]) => Promise<{ output: infer Output }>;
}
  ? () => Promise<Output>
  : never;
