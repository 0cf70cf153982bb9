import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createCredentials } from "../../src/aws/credentials.ts";
import { createReadSection } from "../../src/aws/read-section.ts";
import { createSend } from "../../src/aws/send.ts";
import type { Section } from "../../src/model/section.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A service that gives these answers in turn, the last one for ever. */
async function serviceOf(...answers: readonly { readonly status?: number; readonly body: string; readonly isLost?: boolean }[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? { body: "{}" };
    asked.push(String(request.headers["x-amz-target"]));
    if (answer.isLost === true) return void request.socket.destroy();
    response.writeHead(answer.status ?? 200, { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "r-1" });
    response.end(answer.body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = createSend({ credentials: createCredentials(), targetOf: () => ({ endpoint, simulatedAccount: "111122223333" }) });
  return { asked, send, readSection: createReadSection({ send, accountOf: () => Promise.resolve(undefined) }) };
}

const connections: Section = { profile: "prod", region: "us-east-1", name: "connections" };
const { signal } = new AbortController();

test("a reached quota is refused at once, although the SDK takes its name for throttling", async () => {
  const body = JSON.stringify({ __type: "LimitExceededException", message: "The rate limiter limit has been exceeded." });
  const { asked, send } = await serviceOf({ status: 400, body });
  const call = send({ profile: "prod", region: "us-east-1", action: "DescribeConnections", input: {} });
  await expect(call).rejects.toMatchObject({ reason: "refused", code: "LimitExceededException", requestId: "r-1" });
  expect(asked).toEqual(["OvertureService.DescribeConnections"]);
});

test("a key that the service quotes when it refuses it stands in no message", async () => {
  const message = "1 validation error detected: Value 'k3y-of-ours' at 'newBGPPeer.authKey' failed to satisfy constraint";
  const { send } = await serviceOf({ status: 400, body: JSON.stringify({ __type: "DirectConnectClientException", message }) });
  const input = { virtualInterfaceId: "dxvif-1", newBGPPeer: { asn: 65001, authKey: "k3y-of-ours" } };
  const error: unknown = await send({ profile: "prod", region: "us-east-1", action: "CreateBGPPeer", input }).catch((failure: unknown) => failure);
  expect(error).toMatchObject({ message: message.replace("k3y-of-ours", "********") });
  expect(JSON.stringify(error)).not.toContain("k3y-of-ours");
});

test("a server error is tried again", async () => {
  const { asked, readSection } = await serviceOf({ status: 500, body: "{}" }, { body: '{"connections":[{"connectionId":"dxcon-1"}]}' });
  const { resources, failures } = await readSection(connections, signal);
  expect([asked.length, resources.map(({ id }) => id), failures]).toEqual([2, ["dxcon-1"], []]);
});

const throttled = { status: 400, body: JSON.stringify({ __type: "ThrottlingException", message: "Rate exceeded" }) };

test.each([
  ["a server error", { status: 500, body: "{}" }, true],
  ["a gateway's error", { status: 502, body: "" }, true],
  ["a lost answer", { body: "", isLost: true }, true],
  ["a cut answer", { body: "{ cut" }, true],
  ["a refusal", { status: 400, body: JSON.stringify({ __type: "DirectConnectClientException", message: "No." }) }, false],
] as const)("%s leads to no second order, and whether there is one is %s uncertain", async (_, answer, mayBeDone) => {
  const { asked, send } = await serviceOf(answer);
  const input = { location: "EqDC2", bandwidth: "1Gbps", connectionName: "a" };
  const call = send({ profile: "prod", region: "us-east-1", action: "CreateConnection", input });
  await expect(call).rejects.toMatchObject({ mayBeDone });
  expect(asked).toEqual(["OvertureService.CreateConnection"]);
});

test("an order that is asked to slow down is sent again", async () => {
  const { asked, send } = await serviceOf(throttled, { body: '{"connectionId":"dxcon-1"}' });
  const input = { location: "EqDC2", bandwidth: "1Gbps", connectionName: "a" };
  const { output } = await send({ profile: "prod", region: "us-east-1", action: "CreateConnection", input });
  expect([asked.length, output.connectionId]).toEqual([2, "dxcon-1"]);
});

test.each([
  ["a list that is none", '{"connections":"all of them"}'],
  ["a page that is no object", "[]"],
  ["another type for the page's token", '{"connections":[],"nextToken":{"a":1}}'],
  ["an HTML page", "<html>Sign in to the hotel's network</html>"],
  ["nothing", ""],
])("an answer with %s never breaks the reader", async (_, body) => {
  const { readSection } = await serviceOf({ body });
  const { resources, failures } = await readSection(connections, signal);
  expect(resources).toEqual([]);
  for (const { reason } of failures) expect(reason).toBe("malformed");
});

test("records that cannot be understood hide no others", async () => {
  const { readSection } = await serviceOf({ body: '{"connections":[{"connectionName":"no id"},{"connectionId":"dxcon-1"},null,5]}' });
  const { resources, failures } = await readSection(connections, signal);
  expect(resources.map(({ id }) => id)).toEqual(["dxcon-1"]);
  expect(failures.map(({ reason }) => reason)).toEqual(["malformed"]);
});

test("a listing that goes round in circles ends", async () => {
  const { asked, readSection } = await serviceOf({ body: '{"connections":[{"connectionId":"dxcon-1"}],"nextToken":"again"}' });
  const { failures } = await readSection(connections, signal);
  expect(failures[0]?.message).toContain("a page names itself as the next one");
  expect(asked.length).toBe(2);
});

test("what came before a page that failed is kept", async () => {
  const refused = { status: 400, body: JSON.stringify({ __type: "DirectConnectClientException", message: "Bad token" }) };
  const { readSection } = await serviceOf({ body: '{"connections":[{"connectionId":"dxcon-1"}],"nextToken":"2"}' }, refused);
  const { resources, failures } = await readSection(connections, signal);
  expect(resources.map(({ id }) => id)).toEqual(["dxcon-1"]);
  expect(failures.map(({ message }) => message)).toEqual(["Bad token"]);
});

test("a signal that has aborted already sends nothing", async () => {
  const { asked, readSection } = await serviceOf({ body: "{}" });
  await expect(readSection(connections, AbortSignal.abort())).rejects.toMatchObject({ reason: "cancelled" });
  expect(asked).toEqual([]);
});
