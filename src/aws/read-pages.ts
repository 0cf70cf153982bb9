import type { JsonObject } from "../model/resource.ts";
import type { Action, InputOf } from "../operations/sdk.ts";
import type { Call, Send } from "../operations/send.ts";
import { MalformedAnswer } from "./api-error.ts";
import { idIn, isJsonObject, toRecord } from "./record.ts";

/**
 * The pages of a listing, whose records are in `member`, with secrets masked. The SDK has no paginators for this
 * service. A token that comes twice would go round for ever: that is a `MalformedAnswer`, as is a list that is none.
 */
export async function* readPages<A extends Action>(send: Send, call: Call<A>, member: string): AsyncGenerator<readonly JsonObject[]> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const { output } = await send({ ...call, input: { ...(call.input), nextToken: token } as InputOf<A> });
    const answer = toRecord(output);
    yield listOf(answer, member);
    token = idIn(answer, "nextToken");
    if (token !== undefined && seen.has(token)) throw new MalformedAnswer("a page names itself as the next one");
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
}

function listOf(answer: JsonObject, member: string): readonly JsonObject[] {
  const list = answer[member] ?? [];
  if (!Array.isArray(list)) throw new MalformedAnswer(`${member} is not a list`);
  return list.filter(isJsonObject);
}
