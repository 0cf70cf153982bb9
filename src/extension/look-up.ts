import type { Inventory } from "../model/inventory.ts";
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
}

/** Asks the API for a choice's options. A call that fails brings none: what is not listed can be typed. */
export function createLookUp({ store, send, log }: LookUpDeps): LookUp {
  return async ({ lookup }, context) => {
    if (lookup === undefined) return [];
    try {
      return await optionsOf(send, lookup, context, homeOf(context, store.inventory));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      log.warn(error.message);
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
