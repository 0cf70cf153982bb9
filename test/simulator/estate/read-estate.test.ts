import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { EstateError } from "../../../src/simulator/estate/estate-error.ts";
import { readEstate, readEstateText } from "../../../src/simulator/estate/read-estate.ts";
import { writeEstate, writeEstateText } from "../../../src/simulator/estate/write-estate.ts";

const now = Date.UTC(2026, 0, 1);

function complaint(text: string): string {
  try {
    readEstateText(text, "estate.json", now);
  } catch (error) {
    if (error instanceof EstateError) return error.message;
  }
  return "";
}

test("an estate that is written and read again is the same", () => {
  const written = writeEstateText(loadEstate("sample", now));
  const again = readEstateText(written, "again.json", now);
  expect(writeEstateText(again)).toBe(written);
});

test("times in an estate count from when it is loaded", () => {
  const lifeOf = (start: number) => {
    const [proposal] = loadEstate("sample", start).where("proposal", ({ state }) => state === "requested");
    return (proposal?.becomes?.at ?? 0) - start;
  };
  expect(lifeOf(now)).toBe(6 * 86_400_000);
  expect(lifeOf(now + 1_000_000)).toBe(6 * 86_400_000);
});

test("a virtual interface takes over what its first peer says", () => {
  const [found] = loadEstate("sample", now).where("virtualInterface", ({ name }) => name === "branch-iad-data-private");
  expect(found).toMatchObject({ asn: 4_200_010_001, addressFamily: "ipv4", attachmentState: "attached" });
});

test("an estate without gateways takes any", () => {
  expect(loadEstate("empty", now).settings).toMatchObject({ anyCloudGateway: true, partners: undefined });
  expect(loadEstate("sample", now).settings).toMatchObject({ anyCloudGateway: false, partners: ["444455556666"] });
});

test("the locations are always there, and an estate can add its own", () => {
  const { locations } = loadEstate("empty", now).settings;
  expect(locations.find(({ locationCode }) => locationCode === "EqDC2")).toMatchObject({
    region: "us-east-1",
    availablePortSpeeds: ["1Gbps", "10Gbps", "100Gbps"],
    availableMacSecPortSpeeds: ["10Gbps", "100Gbps"],
  });
  const perRegion = new Map<string, number>();
  for (const { region } of locations) perRegion.set(region, (perRegion.get(region) ?? 0) + 1);
  expect([...perRegion.values()].filter((count) => count >= 3).length).toBeGreaterThanOrEqual(4);

  const own = { locationCode: "Own1", locationName: "Own", region: "us-east-1", availablePortSpeeds: ["1Gbps"] };
  const { world } = readEstate({ estate: 1, locations: [own] }, now);
  expect(world.settings.locations).toHaveLength(locations.length + 1);
});

const connection = {
  connectionId: "dxcon-ffabc123",
  connectionName: "a",
  connectionState: "available",
  ownerAccount: "111122223333",
  region: "us-east-1",
  location: "EqDC2",
  bandwidth: "1Gbps",
};

test("what `describe-connections` prints is a valid entry", () => {
  const printed = { ...connection, awsDevice: "x", awsDeviceV2: "x", loaIssueTime: 1_700_000_000, tags: [{ key: "a" }] };
  const { world, problems } = readEstate({ estate: 1, connections: [printed] }, now);
  expect(problems).toEqual([]);
  expect(world.find("connection", "dxcon-ffabc123")).toMatchObject({ loaIssueTime: 1_700_000_000_000, tags: [{ key: "a", value: "" }] });
});

test.each([
  [{ estate: 2 }, "line 2: estate: it has to be 1"],
  [{ estate: 1, conections: [] }, "line 3: conections: no such member; an estate has"],
  [{ estate: 1, lags: {} }, "line 3: lags: it has to be a list"],
  [{ estate: 1, partners: ["12"] }, "partners: give a list of account ids"],
  [{ estate: 1, connections: [{ ...connection, ownerAccount: 1 }] }, "connections[0].ownerAccount: it is 1; give an account id"],
  [{ estate: 1, connections: [{ ...connection, connectionState: "up" }] }, 'line 7: connections[0].connectionState: it is "up"; give one of'],
  [{ estate: 1, connections: [{ ...connection, vlans: 3 }] }, "connections[0].vlans: no such member"],
  [{ estate: 1, connections: [{ ...connection, bandwidth: undefined }] }, "connections[0].bandwidth: it is missing; give a text"],
  [{ estate: 1, connections: [connection, connection] }, "connections[1]: dxcon-ffabc123 stands here twice"],
  [{ estate: 1, connections: [{ ...connection, lagId: "dxlag-none0000" }] }, "connections[0].lagId: nothing in the estate has the id dxlag-none0000"],
])("%j is refused at its line", (estate, expected) => {
  expect(complaint(JSON.stringify(estate, undefined, 1))).toContain(expected);
});

test("text that is not JSON is refused at its line", () => {
  expect(complaint('{\n "estate": 1,\n "lags": [\n}')).toBe(
    'estate.json, line 4: a value is expected here, but there is "}"',
  );
});

test("the sample holds what it promises", () => {
  const world = loadEstate("sample", now);
  const states = new Set([...world.all("virtualInterface")].map(({ state }) => state));
  const every = ["confirming", "verifying", "pending", "available", "down", "testing", "deleting", "deleted", "rejected"];
  expect([...states].sort()).toEqual(every.sort());
  const ours = world.where("virtualInterface", ({ ownerAccount }) => ownerAccount === "111122223333");
  expect(new Set(ours.map(({ state }) => state)).size).toBe(every.length);
  expect(new Set(ours.map(({ virtualInterfaceType }) => virtualInterfaceType)).size).toBe(3);
  const connectionStates = new Set([...world.all("connection")].map(({ state }) => state));
  expect([...connectionStates].sort()).toEqual(["available", "down", "ordering", "pending", "requested"]);
  expect(world.where("connection", ({ macSecKeys }) => macSecKeys.length > 0)).toHaveLength(1);
  expect(world.where("proposal", ({ state }) => state === "requested")).toHaveLength(1);
});

test("an estate that is no object, or has a mistake in a member, is told once and by its path", () => {
  expect(() => loadEstate(5, now)).toThrow(new EstateError("the given estate: the estate: an estate is an object"));
  expect(() => loadEstate({ estate: 1, lags: [5] }, now)).toThrow(new EstateError("the given estate: lags[0]: it has to be an object"));
});

test("what is gone may name a gateway that is gone before it", () => {
  const world = loadEstate("sample", now);
  const [virtualInterface] = world.where("virtualInterface", ({ directConnectGatewayId, state }) => directConnectGatewayId !== "" && state === "available");
  if (virtualInterface === undefined) throw new Error("the sample has one on a gateway");
  world.tie(virtualInterface, { directConnectGatewayId: "00000000-0000-4000-a000-000000000000" });
  expect(readEstate(writeEstate(world), now).problems).toHaveLength(1);
  virtualInterface.state = "deleted";
  expect(readEstate(writeEstate(world), now).problems).toEqual([]);
});
