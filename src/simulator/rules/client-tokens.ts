import { durations } from "../world/durations.ts";
import { refusal } from "./api-failure.ts";
import type { Asker } from "./ownership.ts";
import { simulatorTexts } from "./texts.ts";

interface TokenCall extends Asker {
  readonly input: { readonly clientToken?: string };
}

type Answer = Readonly<Record<string, unknown>>;

/**
 * Runs a call once for each client token: its repetition gets the first answer and changes nothing, and the same token
 * with another input is refused. A call without a token always runs. A token stands for its operation, account and Region.
 */
export function onceByToken<C extends TokenCall>(operation: string, run: (call: C) => Answer): (call: C) => Answer {
  return (call) => {
    const { clientToken, ...rest } = call.input;
    if (clientToken === undefined) return run(call);
    const { world, account, region } = call;
    const id = `${account} ${region} ${operation} ${clientToken}`;
    const input = JSON.stringify(rest);
    const earlier = world.find("tokenCall", id);
    if (earlier !== undefined) {
      if (earlier.input !== input) throw refusal(simulatorTexts.tokenUsedOtherwise(clientToken));
      return JSON.parse(earlier.answer) as Answer;
    }
    const answer = run(call);
    const becomes = { state: "forgotten", at: world.now + durations.tokenLife };
    world.add({ kind: "tokenCall", id, order: 0, state: "answered", becomes, input, answer: JSON.stringify(answer) });
    return answer;
  };
}
