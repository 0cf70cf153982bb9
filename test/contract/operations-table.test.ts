import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createCredentials } from "../../src/aws/credentials.ts";
import { createReadSection } from "../../src/aws/read-section.ts";
import { createSend } from "../../src/aws/send.ts";
import { indexResources, type Inventory } from "../../src/model/inventory.ts";
import { ownTagKeys, type Resource } from "../../src/model/resource.ts";
import { placeOf } from "../../src/model/place.ts";
import { mergeSections, sectionsOf } from "../../src/model/section.ts";
import { callRegionOf } from "../../src/operations/call-region.ts";
import { operationIds, operationOf, operationsFor, type OperationId } from "../../src/operations/index.ts";
import type { Answers, EarlierAnswers, Parameters } from "../../src/operations/parameter.ts";
import { routerTypes } from "../../src/operations/router-types.ts";
import { ApiError, type Send } from "../../src/operations/send.ts";
import sample from "../../src/simulator/estate/sample.json" with { type: "json" };
import { isPlace, type Target } from "../../src/operations/target.ts";
import { answerSets, type Typed } from "../support/person-answers.ts";
import { startSimulator, type SimulatorProcess } from "../support/simulator.ts";
import { inEnglish } from "../support/in-english.ts";

const accounts: Readonly<Record<string, string>> = { ours: "111122223333", network: "222233334444", partner: "444455556666" };
const choices = Object.keys(accounts).map((profile) => ({ profile, regions: ["us-east-1", "eu-west-1"] }));

/** The running simulator, and the extension's own way to it. */
const bench: { simulator?: SimulatorProcess } = {};
const send: Send = createSend({
  credentials: createCredentials(),
  targetOf: (profile) => ({ endpoint: bench.simulator?.url, simulatedAccount: accounts[profile] }),
  maxAttempts: 1,
});
const readSection = createReadSection({ send, accountOf: (profile) => Promise.resolve(accounts[profile]) });

/** One profile at a time, as its owner sees it; several together hide what only the other side sees. */
async function read(profile: string): Promise<Inventory> {
  const chosen = choices.filter((choice) => choice.profile === profile);
  const answers = await Promise.all(sectionsOf(chosen).map((section) => readSection(section, new AbortController().signal)));
  return mergeSections(chosen, answers);
}

const folder = mkdtempSync(join(tmpdir(), "dx-operations-"));

beforeAll(async () => {
  const estate = join(folder, "estate.json");
  writeFileSync(estate, JSON.stringify(withEveryTypeConfirming()));
  bench.simulator = await startSimulator({ estate });
});
beforeEach(() => bench.simulator?.post("reset"));
afterAll(async () => {
  await bench.simulator?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The sample, whose one virtual interface that waits to be confirmed is private, with two more of the other types. */
function withEveryTypeConfirming(): unknown {
  const waiting = sample.virtualInterfaces.find(({ virtualInterfaceState }) => virtualInterfaceState === "confirming");
  const others = ["transit", "public"].map((type, index) => ({
    ...waiting,
    virtualInterfaceId: `dxvif-fcontrc${index}`,
    virtualInterfaceType: type,
    vlan: 3000 + index,
    bgpPeers: waiting?.bgpPeers.map((peer) => ({
      ...peer,
      bgpPeerId: `dxpeer-fcontrc${index}`,
      amazonAddress: `198.51.100.${33 + 4 * index}/30`,
      customerAddress: `198.51.100.${34 + 4 * index}/30`,
    })),
    ...(type === "public" ? { routeFilterPrefixes: [{ cidr: "203.0.113.0/28" }] } : {}),
  }));
  return { ...sample, virtualInterfaces: [...sample.virtualInterfaces, ...others] };
}

interface Attempt {
  readonly id: OperationId;
  readonly target: Target;
  readonly inventory: Inventory;
  readonly answers: EarlierAnswers;
}

/** What a person types into the forms that cannot know it; of several, the first that the form takes. */
const typed: Typed = {
  name: ["contract-1"],
  ownerAccount: ["333344445555"],
  owner: ["111122223333"],
  directConnectGatewayId: [sample.directConnectGateways[0]?.directConnectGatewayId],
  ckn: ["ab".repeat(32)],
  cak: ["cd".repeat(32)],
  secretArn: ["arn:aws:secretsmanager:us-east-1:111122223333:secret:directconnect!prod/key-abc123"],
};
const typedForPublic: Typed = { ...typed, amazonAddress: ["198.51.100.97/30"], customerAddress: ["198.51.100.98/30"], routeFilterPrefixes: [["198.51.100.128/26"]] };
/** Other than those that any association has: a change has to change something. */
const typedForPrefixes: Typed = { ...typed, allowedPrefixes: [["10.99.0.0/16"]] };

function typedFor(id: OperationId): Typed {
  if (id === "setAllowedPrefixes") return typedForPrefixes;
  return /Public/.test(id) ? typedForPublic : typed;
}

async function attempt({ id, target, answers }: Attempt): Promise<ApiError | undefined> {
  const operation = operationOf(id);
  const region = callRegionOf(target, answers, "us-east-1");
  const input = operation.input(answers as Answers<Parameters>, target, region);
  try {
    await send({ profile: target.profile, region, action: operation.action, input });
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** Every operation on everything of the estate and in every Region that it is offered for, by each account, with every choice. */
async function everyAttempt(): Promise<readonly Attempt[]> {
  const inventories = await Promise.all(Object.keys(accounts).map(read));
  return inventories.flatMap((inventory) =>
    targetsIn(inventory).flatMap((target) =>
      operationsFor(target).flatMap((id) => answerSets(operationOf(id), target, inventory, typedFor(id)).map((answers) => ({ id, target, inventory, answers }))),
    ),
  );
}

function targetsIn({ resources, accounts: read }: Inventory): readonly Target[] {
  const regions = read.flatMap(({ profile, regions: chosen }) => chosen.map((region) => placeOf({ state: "region", profile, region })));
  return [...resources, ...regions];
}

/** What no listing tells, so that only the service can refuse it. */
const untold = [
  /is not attached to a VPC/,
  /is already associated with/,
  /No MACsec key of this account is in the secret/,
  /is not an authorized Direct Connect partner/,
];

function isKnownToServiceOnly(failure: ApiError | undefined): boolean {
  return untold.some((text) => text.test(failure?.message ?? ""));
}

/** What has a choice that only a call can fill: it is tried apart. */
const lookedUp: readonly OperationId[] = [
  "addToResiliencyGroup",
  "confirmAgreement",
  "deleteResiliencyGroup",
  "listResiliencyGroupConnections",
  "removeFromResiliencyGroup",
  "renameResiliencyGroup",
  "showResiliencyGroup",
];

/** What the sample has nothing for. */
const ofRareThings: readonly OperationId[] = ["moveHostedConnection", "setLagEncryption"];

test("what is offered and not refused works, and what is refused would not", { timeout: 60_000 }, async () => {
  const attempts = await everyAttempt();
  const wrong: string[] = [];
  for (const one of attempts) {
    await bench.simulator?.post("reset");
    const refusal = inEnglish(operationOf(one.id).refusal?.(one.target, one.inventory));
    const failure = await attempt(one);
    if ((refusal === undefined) === (failure === undefined) || isKnownToServiceOnly(failure)) continue;
    wrong.push(`${one.target.profile}: ${one.id} ${one.target.key} (${one.target.state}): ${refusal?.message ?? "not refused"} / ${failure?.message ?? "done"}`);
  }
  expect(wrong).toEqual([]);
  const tried = [...attempts.map(({ id }) => id), ...lookedUp, ...ofRareThings];
  expect(operationIds.filter((id) => !tried.includes(id))).toEqual([]);
});

/** What the resource has become after its call and a quarter of an hour. */
async function becomes(id: OperationId, find: (resource: Resource) => boolean): Promise<Resource | undefined> {
  const attempts = await everyAttempt();
  const chosen = attempts.find((one) => one.id === id && !isPlace(one.target) && find(one.target) && operationOf(id).refusal?.(one.target, one.inventory) === undefined);
  if (chosen === undefined) throw new Error(`The sample has nothing for ${id}.`);
  expect(await attempt(chosen)).toBeUndefined();
  await bench.simulator?.post("clock", { advanceSeconds: 900 });
  return indexResources(await read(chosen.target.profile)).get(chosen.target.key);
}

test.each<[OperationId, string, readonly (string | undefined)[]]>([
  ["confirmConnection", "connection", ["available"]],
  ["confirmPrivateVirtualInterface", "virtualInterface", ["available"]],
  ["confirmTransitVirtualInterface", "virtualInterface", ["available"]],
  ["confirmPublicVirtualInterface", "virtualInterface", ["verifying", "pending", "available"]],
  ["acceptProposal", "proposal", ["accepted"]],
  ["rejectProposal", "proposal", ["deleted"]],
  ["withdrawProposal", "proposal", ["deleted"]],
  ["deleteConnection", "connection", ["deleted", "rejected", undefined]],
  ["deleteVirtualInterface", "virtualInterface", ["deleted", "rejected", undefined]],
  ["deleteBgpPeer", "bgpPeer", ["deleted", undefined]],
  ["deleteAssociation", "association", ["disassociated", undefined]],
  ["deleteDirectConnectGateway", "directConnectGateway", ["deleted", undefined]],
])("%s changes what the next reading shows", async (id, kind, states) => {
  const resource = await becomes(id, (one) => one.kind === kind);
  expect(states).toContain(resource?.state);
});

test("tags that are set and removed are seen at the next reading", async () => {
  const tagged = await becomes("setTags", ({ kind }) => kind === "virtualInterface");
  expect(tagged?.tags).toMatchObject({ Owner: "contract" });
  await bench.simulator?.post("reset");
  const attempts = await everyAttempt();
  const before = attempts.find(({ id }) => id === "removeTags")?.target;
  const key = before === undefined || isPlace(before) ? "" : (ownTagKeys(before.tags)[0] ?? "");
  const after = await becomes("removeTags", (resource) => resource.key === before?.key);
  expect(before).toHaveProperty(["tags", key]);
  expect(after?.tags).not.toHaveProperty(key);
});

/** Runs an entry as a person does who fills in its form with these answers, and what is offered otherwise. */
async function run(id: OperationId, target: Target, given: EarlierAnswers): Promise<unknown> {
  const operation = operationOf(id);
  const inventory = await read(target.profile);
  const [answers] = answerSets({ ...operation, parameters: withoutAnswered(operation.parameters, given) }, target, inventory, typed);
  const all = { ...answers, ...given } as Answers<Parameters>;
  const region = callRegionOf(target, all, "us-east-1");
  const { output } = await send({ profile: target.profile, region, action: operation.action, input: operation.input(all, target, region) });
  return operation.document?.(output, target, all) ?? output;
}

function withoutAnswered(parameters: Parameters, given: EarlierAnswers): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !Object.hasOwn(given, name)));
}

async function lookUp(id: OperationId, name: string, target: Target): Promise<readonly string[]> {
  const parameter = operationOf(id).parameters[name];
  const lookup = parameter?.type === "choice" ? parameter.lookup : undefined;
  if (lookup === undefined) throw new Error(`${id} looks up nothing for ${name}.`);
  const context = { target, inventory: await read(target.profile), answers: {} };
  const { output } = await send({ profile: target.profile, region: target.region ?? "us-east-1", action: lookup.action, input: lookup.input(context) as never });
  return lookup.options(output as never, context).map(({ value }) => value);
}

const virginia = placeOf({ state: "region", profile: "ours", region: "us-east-1" });

test("a resiliency group is made, filled, shown, emptied and deleted with what the forms look up", async () => {
  await run("createResiliencyGroup", virginia, { name: "contract" });
  await bench.simulator?.post("clock", { advanceSeconds: 3600 });
  const groups = await lookUp("renameResiliencyGroup", "group", virginia);
  const shown = await Promise.all(groups.map((group) => run("showResiliencyGroup", virginia, { group })));
  const group = groups[shown.findIndex((document) => JSON.stringify(document).includes("contract"))];
  const subject = (await read("ours")).resources.find((resource) => resource.region === "us-east-1" && operationsFor(resource).includes("addToResiliencyGroup"));
  if (group === undefined || subject === undefined) throw new Error("There is no group, or no connection for it.");
  await run("renameResiliencyGroup", virginia, { group, name: "renamed" });
  await run("addToResiliencyGroup", subject, { group });
  expect(inEnglish(await run("listResiliencyGroupConnections", virginia, { group }))).toMatchObject({ rows: [[subject.id, "associating"]] });
  expect(JSON.stringify(inEnglish(await run("listResiliencyGroups", virginia, {})))).toContain("renamed");
  await bench.simulator?.post("clock", { advanceSeconds: 3600 });
  // What the tree lists of it is what is put in, taken out and deleted on its row.
  const row = (await read("ours")).resources.find(({ key }) => key === `resiliencyGroup/${group}`);
  if (row === undefined) throw new Error("The group is not in the inventory.");
  expect(row).toMatchObject({ name: "renamed", state: "available", owned: true, connectionIds: [subject.id] });
  await expect(run("deleteResiliencyGroup", row, {})).rejects.toThrow(ApiError);
  await run("removeFromResiliencyGroup", row, { connections: [subject] });
  await bench.simulator?.post("clock", { advanceSeconds: 3600 });
  await run("deleteResiliencyGroup", row, {});
});

test("an agreement is looked up and confirmed", async () => {
  const partner = placeOf({ state: "account", profile: "partner", region: "us-east-1" });
  const [agreement] = await lookUp("confirmAgreement", "agreement", partner);
  expect(await run("confirmAgreement", partner, { agreement })).toMatchObject({ status: "signed" });
});

test("a letter is a PDF, and a router's configuration holds no key unless it is asked for", async () => {
  const { resources } = await read("ours");
  const find = (id: OperationId) => resources.find((resource) => operationsFor(resource).includes(id));
  const [port, session] = [find("saveLetter"), find("openRouterConfiguration")];
  if (port === undefined || session === undefined) throw new Error("The sample has neither a port nor a session.");
  const letter = (await run("saveLetter", port, {})) as { readonly content: Uint8Array };
  expect(new TextDecoder().decode(letter.content.slice(0, 5))).toBe("%PDF-");
  for (const { value: routerType } of routerTypes) {
    const masked = (await run("openRouterConfiguration", session, { routerType })) as { readonly content: string };
    const clear = (await run("openRouterConfiguration", session, { routerType, withKey: true })) as { readonly content: string };
    expect(masked.content, routerType).toContain("********");
    expect(clear.content, routerType).not.toContain("********");
  }
});

test("a call that is cancelled aborts its request", async () => {
  await bench.simulator?.post("faults", { faults: [{ operation: "DeleteVirtualInterface", kind: "latency", latencyMs: 10_000 }] });
  const { resources } = await read("ours");
  const subject = resources.find((resource) => operationsFor(resource).includes("deleteVirtualInterface"));
  if (subject === undefined) throw new Error("The sample has no virtual interface to delete.");
  const abort = new AbortController();
  const call = send({ profile: "ours", region: subject.region ?? "", action: "DeleteVirtualInterface", input: { virtualInterfaceId: subject.id }, signal: abort.signal });
  setTimeout(() => abort.abort(), 100);
  const began = Date.now();
  await expect(call).rejects.toMatchObject({ name: "ApiError", reason: "cancelled", action: "DeleteVirtualInterface" });
  expect(Date.now() - began).toBeLessThan(3_000);
});
