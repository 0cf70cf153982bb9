import { strict as assert } from "node:assert";
import { after, before, describe, it } from "mocha";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import type { Inventory } from "../../src/model/inventory.ts";
import { keysOf, openView, pause, until } from "./extension.ts";
import { change, startingSettings } from "./settings.ts";
import { sharedSimulator } from "./simulator.ts";
import { visibleTo } from "./visible.ts";

const switches = 50;
const latencyMs = 250;
const regions = ["us-east-1", "eu-west-1"];

describe("switching profiles", () => {
  const simulator = sharedSimulator();
  let api: DirectConnectApi;

  before(async () => {
    api = await openView();
    await simulator.reset();
  });
  after(async () => {
    await simulator.setFaults();
    await change(startingSettings());
    await api.refresh();
  });

  it(`${switches} times, faster than answers come, shows nothing of the account that was left`, async () => {
    await simulator.setFaults({ kind: "latency", latencyMs });
    const strays: string[] = [];
    const subscription = api.onDidChangeInventory((inventory) => strays.push(...straysIn(inventory)));
    try {
      for (let count = 0; count < switches; count += 1) {
        await change({ defaultProfiles: [count % 2 === 0 ? "dx-network-team" : "dx-sample"] });
      }
      await change({ defaultProfiles: ["dx-network-team"] });
      const estate = await simulator.estate();
      const expected = visibleTo(estate, { account: "222233334444", regions });
      await until(() => keysOf(api.inventory()).join() === expected.join(), "the inventory of the profile that was chosen last", 20_000);
      // Whatever was under way for the other account would have come by then.
      await pause(4 * latencyMs);
      assert.deepEqual(keysOf(api.inventory()), expected);
      assert.deepEqual(api.inventory().accounts.map(({ profile }) => profile), ["dx-network-team"]);
    } finally {
      subscription.dispose();
    }
    assert.deepEqual(strays, []);
  }).timeout(90_000);

  it("has the requests of the account that was left aborted", async () => {
    await simulator.setFaults({ kind: "latency", latencyMs: 20_000, account: "111122223333" });
    const calls = await simulator.callsDuring(async () => {
      await change({ defaultProfiles: ["dx-sample"] });
      await until(async () => (await openCalls()) > 0, "requests under way");
      await change({ defaultProfiles: ["dx-network-team"] });
      await until(async () => (await openCalls()) === 0, "their abort");
    });
    const ours = calls.filter(({ account }) => account === "111122223333");
    assert.ok(ours.length > 0 && ours.every(({ aborted }) => aborted));

    async function openCalls(): Promise<number> {
      const open = (await simulator.calls()).filter(({ account, status, aborted }) => account === "111122223333" && status === undefined && !aborted);
      return open.length;
    }
  });
});

/** Resources that a profile has brought which is not chosen. */
function straysIn({ accounts, resources, failures }: Inventory): readonly string[] {
  const chosen = accounts.map(({ profile }) => profile);
  return [...resources, ...failures].filter(({ profile }) => !chosen.includes(profile)).map((stray) => JSON.stringify(stray));
}
