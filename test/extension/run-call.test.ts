import { expect, test } from "vitest";
import type { Confirmation } from "../../src/extension/confirmation.ts";
import type { SetGoing } from "../../src/extension/operation-deps.ts";
import type { Report } from "../../src/extension/operation-report.ts";
import { runCall, type CallDeps } from "../../src/extension/run-call.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { verbatim } from "../../src/model/text.ts";
import type { CallRequest } from "../../src/operations/call-request.ts";
import type { Action } from "../../src/operations/sdk.ts";
import { ApiError, type Call, type Send } from "../../src/operations/send.ts";
import { formatText } from "../support/format-text.ts";
import { association, bgpPeer, connection, directConnectGateway, virtualInterface } from "../support/sample-inventory.ts";

interface Person {
  readonly mayChange?: boolean;
  readonly confirms?: boolean;
  readonly retries?: number;
  readonly endpoint?: string;
}

function desk(person: Person = {}, answer: () => unknown = () => ({ ok: true })) {
  const state = { asked: [] as Confirmation[], calls: [] as unknown[], told: [] as Report[], shown: [] as JsonObject[], read: [] as string[] };
  const resources = [
    connection({ id: "dxcon-a", name: "prod" }),
    connection({ id: "dxcon-busy" }),
    virtualInterface({ id: "dxvif-b", connectionId: "dxcon-busy" }),
    bgpPeer({ id: "dxpeer-b", virtualInterfaceId: "dxvif-b" }),
    connection({ id: "dxcon-two", name: "two" }),
    virtualInterface({ id: "dxvif-two", name: "vif", connectionId: "dxcon-two", directConnectGatewayId: "dxgw" }),
    bgpPeer({ id: "dxpeer-4", virtualInterfaceId: "dxvif-two" }),
    bgpPeer({ id: "dxpeer-6", virtualInterfaceId: "dxvif-two", addressFamily: "ipv6", customerAddress: "2001:db8:100::2/125" }),
    directConnectGateway({ id: "dxgw", name: "main" }),
    association({ id: "assoc-1", directConnectGatewayId: "dxgw", gateway: { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } }),
  ];
  const inventory = { ...emptyInventory, accounts: [{ profile: "prod", id: "111122223333", regions: ["us-east-1"] }], resources };
  const deps: CallDeps = {
    store: {
      inventory,
      refreshAround: ({ kinds, region }) => Promise.resolve(void state.read.push([...kinds, region].join(" "))),
      refresh: () => Promise.resolve(void state.read.push("everything")),
    },
    send: ((call: Call<Action>) => {
      const { action, profile, region, input } = call;
      state.calls.push({ action, profile, region, input });
      return Promise.resolve().then(() => ({ output: answer(), requestId: "req-1" }));
    }) as unknown as Send,
    permit: (danger) => Promise.resolve(danger === "reads" || person.mayChange !== false),
    ui: {
      t: formatText,
      confirm: (confirmation) => {
        state.asked.push(confirmation);
        return Promise.resolve(person.confirms !== false);
      },
      withProgress: (_, work) => work({ signal: new AbortController().signal, report: () => undefined }),
      tell: (report) => {
        state.told.push(report);
        return Promise.resolve(report.mayRetry && state.told.length <= (person.retries ?? 0) ? "retry" : "close");
      },
    },
    mask: (value) => JSON.parse(JSON.stringify(value).replaceAll("s3cret", "****")) as JsonObject,
    show: (_, shown) => Promise.resolve(void state.shown.push(shown)),
    endpointOf: () => person.endpoint,
  };
  return { state, deps };
}

const base = { profile: "prod", region: "us-east-1" };
const deletion: CallRequest = { ...base, action: "DeleteConnection", input: { connectionId: "dxcon-a" } };

test("what only reads is called without a question, and its answer shown with secrets masked", async () => {
  const { state, deps } = desk({ mayChange: false }, () => ({ authKey: "s3cret" }));
  await expect(runCall(deps, { ...base, action: "DescribeVirtualInterfaces", input: {} })).resolves.toBe("done");
  expect([state.asked, state.read, state.shown]).toEqual([[], [], [{ authKey: "****" }]]);
});

test("what destroys is confirmed with account, Region, name and request, and what it named is read again", async () => {
  const { state, deps } = desk();
  await expect(runCall(deps, deletion)).resolves.toBe("done");
  expect(state.asked[0]).toMatchObject({ message: "Call DeleteConnection?", typed: "prod" });
  expect(state.asked[0]?.detail).toMatch(/^Account 111122223333 \(profile prod\)\nRegion us-east-1\nprod \(dxcon-a\)\n\n\{\n {2}"connectionId"[^]*AWS stops charging/);
  expect(state.asked[0]?.inFull).toMatch(/^Call DeleteConnection\?\n\nAccount/);
  expect(state.calls).toEqual([deletion]);
  expect(state.read).toEqual(["connection us-east-1"]);
});

test("secrets are sent and not shown in the question; what is made can be anywhere", async () => {
  const { state, deps } = desk();
  const input = { virtualInterfaceId: "dxvif-x", newBGPPeer: { authKey: "s3cret" } };
  await runCall(deps, { ...base, action: "CreateBGPPeer", input });
  expect(state.asked[0]?.detail).not.toContain("s3cret");
  expect(state.calls).toMatchObject([{ input }]);
  expect(state.read).toEqual(["everything"]);
});

test.each<Person>([{ mayChange: false }, { confirms: false }])("nothing is sent when it is %j", async (person) => {
  const { state, deps } = desk(person);
  await expect(runCall(deps, deletion)).resolves.toBe("declined");
  expect([state.calls, state.told]).toEqual([[], []]);
});

test("a change that was written out needs no second step, what destroys does", async () => {
  const { state, deps } = desk();
  const tagging: CallRequest = { ...base, action: "TagResource", input: { resourceArn: "arn" } };
  await runCall(deps, tagging);
  expect(state.asked).toHaveLength(1);
  await runCall(deps, tagging, { written: true });
  expect(state.asked).toHaveLength(1);
  await runCall(deps, deletion, { written: true });
  expect(state.asked).toHaveLength(2);
});

const simulator = "http://127.0.0.1:4566";

test.each<[string | undefined, string | undefined, RegExp]>([
  [simulator, undefined, /^The call went to http:\/\/127\.0\.0\.1:4566 then\. Now it goes to AWS\.\n\nAccount/],
  [undefined, simulator, /^The call went to AWS then\. Now it goes to http:\/\/127\.0\.0\.1:4566\.\n\nAccount/],
  [simulator, simulator, /^Account/],
  [undefined, undefined, /^Account/],
])("what went to %s and is run again at %s is asked with both where they differ", async (then, now, detail) => {
  const { state, deps } = desk(now === undefined ? {} : { endpoint: now });
  await runCall(deps, deletion, { earlier: { endpoint: then } });
  expect(state.asked[0]?.detail).toMatch(detail);
  expect(state.asked[0]?.inFull?.includes("Now it goes to")).toBe(then !== now);
});

test("what interrupts says what stops and what follows, as from a menu", async () => {
  const { state, deps } = desk();
  await runCall(deps, { ...base, action: "AssociateVirtualInterface", input: { virtualInterfaceId: "dxvif-b", connectionId: "dxcon-a" } }, { written: true });
  expect(state.asked[0]?.detail).toMatch(/dxvif-b\n\n\{[^]*1 BGP peer[^]*Its BGP sessions go down while it moves/);
  await runCall(deps, { ...base, action: "StartBgpFailoverTest", input: { virtualInterfaceId: "dxvif-b" } });
  expect(state.asked[1]?.detail, "for as long as AWS thinks right").not.toContain("undefined");
});

interface Doomed {
  readonly action: CallRequest["action"];
  readonly input: JsonObject;
  readonly about: string;
  readonly typed: string;
  readonly says: RegExp;
  readonly read: string;
}

const twoPeers = { virtualInterfaceId: "dxvif-two", asn: 65001 };
const first: Doomed = {
  action: "DeleteBGPPeer",
  input: { ...twoPeers, customerAddress: "169.254.96.2/30" },
  about: "169.254.96.2/30 (dxpeer-4)",
  typed: "169.254.96.2/30",
  says: /1 BGP session that is up goes down: vif 169\.254\.96\.2\/30\./,
  read: "bgpPeer us-east-1",
};
const second: Doomed = {
  ...first,
  input: { virtualInterfaceId: "dxvif-two", bgpPeerId: "dxpeer-6" },
  about: "2001:db8:100::2/125 (dxpeer-6)",
  typed: "2001:db8:100::2/125",
  says: /1 BGP session that is up goes down: vif 2001/,
};
const unlisted: Doomed = {
  action: "DeleteConnection",
  input: { connectionId: "dxcon-gone" },
  about: "dxcon-gone",
  typed: "DeleteConnection",
  says: /^(?![^]*(go(es)? down|What stops))/,
  read: "everything",
};

test.each<Doomed>([
  first,
  second,
  { ...unlisted, action: "DeleteBGPPeer", input: { ...twoPeers, customerAddress: "192.0.2.2/30" }, about: "dxvif-two", typed: "DeleteBGPPeer" },
  {
    action: "DeleteDirectConnectGatewayAssociation",
    input: { directConnectGatewayId: "dxgw", virtualGatewayId: "vgw-1" },
    about: "vgw-1 (assoc-1)",
    typed: "vgw-1",
    says: /^(?![^]*(go(es)? down|What stops))[^]*The networks behind vgw-1/,
    read: "association ",
  },
  unlisted,
  { ...unlisted, input: { connectionId: "dxcon-two" }, about: "two (dxcon-two)", typed: "two", says: /What stops with it: 1 virtual interface \(vif\), 2 BGP peers\./, read: "connection us-east-1" },
])("$action of $input is about $about alone, and wants $typed typed", async ({ action, input, about, typed, says, read }) => {
  const { state, deps } = desk();
  await runCall(deps, { ...base, action, input });
  expect(state.asked[0]?.detail.split("\n")[2]).toBe(about);
  expect(state.asked[0]).toMatchObject({ typed, detail: expect.stringMatching(says) as string });
  expect(state.read).toEqual([read]);
});

test("what a menu would refuse is said and asked, also of a change that was written out", async () => {
  const { state, deps } = desk({ confirms: false });
  await runCall(deps, { ...base, action: "UpdateVirtualInterfaceAttributes", input: { virtualInterfaceId: "dxvif-b", enableSiteLink: true } }, { written: true });
  expect(state.asked[0]?.detail).toMatch(/AWS is likely to refuse it: SiteLink works on a Direct Connect gateway only, and dxvif-b is on none\./);
  await runCall(deps, { ...base, action: "DeleteConnection", input: { connectionId: "dxcon-busy" } }, { written: true });
  expect(state.asked[1]?.detail).toMatch(/AWS is likely to refuse it: .*dxcon-busy/);
  expect(state.calls).toEqual([]);
});

function refuse(reason: ApiError["reason"]): never {
  throw new ApiError({ action: "DeleteConnection", code: "X", reason, text: verbatim("AWS says no."), requestId: "req-9" });
}

test("what the call names or has made is followed until it settles, of what only reads nothing is", async () => {
  const followed: SetGoing[] = [];
  const follow = (about: SetGoing): void => void followed.push(about);
  const call = async (action: string, input: JsonObject, answer: () => unknown): Promise<void> => {
    const { deps } = desk({}, answer);
    await runCall({ ...deps, follow }, { action, profile: "prod", region: "us-east-1", input }, { written: true });
  };
  await call("DescribeConnections", {}, () => ({}));
  await call("DeleteConnection", { connectionId: "dxcon-a" }, () => ({}));
  await call("CreateLag", { lagName: "new" }, () => ({ lagId: "dxlag-new" }));
  expect(followed.map(({ keys, made, kinds }) => ({ keys, made, kinds: [...new Set(kinds)] }))).toEqual([
    { keys: ["connection/dxcon-a"], made: [], kinds: [] },
    { keys: [], made: ["dxlag-new"], kinds: ["lag", "connection", "virtualInterface"] },
  ]);
});

test("a failure tells the API's words and reads again all the same", async () => {
  const { state, deps } = desk({}, () => refuse("refused"));
  await expect(runCall(deps, deletion)).resolves.toBe("failed");
  expect(state.told).toMatchObject([{ summary: "AWS says no. (DeleteConnection, request req-9)", mayRetry: false }]);
  expect(state.read).toEqual(["connection us-east-1"]);
});

test("what may work the second time can be tried again without a second question", async () => {
  let failures = 1;
  const { state, deps } = desk({ retries: 1 }, () => (failures-- > 0 ? refuse("throttled") : {}));
  await expect(runCall(deps, deletion)).resolves.toBe("done");
  expect([state.asked.length, state.calls.length]).toEqual([1, 2]);
});

test("a bug is let through", async () => {
  const { deps } = desk({}, () => {
    throw new TypeError("a bug");
  });
  await expect(runCall(deps, deletion)).rejects.toThrow("a bug");
});
