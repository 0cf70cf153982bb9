import { strict as assert } from "node:assert";
import { afterEach, describe, it } from "mocha";
import type { Inventory } from "../../src/model/inventory.ts";
import { keysOf, resourceOf, until } from "./extension.ts";
import { sampleForEachTest } from "./sample.ts";
import { change, startingSettings } from "./settings.ts";
import { visibleTo } from "./visible.ts";

const regions = ["us-east-1", "eu-west-1"];

describe("inventory", () => {
  const sample = sampleForEachTest();
  const { simulator } = sample;
  afterEach(() => change(startingSettings()));

  it("holds exactly what the account can list in both Regions", async () => {
    const { accounts, failures } = sample.api.inventory();
    assert.deepEqual(accounts, [{ profile: "dx-sample", id: "111122223333", regions }]);
    assert.deepEqual(failures, []);
    assert.deepEqual(keysOf(sample.api.inventory()), visibleTo(await simulator.estate(), { account: "111122223333", regions }));
  });

  for (const [profile, account] of [
    ["dx-network-team", "222233334444"],
    ["dx-partner", "444455556666"],
  ] as const) {
    it(`holds exactly what account ${account} can list`, async () => {
      await change({ defaultProfiles: [profile] });
      await sample.api.refresh();
      assert.deepEqual(keysOf(sample.api.inventory()), visibleTo(await simulator.estate(), { account, regions }));
    });
  }

  it("lists what two accounts see once, as its owner sees it", async () => {
    await change({ defaultProfiles: ["dx-network-team", "dx-sample"] });
    await sample.api.refresh();
    const estate = await simulator.estate();
    const union = new Set(["111122223333", "222233334444"].flatMap((account) => visibleTo(estate, { account, regions })));
    assert.deepEqual(keysOf(sample.api.inventory()), [...union].sort());
    const { profile, owned } = resourceOf(sample.api.inventory(), "virtualInterface/dxvif-fhwst8in");
    assert.deepEqual({ profile, owned }, { profile: "dx-network-team", owned: true });
  });

  it("reads only the chosen Region, and what is global all the same", async () => {
    await change({ defaultRegions: ["eu-west-1"] });
    await sample.api.refresh();
    const inventory = sample.api.inventory();
    assert.deepEqual(keysOf(inventory), visibleTo(await simulator.estate(), { account: "111122223333", regions: ["eu-west-1"] }));
    assert.deepEqual(namesOfKind(inventory, "directConnectGateway"), ["core-transit-gw", "corp-private-gw", "lab-gw"]);
  });

  it("draws each port, virtual interface and gateway exactly once, with no edge in the air", () => {
    const drawn = ["connection", "lag", "interconnect", "virtualInterface", "directConnectGateway", "virtualPrivateGateway", "transitGateway"];
    const { nodes, edges } = sample.api.graph();
    const listed = nodes.filter(({ listed: isListed, kind }) => isListed && drawn.includes(kind)).map(({ id }) => id);
    assert.deepEqual([...listed].sort(), keysOf(sample.api.inventory()).filter((key) => drawn.includes(key.split("/")[0] ?? "")));
    const ids = new Set(nodes.map(({ id }) => id));
    assert.equal(ids.size, nodes.length);
    assert.deepEqual(edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target)), []);
  });

  it("tells of a change at the service once it is read, and of nothing when nothing has changed", async () => {
    const told: Inventory[] = [];
    const subscription = sample.api.onDidChangeInventory((inventory) => told.push(inventory));
    try {
      // What settles by itself in this estate is slower than this.
      await sample.api.refresh();
      assert.equal(told.length, 0, "an event without a change");
      await simulator.bringAbout("linkDown", "dxcon-fgiwjfgs");
      await sample.api.refresh();
      await until(() => told.length > 0, "an event after the link went down");
      const last = told.at(-1);
      assert.ok(last);
      assert.equal(resourceOf(last, "connection/dxcon-fgiwjfgs").state, "down");
      assert.equal(resourceOf(sample.api.inventory(), "virtualInterface/dxvif-fhp3bkvx").state, "down");
    } finally {
      subscription.dispose();
    }
  });

  it("keeps every key over refreshes", async () => {
    const before = keysOf(sample.api.inventory());
    await sample.api.refresh();
    await Promise.all([sample.api.refresh(), sample.api.refresh(), sample.api.refresh()]);
    assert.deepEqual(keysOf(sample.api.inventory()), before);
  });
});

function namesOfKind({ resources }: Inventory, kind: string): readonly string[] {
  return resources.filter((resource) => resource.kind === kind).map(({ name }) => name).sort();
}
