import { expect, test } from "vitest";
import type { SetGoing } from "../../src/extension/operation-deps.ts";
import { removalConfirmation, runRemoval } from "../../src/extension/run-removal.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { verbatim } from "../../src/model/text.ts";
import { ApiError, type Call } from "../../src/operations/send.ts";
import type { Action } from "../../src/operations/sdk.ts";
import { removalOf } from "../../src/operations/removal.ts";
import { formatText } from "../support/format-text.ts";
import { desk, type Desk, type Person } from "../support/operation-desk.ts";
import { bgpPeer, connection, lag, virtualInterface } from "../support/sample-inventory.ts";

const bundle = lag({ id: "dxlag-1", name: "bundle", connectionIds: ["dxcon-m"] });
const member = connection({ id: "dxcon-m", name: "link", lagId: "dxlag-1" });
const one = virtualInterface({ id: "dxvif-1", connectionId: "dxlag-1" });
const two = virtualInterface({ id: "dxvif-2", connectionId: "dxlag-1" });
const hosted = connection({ id: "dxcon-h", hosted: true, parentId: "dxlag-1" });
const onHosted = virtualInterface({ id: "dxvif-3", connectionId: "dxcon-h" });
const all = [bundle, member, one, two, hosted, onHosted, bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" })];
const quickly = { atMost: 200, pause: 5 };

/** An account where what is deleted goes at the next reading; `refuses` names those that the API keeps for now. */
function account(person: Person, refuses: readonly string[] = [], stays: readonly string[] = []) {
  const leaving: string[] = [];
  const made: { desk?: ReturnType<typeof desk> } = {};
  const answer = (call: Call<Action>): unknown => {
    const id = String(Object.values(call.input)[0]);
    if (refuses.includes(id)) throw new ApiError({ action: call.action, code: "X", reason: "refused", text: verbatim("AWS says no.") });
    leaving.push(id);
    setTimeout(() => read(made.desk?.state), 10);
    return {};
  };
  const read = (state: Desk | undefined): void => {
    if (state === undefined) return;
    const resources = state.inventory.resources.filter(({ id }) => !leaving.includes(id) || stays.includes(id));
    state.inventory = { ...state.inventory, resources };
  };
  made.desk = desk(all, person, answer);
  return { ...made.desk, refuses };
}

function deleted({ calls }: Desk): readonly string[] {
  return calls.map(({ action, input }) => `${action} ${String(Object.values(input)[0])}`);
}

test("the whole batch is shown in its order and confirmed once; each goes when those before it are gone", async () => {
  const { state, deps } = account({});
  const followed: SetGoing[] = [];
  await expect(runRemoval({ ...deps, follow: (about) => void followed.push(about) }, bundle.key, quickly)).resolves.toBe("done");
  expect(followed.map(({ keys }) => keys.at(-1))).toEqual([bundle.key]);
  expect(state.asked).toHaveLength(1);
  expect(state.asked[0]?.message).toBe("Delete bundle and 4 resources before it?");
  expect(state.asked[0]?.typed).toBe("bundle");
  expect(state.asked[0]?.detail).toMatch(/^dxlag-1\nAccount 111122223333 \(profile prod\)\nRegion us-east-1\n[^]*1\. .*dxvif[^]*5\. LAG bundle \(dxlag-1\)/);
  expect(state.asked[0]?.detail).toContain("1 BGP session that is up goes down: dxvif-1 169.254.96.2/30.");
  expect(state.asked[0]?.detail).toMatch(/Its connection link stays and goes on being charged\.\n\nThis cannot be undone\.$/);
  const order = deleted(state);
  expect(order).toHaveLength(5);
  expect(order.indexOf("DeleteVirtualInterface dxvif-3")).toBeLessThan(order.indexOf("DeleteConnection dxcon-h"));
  expect(order.at(-1)).toBe("DeleteLag dxlag-1");
  expect(state.told[0]?.summary).toMatch(/5 of 5 done/);
});

test("more than a dialog can show is counted, and whole for whoever wants to look", () => {
  const many = Array.from({ length: 20 }, (_, index) => virtualInterface({ id: `dxvif-m${index}`, connectionId: "dxlag-1", ownerAccount: "222233334444" }));
  const inventory = { ...emptyInventory, resources: [bundle, member, ...many] };
  const { detail, inFull } = removalConfirmation(bundle, removalOf(bundle, inventory), { inventory, t: formatText });
  expect(detail).toContain("… and 9 more");
  expect(inFull).toMatch(/20\. virtual interface dxvif-m19 of account 222233334444\n21\. LAG bundle/);
});

test("declined or locked, nothing is sent", async () => {
  for (const person of [{ says: "no" }, { mayChange: false }] as const) {
    const { state, deps } = account(person);
    await expect(runRemoval(deps, bundle.key, quickly)).resolves.toBe("declined");
    expect(state.calls).toEqual([]);
  }
});

test("after a failure goes on what does not depend on it, with a result for each", async () => {
  const { state, deps } = account({}, ["dxvif-3"]);
  await expect(runRemoval(deps, bundle.key, quickly)).resolves.toBe("failed");
  expect([...deleted(state)].sort()).toEqual(["DeleteVirtualInterface dxvif-1", "DeleteVirtualInterface dxvif-2", "DeleteVirtualInterface dxvif-3"]);
  expect(state.told[0]?.summary).toMatch(/2 of 5 done/);
  expect(state.told[0]?.details).toMatch(/failed: dxvif-3[^]*not run: dxcon-h\n {4}Not started: dxvif-3 is still there\./);
  expect(state.told[0]?.mayRetry).toBe(true);
});

test("trying again takes up only what is left", async () => {
  const refuses = ["dxvif-3"];
  const { state, deps } = account({ retries: 1 }, refuses);
  const tell = deps.ui.tell.bind(deps.ui);
  deps.ui.tell = (report) => {
    refuses.pop();
    return tell(report);
  };
  await expect(runRemoval(deps, bundle.key, quickly)).resolves.toBe("done");
  expect(state.asked).toHaveLength(1);
  expect(deleted(state).filter((call) => call.endsWith("dxvif-1"))).toHaveLength(1);
  expect(deleted(state).at(-1)).toBe("DeleteLag dxlag-1");
});

test("what does not go in time keeps what it hangs on", async () => {
  const { state, deps } = account({}, [], ["dxvif-1"]);
  await expect(runRemoval(deps, bundle.key, quickly)).resolves.toBe("failed");
  expect(deleted(state)).not.toContain("DeleteLag dxlag-1");
  expect(state.told[0]?.details).toMatch(/not run: bundle \(dxlag-1\)\n {4}Not started: dxvif-1 has not gone in time\./);
});

test("cancelled, no further call is made", async () => {
  const { state, deps } = account({});
  const { send } = deps;
  deps.send = ((call: Call<Action>) => {
    state.cancel();
    return send(call);
  });
  await expect(runRemoval(deps, bundle.key, quickly)).resolves.toBe("failed");
  expect(state.calls).toHaveLength(1);
});
