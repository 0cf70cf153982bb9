import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sdk from "@aws-sdk/client-direct-connect";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forkSimulator, type SimulatorProcess, startSimulator } from "../support/simulator.ts";
import { callOverWire, clientOf, networkTeam, ours, partner, sampleIds } from "./clients.ts";

const place = { folder: "" };

beforeAll(() => {
  place.folder = mkdtempSync(join(tmpdir(), "dx-estates-"));
});
afterAll(() => rmSync(place.folder, { recursive: true }));

type Answer = Readonly<Record<string, unknown>>;

/** What each read-only call of an account in a Region prints. */
async function describeAll(url: string, account: string, region: string): Promise<[string, Answer][]> {
  const call = async (operation: string, input: object = {}) => (await callOverWire(url, operation, input, [account, region])).body;
  const answers: [string, Answer][] = [];
  for (const operation of ["DescribeConnections", "DescribeLags", "DescribeVirtualInterfaces", "DescribeDirectConnectGateways", "DescribeDirectConnectGatewayAssociationProposals", "DescribeLocations", "DescribeVirtualGateways", "DescribeCustomerMetadata", "ListVirtualInterfaceTestHistory", "DescribeInterconnects"]) {
    answers.push([operation, await call(operation)]);
  }
  const { directConnectGateways: gateways = [] } = Object.fromEntries(answers)["DescribeDirectConnectGateways"] as { directConnectGateways?: { directConnectGatewayId: string }[] };
  for (const { directConnectGatewayId } of gateways) {
    for (const operation of ["DescribeDirectConnectGatewayAssociations", "DescribeDirectConnectGatewayAttachments"]) {
      answers.push([`${operation} ${directConnectGatewayId}`, await call(operation, { directConnectGatewayId })]);
    }
  }
  return answers.filter(([, answer]) => !("__type" in answer));
}

const callers = [ours, networkTeam, partner].flatMap((account) => ["us-east-1", "eu-west-1"].map((region) => [account, region] as const));

test("a folder of captured answers answers as what was captured, for every account and Region", async () => {
  const captured = await startSimulator();
  const folder = join(place.folder, "capture");
  const before = new Map<string, [string, Answer][]>();
  for (const [account, region] of callers) {
    const answers = await describeAll(captured.url, account, region);
    before.set(`${account}/${region}`, answers);
    mkdirSync(join(folder, account, region), { recursive: true });
    for (const [index, [, answer]] of answers.entries()) {
      writeFileSync(join(folder, account, region, `${index}.json`), JSON.stringify(answer, undefined, index % 2 === 0 ? 4 : undefined));
    }
  }
  const carrier = await callOverWire(captured.url, "DescribeInterconnects", {}, [partner, "us-east-1"]);
  const [{ interconnectId = "" } = {}] = carrier.body["interconnects"] as { interconnectId?: string }[];
  const hosted = await callOverWire(captured.url, "DescribeHostedConnections", { connectionId: interconnectId }, [partner, "us-east-1"]);
  writeFileSync(join(folder, partner, `hosted on ${interconnectId}.json`), JSON.stringify(hosted.body));
  await captured.stop();

  const again = await startSimulator({ estate: folder });
  for (const [account, region] of callers) {
    const answers = await describeAll(again.url, account, region);
    expect(answers.map(sorted), `${account} in ${region}`).toEqual(before.get(`${account}/${region}`)?.map(sorted));
  }
  const hostedAgain = await callOverWire(again.url, "DescribeHostedConnections", { connectionId: interconnectId }, [partner, "us-east-1"]);
  expect(sorted(["hosted", hostedAgain.body])).toEqual(sorted(["hosted", hosted.body]));
  await again.stop();
}, 30_000);

/** The order of a listing is that in which things were made, which answers do not tell. */
function sorted([operation, answer]: [string, Answer]): unknown {
  const order = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(order).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, order(member)]).sort());
  };
  return [operation, order(answer)];
}

test("a folder with a mistake is refused with its file and line", async () => {
  const folder = join(place.folder, "mistaken");
  mkdirSync(folder);
  writeFileSync(join(folder, "lags.json"), '{\n  "lags": [\n    { "lagId": 5 }\n  ]\n}');
  const simulator = await startSimulator({ estate: "empty" });
  await expect(simulator.post("reset", { estate: folder })).rejects.toThrow("lags.json, line 3: lags[0].lagId: it is 5; give a text");
  await simulator.stop();
});

async function changeMuch(simulator: SimulatorProcess): Promise<void> {
  const { url } = simulator;
  const id = await sampleIds(url);
  const pass = (minutes: number) => simulator.post("clock", { advanceSeconds: minutes * 60 });
  const client = clientOf(url);
  await client.send(new sdk.ConfirmConnectionCommand({ connectionId: id("branch-iad-voice") }));
  const { directConnectGateway } = await client.send(new sdk.CreateDirectConnectGatewayCommand({ directConnectGatewayName: "made", tags: [{ key: "a" }] }));
  await pass(1);
  await client.send(new sdk.CreateDirectConnectGatewayAssociationCommand({ directConnectGatewayId: directConnectGateway?.directConnectGatewayId, gatewayId: "vgw-0289039f11ac8c7a5" }));
  await clientOf(url, networkTeam).send(
    new sdk.CreateDirectConnectGatewayAssociationProposalCommand({ directConnectGatewayId: id("lab-gw"), directConnectGatewayOwnerAccount: ours, gatewayId: "vgw-053629d56246a6e16" }),
  );
  const group = { resiliencyGroupName: "pair", intendedResiliencyModel: "maximum-resiliency", clientToken: "once" };
  const { resiliencyGroup } = (await callOverWire(url, "CreateResiliencyGroup", group)).body as { resiliencyGroup: { resiliencyGroupId: string } };
  await pass(1);
  await callOverWire(url, "AssociateConnectionsToResiliencyGroup", { ...resiliencyGroup, connectionIdentifiers: [id("prod-iad-a")] });
  await client.send(new sdk.StartBgpFailoverTestCommand({ virtualInterfaceId: id("prod-iad-a-private") }));
  await client.send(new sdk.DeleteVirtualInterfaceCommand({ virtualInterfaceId: id("core-iad-a-transit") }));
  await client.send(new sdk.DescribeLoaCommand({ connectionId: id("prod-iad-a") }));
  await simulator.post("world", { event: "linkDown", id: id("prod-iad-lag-1") });
  await simulator.post("world", { event: "detachVpc", id: "vgw-0289039f11ac8c7a5" });
  await simulator.post("world", { event: "bgpDown", id: id("prod-lhr-b-private") });
}

test("the state of an estate that has seen much is read again without a loss, and goes on alike", async () => {
  const simulator = await startSimulator();
  await changeMuch(simulator);
  const state = await simulator.get("state");
  await simulator.post("reset", { estate: state });
  expect(await simulator.get("state")).toEqual(state);
  await simulator.post("clock", { advanceSeconds: 3600 });
  const later = await simulator.get("state");
  const other = await startSimulator({ estate: "empty" });
  await other.post("reset", { estate: state });
  await other.post("clock", { advanceSeconds: 3600 });
  expect(await other.get("state")).toEqual(later);
  await other.stop();
  await simulator.stop();
});

test("two simulators do not keep one state file", async () => {
  const state = join(place.folder, "shared.json");
  const first = await startSimulator({ args: ["--state", state] });
  const second = await forkSimulator(["--state", state]);
  let complaint = "";
  second.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  expect(await once(second, "close")).toEqual([2, null]);
  expect(complaint).toContain(`The state file ${state} is in use by the process ${first.process.pid ?? 0}.`);
  first.process.kill("SIGKILL");
  await once(first.process, "exit");
  const third = await startSimulator({ args: ["--state", state] });
  expect(await third.get("health")).toMatchObject({ status: "ok" });
  await third.stop();
});
