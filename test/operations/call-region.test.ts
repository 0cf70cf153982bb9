import { expect, test } from "vitest";
import { callRegionOf } from "../../src/operations/call-region.ts";
import { association, connection, directConnectGateway, proposal } from "../support/sample-inventory.ts";

const gateway = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "ap-northeast-1" } as const;

test("what is regional is called where it is", () => {
  expect(callRegionOf(connection({ id: "c", region: "eu-west-1" }), "us-east-1")).toBe("eu-west-1");
});

test("an association and a proposal are called where their gateway on the VPC's side is", () => {
  expect(callRegionOf(association({ id: "a", directConnectGatewayId: "g", gateway }), "us-east-1")).toBe("ap-northeast-1");
  expect(callRegionOf(proposal({ id: "p", directConnectGatewayId: "g", gateway }), "us-east-1")).toBe("ap-northeast-1");
});

test("what is global, and a gateway whose Region is not told, is called in the fallback", () => {
  expect(callRegionOf(directConnectGateway({ id: "g" }), "eu-west-1")).toBe("eu-west-1");
  const untold = { ...gateway, region: "" };
  expect(callRegionOf(proposal({ id: "p", directConnectGatewayId: "g", gateway: untold }), "eu-west-1")).toBe("eu-west-1");
});
