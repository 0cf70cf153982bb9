import { expect, test } from "vitest";
import { runOperation } from "../../src/extension/run-operation.ts";
import { placeOf } from "../../src/model/place.ts";
import { verbatim } from "../../src/model/text.ts";
import { ApiError } from "../../src/operations/send.ts";
import { attachment, bgpPeer, connection, directConnectGateway, lag, proposal, virtualInterface } from "../support/sample-inventory.ts";
import { desk } from "../support/operation-desk.ts";

const free = connection({ id: "dxcon-a", name: "prod" });

test("a confirmed deletion makes one call, where the resource is and as who reads it, and has it read again", async () => {
  const { state, deps } = desk([free]);
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("done");
  expect(state.calls).toMatchObject([{ action: "DeleteConnection", profile: "prod", region: "us-east-1", input: { connectionId: "dxcon-a" } }]);
  expect(state.asked[0]?.message).toBe('Delete connection "prod"?');
  expect(state.refreshed).toEqual([{ kinds: ["connection"], region: "us-east-1" }]);
  expect(state.titles).toEqual(["Delete Connection: prod"]);
});

test("without the confirming button nothing is sent", async () => {
  const { state, deps } = desk([free], { says: "no" });
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("declined");
  expect(state.calls).toEqual([]);
  expect(state.told).toEqual([]);
});

test("as a protected profile that stays locked nothing is asked and nothing is sent", async () => {
  const { state, deps } = desk([free], { mayChange: false });
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("declined");
  expect(state.permits).toEqual([["destroys", "prod"]]);
  expect([state.asked, state.calls]).toEqual([[], []]);
});

test("what AWS would refuse is explained instead of asked", async () => {
  const { state, deps } = desk([free, virtualInterface({ id: "dxvif-1", connectionId: "dxcon-a" })]);
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("declined");
  expect(state.explained[0]?.[0]?.because).toEqual(["virtualInterface/dxvif-1"]);
  expect([state.asked, state.calls]).toEqual([[], []]);
});

test("where what is in the way can be deleted from here, a button offers to do that in order", async () => {
  const carried = virtualInterface({ id: "dxvif-1", connectionId: "dxcon-a" });
  const { state, deps } = desk([free, carried], { takesRemedy: true, says: "no" });
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("declined");
  expect(state.remedies).toEqual(["Delete These First…"]);
  expect(state.asked[0]?.message).toMatch(/and 1 resource before it/);
  expect(state.calls).toEqual([]);
});

test("what only another account can take away has no such button", async () => {
  const bundle = lag({ id: "dxlag-1" });
  const theirs = connection({ id: "dxcon-h", hosted: true, parentId: "dxlag-1", ownerAccount: "222233334444" });
  const { state, deps } = desk([bundle, theirs]);
  await runOperation(deps, "deleteLag", [bundle.key]);
  expect(state.remedies).toEqual([undefined]);
});

test("what is preset is not asked but named in the question", async () => {
  const gateway = directConnectGateway({ id: "gw", name: "core" });
  const subject = virtualInterface({ id: "dxvif-1", state: "confirming" });
  const { state, deps } = desk([subject, gateway]);
  await expect(runOperation(deps, "confirmPrivateVirtualInterface", [subject.key], { gateway })).resolves.toBe("done");
  expect(state.asked[0]?.detail).toMatch(/Gateway: core/);
  expect(state.calls[0]?.input).toEqual({ virtualInterfaceId: "dxvif-1", directConnectGatewayId: "gw" });
});

test("a menu that was open while another window deleted the resource says that it is gone", async () => {
  const { state, deps } = desk([]);
  await expect(runOperation(deps, "deleteConnection", ["connection/dxcon-a"])).resolves.toBe("declined");
  expect(state.explained[0]?.[0]?.message).toMatch(/is gone/);
});

test("what changes while the question is open is seen before the call", async () => {
  const { state, deps } = desk([free], { whileAsked: () => (state.inventory = { ...state.inventory, resources: [{ ...free, state: "deleting" }] }) });
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("failed");
  expect(state.calls).toEqual([]);
  expect(state.told[0]?.summary).toMatch(/prod is now deleting/);
});

test("what another person has changed meanwhile is told, and changed again only on purpose", async () => {
  const renamed = { ...free, record: { ...free.record, connectionName: "renamed" } };
  const { state, deps } = desk([free], { retries: 1, whileAsked: () => (state.inventory = { ...state.inventory, resources: [renamed] }) });
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("done");
  expect(state.told[0]?.summary).toMatch(/Somebody has changed it since the question was asked \(connectionName\)/);
  expect(state.calls).toHaveLength(1);
});

test("a refusal is explained by what is listed after it", async () => {
  const { state, deps } = desk([free], {}, () => {
    state.inventory = { ...state.inventory, resources: [] };
    return refuse("refused");
  });
  await expect(runOperation(deps, "deleteConnection", [free.key])).resolves.toBe("failed");
  expect(state.told[0]?.summary).toMatch(/dxcon-a is gone: it is listed no more\. AWS says no\./);
});

test("from the palette one of those that it is offered for is chosen", async () => {
  const waiting = connection({ id: "dxcon-w", state: "ordering" });
  const { state, deps } = desk([free, waiting], { chooses: "dxcon-w" });
  await expect(runOperation(deps, "confirmConnection", undefined)).resolves.toBe("done");
  expect(state.waited).toBe(1);
  expect(state.offered).toEqual([[waiting]]);
  expect(state.calls[0]?.input).toEqual({ connectionId: "dxcon-w" });
});

test("leaving the list or the form sends nothing", async () => {
  const tagged = desk([free]);
  await expect(runOperation(tagged.deps, "confirmConnection", undefined)).resolves.toBe("declined");
  await expect(runOperation(tagged.deps, "setTags", [free.key])).resolves.toBe("declined");
  expect(tagged.state.calls).toEqual([]);
});

test("a form ends in one question that names what was answered, and its answers are sent", async () => {
  const gateway = directConnectGateway({ id: "gw", name: "core" });
  const subject = virtualInterface({ id: "dxvif-1", state: "confirming" });
  const { state, deps } = desk([subject, gateway], { answers: { gateway } });
  await expect(runOperation(deps, "confirmPrivateVirtualInterface", [subject.key])).resolves.toBe("done");
  expect(state.asked.map(({ detail }) => detail)).toEqual([expect.stringMatching(/Region us-east-1[^]*Gateway: core[^]*AWS charges this account/)]);
  expect(state.forgotten).toEqual(["ConfirmPrivateVirtualInterface"]);
  expect(state.calls[0]?.input).toEqual({ virtualInterfaceId: "dxvif-1", directConnectGatewayId: "gw" });
});

test("a proposal is accepted in its gateway's Region, what is global in the profile's first", async () => {
  const gateway = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "ap-northeast-1" } as const;
  const subject = proposal({ id: "pr", directConnectGatewayId: "gw", gateway });
  const { state, deps } = desk([subject, directConnectGateway({ id: "gw" })], { answers: { allowedPrefixes: ["10.60.0.0/16"] } });
  await runOperation(deps, "acceptProposal", [subject.key]);
  await runOperation(deps, "deleteDirectConnectGateway", ["directConnectGateway/gw"]);
  expect(state.calls.map(({ region }) => region)).toEqual(["ap-northeast-1", "eu-west-1"]);
});

function refuse(reason: ApiError["reason"]): never {
  throw new ApiError({ action: "DeleteConnection", code: "X", reason, text: verbatim("AWS says no."), requestId: "req-9" });
}

test("a selection is asked about once and goes on after a failure, with a result for each", async () => {
  const three = ["a", "b", "c"].map((letter) => connection({ id: `dxcon-${letter}` }));
  const busy = connection({ id: "dxcon-d" });
  const carried = virtualInterface({ id: "dxvif-1", connectionId: "dxcon-d" });
  const { state, deps } = desk([...three, busy, carried], {}, ({ input }) =>
    (input as { connectionId: string }).connectionId === "dxcon-b" ? refuse("refused") : {},
  );
  await expect(runOperation(deps, "deleteConnection", [...three, busy].map(({ key }) => key))).resolves.toBe("failed");
  expect(state.asked).toHaveLength(1);
  expect(state.asked[0]?.message).toBe("Delete 3 connections?");
  expect(state.calls.map(({ input }) => input)).toEqual([{ connectionId: "dxcon-a" }, { connectionId: "dxcon-b" }, { connectionId: "dxcon-c" }]);
  expect(state.told[0]?.summary).toBe("Delete Connection: 2 of 3 done.");
  expect(state.told[0]?.details).toMatch(/failed: dxcon-b\n {4}AWS says no\. \(DeleteConnection, request req-9\)/);
  expect(state.told[0]?.details).toMatch(/not run: dxcon-d/);
  expect(state.refreshed).toHaveLength(3);
});

test("trying again repeats only what failed and may work, without asking anew", async () => {
  const two = ["a", "b"].map((letter) => connection({ id: `dxcon-${letter}` }));
  let failures = 1;
  const { state, deps } = desk(two, { retries: 1 }, ({ input }) => {
    if ((input as { connectionId: string }).connectionId === "dxcon-b" && failures-- > 0) refuse("throttled");
    return {};
  });
  await expect(runOperation(deps, "deleteConnection", two.map(({ key }) => key))).resolves.toBe("done");
  expect(state.asked).toHaveLength(1);
  expect(state.calls).toHaveLength(3);
  expect(state.told.map(({ result }) => result)).toEqual(["failed", "done"]);
});

test("cancelling aborts the request and starts no further one", async () => {
  const two = ["a", "b"].map((letter) => connection({ id: `dxcon-${letter}` }));
  const { state, deps } = desk(two, {}, ({ signal }) => {
    state.cancel();
    return signal?.aborted === true ? refuse("cancelled") : {};
  });
  await expect(runOperation(deps, "deleteConnection", two.map(({ key }) => key))).resolves.toBe("failed");
  expect(state.calls).toHaveLength(1);
  expect(state.told[0]).toMatchObject({ result: "cancelled" });
  expect(state.told[0]?.details).toMatch(/cancelled: dxcon-a[\s\S]*not run: dxcon-b/);
  expect(state.refreshed).toHaveLength(1);
});

test("an error that is no answer of the API is not swallowed", async () => {
  const { deps } = desk([free], {}, () => {
    throw new TypeError("a bug");
  });
  await expect(runOperation(deps, "deleteConnection", [free.key])).rejects.toThrow("a bug");
});

test("the peers of one virtual interface that are deleted together keep one", async () => {
  const peers = ["ipv4", "ipv6"].map((family) => bgpPeer({ id: `dxpeer-${family}`, virtualInterfaceId: "dxvif-1" }));
  const { state, deps } = desk([...peers, virtualInterface({ id: "dxvif-1" }), attachment({ directConnectGatewayId: "g", virtualInterfaceId: "dxvif-1" })], {}, ({ input }) => {
    const { bgpPeerId } = input as { bgpPeerId: string };
    state.inventory = {
      ...state.inventory,
      resources: state.inventory.resources.map((resource) => (resource.id === bgpPeerId ? { ...resource, state: "deleting" } : resource)),
    };
    return {};
  });
  await expect(runOperation(deps, "deleteBgpPeer", peers.map(({ key }) => key))).resolves.toBe("failed");
  expect(state.calls).toHaveLength(1);
  expect(state.told[0]?.details).toMatch(/only BGP peer/);
});

test("a place makes something in its Region, and what it makes is read there", async () => {
  const { state, deps } = desk([], { answers: { location: "EqLD5", bandwidth: "10Gbps", name: "new" } }, () => ({ connectionId: "dxcon-new", connectionName: "new" }));
  const place = placeOf({ state: "region", profile: "prod", region: "eu-west-1" });
  await expect(runOperation(deps, "createConnection", [place.key])).resolves.toBe("done");
  expect(state.calls).toMatchObject([{ action: "CreateConnection", profile: "prod", region: "eu-west-1", input: { connectionName: "new", location: "EqLD5", bandwidth: "10Gbps" } }]);
  expect(state.refreshed).toEqual([{ kinds: ["connection"], region: "eu-west-1" }]);
  expect(state.told[0]?.summary).toBe("Create Connection done: new (dxcon-new)");
});

test("a place whose profile is read no more is told gone, and one that is offered nothing says so", async () => {
  const { state, deps } = desk([]);
  await expect(runOperation(deps, "createConnection", [placeOf({ state: "region", profile: "old", region: "eu-west-1" }).key])).resolves.toBe("declined");
  await expect(runOperation(deps, "createConnection", [placeOf({ state: "bgpPeer", profile: "prod", region: "eu-west-1" }).key])).resolves.toBe("declined");
  expect(state.explained.map(([block]) => block?.message)).toEqual([expect.stringMatching(/is gone/), "Nothing of this kind can be made in eu-west-1."]);
});

test("what is read is shown and nothing is read again", async () => {
  const subject = virtualInterface({ id: "dxvif-1" });
  const { state, deps } = desk([subject], {}, () => ({ virtualInterfaceTestHistory: [] }));
  await expect(runOperation(deps, "showTestHistory", [subject.key])).resolves.toBe("done");
  expect([state.asked, state.refreshed]).toEqual([[], []]);
  expect(state.presented).toMatchObject([{ form: "table", rows: [] }]);
});
