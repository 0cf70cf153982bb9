import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import type { RecordOf } from "../../../src/simulator/world/records.ts";

const now = Date.UTC(2026, 0, 31);

test("what is tied to something else is found there and no more where it was, in the order of the listings", () => {
  const world = loadEstate("sample", now);
  const [from, to] = portsInUse(world.all("virtualInterface"));
  const there = world.linked("virtualInterface", "port", to).map(({ id }) => id);
  const [moving] = world.linked("virtualInterface", "port", from);
  if (moving === undefined) throw new Error("the sample has a virtual interface on each of its ports in use");
  world.tie(moving, { connectionId: to });
  expect(moving.connectionId).toBe(to);
  expect(world.linked("virtualInterface", "port", from)).not.toContain(moving);
  const expected = [...there, moving.id].sort((one, other) => orderOf(one) - orderOf(other));
  expect(world.linked("virtualInterface", "port", to).map(({ id }) => id)).toEqual(expected);

  function orderOf(id: string): number {
    return world.find("virtualInterface", id)?.order ?? 0;
  }
});

test("what is removed is found by no link", () => {
  const world = loadEstate("sample", now);
  const [first] = world.all("association");
  if (first === undefined) throw new Error("the sample has an association");
  world.remove(first);
  expect(world.linked("association", "gateway", first.directConnectGatewayId)).not.toContain(first);
  expect(world.linked("association", "cloudGateway", first.associatedGateway?.id ?? "")).not.toContain(first);
});

test("every link finds exactly what a walk over all finds", () => {
  const world = loadEstate("sample", now);
  const all = [...world.all("virtualInterface")];
  for (const { ownerAccount, directConnectGatewayId } of all) {
    expect(world.linked("virtualInterface", "owner", ownerAccount)).toEqual(all.filter((other) => other.ownerAccount === ownerAccount));
    const onGateway = all.filter((other) => other.directConnectGatewayId === directConnectGatewayId && directConnectGatewayId !== "");
    expect(world.linked("virtualInterface", "gateway", directConnectGatewayId)).toEqual(onGateway);
  }
});

function portsInUse(all: Iterable<RecordOf<"virtualInterface">>): [string, string] {
  const [one = "", other = ""] = new Set([...all].map(({ connectionId }) => connectionId));
  return [one, other];
}
