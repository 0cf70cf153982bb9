import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createCredentials } from "../../src/aws/credentials.ts";
import { newerMembers, newerOperations, newerStructures } from "../../src/aws/newer-schemas.ts";
import { createSend } from "../../src/aws/send.ts";

interface Asked {
  readonly target: string;
  readonly body: unknown;
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A service that always gives this answer, and keeps what it was asked. */
async function serviceOf(answer: unknown, status = 200, maxAttempts = 1) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => void parts.push(part));
    request.on("end", () => {
      asked.push({ target: String(request.headers["x-amz-target"]), body: JSON.parse(Buffer.concat(parts).toString()) });
      response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
      response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = createSend({ credentials: createCredentials(), targetOf: () => ({ endpoint, simulatedAccount: "111122223333" }), maxAttempts });
  return { asked, send };
}

const where = { profile: "prod", region: "us-east-1" };

test("a newer operation is asked under its own name, with everything that it takes and answers", async () => {
  const route = { cidr: "10.0.0.0/16", routeDirection: "accepted", asPath: [{ pathType: "seq", path: [65001, 65002] }], communities: ["7224:7100"], routeInstalledAt: 1_790_000_000 };
  const { asked, send } = await serviceOf({ virtualInterfaceId: "dxvif-1", routes: [route], nextToken: "more" });
  const input = { virtualInterfaceId: "dxvif-1", filters: { routeDirection: "accepted", cidrs: ["10.0.0.0/8"], asPath: [65001] }, maxResults: 5 } as const;
  const { output } = await send({ ...where, action: "ListVirtualInterfaceRoutes", input: structuredClone(input) as never });
  expect(asked).toEqual([{ target: "OvertureService.ListVirtualInterfaceRoutes", body: input }]);
  expect(output).toEqual({ virtualInterfaceId: "dxvif-1", routes: [{ ...route, routeInstalledAt: new Date(1_790_000_000_000) }], nextToken: "more" });
});

test("members that the SDK would drop are sent and come back, however deep", async () => {
  const limited = { virtualInterfaceName: "a", vlan: 7, rateLimit: "500Mbps", prefixPoolAllocatedCountIpv4: 50 };
  const { asked, send } = await serviceOf({ virtualInterfaceId: "dxvif-1", rateLimit: "500Mbps", bgpPeers: [{ bgpPeerId: "dxpeer-1" }] });
  const { output } = await send({ ...where, action: "CreatePrivateVirtualInterface", input: { connectionId: "dxcon-1", newPrivateVirtualInterface: limited } });
  expect(asked[0]?.body).toEqual({ connectionId: "dxcon-1", newPrivateVirtualInterface: limited });
  expect(output).toMatchObject({ rateLimit: "500Mbps", bgpPeers: [{ bgpPeerId: "dxpeer-1" }] });
});

test("newer members of what is listed within a list come back", async () => {
  const connection = { connectionId: "dxcon-1", billingMode: "FlatRateTier1", rateLimiterStatus: { maxAllowed: 10, inUse: 1, remaining: 9, totalBandwidth: "1Gbps" } };
  const { send } = await serviceOf({ connections: [connection], billingMode: "FlatRateTier1" });
  const changed = await send({ ...where, action: "UpdateConnectionsBillingMode", input: { connectionIds: ["dxcon-1"], billingMode: "FlatRateTier1" } });
  const listed = await send({ ...where, action: "DescribeConnections", input: {} });
  expect(changed.output.connections).toEqual([connection]);
  expect(listed.output.connections).toEqual([connection]);
});

test.each([
  { answer: { __type: "UnknownOperationException" }, status: 400, code: "UnknownOperationException" },
  { answer: { __type: "InternalFailure", message: "API action not yet implemented" }, status: 501, code: "InternalFailure" },
  { answer: "<html>Not implemented</html>", status: 501 },
])("an endpoint that does not know an operation is named, and neither asked again nor taken to have done it: $status $answer", async ({ answer, status, ...expected }) => {
  const { asked, send } = await serviceOf(answer, status, 3);
  await expect(send({ ...where, action: "CreateResiliencyGroup", input: { name: "a" } as never })).rejects.toMatchObject({ mayBeDone: false });
  await expect(send({ ...where, action: "ListResiliencyGroups", input: {} })).rejects.toMatchObject({
    ...expected,
    reason: "refused",
    isUnknownOperation: true,
    message: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+ does not know ListResiliencyGroups: it is newer than this endpoint\.$/) as string,
  });
  expect(asked).toHaveLength(2);
});

test("every structure that is named is there", () => {
  const named = [
    ...Object.values(newerOperations).flat(),
    ...[...Object.values(newerStructures), ...Object.values(newerMembers)].flatMap((members) => Object.values(members)).map((type) => (typeof type === "string" ? type : type[0])),
  ].map(String);
  const own = new Set(["text", "number", "flag", "time", "Tag", "Connection", ...Object.keys(newerStructures)]);
  expect(named.filter((name) => !own.has(name))).toEqual([]);
});
