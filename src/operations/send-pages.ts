import type { Action } from "./sdk.ts";
import type { Answer, Call, Send } from "./send.ts";

/** More than any listing has; it ends an answer that always names a next page. */
const mostPages = 200;

/** The call's answer; where `list` names a member that comes in pages, with that member of all pages. */
export async function sendPages<A extends Action>(send: Send, call: Call<A>, list: string | undefined): Promise<Answer<A>> {
  let answer = await send(call);
  if (list === undefined) return answer;
  const items = [...itemsOf(answer, list)];
  for (let page = 1; page < mostPages && tokenOf(answer) !== undefined; page += 1) {
    answer = await send({ ...call, input: { ...call.input, nextToken: tokenOf(answer) } });
    items.push(...itemsOf(answer, list));
  }
  return { ...answer, output: { ...answer.output, [list]: items } };
}

function itemsOf({ output }: Answer<Action>, list: string): readonly unknown[] {
  const items = (output as Readonly<Record<string, unknown>>)[list];
  return Array.isArray(items) ? items : [];
}

function tokenOf({ output }: Answer<Action>): string | undefined {
  const token = (output as { readonly nextToken?: string }).nextToken;
  return token === "" ? undefined : token;
}
