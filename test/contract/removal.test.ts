import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createCredentials } from "../../src/aws/credentials.ts";
import { createReadSection } from "../../src/aws/read-section.ts";
import { createSend } from "../../src/aws/send.ts";
import { InventoryStore } from "../../src/extension/inventory-store.ts";
import { runRemoval } from "../../src/extension/run-removal.ts";
import type { Send } from "../../src/operations/send.ts";
import { desk, type Person } from "../support/operation-desk.ts";
import { startSimulator, type SimulatorProcess } from "../support/simulator.ts";

const account = "111122223333";
const bundle = "lag/dxlag-fhmfg1tn";
const patience = { atMost: 20_000, pause: 100 };
const bench: { simulator?: SimulatorProcess } = {};
const send: Send = createSend({
  credentials: createCredentials(),
  targetOf: () => ({ endpoint: bench.simulator?.url, simulatedAccount: account }),
  maxAttempts: 1,
});

beforeAll(async () => {
  bench.simulator = await startSimulator({ clock: "fast" });
});
beforeEach(() => bench.simulator?.post("reset"));
afterAll(() => bench.simulator?.stop());

/** The sample's account as the extension reads it, and a person who confirms. */
async function atTheDesk(person: Person) {
  const store = new InventoryStore({ readSection: createReadSection({ send, accountOf: () => Promise.resolve(account) }) });
  await store.choose([{ profile: "ours", regions: ["us-east-1", "eu-west-1"] }]);
  const { state, deps } = desk([], person);
  const read = {
    get inventory() {
      return store.inventory;
    },
    ready: () => Promise.resolve(),
    refreshAround: (around: Parameters<InventoryStore["refreshAround"]>[0]) => store.refreshAround(around),
  };
  return { state, store, deps: { ...deps, store: read, send } };
}

function isGone(store: InventoryStore, key: string): boolean {
  return store.inventory.resources.every((resource) => resource.key !== key || resource.state === "deleted");
}

test("a LAG that carries something goes with it, in an order that the API takes", async () => {
  const { state, store, deps } = await atTheDesk({});
  await expect(runRemoval(deps, bundle, patience)).resolves.toBe("done");
  await store.refresh();
  expect(state.told[0]).toMatchObject({ result: "done" });
  expect(state.asked[0]?.detail).toMatch(/1\. virtual interface/i);
  const leaving = store.inventory.resources.find(({ key }) => key === bundle)?.state ?? "deleted";
  expect(["deleting", "deleted"]).toContain(leaving);
});

test("one that fails leaves the LAG, the others go; trying again takes up the rest", async () => {
  await bench.simulator?.post("faults", { faults: [{ kind: "denied", operation: "DeleteVirtualInterface", times: 1 }] });
  const { state, store, deps } = await atTheDesk({ retries: 1 });
  await expect(runRemoval(deps, bundle, patience)).resolves.toBe("done");
  expect(state.told.map(({ result }) => result)).toEqual(["failed", "done"]);
  expect(state.told[0]?.details).toMatch(/failed: [^]*DeleteVirtualInterface[^]*not run: [^]*is still there/);
  await store.refresh();
  const interfaces = store.inventory.resources.filter((one) => one.kind === "virtualInterface" && one.connectionId === "dxlag-fhmfg1tn");
  expect(interfaces.every(({ key }) => isGone(store, key))).toBe(true);
});
