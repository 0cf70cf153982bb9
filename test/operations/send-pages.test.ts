import { expect, test } from "vitest";
import { sendPages } from "../../src/operations/send-pages.ts";
import type { Call, Send } from "../../src/operations/send.ts";

const call = { profile: "prod", region: "us-east-1", action: "ListVirtualInterfaceTestHistory", input: { virtualInterfaceId: "dxvif-1" } } as const;
const pages: Readonly<Record<string, unknown>> = {
  first: { virtualInterfaceTestHistory: [{ testId: "a" }], nextToken: "second" },
  second: { virtualInterfaceTestHistory: [{ testId: "b" }], nextToken: "" },
};

function wire(): { send: Send; inputs: unknown[] } {
  const inputs: unknown[] = [];
  const send = (({ input }: Call<"ListVirtualInterfaceTestHistory">) => {
    inputs.push(input);
    return Promise.resolve({ output: pages[input.nextToken ?? "first"], requestId: "r" });
  }) as unknown as Send;
  return { send, inputs };
}

test("a list that comes in pages is read to its end", async () => {
  const { send, inputs } = wire();
  const { output } = await sendPages(send, call, "virtualInterfaceTestHistory");
  expect(output.virtualInterfaceTestHistory?.map(({ testId }) => testId)).toEqual(["a", "b"]);
  expect(inputs).toEqual([{ virtualInterfaceId: "dxvif-1" }, { virtualInterfaceId: "dxvif-1", nextToken: "second" }]);
});

test("without a list there is one call", async () => {
  const { send, inputs } = wire();
  await sendPages(send, call, undefined);
  expect(inputs).toHaveLength(1);
});

test("a token that never ends does not go on for ever", async () => {
  let calls = 0;
  const send = (() => {
    calls += 1;
    return Promise.resolve({ output: { virtualInterfaceTestHistory: [], nextToken: "again" }, requestId: "r" });
  }) as unknown as Send;
  await sendPages(send, call, "virtualInterfaceTestHistory");
  expect(calls).toBe(200);
});
