import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCredentials } from "../../src/aws/credentials.ts";
import { createReadSection } from "../../src/aws/read-section.ts";
import { withTest } from "../../src/aws/map-virtual-interfaces.ts";
import { recordsIn, textIn, toRecord } from "../../src/aws/record.ts";
import { createSend } from "../../src/aws/send.ts";
import type { VirtualInterface } from "../../src/model/resource.ts";
import type { CallReport } from "../../src/operations/call-report.ts";
import type { Inventory } from "../../src/model/inventory.ts";
import { mergeSections, sectionsOf, type Choice, type Section, type SectionAnswer } from "../../src/model/section.ts";
import { ApiError } from "../../src/operations/send.ts";
import { startSimulator } from "../support/simulator.ts";

const ours = "ours";
const networkTeam = "network-team";
const partner = "partner";
const accounts: Readonly<Record<string, string>> = { [ours]: "111122223333", [networkTeam]: "222233334444", [partner]: "444455556666" };
const regions = ["us-east-1", "eu-west-1"];

const simulator = await startSimulator();

afterAll(async () => {
  await simulator.stop();
});

interface Reader {
  readonly read: (section: Section, signal?: AbortSignal) => Promise<SectionAnswer>;
  readonly readAll: (choices: readonly Choice[]) => Promise<Inventory>;
  readonly send: ReturnType<typeof createSend>;
  readonly calls: readonly CallReport[];
}

function readerOf({ endpoint = simulator.url, timeout = 2_000, maxAttempts = 3 } = {}): Reader {
  const calls: CallReport[] = [];
  const send = createSend({
    credentials: createCredentials(),
    targetOf: (profile) => ({ endpoint, simulatedAccount: accounts[profile] }),
    onCall: (report) => calls.push(report),
    timeout,
    maxAttempts,
  });
  const readSection = createReadSection({ send, accountOf: (profile) => Promise.resolve(accounts[profile]) });
  const read = (section: Section, signal = new AbortController().signal): Promise<SectionAnswer> => readSection(section, signal);
  const readAll = async (choices: readonly Choice[]): Promise<Inventory> =>
    mergeSections(choices, await Promise.all(sectionsOf(choices).map((section) => read(section))));
  return { read, readAll, send, calls };
}

function inject(...faults: readonly object[]): Promise<unknown> {
  return simulator.post("faults", { faults });
}

const connections: Section = { profile: ours, region: "us-east-1", name: "connections" };

describe("the sample estate", () => {
  test("is read whole, with every resource once and no failure", async () => {
    const inventory = await readerOf().readAll([{ profile: ours, regions }]);
    expect(inventory.failures).toEqual([]);
    const keys = inventory.resources.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const kinds = new Set(inventory.resources.map(({ kind }) => kind));
    for (const kind of ["connection", "lag", "virtualInterface", "bgpPeer", "directConnectGateway", "association", "attachment", "proposal", "virtualPrivateGateway", "transitGateway"]) {
      expect(kinds).toContain(kind);
    }
    expect(inventory.accounts).toEqual([{ profile: ours, id: "111122223333", regions }]);
    expect(inventory.locations.length).toBeGreaterThanOrEqual(8);
  });

  test("tells how long a failover test goes on, and asks for no history but that of what is tested", async () => {
    const reader = readerOf();
    const answer = await reader.read({ profile: ours, region: "us-east-1", name: "virtualInterfaces" });
    expect(reader.calls.filter(({ action }) => action === "ListVirtualInterfaceTestHistory")).toHaveLength(1);
    const tested = answer.resources.find((one): one is VirtualInterface => one.kind === "virtualInterface" && one.state === "testing");
    if (tested === undefined) throw new Error("The sample has a virtual interface that is tested.");
    const { output } = await reader.send({ profile: ours, region: "us-east-1", action: "ListVirtualInterfaceTestHistory", input: { virtualInterfaceId: tested.id } });
    const history = recordsIn(toRecord(output), "virtualInterfaceTestHistory");
    // The simulator's time is its own: the minutes are counted from the test's beginning.
    const after = (minutes: number) => withTest({ ...tested }, history, Date.parse(textIn(history[0] ?? {}, "startTime")) + minutes * 60_000);
    expect(after(20)).toMatchObject({ testMinutesLeft: 160 });
    expect(after(179.5)).toMatchObject({ testMinutesLeft: 1 });
  });

  test("lacks no virtual interface where the history of tests is denied", async () => {
    await inject({ operation: "ListVirtualInterfaceTestHistory", kind: "denied" });
    const { read, calls } = readerOf();
    const answer = await read({ profile: ours, region: "us-east-1", name: "virtualInterfaces" });
    await inject();
    expect(answer.failures).toEqual([]);
    expect(calls.filter(({ isExpected }) => !isExpected)).toEqual([]);
    const tested = answer.resources.find(({ name }) => name === "core-iad-b-transit");
    expect(tested).toMatchObject({ state: "testing" });
    expect(tested).not.toHaveProperty("testMinutesLeft");
  });

  test("lacks nothing but resiliency groups where their listing is denied, which is nothing to warn of", async () => {
    await inject({ operation: "ListResiliencyGroups", kind: "denied" });
    const { read, calls } = readerOf();
    const { failures, resources } = await read({ profile: ours, region: "us-east-1", name: "resiliencyGroups" });
    await inject();
    expect([failures, resources]).toEqual([[], []]);
    expect(calls).toMatchObject([{ action: "ListResiliencyGroups", outcome: "AccessDeniedException", isExpected: true }]);
  });

  test("warns of the same refusal where a person has asked", async () => {
    await inject({ operation: "ListResiliencyGroups", kind: "denied" });
    const { send, calls } = readerOf();
    await expect(send({ profile: ours, region: "us-east-1", action: "ListResiliencyGroups", input: {} })).rejects.toMatchObject({ reason: "denied" });
    await inject();
    expect(calls).toMatchObject([{ isExpected: false }]);
  });

  test.each([
    { kind: "throttle", reason: "throttled" },
    { kind: "error", reason: "refused" },
  ])("tells when resiliency groups could not be read though they may be there: $reason", async ({ kind, reason }) => {
    await inject({ operation: "ListResiliencyGroups", kind });
    const { failures } = await readerOf().read({ profile: ours, region: "us-east-1", name: "resiliencyGroups" });
    await inject();
    expect(failures.map((failure) => failure.reason)).toEqual([reason]);
  });

  test("holds no secret, wherever one was sent", async () => {
    const answer = await fetch(simulator.url, {
      method: "POST",
      headers: {
        "X-Amz-Target": "OvertureService.DescribeVirtualInterfaces",
        Authorization: "AWS4-HMAC-SHA256 Credential=AKIA111122223333TEST/20260101/us-east-1/directconnect/aws4_request",
      },
      body: "{}",
    });
    const sent = await answer.text();
    const keys = [...sent.matchAll(/"authKey":"([^"]+)"/g)].map(([, key]) => key ?? "");
    expect(keys.length).toBeGreaterThan(0);
    const text = JSON.stringify(await readerOf().readAll([{ profile: ours, regions }]));
    for (const key of keys) expect(text).not.toContain(key);
    expect(text).toContain("********");
  });

  test("is one estate when several accounts read it", async () => {
    const choices = [ours, networkTeam, partner].map((profile) => ({ profile, regions }));
    const inventory = await readerOf().readAll(choices);
    expect(inventory.failures).toEqual([]);
    const keys = inventory.resources.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const hosted = inventory.resources.filter((resource) => resource.kind === "connection" && resource.state === "ordering");
    expect(hosted.some((resource) => resource.profile === ours && resource.owned)).toBe(true);
    for (const resource of inventory.resources) {
      if (resource.owned && resource.ownerAccount !== "") expect(accounts[resource.profile]).toBe(resource.ownerAccount);
    }
  });

  test("comes page by page", async () => {
    const { send } = readerOf();
    const call = { profile: ours, region: "us-east-1", action: "DescribeVirtualInterfaces" as const };
    const whole = await send({ ...call, input: {} });
    const page = await send({ ...call, input: { maxResults: 2 } });
    expect(page.output.virtualInterfaces).toHaveLength(2);
    expect(page.output.nextToken).toBeTruthy();
    expect(whole.output.virtualInterfaces?.length).toBeGreaterThan(2);
  });
});

describe("bad days", () => {
  afterEach(async () => {
    await inject();
  });

  test("expired credentials fail every section with the same reason", async () => {
    await inject({ kind: "expired" });
    const { failures, resources } = await readerOf().readAll([{ profile: ours, regions: ["us-east-1"] }]);
    expect(resources).toEqual([]);
    expect(new Set(failures.map(({ reason }) => reason))).toEqual(new Set(["expired"]));
    expect(failures).toHaveLength(9);
    expect(failures[0]?.message).toContain("profile ours");
  });

  test("one operation denied in one Region hides nothing else", async () => {
    await inject({ kind: "denied", operation: "DescribeLags", region: "eu-west-1" });
    const { failures, resources } = await readerOf().readAll([{ profile: ours, regions }]);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ profile: ours, region: "eu-west-1", action: "DescribeLags", reason: "denied" });
    expect(failures[0]?.requestId).toBeTruthy();
    expect(failures[0]?.message).toContain("directconnect:DescribeLags");
    expect(resources.some(({ region }) => region === "eu-west-1")).toBe(true);
  });

  test("throttling is waited out", async () => {
    await inject({ kind: "throttle", operation: "DescribeConnections", times: 1 });
    const { failures, resources } = await readerOf().read(connections);
    expect(failures).toEqual([]);
    expect(resources.length).toBeGreaterThan(0);
  });

  test("throttling without end becomes a clear message", async () => {
    await inject({ kind: "throttle", operation: "DescribeConnections" });
    const { failures } = await readerOf({ maxAttempts: 2 }).read(connections);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ reason: "throttled" });
    expect(failures[0]?.message).toMatch(/^AWS asks for fewer requests/);
  });

  test("an endpoint where nobody listens is unreachable, and the message names it", async () => {
    const { failures } = await readerOf({ endpoint: "http://127.0.0.1:1", maxAttempts: 2 }).read(connections);
    expect(failures[0]).toMatchObject({ reason: "unreachable", action: "DescribeConnections" });
    expect(failures[0]?.message).toContain("http://127.0.0.1:1");
  });

  test("an answer that is no JSON is malformed, and a cut one too", async () => {
    await inject({ kind: "malformed", operation: "DescribeConnections" });
    expect((await readerOf().read(connections)).failures[0]?.reason).toBe("malformed");
    await inject({ kind: "truncated", operation: "DescribeConnections" });
    expect(["malformed", "unreachable"]).toContain((await readerOf({ maxAttempts: 2 }).read(connections)).failures[0]?.reason);
  });

  test("an endpoint that never answers ends after the time-out", async () => {
    await inject({ kind: "timeout", operation: "DescribeConnections" });
    const started = performance.now();
    const { failures } = await readerOf({ timeout: 300, maxAttempts: 1 }).read(connections);
    expect(failures[0]?.reason).toBe("unreachable");
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test("an abort ends the request itself, at once", async () => {
    await inject({ kind: "timeout", operation: "DescribeConnections" });
    const controller = new AbortController();
    const reading = readerOf({ timeout: 30_000 }).read(connections, controller.signal);
    setTimeout(() => controller.abort(), 150);
    const started = performance.now();
    await expect(reading).rejects.toMatchObject({ reason: "cancelled" });
    expect(performance.now() - started).toBeLessThan(1_000);
    await expect.poll(async () => JSON.stringify(await simulator.get("requests"))).toMatch(/"aborted":\s*true/);
  });

  test("a refusal carries AWS's sentence and the request id, and is not tried again", async () => {
    const { send, calls } = readerOf();
    const call = send({ profile: ours, region: "us-east-1", action: "DescribeLags", input: { lagId: "doesntexist" } });
    const error = await call.then(
      () => undefined,
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ reason: "refused", code: "DirectConnectClientException", action: "DescribeLags" });
    expect((error as ApiError).message).toBe("Lag ID doesntexist has an invalid format.");
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ outcome: "DirectConnectClientException", action: "DescribeLags", isExpected: false });
  });

  test("an account that is no partner has no interconnects, and that is neither a failure nor worth a warning", async () => {
    const { read, calls } = readerOf();
    const { failures, resources } = await read({ ...connections, name: "interconnects" });
    expect({ failures, resources }).toEqual({ failures: [], resources: [] });
    expect(calls).toMatchObject([{ action: "DescribeInterconnects", outcome: "DirectConnectClientException", isExpected: true }]);
  });
});

describe("profiles of the AWS configuration", () => {
  const kept = { ...process.env };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dx-profiles-"));
    process.env["AWS_CONFIG_FILE"] = join(folder, "config");
    process.env["AWS_SHARED_CREDENTIALS_FILE"] = join(folder, "credentials");
  });

  afterEach(() => {
    process.env = { ...kept };
    rmSync(folder, { recursive: true });
  });

  function readerWithProfiles(): { readonly reason: () => Promise<string | undefined>; readonly forget: () => void } {
    const credentials = createCredentials();
    const send = createSend({ credentials, targetOf: () => ({ endpoint: simulator.url }), maxAttempts: 1 });
    const readSection = createReadSection({ send, accountOf: () => Promise.resolve(undefined) });
    const section: Section = { profile: "work", region: "us-east-1", name: "connections" };
    return {
      reason: async () => (await readSection(section, new AbortController().signal)).failures[0]?.reason,
      forget: () => credentials.forget(),
    };
  }

  test("a profile without credentials says so, and is read anew after it was written", async () => {
    const { reason, forget } = readerWithProfiles();
    expect(await reason()).toBe("credentials");
    writeFileSync(join(folder, "credentials"), "[work]\naws_access_key_id = AKIA111122223333TEST\naws_secret_access_key = any\n");
    forget();
    expect(await reason()).toBeUndefined();
  });

  test("credentials from a process are used", async () => {
    const identity = { Version: 1, AccessKeyId: "AKIA111122223333TEST", SecretAccessKey: "any" };
    writeFileSync(join(folder, "identity.json"), JSON.stringify(identity));
    writeFileSync(join(folder, "config"), `[profile work]\ncredential_process = cat ${join(folder, "identity.json")}\n`);
    expect(await readerWithProfiles().reason()).toBeUndefined();
  });

  test("an ended single sign-on is expired, not broken", async () => {
    const config = ["[profile work]", "sso_session = corp", "sso_account_id = 111122223333", "sso_role_name = Viewer", "[sso-session corp]", "sso_region = us-east-1", "sso_start_url = https://corp.example/start"];
    writeFileSync(join(folder, "config"), config.join("\n"));
    expect(await readerWithProfiles().reason()).toBe("expired");
  });
});
