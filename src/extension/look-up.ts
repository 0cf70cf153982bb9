import type { Inventory } from "../model/inventory.ts";
import { phrase, type Text } from "../model/text.ts";
import { callRegionOf } from "../operations/call-region.ts";
import type { FormContext, Lookup } from "../operations/parameter.ts";
import type { InputOf } from "../operations/sdk.ts";
import { sendPages } from "../operations/send-pages.ts";
import { ApiError, type Send } from "../operations/send.ts";
import type { LookUp } from "./parameter-step.ts";

export interface LookUpDeps {
  readonly store: { readonly inventory: Inventory };
  readonly send: Send;
  readonly log: { warn(message: string): void };
  /** Tells the person without waiting: the form stays where it is. */
  readonly tell: (problem: Text) => void;
  /** Milliseconds that a person waits for choices. */
  readonly patience?: number;
}

/** Asks the API for a choice's options. A call that fails or takes too long brings none, which is told: what is not listed can be typed. */
export function createLookUp({ store, send, log, tell, patience = 15_000 }: LookUpDeps): LookUp {
  return async ({ lookup }, context) => {
    if (lookup === undefined) return [];
    try {
      const signal = AbortSignal.timeout(patience);
      return await optionsOf((call) => send({ ...call, signal }), lookup, context, homeOf(context, store.inventory));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      log.warn(error.message);
      tell(error.reason === "cancelled" ? phrase("{0} has not answered in time, so the list is incomplete.", error.action) : phrase("The list is incomplete: {0}", error.text));
      return [];
    }
  };
}

async function optionsOf(send: Send, lookup: Lookup, context: FormContext, home: string) {
  const { target, answers } = context;
  const { action, pages } = lookup;
  const input = lookup.input(context) as InputOf<typeof action>;
  const { output } = await sendPages(send, { profile: target.profile, region: callRegionOf(target, answers, home), action, input }, pages);
  return lookup.options(output as never, context);
}

function homeOf({ target }: FormContext, { accounts }: Inventory): string {
  return accounts.find(({ profile }) => profile === target.profile)?.regions[0] ?? "us-east-1";
}
