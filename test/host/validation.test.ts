import { strict as assert } from "node:assert";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { DetailsDocuments } from "../../src/extension/details-document.ts";
import { FormDrafts } from "../../src/extension/form-drafts.ts";
import { createOperationUi } from "../../src/extension/operation-ui.ts";
import { sortTargets } from "../../src/extension/operation-targets.ts";
import { runOperation } from "../../src/extension/run-operation.ts";
import type { Inventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import type { Resource } from "../../src/model/resource.ts";
import { operationIds, operationOf, type OperationId } from "../../src/operations/index.ts";
import type { Parameter } from "../../src/operations/parameter.ts";
import type { Send } from "../../src/operations/send.ts";
import { bgpPeer, interconnect, virtualInterface } from "../support/sample-inventory.ts";
import { openView } from "./extension.ts";
import { FormHands, type Typing } from "./form-hands.ts";
import { sharedSimulator } from "./simulator.ts";

const digits = "0123456789abcdef".repeat(4);
const name: Typing = { wrong: "", because: /A name is (needed|1 to 255)/, right: "validated-1" };
const account: Typing = { wrong: "1234", because: /twelve digits/, right: "999988887777" };
const prefixes: Typing = { wrong: "10.0.0", because: /is no CIDR block/, right: "10.60.0.0/16" };
const pool: Typing = { wrong: "1001", because: /from 0 to 1000/, right: "10" };
const group: Typing = { wrong: "group", because: /dxrg- with 17/, right: "dxrg-0123456789abcdefg" };

/** For each parameter something wrong, what is said about it, and something right where the form itself begins with nothing. */
const typed: Readonly<Record<string, Typing>> = {
  name,
  location: { wrong: "Eq DC2", because: /letters and digits/, right: "EqDC2" },
  bandwidth: { wrong: "7Gbps", because: /ports are not known at|There are no ports of/, right: "10 Gbps" },
  mtu: { wrong: "9002", because: /MTU 9002 is not possible/, right: "1500" },
  providerName: { wrong: "p".repeat(201), because: /too long/, right: "Somebody" },
  numberOfConnections: { wrong: "9", because: /1 to \d/ },
  vlan: { wrong: "4095", because: /out of range/ },
  asn: { wrong: "0", because: /out of range/ },
  amazonAddress: { wrong: "10.250.1.0/30", because: /network address|private address/, right: "203.0.113.1/30" },
  customerAddress: { wrong: "203.0.113.9/30", because: /not in the subnet/, right: "203.0.113.2/30" },
  authKey: { wrong: "short", because: /5 characters/, right: "long-enough-key" },
  prefixPoolIpv4: pool,
  prefixPoolIpv6: pool,
  ipv4: pool,
  ipv6: pool,
  ownerAccount: account,
  owner: account,
  routeFilterPrefixes: { ...prefixes, right: "198.51.100.0/24" },
  allowedPrefixes: prefixes,
  amazonSideAsn: { wrong: "65535", because: /is not private/ },
  gateway: { wrong: "vgw-x", because: /hexadecimal digits/, right: "vgw-0123456789abcdef0" },
  region: { wrong: "nowhere", because: /Region's code/, right: "us-east-1" },
  directConnectGatewayId: { wrong: "gateway", because: /32 hexadecimal digits/, right: "7d6e53b8-a063-4bd9-a8ee-fb2054650000" },
  minimumLinks: { wrong: "99", because: /from 0 to/ },
  rateLimit: { wrong: "1Kbps", because: /no step of the rate limiter/, right: "50Mbps" },
  minutes: { wrong: "0", because: /1 to 4320/ },
  ckn: { wrong: "abc", because: /64 hexadecimal digits/, right: digits },
  cak: { wrong: "abc", because: /64 hexadecimal digits/, right: digits },
  secretArn: { wrong: "arn", because: /ARN of a secret/, right: "arn:aws:secretsmanager:us-east-1:111122223333:secret:key" },
  group,
  agreement: { wrong: "a".repeat(101), because: /at most 100/, right: "An agreement" },
  routerType: { wrong: "no", because: /identifier of a router type/, right: "CiscoSystemsInc-2900SeriesRouters-IOS124" },
};

/** A choice that opens other questions than the first does. */
const otherWays: readonly Readonly<Record<string, string>>[] = [{}, { form: "secret" }, { addressFamily: "ipv4" }];

/** What the sample's account has nothing of: a partner's port, and a virtual interface without a session over IPv4. */
const beside: readonly Resource[] = [
  interconnect({ id: "dxcon-partner", profile: "dx-sample" }),
  virtualInterface({ id: "dxvif-six", profile: "dx-sample", connectionId: "dxcon-fgiwjfgs", vlan: 3000, addressFamily: "ipv6", amazonAddress: "", customerAddress: "" }),
  bgpPeer({ id: "dxpeer-six", profile: "dx-sample", virtualInterfaceId: "dxvif-six", addressFamily: "ipv6", amazonAddress: "", customerAddress: "" }),
];

describe("what forms say while they are filled in", () => {
  const simulator = sharedSimulator();
  const hands = new FormHands(typed);
  const log = vscode.window.createOutputChannel("Validation", { log: true });
  const reached = new Set<string>();
  const sent: string[] = [];
  let inventory: Inventory;

  before(async () => {
    await simulator.reset();
    const read = (await openView()).inventory();
    inventory = { ...read, resources: [...read.resources, ...beside] };
    hands.watch();
  });
  after(() => {
    hands.forget();
    log.dispose();
  });

  for (const id of operationIds.filter((one) => checkedOf(one).length > 0)) {
    it(`${id}: something wrong is told and goes no further, something right does`, async () => {
      const before = changes(await simulator.calls());
      for (const key of targetsOf(id, inventory)) {
        for (const choices of otherWays) if (checkedOf(id).some((parameter) => !reached.has(`${id}.${parameter}`))) await fillIn(id, key, choices);
      }
      assert.deepEqual(sent, []);
      assert.equal(changes(await simulator.calls()), before);
    });
  }

  it("each of these parameters was tried", () => {
    const missed = operationIds.flatMap((id) => checkedOf(id).map((parameter) => `${id}.${parameter}`)).filter((parameter) => !reached.has(parameter));
    assert.deepEqual(missed, []);
  });

  async function fillIn(id: OperationId, key: string, choices: Readonly<Record<string, string>>): Promise<void> {
    const send = ((call: { readonly action: string }) => {
      sent.push(call.action);
      return Promise.reject(new Error("Nothing may be sent here."));
    }) as unknown as Send;
    const memory = { recall: () => undefined, remember: () => Promise.resolve() };
    const review = { mask: () => ({}), commandTarget: () => ({ profile: undefined, endpoint: undefined }), show: () => Promise.resolve() };
    const form = { lookUp: () => Promise.resolve([]), memory, drafts: new FormDrafts(), review };
    const ui = createOperationUi({ log, details: noDetails, wantsTypedName: () => true, revealInTree: () => Promise.resolve(false), form });
    const store = { inventory, ready: () => Promise.resolve(), refreshAround: () => Promise.resolve() };
    const run = runOperation({ store, send, ui, permit: () => Promise.resolve(true) }, id, [key]);
    const tried = await hands.fillIn(operationOf(id), run, choices);
    for (const parameter of tried) reached.add(`${id}.${parameter}`);
  }
});

/** Nothing is shown of what was not sent. */
const noDetails = undefined as unknown as DetailsDocuments;

/** The parameters of an entry that something can be wrong with. */
function checkedOf(id: OperationId): readonly string[] {
  return Object.entries(operationOf(id).parameters).flatMap(([parameter, one]) => (isChecked(one) ? [parameter] : []));
}

function isChecked(parameter: Parameter): boolean {
  switch (parameter.type) {
    case "number":
    case "prefixes":
      return true;
    case "text":
    case "secret":
      return parameter.check !== undefined;
    case "choice":
      return parameter.other !== undefined;
    default:
      return false;
  }
}

/** A few things that the entry can be run on, of each kind that it is offered for. */
function targetsOf(id: OperationId, inventory: Inventory): readonly string[] {
  const operation = operationOf(id);
  const profile = inventory.accounts[0]?.profile ?? "";
  const places = operation.on.flatMap((offer) => (offer.kind === "place" ? offer.states.map((state) => placeOf({ state: state as "region", profile, region: "us-east-1" }).key) : []));
  const keys = [...inventory.resources.map(({ key }) => key), ...places.slice(0, 2)];
  const { ready } = sortTargets(operation, keys, inventory, vscode.l10n.t);
  return ready.map(({ key }) => key).slice(-4).reverse();
}

function changes(calls: readonly { readonly operation: string }[]): number {
  return calls.filter(({ operation }) => !/^(Describe|List|Get)/.test(operation)).length;
}
