import { describe, expect, it } from "vitest";
import { failureOf } from "../../src/model/graph-failure.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { englishGraph } from "../support/in-english.ts";
import { association, attachment, cloudGateway, connection, directConnectGateway, lag, resiliencyGroup, virtualInterface } from "../support/sample-inventory.ts";

/** A private way over a port of its own to the gateway. */
function way(name: string, location: string): Resource[] {
  return [
    virtualInterface({ id: `dxvif-${name}`, connectionId: `dxcon-${name}`, location, directConnectGatewayId: "gw", asn: 65001 }),
    attachment({ directConnectGatewayId: "gw", virtualInterfaceId: `dxvif-${name}` }),
  ];
}
const gateway = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;
const estate: Resource[] = [
  connection({ id: "dxcon-a", location: "EqDC2" }),
  connection({ id: "dxcon-b", location: "CSVA1" }),
  lag({ id: "dxlag-c", location: "EqDC2", connectionIds: ["dxcon-1", "dxcon-2"] }),
  ...["dxcon-1", "dxcon-2"].map((id) => connection({ id, lagId: "dxlag-c", location: "EqDC2" })),
  ...way("a", "EqDC2"),
  ...way("b", "CSVA1"),
  virtualInterface({ id: "dxvif-c", type: "public", connectionId: "dxlag-c", location: "EqDC2", asn: 65009 }),
  directConnectGateway({ id: "gw" }),
  cloudGateway("virtualPrivateGateway", { id: "vgw-1" }),
  association({ id: "assoc", directConnectGatewayId: "gw", gateway }),
];

function failureIn(resources: readonly Resource[], id: string): Record<"failed" | "lost" | "weakened", readonly string[]> {
  const { failed, lost, weakened } = failureOf(englishGraph({ ...emptyInventory, resources }), id);
  const nodes = (ids: ReadonlySet<string>): string[] => [...ids].filter((each) => !each.includes(">") && !each.startsWith("attachment/")).sort();
  return { failed: nodes(failed), lost: nodes(lost), weakened: nodes(weakened) };
}

function withDown(...keys: readonly string[]): readonly Resource[] {
  return estate.map((resource) => (keys.includes(resource.key) ? { ...resource, state: "down" } : resource));
}

const shared = ["customer/65001", "directConnectGateway/gw", "virtualPrivateGateway/vgw-1"];
const publicWay = ["customer/65009", "publicServices/us-east-1", "virtualInterface/dxvif-c"];

describe("what a failure takes along", () => {
  it.each([
    ["a port with another beside it", "connection/dxcon-a", { failed: ["connection/dxcon-a"], lost: ["virtualInterface/dxvif-a"], weakened: shared }],
    ["a location", "location/CSVA1", { failed: ["connection/dxcon-b", "location/CSVA1"], lost: ["virtualInterface/dxvif-b"], weakened: shared }],
    ["one link of a LAG", "connection/dxcon-1", { failed: ["connection/dxcon-1"], lost: [], weakened: ["lag/dxlag-c"] }],
    ["a LAG", "lag/dxlag-c", { failed: ["connection/dxcon-1", "connection/dxcon-2", "lag/dxlag-c"], lost: publicWay, weakened: [] }],
    ["the only association", "association/assoc", { failed: ["association/assoc"], lost: [...shared, "connection/dxcon-a", "connection/dxcon-b", "virtualInterface/dxvif-a", "virtualInterface/dxvif-b"].sort(), weakened: [] }],
  ])("%s", (_, id, expected) => {
    expect(failureIn(estate, id)).toEqual(expected);
  });

  it("is all that is left, once the other way is down", () => {
    const broken = withDown("connection/dxcon-b", "virtualInterface/dxvif-b");
    expect(failureIn(broken, "connection/dxcon-a").lost).toEqual(["association/assoc", ...shared, "virtualInterface/dxvif-a"].sort());
    expect(failureIn(broken, "connection/dxcon-b")).toEqual({ failed: ["connection/dxcon-b"], lost: [], weakened: [] });
  });

  it("of a LAG's last link is the LAG's", () => {
    const limping = withDown("connection/dxcon-2");
    expect(failureIn(limping, "connection/dxcon-1").lost).toEqual(publicWay);
  });
});

describe("a LAG that loses a link", () => {
  const hosted = [
    connection({ id: "dxcon-h", hosted: true, parentId: "dxlag-c", location: "EqDC2" }),
    virtualInterface({ id: "dxvif-h", connectionId: "dxcon-h", location: "EqDC2", directConnectGatewayId: "gw", asn: 65001 }),
    attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-h" }),
  ];
  const bundle = (minimumLinks: number, ...down: readonly string[]): readonly Resource[] => [
    ...estate.map((resource) => (resource.kind === "lag" ? lag({ ...resource, minimumLinks }) : down.includes(resource.key) ? { ...resource, state: "down" } : resource)),
    ...hosted,
  ];
  const links = (resources: readonly Resource[], id: string) => failureOf(englishGraph({ ...emptyInventory, resources }), id).lags;

  it.each([
    ["stays up with its minimum", 1, "connection/dxcon-1", { lost: [], failed: ["connection/dxcon-1"] }],
    ["goes down below it, with all that it carries", 2, "connection/dxcon-1", { lost: ["customer/65009", "publicServices/us-east-1", "virtualInterface/dxvif-c", "virtualInterface/dxvif-h"], failed: ["connection/dxcon-1", "connection/dxcon-2", "connection/dxcon-h", "lag/dxlag-c"] }],
    ["is not hurt by what it carries", 2, "connection/dxcon-h", { lost: ["virtualInterface/dxvif-h"], failed: ["connection/dxcon-h"] }],
  ])("%s", (...[, minimum, id, expected]) => {
    expect(failureIn(bundle(minimum), id)).toMatchObject(expected);
  });

  it("is told with how many links are left of how many, and how many it needs", () => {
    expect(links(bundle(2), "connection/dxcon-2")).toEqual([{ id: "lag/dxlag-c", all: 2, left: 1, least: 2 }]);
    // Without any link it carries nothing, though AWS would not call it down.
    expect(links(bundle(0, "connection/dxcon-2"), "connection/dxcon-1")).toEqual([{ id: "lag/dxlag-c", all: 2, left: 0, least: 1 }]);
    expect(failureIn(bundle(0, "connection/dxcon-2"), "connection/dxcon-1").lost).toContain("virtualInterface/dxvif-c");
  });

  it("is not told of where the link does not work, or the LAG fails with what is around it", () => {
    expect(links(bundle(1, "connection/dxcon-1"), "connection/dxcon-1")).toEqual([]);
    expect(links(bundle(1), "location/EqDC2")).toEqual([]);
  });
});

it("of a failure, a resiliency group keeps what is elsewhere and not down", () => {
  const group = resiliencyGroup({ id: "dxrg-1", name: "pair", connectionIds: ["dxcon-a", "dxcon-b", "dxcon-1"] });
  const groups = (id: string, ...down: readonly string[]) => failureOf(englishGraph({ ...emptyInventory, resources: [...withDown(...down), group] }), id).groups;
  expect(groups("location/EqDC2")).toEqual([{ id: "resiliencyGroup/dxrg-1", name: "pair", all: 3, left: 1 }]);
  expect(groups("location/EqDC2", "connection/dxcon-b")).toMatchObject([{ all: 3, left: 0 }]);
  expect(groups("connection/dxcon-b", "connection/dxcon-b")).toEqual([]);
  expect(groups("virtualInterface/dxvif-a")).toEqual([]);
});
