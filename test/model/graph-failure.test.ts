import { describe, expect, it } from "vitest";
import { failureOf } from "../../src/model/graph-failure.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { englishGraph } from "../support/in-english.ts";
import { association, attachment, cloudGateway, connection, directConnectGateway, lag, virtualInterface } from "../support/sample-inventory.ts";

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
    ["one link of a LAG", "connection/dxcon-1", { failed: ["connection/dxcon-1"], lost: [], weakened: [] }],
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
