import { expect, test } from "vitest";
import { placeOf } from "../../src/model/place.ts";
import { callRegionOf } from "../../src/operations/call-region.ts";
import { association, connection, directConnectGateway, proposal } from "../support/sample-inventory.ts";

const gateway = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "ap-northeast-1" } as const;

test("what is regional is called where it is", () => {
  expect(callRegionOf(connection({ id: "c", region: "eu-west-1" }), {}, "us-east-1")).toBe("eu-west-1");
});

test("an association and a proposal are called where their gateway on the VPC's side is", () => {
  expect(callRegionOf(association({ id: "a", directConnectGatewayId: "g", gateway }), {}, "us-east-1")).toBe("ap-northeast-1");
  expect(callRegionOf(proposal({ id: "p", directConnectGatewayId: "g", gateway }), {}, "us-east-1")).toBe("ap-northeast-1");
});

test("what is global, and a gateway whose Region is not told, is called in the fallback", () => {
  expect(callRegionOf(directConnectGateway({ id: "g" }), {}, "eu-west-1")).toBe("eu-west-1");
  const untold = { ...gateway, region: "" };
  expect(callRegionOf(proposal({ id: "p", directConnectGatewayId: "g", gateway: untold }), {}, "eu-west-1")).toBe("eu-west-1");
});

test("what is done to something global with a resource of a Region is called there, or in the Region that is answered", () => {
  const gateway = directConnectGateway({ id: "g" });
  expect(callRegionOf(gateway, { name: "x", connection: connection({ id: "c", region: "eu-west-1" }) }, "us-east-1")).toBe("eu-west-1");
  expect(callRegionOf(gateway, { region: "ap-east-1" }, "us-east-1")).toBe("ap-east-1");
  expect(callRegionOf(connection({ id: "c", region: "eu-west-1" }), { region: "ap-east-1" }, "us-east-1")).toBe("eu-west-1");
  expect(callRegionOf(placeOf({ state: "region", profile: "prod", region: "eu-west-2" }), {}, "us-east-1")).toBe("eu-west-2");
});
