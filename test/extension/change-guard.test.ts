import { expect, test } from "vitest";
import { createPermit, guardSend } from "../../src/extension/change-guard.ts";
import type { Action } from "../../src/operations/sdk.ts";
import type { Call, Send } from "../../src/operations/send.ts";

/** A lock on these profiles, and a person who unlocks some of them. */
function guard(locked: string[], unlocks: readonly string[] = []) {
  const lock = { isLocked: (profile: string) => locked.includes(profile) };
  const offered: string[] = [];
  const permit = createPermit(lock, (profile) => {
    offered.push(profile);
    if (unlocks.includes(profile)) locked.splice(locked.indexOf(profile), 1);
    return Promise.resolve(unlocks.includes(profile));
  });
  return { lock, permit, offered };
}

test("reading asks nothing", async () => {
  const { permit, offered } = guard(["prod"]);
  await expect(permit("reads", ["prod"])).resolves.toBe(true);
  expect(offered).toEqual([]);
});

test("a change asks once for each locked profile and stops at the first that stays locked", async () => {
  const { permit, offered } = guard(["prod", "bank", "mint"], ["prod"]);
  await expect(permit("changes", ["lab", "prod", "prod", "bank", "mint"])).resolves.toBe(false);
  expect(offered).toEqual(["prod", "bank"]);
});

test("a change goes on with what was unlocked", async () => {
  const { permit } = guard(["prod"], ["prod"]);
  await expect(permit("destroys", ["prod"])).resolves.toBe(true);
});

/** Sends nothing, and tells what it was asked to. */
function recorder() {
  const sent: string[] = [];
  const send = ((call: Call<Action>) => {
    sent.push(call.action);
    return Promise.resolve({ output: {}, requestId: undefined });
  }) as unknown as Send;
  return { sent, send };
}

test("in Restricted Mode nothing is sent as a profile of the computer, not even what reads", async () => {
  const { sent, send } = recorder();
  const guarded = guardSend(send, { isLocked: () => false, mayUse: (profile) => profile === "simulator" });
  const base = { region: "us-east-1", input: { connectionId: "dxcon-1" } };
  await expect(guarded({ ...base, profile: "default", action: "DescribeConnections" })).rejects.toMatchObject({ code: "RestrictedMode", reason: "denied" });
  await expect(guarded({ ...base, profile: "default", action: "DeleteConnection" })).rejects.toMatchObject({ code: "RestrictedMode" });
  await guarded({ ...base, profile: "simulator", action: "DeleteConnection" });
  expect(sent).toEqual(["DeleteConnection"]);
});

test("no change of a locked profile is sent, whoever asks; what reads is", async () => {
  const { sent, send } = recorder();
  const { lock } = guard(["prod"]);
  const guarded = guardSend(send, { ...lock, mayUse: () => true });
  const base = { region: "us-east-1", input: { connectionId: "dxcon-1" } };
  await expect(guarded({ ...base, profile: "prod", action: "DeleteConnection" })).rejects.toMatchObject({ code: "ProtectedProfile", reason: "denied" });
  await guarded({ ...base, profile: "prod", action: "DescribeConnections" });
  await guarded({ ...base, profile: "lab", action: "DeleteConnection" });
  expect(sent).toEqual(["DescribeConnections", "DeleteConnection"]);
});
