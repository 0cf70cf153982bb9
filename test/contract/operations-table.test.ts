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

/** What a person types into the forms that cannot know it. */
const typed: Typed = { name: ["contract-1"] };

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
      operationsFor(target).flatMap((id) => answerSets(operationOf(id), target, inventory, typed).map((answers) => ({ id, target, inventory, answers }))),
    ),
  );
}

function targetsIn({ resources, accounts: read }: Inventory): readonly Target[] {
  const regions = read.flatMap(({ profile, regions: chosen }) => chosen.map((region) => placeOf({ state: "region", profile, region })));
  return [...resources, ...regions];
}

test("what is offered and not refused works, and what is refused would not", { timeout: 60_000 }, async () => {
  const attempts = await everyAttempt();
  const wrong: string[] = [];
  for (const one of attempts) {
    await bench.simulator?.post("reset");
    const refusal = inEnglish(operationOf(one.id).refusal?.(one.target, one.inventory));
    const failure = await attempt(one);
    if ((refusal === undefined) === (failure === undefined)) continue;
    wrong.push(`${one.target.profile}: ${one.id} ${one.target.key} (${one.target.state}): ${refusal?.message ?? "not refused"} / ${failure?.message ?? "done"}`);
  }
  expect(wrong).toEqual([]);
  expect([...new Set(attempts.map(({ id }) => id))].sort()).toEqual([...operationIds].sort());
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
