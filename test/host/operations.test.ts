import { strict as assert } from "node:assert";
import { before, beforeEach, describe, it } from "mocha";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import { openView, resourceOf, until } from "./extension.ts";
import { accept, dismissNotification, fillIn, nextInList, press, pressNotification, questionOf, start, tick } from "./hands.ts";
import { untilLogged } from "./log.ts";
import { sharedSimulator, type LoggedCall } from "./simulator.ts";

const waitingVirtualInterface = "virtualInterface/dxvif-fgz6hn25";
const proposal = "proposal/9b11082c-0e8c-47d1-aab9-ee33e6381872";
const acceptAction = "AcceptDirectConnectGatewayAssociationProposal";
const spareLag = "lag/dxlag-fh5ah548";

describe("operations", () => {
  const simulator = sharedSimulator();
  let api: DirectConnectApi;
  const stateOf = (key: string): string => resourceOf(api.inventory(), key).state;

  before(async () => {
    api = await openView();
  });
  beforeEach(async () => {
    await simulator.reset();
    await api.refresh();
  });

  it("confirm a virtual interface on the gateway that was chosen, and show its new state", async () => {
    const run = await fillIn("confirmPrivateVirtualInterface", waitingVirtualInterface, [accept, accept]);
    assert.equal(await run.end, "done");
    const { virtualInterfaces = [] } = await simulator.estate();
    const confirmed = virtualInterfaces.find(({ virtualInterfaceId }) => virtualInterfaceId === "dxvif-fgz6hn25");
    assert.equal(confirmed?.["directConnectGatewayId"], "7d6e53b8-a063-4bd9-a8ee-fb20546505b3");
    await until(() => stateOf(waitingVirtualInterface) !== "confirming", "the tree to know the new state");
  });

  it("offer for a virtual interface the next gateway in the list", async () => {
    const run = await fillIn("confirmPrivateVirtualInterface", waitingVirtualInterface, [nextInList, accept, accept]);
    assert.equal(await run.end, "done");
    const { virtualInterfaces = [] } = await simulator.estate();
    const confirmed = virtualInterfaces.find(({ virtualInterfaceId }) => virtualInterfaceId === "dxvif-fgz6hn25");
    assert.equal(confirmed?.["directConnectGatewayId"], "fe706ce7-8eb1-409c-a0e6-8ed72dfe0cef");
  });

  it("accept a proposal with the prefixes it asks for, and show the association", async () => {
    const before = associationsOf(api);
    const run = await fillIn("acceptProposal", proposal, [accept, accept]);
    assert.equal(await run.end, "done");
    await until(() => associationsOf(api) === before + 1, "the new association");
    const { directConnectGatewayAssociationProposals = [] } = await simulator.estate();
    assert.ok(directConnectGatewayAssociationProposals.every(({ proposalState }) => proposalState !== "requested"));
  });

  it("set a tag and remove it", async () => {
    const edit = await fillIn("setTags", spareLag, [nextInList, accept, accept, accept]);
    assert.equal(await edit.end, "done");
    assert.deepEqual(resourceOf(api.inventory(), spareLag).tags, { environment: "staging" });
    const removal = await fillIn("removeTags", spareLag, [nextInList, tick, accept, accept]);
    assert.equal(await removal.end, "done");
    await until(() => Object.keys(resourceOf(api.inventory(), spareLag).tags).length === 0, "the tag to be gone");
  });

  it("send nothing when the form is left", async () => {
    const calls = await simulator.callsDuring(async () => {
      const run = await fillIn("acceptProposal", proposal, ["workbench.action.closeQuickOpen"]);
      assert.equal(await run.end, "declined");
    });
    assert.deepEqual(changesIn(calls), []);
  });

  for (const [command, keys, question] of [
    ["confirmConnection", ["connection/dxcon-fgjkmty4"], 'Confirm connection "branch-iad-voice"?'],
    ["deleteVirtualInterface", ["virtualInterface/dxvif-fhp3bkvx"], 'Delete virtual interface "'],
    ["deleteVirtualInterface", ["virtualInterface/dxvif-fhp3bkvx", "virtualInterface/dxvif-fh6rkybz"], "Delete 2 virtual interfaces?"],
    ["rejectProposal", [proposal], "Reject association proposal"],
    ["removeConnectionFromLag", ["connection/dxcon-fgo2va60"], 'Remove connection "prod-iad-lag-1"?'],
    ["deleteAssociation", ["association/4a3ec3f9-8dfe-443a-a06f-b4334e2292ed"], "Delete gateway association"],
    // What the API would refuse is explained, and nothing is asked.
    ["deleteLag", ["lag/dxlag-fhmfg1tn"], "Delete LAG is not possible"],
    ["deleteConnection", ["connection/dxcon-fgiwjfgs"], "Delete Connection is not possible"],
    ["deleteBgpPeer", ["bgpPeer/dxpeer-fhd0rj6b"], "Delete BGP Peer is not possible"],
    ["deleteDirectConnectGateway", ["directConnectGateway/7d6e53b8-a063-4bd9-a8ee-fb20546505b3"], "Delete Direct Connect Gateway is not possible"],
    // The state does not allow it, as when a menu was open while it changed.
    ["confirmConnection", ["connection/dxcon-fgiwjfgs"], "Confirm Connection is not possible"],
    ["deleteVirtualInterface", ["virtualInterface/dxvif-fhv8rr8a"], "Delete Virtual Interface is not possible"],
    ["deleteLag", ["lag/dxlag-fzzzzzzz"], "Delete LAG is not possible"],
  ] as const) {
    it(`say "${question}" before ${command} of ${keys.join(", ")}, and call nothing`, async () => {
      const calls = await simulator.callsDuring(async () => {
        const [first, ...others] = keys.map((resourceKey) => ({ id: resourceKey, resourceKey }));
        const said = await questionOf(`directConnect.${command}`, first, others.length === 0 ? undefined : [first, ...others]);
        assert.ok(said.startsWith(question), said);
      });
      assert.deepEqual(changesIn(calls), []);
    });
  }

  it("abort the request when the progress is cancelled", async () => {
    await simulator.setFaults({ kind: "latency", operation: acceptAction, latencyMs: 20_000 });
    const run = await fillIn("acceptProposal", proposal, [accept, accept]);
    const calls = async (): Promise<readonly LoggedCall[]> => changesIn(await simulator.calls()).slice(-1);
    await until(async () => (await calls())[0]?.operation === acceptAction && (await calls())[0]?.status === undefined, "the request to be under way");
    const isAborted = async (): Promise<boolean> => (await calls())[0]?.aborted === true;
    await pressNotification(isAborted);
    await dismissNotification(run);
    assert.equal(await run.end, "failed");
    assert.equal(stateOf(proposal), "requested");
    await untilLogged(/Accept Proposal.*Cancelled/);
  });

  it("say what the API said, with the operation and the request's id", async () => {
    await simulator.setFaults({ kind: "denied", operation: acceptAction });
    const run = await fillIn("acceptProposal", proposal, [accept, accept]);
    await until(async () => changesIn(await simulator.calls()).at(-1)?.error === "AccessDeniedException", "the refusal");
    assert.equal(await dismissNotification(run), "failed");
    const requestId = changesIn(await simulator.calls()).at(-1)?.requestId ?? "";
    await untilLogged(new RegExp(`not authorized to perform: directconnect:${acceptAction}.*${acceptAction}, request ${requestId}`));
  });

  it("go on after the button that tries again, when credentials had expired", async () => {
    await simulator.setFaults({ kind: "expired", operation: acceptAction, times: 1 });
    const run = await fillIn("acceptProposal", proposal, [accept, accept]);
    await until(async () => changesIn(await simulator.calls()).at(-1)?.error === "ExpiredTokenException", "the refusal");
    await pressNotification(() => run.hasEnded);
    assert.equal(await run.end, "done");
  });

  it("go on after a failure, tell of each, and try again only what failed", async () => {
    const tagged = [spareLag, "lag/dxlag-fhmfg1tn"].map((resourceKey) => ({ id: resourceKey, resourceKey }));
    await simulator.setFaults({ kind: "expired", operation: "UntagResource", region: "eu-west-1", times: 1 });
    const calls = await simulator.callsDuring(async () => {
      const run = start("directConnect.removeTags", tagged[0], tagged);
      await press([nextInList, tick, accept, accept]);
      // The first button shows the results, and the first of what is then left tries again.
      await pressNotification(() => run.hasEnded);
      assert.equal(await run.end, "done");
    });
    assert.deepEqual(changesIn(calls).map(({ error }) => error), ["ExpiredTokenException", undefined, undefined]);
    await untilLogged(/failed: spare-lhr-lag[^]*done: prod-iad-lag/);
  });

  it("get over an account that is throttled for a while", async () => {
    await simulator.setFaults({ kind: "throttle", operation: acceptAction, times: 2 });
    const calls = await simulator.callsDuring(async () => {
      const run = await fillIn("acceptProposal", proposal, [accept, accept]);
      assert.equal(await run.end, "done");
    });
    assert.deepEqual(changesIn(calls).map(({ error }) => error), ["ThrottlingException", "ThrottlingException", undefined]);
  });

  it("tell when another window was faster, and then show what is left", async () => {
    await simulator.call("DeleteLag", { lagId: "dxlag-fh5ah548" }, { region: "eu-west-1" });
    const run = start("directConnect.removeTags", spareLag);
    await press([nextInList, tick, accept, accept]);
    await until(async () => changesIn(await simulator.calls()).at(-1)?.operation === "UntagResource", "the call");
    assert.equal(await dismissNotification(run), "failed");
    await until(() => api.inventory().resources.every(({ key, state }) => key !== spareLag || state === "deleted"), "the tree to know that it is gone");
    const calls = await simulator.callsDuring(async () => {
      assert.equal(await questionOf("directConnect.removeTags", spareLag), "Remove Tags is not possible");
    });
    assert.deepEqual(changesIn(calls), []);
  });
});

function associationsOf(api: DirectConnectApi): number {
  return api.inventory().resources.filter(({ kind }) => kind === "association").length;
}

/** The calls that change something: everything that is read beside them comes and goes with polling. */
function changesIn(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return calls.filter(({ operation }) => !/^(Describe|List|Get)/.test(operation));
}
