import { expect, test } from "vitest";
import { dropResources } from "../../src/extension/drop-resources.ts";
import { desk } from "../support/operation-desk.ts";
import { connection, directConnectGateway, lag, virtualInterface } from "../support/sample-inventory.ts";

const gateway = directConnectGateway({ id: "gw", name: "core" });
const waiting = virtualInterface({ id: "dxvif-1", name: "theirs", state: "confirming" });
const port = connection({ id: "dxcon-1" });
const chooseDrop = () => Promise.resolve(0);

test("what a drop answers is confirmed, not asked, and sent", async () => {
  const { state, deps } = desk([gateway, waiting]);
  await expect(dropResources({ ...deps, chooseDrop }, [waiting.key], gateway.key)).resolves.toBe("done");
  expect(state.asked).toHaveLength(1);
  expect(state.calls).toMatchObject([{ action: "ConfirmPrivateVirtualInterface", input: { virtualInterfaceId: "dxvif-1", directConnectGatewayId: "gw" } }]);
});

test("a drop that is declined, or made under a locked profile, sends nothing", async () => {
  for (const person of [{ says: "no" }, { mayChange: false }] as const) {
    const { state, deps } = desk([gateway, waiting], person);
    await expect(dropResources({ ...deps, chooseDrop }, [waiting.key], gateway.key)).resolves.toBe("declined");
    expect(state.calls).toEqual([]);
  }
});

test("what cannot be put there is said", async () => {
  const { state, deps } = desk([gateway, waiting, port]);
  await expect(dropResources({ ...deps, chooseDrop }, [port.key], gateway.key)).resolves.toBe("declined");
  expect(state.explained[0]?.[0]?.message).toMatch(/^dxcon-1 cannot be put there/);
});

test("why it cannot be put there is said, where it could be put onto another of the kind", async () => {
  const bundle = lag({ id: "dxlag-1", name: "pair", location: "elsewhere" });
  const { state, deps } = desk([bundle, port]);
  await expect(dropResources({ ...deps, chooseDrop }, [port.key], bundle.key)).resolves.toBe("declined");
  expect(state.explained[0]?.[0]?.message).toMatch(/^LAG pair is at elsewhere and dxcon-1 at /);
  expect(state.calls).toEqual([]);
});

test("what has gone while it was dragged is left alone", async () => {
  const { state, deps } = desk([gateway]);
  await expect(dropResources({ ...deps, chooseDrop }, [waiting.key], gateway.key)).resolves.toBe("declined");
  expect([state.explained, state.calls]).toEqual([[], []]);
});
