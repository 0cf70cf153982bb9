import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";

const now = Date.UTC(2026, 0, 1);
const place = { folder: "" };

beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), "dx-capture-"));
});
afterEach(() => rmSync(place.folder, { recursive: true }));

function write(name: string, content: unknown): void {
  const path = join(place.folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
}
const load = () => loadEstate(place.folder, now);

const ours = "111122223333";
const port = { ownerAccount: ours, region: "us-east-1", location: "EqDC2", bandwidth: "1Gbps", connectionState: "available" };
const connection = { ...port, connectionId: "dxcon-ffabc123", connectionName: "first", loaIssueTime: 1_760_000_000.5 };
const virtualInterface = {
  virtualInterfaceId: "dxvif-ffabc123",
  virtualInterfaceName: "private",
  virtualInterfaceType: "private",
  virtualInterfaceState: "available",
  ownerAccount: ours,
  region: "us-east-1",
  location: "EqDC2",
  connectionId: "dxcon-ffabc123",
  vlan: 7,
  asn: 65000,
  amazonSideAsn: 64600,
  authKey: "secret",
  amazonAddress: "169.254.1.1/30",
  customerAddress: "169.254.1.2/30",
  directConnectGatewayId: "7d6e53b8-a063-4bd9-a8ee-fb20546505b3",
};

test("answers are joined whatever their files are called, and members of LAGs are connections", () => {
  write("a.json", { connections: [connection], nextToken: null });
  write("b/c.json", JSON.stringify({ lags: [{ lagId: "dxlag-ffabc123", lagName: "lag", lagState: "available", ownerAccount: ours, region: "us-east-1", location: "EqDC2", connectionsBandwidth: "1Gbps", connections: [{ ...port, connectionId: "dxcon-ffabc124", connectionName: "member" }] }] }, undefined, 4));
  write("loa.json", { loaContent: "JVBERi0=", loaContentType: "application/pdf" });
  const world = load();
  expect([...world.all("connection")].map(({ name, lagId }) => [name, lagId])).toEqual([["first", undefined], ["member", "dxlag-ffabc123"]]);
  expect(world.find("connection", "dxcon-ffabc123")?.loaIssueTime).toBe(1_760_000_000_500);
});

test("times may be ISO 8601 as well", () => {
  write("a.json", { connections: [{ ...connection, loaIssueTime: "2025-10-09T10:53:20.500000+02:00" }] });
  expect(load().find("connection", "dxcon-ffabc123")?.loaIssueTime).toBe(Date.UTC(2025, 9, 9, 8, 53, 20, 500));
});

test("a resource that several answers show stands there once", () => {
  write("one.json", { connections: [connection] });
  write("other.json", { connections: [{ ...connection, partnerName: "Partner" }] });
  const world = load();
  expect([...world.all("connection")]).toHaveLength(1);
  expect(world.find("connection", "dxcon-ffabc123")?.partnerName).toBe("Partner");
});

test("members that are newer than the simulator are passed over", () => {
  write("a.json", { connections: [{ ...connection, somethingNew: { a: 1 } }] });
  expect(load().find("connection", "dxcon-ffabc123")).toBeDefined();
});

test("what only others refer to is derived: gateways, ports, peers, attachments", () => {
  write("vifs.json", { virtualInterfaces: [{ ...virtualInterface, connectionId: "dxcon-zzabc999" }] });
  write("attachments.json", { directConnectGatewayAttachments: [{ virtualInterfaceId: virtualInterface.virtualInterfaceId, attachmentState: "attaching" }] });
  const world = load();
  const found = world.find("virtualInterface", virtualInterface.virtualInterfaceId);
  expect(found).toMatchObject({ attachmentState: "attaching", bgpPeers: [{ asn: 65000, authKey: "secret", addressFamily: "ipv4", bgpStatus: "unknown" }] });
  expect(world.find("directConnectGateway", virtualInterface.directConnectGatewayId)).toMatchObject({ ownerAccount: ours, amazonSideAsn: 64600 });
  expect(world.find("connection", "dxcon-zzabc999")).toMatchObject({ ownerAccount: "000000000000", location: "EqDC2" });
});

test("the gateway of another account belongs to whom the association names", () => {
  const directConnectGatewayId = virtualInterface.directConnectGatewayId;
  write("associations.json", {
    directConnectGatewayAssociations: [
      {
        associationId: "4a3ec3f9-8dfe-443a-a06f-b4334e2292ed",
        associationState: "associated",
        directConnectGatewayId,
        directConnectGatewayOwnerAccount: "222233334444",
        associatedGateway: { id: "vgw-01038ab2728f81c77", type: "virtualPrivateGateway", ownerAccount: ours, region: "us-east-1" },
      },
    ],
  });
  const world = load();
  expect(world.find("directConnectGateway", directConnectGatewayId)?.ownerAccount).toBe("222233334444");
  expect(world.find("cloudGateway", "vgw-01038ab2728f81c77")).toMatchObject({ ownerAccount: ours, region: "us-east-1" });
  expect(world.settings.anyCloudGateway).toBe(true);
});

test("hosted connections find their carrier by the file's name or the device, or get one", () => {
  const hosted = (id: string, more: object = {}) => ({ ...port, connectionId: id, connectionName: id, vlan: 5, ...more });
  write("444455556666/us-east-1/interconnects.json", {
    interconnects: [{ interconnectId: "dxcon-ffcarry1", interconnectName: "x", interconnectState: "available", region: "us-east-1", location: "EqDC2", bandwidth: "10Gbps", awsDeviceV2: "EqDC2-abc" }],
  });
  write("hosted-on-dxcon-ffcarry1.json", { connections: [hosted("dxcon-ffhost01")] });
  write("mine.json", { connections: [hosted("dxcon-ffhost02", { awsDeviceV2: "EqDC2-abc" }), hosted("dxcon-ffhost03", { awsDeviceV2: "EqDC2-xyz" })] });
  const world = load();
  expect(world.find("interconnect", "dxcon-ffcarry1")?.ownerAccount).toBe("444455556666");
  expect(["dxcon-ffhost01", "dxcon-ffhost02"].map((id) => world.find("connection", id)?.parentConnectionId)).toEqual(["dxcon-ffcarry1", "dxcon-ffcarry1"]);
  const derived = world.find("connection", "dxcon-ffhost03")?.parentConnectionId ?? "";
  expect(world.find("interconnect", derived)?.ownerAccount).toBe("000000000000");
});

test("tags, agreements, virtual gateways and who is a partner come from their own answers", () => {
  write(`${ours}/eu-west-1/tags.json`, { resourceTags: [{ resourceArn: `arn:aws:directconnect:us-east-1:${ours}:dxcon/dxcon-ffabc123`, tags: [{ key: "a", value: "b" }] }] });
  write(`${ours}/eu-west-1/vgw.json`, { virtualGateways: [{ virtualGatewayId: "vgw-01038ab2728f81c77", virtualGatewayState: "available" }] });
  write(`${ours}/eu-west-1/metadata.json`, { agreements: [{ agreementName: "terms", status: "unsigned" }], nniPartnerType: "v2" });
  write("connections.json", { connections: [connection] });
  const world = load();
  expect(world.find("connection", "dxcon-ffabc123")?.tags).toEqual([{ key: "a", value: "b" }]);
  expect(world.find("cloudGateway", "vgw-01038ab2728f81c77")).toMatchObject({ ownerAccount: ours, region: "eu-west-1" });
  expect([...world.all("customerAgreement")]).toMatchObject([{ name: "terms", ownerAccount: ours, state: "unsigned" }]);
  expect(world.settings.partners).toEqual([ours]);
});

test.each([
  [{ connections: [connection, { ...connection, connectionId: "dxcon-ffabc125", connectionState: "broken" }] }, 'bad.json, line 1: connections[1].connectionState: it is "broken"'],
  [`{\n  "connections": [\n    {\n      "connectionId": "dxcon-ffabc123",\n      "bandwidth": 5\n    }\n  ]\n}`, "bad.json, line 5: connections[0].bandwidth: it is 5; give a text"],
  ['{"connections": [', "bad.json, line 1: a value is expected here, but the file ends"],
  ["[]", "bad.json, line 1: an answer is an object"],
  [{ connections: {} }, "bad.json, line 1: connections has to be a list"],
  [{ connections: ["x"] }, "bad.json, line 1: an entry has to be an object"],
  [{ estate: 1 }, "bad.json, line 1: this is an estate; give the file itself"],
  [{ vpcs: [] }, "bad.json, line 1: none of its members is one of connections"],
])("%j is refused with its place", (content, message) => {
  write("bad.json", content);
  expect(load).toThrow(message);
});

test("a folder without answers is refused", () => {
  write("notes.txt", "hello");
  expect(load).toThrow("no file below it holds what");
});
