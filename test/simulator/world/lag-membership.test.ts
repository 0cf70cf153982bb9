import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { readEstateText } from "../../../src/simulator/estate/read-estate.ts";
import { writeEstateText } from "../../../src/simulator/estate/write-estate.ts";
import { joinLag, leaveLag } from "../../../src/simulator/world/lag-membership.ts";
import { openLag, orderConnection } from "../../../src/simulator/world/new-ports.ts";
import { advance } from "../../../src/simulator/world/passing-of-time.ts";
import type { ConnectionRecord, LagRecord, MacSecKeyRecord } from "../../../src/simulator/world/records.ts";
import type { World } from "../../../src/simulator/world/world.ts";

const now = Date.UTC(2026, 0, 1);
const minute = 60_000;
const form = {
  region: "us-east-1", location: "EqDC2", bandwidth: "100Gbps", ownerAccount: "111122223333", device: "EqDC2-1", providerName: undefined,
  macSec: true, tags: [], billingMode: "FlatRateTier1",
};

/** A LAG with a key on its way, and a connection with another. */
function secured(allowsHostedConnections = false): { world: World; lag: LagRecord; connection: ConnectionRecord } {
  const world = loadEstate("empty", now);
  const lag = openLag(world, { ...form, name: "lag", allowsHostedConnections });
  const connection = orderConnection(world, { ...form, name: "link", lagId: undefined });
  lag.macSecKeys = [keyOf(world, lag.id, "lag")];
  connection.macSecKeys = [keyOf(world, connection.id, "own")];
  return { world, lag, connection };
}

function keyOf(world: World, portId: string, ckn: string): MacSecKeyRecord {
  const key: MacSecKeyRecord = { kind: "macSecKey", id: `arn:${ckn}`, order: 0, portId, ckn, startOn: "", state: "associating", becomes: undefined };
  world.change(key, "associating", { state: "associated", after: minute });
  return key;
}

test("a connection gives up its keys for its LAG's, and keeps those when it leaves", () => {
  const { world, lag, connection } = secured();
  joinLag(world, connection, lag);
  expect(connection.macSecKeys).toEqual([]);
  expect(leaveLag(world, connection)).toBe(connection);
  expect(connection.macSecKeys).toMatchObject([{ id: "arn:lag", portId: connection.id, state: "associating" }]);
  advance(world, now + minute);
  expect(connection.macSecKeys[0]?.state).toBe("associated");
  expect(lag.macSecKeys[0]?.state).toBe("associated");
});

test("what was due for a connection out of a partner's LAG happens to the interconnect that it has become", () => {
  const { world, lag, connection } = secured(true);
  joinLag(world, connection, lag);
  const left = leaveLag(world, connection);
  expect(left).toMatchObject({ kind: "interconnect", id: connection.id, state: "requested", lagId: undefined });
  expect(world.find("connection", connection.id)).toBeUndefined();
  advance(world, now + 73 * 60 * minute);
  expect(left.state).toBe("available");
  expect(left.macSecKeys[0]?.state).toBe("associated");
});

test("a world of new ports is written to a file and read again without loss", () => {
  const { world, lag, connection } = secured();
  joinLag(world, connection, lag);
  orderConnection(world, { ...form, name: "alone", lagId: undefined });
  const written = writeEstateText(world);
  const again = readEstateText(written, "again.json", now);
  expect(writeEstateText(again)).toBe(written);
  advance(again, now + minute);
  advance(world, now + minute);
  expect(writeEstateText(again)).toBe(writeEstateText(world));
  expect(again.find("lag", lag.id)).toMatchObject({ billingMode: "FlatRateTier1", macSecKeys: [{ ckn: "lag", state: "associated" }] });
});
