// How many calls a second the simulator answers, how that grows with the estate, and a server that does nothing else.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareExtension } from "../package.mjs";
import { startSimulator } from "../start-simulator.mjs";

const account = "111122223333";
const region = "us-east-1";
const sizes = [100, 1_000, 10_000];
const rounds = 5;
const msPerRound = 400;
/** How much longer the largest estate may take than the smallest for what is looked up by id. */
const largestGrowth = 2;
const pageBudgetMs = 10;

/** Milliseconds for one call, median of several rounds, per operation and size of the estate. */
export async function measureSimulator() {
  await prepareExtension();
  const folder = mkdtempSync(join(tmpdir(), "dx-bench-"));
  try {
    const bySize = [];
    for (const size of sizes) bySize.push(await measureEstate(folder, size));
    return Object.keys(calls).flatMap((name) => rowsOf(name, bySize));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The calls measured, on the n-th virtual interface of an estate. */
const calls = {
  "a page of DescribeVirtualInterfaces": (_, size) => ["DescribeVirtualInterfaces", {}, Math.min(size, 100)],
  "a page of DescribeConnections": (_, size) => ["DescribeConnections", {}, Math.min(Math.ceil(size / perConnection), 100)],
  "DescribeVirtualInterfaces by id": (n) => ["DescribeVirtualInterfaces", { virtualInterfaceId: id("dxvif", n) }, 1],
  "DescribeConnections by id": (n) => ["DescribeConnections", { connectionId: id("dxcon", Math.floor(n / perConnection)) }, 1],
  "DescribeTags of one": (n) => ["DescribeTags", { resourceArns: [`arn:aws:directconnect:${region}:${account}:dxvif/${id("dxvif", n)}`] }, 1],
  "TagResource": (n) => [
    "TagResource",
    { resourceArn: `arn:aws:directconnect:${region}:${account}:dxvif/${id("dxvif", n)}`, tags: [{ key: "n", value: String(n) }] },
    0,
  ],
};

const perConnection = 50;
const id = (prefix, n) => `${prefix}-${n.toString(36).padStart(8, "0")}`;

function rowsOf(name, bySize) {
  const [small, , large] = bySize.map((measured) => measured[name]);
  const isPage = name.startsWith("a page");
  return [
    { name: `${name}, ${sizes[2]} virtual interfaces`, unit: "ms", value: large.ms, peer: large.floorMs, peerName: "a server that sends the same bytes", ...(isPage ? { budget: pageBudgetMs } : {}) },
    { name: `${name}, growth from ${sizes[0]} to ${sizes[2]}`, unit: "times", value: large.ms / small.ms, ...(isPage ? {} : { budget: largestGrowth }) },
    { name: `${name}, calls a second`, unit: "/s", value: 1000 / large.ms },
  ];
}

async function measureEstate(folder, size) {
  const file = join(folder, `${size}.json`);
  writeFileSync(file, JSON.stringify(estateOf(size)));
  const simulator = await startSimulator({ estate: file, clock: "manual" });
  try {
    const measured = {};
    for (const [name, make] of Object.entries(calls)) measured[name] = await measureCall(simulator.url, make, size);
    return measured;
  } finally {
    await simulator.stop();
  }
}

async function measureCall(url, make, size) {
  const agent = new Agent({ keepAlive: true });
  const [operation, input, expected] = make(0, size);
  const body = await post(agent, url, operation, input);
  const items = Object.values(JSON.parse(body)).find(Array.isArray)?.length ?? 0;
  if (items !== expected) throw new Error(`${operation} answered ${items} items, not ${expected}: ${body.slice(0, 200)}`);
  const ms = await timePerCall((n) => {
    const [name, given] = make((n * 7919) % size, size);
    return post(agent, url, name, given);
  });
  const floor = await startFloor(body);
  const floorMs = await timePerCall(() => post(agent, floor.url, operation, input));
  floor.server.close();
  agent.destroy();
  return { ms, floorMs };
}

/** One call after the other for a while, several times; the median of the times for one. */
async function timePerCall(call) {
  const times = [];
  let n = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    let made = 0;
    for (; performance.now() - start < msPerRound; made += 1) await call((n += 1));
    times.push((performance.now() - start) / made);
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)];
}

function startFloor(body) {
  return new Promise((done) => {
    const server = createServer((incoming, response) => {
      incoming.resume().on("end", () => response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end(body));
    });
    server.listen(0, "127.0.0.1", () => done({ server, url: `http://127.0.0.1:${server.address().port}` }));
  });
}

function post(agent, url, operation, input) {
  const headers = {
    "x-amz-target": `OvertureService.${operation}`,
    authorization: `AWS4-HMAC-SHA256 Credential=AKIA${account}TEST/20260101/${region}/directconnect/aws4_request`,
  };
  return new Promise((done, fail) => {
    const call = request(url, { method: "POST", agent, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        if (response.statusCode === 200) done(text);
        else fail(new Error(`${operation}: ${text}`));
      });
    });
    call.on("error", fail);
    call.end(JSON.stringify(input));
  });
}

/** Connections with fifty virtual interfaces each. */
function estateOf(size) {
  const place = { region, location: "EqDC2" };
  const connections = Array.from({ length: Math.ceil(size / perConnection) }, (_, n) => ({
    connectionId: id("dxcon", n),
    connectionName: `connection-${n}`,
    connectionState: "available",
    ownerAccount: account,
    bandwidth: "10Gbps",
    ...place,
  }));
  const virtualInterfaces = Array.from({ length: size }, (_, n) => {
    const subnet = `169.254.${Math.floor(n / 64) % 256}.${(n % 64) * 4}`.split(".");
    const address = (host) => `${subnet.slice(0, 3).join(".")}.${Number(subnet[3]) + host}/30`;
    const session = { asn: 65001, authKey: "0xbenchmark", addressFamily: "ipv4", amazonAddress: address(1), customerAddress: address(2) };
    return {
      virtualInterfaceId: id("dxvif", n),
      virtualInterfaceName: `interface-${n}`,
      virtualInterfaceState: "available",
      virtualInterfaceType: "private",
      ownerAccount: account,
      connectionId: id("dxcon", Math.floor(n / perConnection)),
      vlan: 100 + (n % perConnection),
      ...place,
      bgpPeers: [{ bgpPeerId: id("dxpeer", n), bgpPeerState: "available", bgpStatus: "up", ...session }],
    };
  });
  return { estate: 1, connections, virtualInterfaces };
}
