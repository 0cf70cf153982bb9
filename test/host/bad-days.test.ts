import { strict as assert } from "node:assert";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import { failuresOf, keysOf, openView, until } from "./extension.ts";
import { addProfile, change, startingSettings } from "./settings.ts";
import { kill, sharedSimulator, startOwnSimulator, type LoggedCall } from "./simulator.ts";
import { visibleTo } from "./visible.ts";

const account = "111122223333";
const regions = ["us-east-1", "eu-west-1"];
/** What one profile asks for in two Regions, as far as calls can fail one by one. */
const regionalActions = [
  "DescribeConnections",
  "DescribeInterconnects",
  "DescribeLags",
  "DescribeVirtualInterfaces",
  "DescribeVirtualGateways",
  "DescribeLocations",
  "ListResiliencyGroups",
];
const globalActions = ["DescribeDirectConnectGateways", "DescribeDirectConnectGatewayAssociationProposals"];
const callsInAll = regions.length * regionalActions.length + globalActions.length;

describe("bad days", () => {
  const simulator = sharedSimulator();
  let api: DirectConnectApi;
  let everything: readonly string[];

  before(async () => {
    api = await openView();
  });
  beforeEach(async () => {
    await simulator.reset();
    await api.refresh();
    everything = visibleTo(await simulator.estate(), { account, regions });
    assert.deepEqual(keysOf(api.inventory()), everything);
  });
  afterEach(async () => {
    await simulator.setFaults();
    await change(startingSettings());
  });
  after(() => api.refresh());

  /** Reads as a window does that has just been opened: what was read before is not kept. */
  async function readAfresh(): Promise<void> {
    await change({ defaultProfiles: [] });
    await api.refresh();
    assert.deepEqual(keysOf(api.inventory()), []);
    await change({ defaultProfiles: ["dx-sample"] });
    await api.refresh();
  }

  it("a profile without credentials says so, calls nothing, and hides nothing of the other profile", async () => {
    const removeProfile = addProfile("[profile dx-nobody]\nregion = us-east-1");
    try {
      await change({ defaultProfiles: ["dx-nobody"], defaultRegions: ["us-east-1"] });
      await api.refresh();
      const calls = await simulator.callsDuring(() => api.refresh());
      assert.deepEqual(calls.filter(isOurs), []);
      assert.deepEqual(keysOf(api.inventory()), []);
      const { failures } = api.inventory();
      assert.deepEqual(new Set(failures.map(({ action }) => action)), new Set([...regionalActions, ...globalActions]));
      for (const failure of failures) {
        assert.equal(failure.reason, "credentials");
        assert.match(failure.message, /dx-nobody/);
        assert.equal(failure.requestId, undefined);
      }
      await change({ defaultProfiles: ["dx-nobody", "dx-sample"], defaultRegions: regions });
      await api.refresh();
      assert.deepEqual(keysOf(api.inventory()), everything);
      assert.equal(api.inventory().failures.length, callsInAll);
      assert.ok(api.inventory().failures.every(({ profile, reason }) => profile === "dx-nobody" && reason === "credentials"));
    } finally {
      removeProfile();
    }
  });

  it("an expired token is named with its remedy and its request, and forgotten after signing in", async () => {
    await simulator.setFaults({ kind: "expired", account });
    await change({ defaultProfiles: ["dx-sample", "dx-network-team"] });
    const calls = await simulator.callsDuring(() => api.refresh());
    const { failures } = api.inventory();
    assert.equal(failures.length, callsInAll);
    for (const { profile, reason, message, requestId } of failures) {
      assert.deepEqual({ profile, reason }, { profile: "dx-sample", reason: "expired" });
      assert.match(message, /dx-sample have expired: sign in again/);
      assert.ok(calls.some((call) => call.requestId === requestId), "the request's id is not the service's");
    }
    const networkTeam = visibleTo(await simulator.estate(), { account: "222233334444", regions });
    assert.deepEqual(keysOf(api.inventory()), networkTeam);

    await simulator.setFaults();
    await api.refresh();
    assert.deepEqual(api.inventory().failures, []);
    assert.ok(everything.every((key) => keysOf(api.inventory()).includes(key)));
  });

  it("access denied to one operation in one Region takes away just that", async () => {
    await simulator.setFaults({ kind: "denied", operation: "DescribeVirtualInterfaces", region: "eu-west-1" });
    const calls = await simulator.callsDuring(readAfresh);
    assert.deepEqual(failuresOf(api.inventory()), [
      { profile: "dx-sample", region: "eu-west-1", action: "DescribeVirtualInterfaces", reason: "denied" },
    ]);
    const [failure] = api.inventory().failures;
    assert.match(failure?.message ?? "", /not authorized to perform: directconnect:DescribeVirtualInterfaces/);
    assert.equal(failure?.requestId, calls.findLast(({ error }) => error === "AccessDeniedException")?.requestId);
    assert.equal(failure?.shownFrom, undefined);
    const { virtualInterfaces = [] } = await simulator.estate();
    const lost = virtualInterfaces.filter(({ region }) => region === "eu-west-1").map(({ virtualInterfaceId }) => `virtualInterface/${String(virtualInterfaceId)}`);
    const kept = everything.filter((key) => !lost.includes(key) && !key.startsWith("bgpPeer/"));
    assert.deepEqual(keysOf(api.inventory()).filter((key) => !key.startsWith("bgpPeer/")), kept);
  });

  it("what could not be read again stays, with the time it was read", async () => {
    const start = Date.now();
    await simulator.setFaults({ kind: "denied", operation: "DescribeVirtualInterfaces", region: "eu-west-1" });
    await api.refresh();
    assert.deepEqual(keysOf(api.inventory()), everything);
    const [failure] = api.inventory().failures;
    assert.ok(failure?.shownFrom !== undefined && failure.shownFrom <= start);
  });

  it("a throttled account is tried again, and then named as such", async () => {
    await simulator.setFaults({ kind: "throttle", operation: "DescribeLags", region: "us-east-1" });
    const calls = await simulator.callsDuring(readAfresh);
    const tries = calls.filter(({ operation, region }) => operation === "DescribeLags" && region === "us-east-1");
    assert.ok(tries.length >= 3, `${tries.length} tries`);
    assert.deepEqual(failuresOf(api.inventory()), [{ profile: "dx-sample", region: "us-east-1", action: "DescribeLags", reason: "throttled" }]);
    assert.equal(api.inventory().failures[0]?.requestId, tries.at(-1)?.requestId);
    assert.deepEqual(keysOf(api.inventory()), everything.filter((key) => key !== "lag/dxlag-fhmfg1tn"));
  });

  it("throttling that ends in time shows nowhere", async () => {
    await simulator.setFaults({ kind: "throttle", operation: "DescribeLags", times: 3 });
    await readAfresh();
    assert.deepEqual(api.inventory().failures, []);
    assert.deepEqual(keysOf(api.inventory()), everything);
  });

  it("an endpoint that nobody listens on is named, call by call", async () => {
    const { client, child } = await startOwnSimulator();
    await kill(child);
    await change({ endpoint: client.url });
    await api.refresh();
    assert.deepEqual(keysOf(api.inventory()), []);
    const { failures } = api.inventory();
    assert.equal(failures.length, callsInAll);
    for (const { reason, message } of failures) {
      assert.equal(reason, "unreachable");
      assert.ok(message.startsWith(`${client.url} does not answer`) && message.includes("ECONNREFUSED"), message);
    }
  });

  it("a simulator that is killed leaves what was read, and is read again when it is back", async () => {
    const { client, child } = await startOwnSimulator();
    await change({ endpoint: client.url });
    await api.refresh();
    assert.deepEqual(keysOf(api.inventory()), everything);
    await kill(child);
    await api.refresh();
    assert.deepEqual(keysOf(api.inventory()), everything);
    assert.ok(api.inventory().failures.length > 0);
    assert.ok(api.inventory().failures.every(({ reason, shownFrom }) => reason === "unreachable" && shownFrom !== undefined));

    const second = await startOwnSimulator(Number(new URL(client.url).port));
    try {
      await api.refresh();
      assert.deepEqual(api.inventory().failures, []);
      assert.deepEqual(keysOf(api.inventory()), everything);
    } finally {
      await kill(second.child);
    }
  });

  for (const [kind, reason] of [
    ["malformed", "malformed"],
    ["truncated", "unreachable"],
    ["error", "refused"],
  ] as const) {
    it(`an answer that is ${kind} costs that call alone`, async () => {
      await simulator.setFaults({ kind, operation: "DescribeConnections", region: "eu-west-1" });
      await readAfresh();
      assert.deepEqual(failuresOf(api.inventory()), [{ profile: "dx-sample", region: "eu-west-1", action: "DescribeConnections", reason }]);
      const { connections = [] } = await simulator.estate();
      const lost = connections.filter(({ region }) => region === "eu-west-1").map(({ connectionId }) => `connection/${String(connectionId)}`);
      assert.deepEqual(keysOf(api.inventory()), everything.filter((key) => !lost.includes(key)));
    });
  }

  it("a service that is silent does not keep the rest from being shown", async () => {
    await simulator.setFaults({ kind: "latency", operation: "DescribeVirtualInterfaces", latencyMs: 20_000 });
    await change({ defaultProfiles: [] });
    await api.refresh();
    await change({ defaultProfiles: ["dx-sample"] });
    const { connections = [] } = await simulator.estate();
    const ours = connections.filter(({ ownerAccount }) => ownerAccount === account);
    const keys = ours.map(({ connectionId }) => `connection/${String(connectionId)}`);
    await until(() => keys.every((key) => keysOf(api.inventory()).includes(key)), "what the other calls have brought");
  });
});

function isOurs({ account: caller }: LoggedCall): boolean {
  return caller === account;
}
