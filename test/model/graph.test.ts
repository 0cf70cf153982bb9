import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/model/build-graph.ts";
import { graphColumns, graphIdOf, whyNotShown } from "../../src/model/graph.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { inEnglish } from "../support/in-english.ts";
import { bgpPeer, connection, proposal, resiliencyGroup, virtualInterface } from "../support/sample-inventory.ts";

describe("the place of a resource in the graph", () => {
  it("is its own, a BGP peer's is its virtual interface", () => {
    expect(graphIdOf(connection({ id: "dxcon-1" }))).toBe("connection/dxcon-1");
    expect(graphIdOf(bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }))).toBe("virtualInterface/dxvif-1");
  });
});

describe("what the graph does not show", () => {
  const gateway = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;
  const proposed = { directConnectGatewayId: "gw", gateway };
  const resources = [
    connection({ id: "dxcon-1" }),
    virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1" }),
    bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }),
    bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-gone" }),
    resiliencyGroup({ id: "dxrg-1", connectionIds: ["dxcon-1"] }),
    resiliencyGroup({ id: "dxrg-2", name: "far", connectionIds: ["dxcon-gone"] }),
    resiliencyGroup({ id: "dxrg-3", name: "gone", state: "deleted", connectionIds: ["dxcon-1"] }),
    proposal({ id: "open", ...proposed }),
    proposal({ id: "done", state: "accepted", ...proposed }),
  ];

  it("is told why", () => {
    const graph = buildGraph({ ...emptyInventory, resources });
    const told = resources.flatMap((resource) => inEnglish(whyNotShown(resource, graph)) ?? []);
    expect(told).toEqual([
      expect.stringMatching(/^BGP peer .* is not in the graph, because its virtual interface is not listed\.$/),
      expect.stringMatching(/^Resiliency group far is not in the graph, .* none of its connections is listed\.$/),
      "gone is deleted, and the graph does not show what is over.",
      expect.stringMatching(/is accepted, and the graph does not show what is over\.$/),
    ]);
  });
});

describe("the columns", () => {
  it("lead from the customer to the VPC", () => {
    expect(graphColumns).toEqual(["customer", "port", "virtualInterface", "directConnectGateway", "cloudGateway"]);
  });
});
