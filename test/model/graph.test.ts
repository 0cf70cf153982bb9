import { describe, expect, it } from "vitest";
import { graphColumns, graphIdOf } from "../../src/model/graph.ts";
import { bgpPeer, connection } from "../support/sample-inventory.ts";

describe("the place of a resource in the graph", () => {
  it("is its own, a BGP peer's is its virtual interface", () => {
    expect(graphIdOf(connection({ id: "dxcon-1" }))).toBe("connection/dxcon-1");
    expect(graphIdOf(bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }))).toBe("virtualInterface/dxvif-1");
  });
});

describe("the columns", () => {
  it("lead from the customer to the VPC", () => {
    expect(graphColumns).toEqual(["customer", "port", "virtualInterface", "directConnectGateway", "cloudGateway"]);
  });
});
