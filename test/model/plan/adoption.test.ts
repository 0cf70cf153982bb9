import { expect, it } from "vitest";
import { adoptionOf } from "../../../src/model/plan/adoption.ts";
import { fragmentText } from "../../../src/model/plan/fragment.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { association, bgpPeer, connection, directConnectGateway, interconnect, lag, proposal, virtualInterface } from "../../support/sample-inventory.ts";

const uuid = "5f294f92-bafb-4011-916d-9b0b00000000";
const gateway = { id: "vgw-0a1b2c3d4e5f60718", type: "virtualPrivateGateway", ownerAccount: "222233334444", region: "eu-west-1" } as const;

it.each<[Resource, string]>([
  [connection({ id: "dxcon-fg5678gh", name: "prod" }), "connections"],
  [connection({ id: "dxcon-fg5678gh", hosted: true }), "connections"],
  [connection({ id: "dxcon-fg5678gh", hosted: true, ownerAccount: "222233334444" }), "hostedConnections"],
  [lag({ id: "dxlag-fg5678gh" }), "lags"],
  [interconnect({ id: "dxcon-fg5678gh" }), "interconnects"],
  [virtualInterface({ id: "dxvif-fg5678gh" }), "virtualInterfaces"],
  [directConnectGateway({ id: uuid, name: "core" }), "directConnectGateways"],
  [association({ id: uuid, directConnectGatewayId: uuid, gateway }), "associations"],
  [proposal({ id: uuid, directConnectGatewayId: uuid, gateway, requestedPrefixes: ["10.0.0.0/16"] }), "associations"],
])("$0.key can stand in a plan as one of $1", (resource, section) => {
  const fragment = adoptionOf(resource);
  expect(fragment?.section).toBe(section);
  const plan = `version: 1\n${fragment === undefined ? "" : fragmentText(fragment)}`;
  expect(plan).toContain(resource.id);
  expect(new PlanDocument(plan).problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("leaves out what stands in no plan by itself", () => {
  expect(adoptionOf(bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }))).toBeUndefined();
});
