import type * as Sdk from "@aws-sdk/client-direct-connect";
import type { NewerAction, NewerInputs, NewerMembers, NewerOutputs } from "./newer.ts";

type CommandName = Exclude<Extract<keyof typeof Sdk, `${string}Command`>, "$Command">;

/** The name of an API operation that the SDK has: `DeleteConnection`. */
export type SdkAction = CommandName extends `${infer Name}Command` ? Name : never;

/** The name of an API operation: the SDK's, and those that only AWS's newest model has. */
export type Action = SdkAction | NewerAction;

type CommandOf<A extends SdkAction> = InstanceType<(typeof Sdk)[`${A}Command`]>;

/** What the operation takes, as the SDK types it, with the members that it has gained since. */
export type InputOf<A extends Action> = A extends NewerAction ? NewerInputs[A] : A extends SdkAction ? SdkInput<A> & MembersOf<A> : never;
/** What the operation answers, as the SDK types it, without what the SDK itself says of the call. */
export type OutputOf<A extends Action> = A extends NewerAction ? NewerOutputs[A] : A extends SdkAction ? Omit<SdkOutput<A>, "$metadata"> : never;

type SdkInput<A extends SdkAction> = CommandOf<A> extends { input: infer Input } ? Input : never;
type SdkOutput<A extends SdkAction> = Awaited<ReturnType<CommandRunner<A>>>;
type MembersOf<A extends SdkAction> = A extends keyof NewerMembers ? NewerMembers[A] : unknown;

type CommandRunner<A extends SdkAction> = CommandOf<A> extends {
  resolveMiddleware: (...all: never[]) => (...all: never[]) => Promise<{ output: infer Output }>;
}
  ? () => Promise<Output>
  : never;
