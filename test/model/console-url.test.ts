import { expect, test } from "vitest";
import { consolePageOf, consoleUrlOf } from "../../src/model/console-url.ts";
import type { Resource } from "../../src/model/resource.ts";
import { association, attachment, bgpPeer, cloudGateway, connection, directConnectGateway, lag, proposal, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

const virginia = "https://us-east-1.console.aws.amazon.com";
const vgw = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333", region: "us-east-1" } as const;

test.each<[Resource, string]>([
  [connection({ id: "dxcon-a" }), `${virginia}/directconnect/v2/home?region=us-east-1#/connections/dxcon-a`],
  [lag({ id: "dxlag-a" }), `${virginia}/directconnect/v2/home?region=us-east-1#/lags/dxlag-a`],
  [virtualInterface({ id: "dxvif-a" }), `${virginia}/directconnect/v2/home?region=us-east-1#/virtual-interfaces/dxvif-a`],
  [bgpPeer({ id: "dxpeer-a", virtualInterfaceId: "dxvif-a" }), `${virginia}/directconnect/v2/home?region=us-east-1#/virtual-interfaces/dxvif-a`],
  [directConnectGateway({ id: "gw" }), `${virginia}/directconnect/v2/home?region=us-east-1#/dxgateways/gw`],
  [association({ id: "as", directConnectGatewayId: "gw", gateway: vgw }), `${virginia}/directconnect/v2/home?region=us-east-1#/dxgateways/gw`],
  [attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-a" }), `${virginia}/directconnect/v2/home?region=us-east-1#/dxgateways/gw`],
  [proposal({ id: "pr", directConnectGatewayId: "gw", gateway: vgw }), `${virginia}/directconnect/v2/home?region=us-east-1#/dxgateways/gw`],
  [cloudGateway("transitGateway", { id: "tgw-1" }), `${virginia}/vpcconsole/home?region=us-east-1#TransitGateways:transitGatewayId=tgw-1`],
])("$kind $id is shown at its own page", (resource, url) => expect(consoleUrlOf(resource, "us-east-1")).toBe(url));

test.each([
  ["cn-north-1", "console.amazonaws.cn"],
  ["us-gov-west-1", "console.amazonaws-us-gov.com"],
  ["ap-northeast-1", "ap-northeast-1.console.aws.amazon.com"],
])("the console of %s is at %s", (region, host) => {
  const url = consoleUrlOf(connection({ id: "dxcon-a", region }), "us-east-1");
  expect(new URL(url ?? "").host).toBe(host);
});

test("a partition without a public console has no page", () => {
  expect(consoleUrlOf(connection({ id: "dxcon-a", region: "us-iso-east-1" }), "us-east-1")).toBeUndefined();
});

test("every resource of the sample has a page that is a URL", () => {
  for (const resource of sampleInventory().resources) {
    expect(URL.canParse(consoleUrlOf(resource, "us-east-1") ?? ""), resource.key).toBe(true);
  }
});

test("an id alone has the same page as the resource that it means", () => {
  expect(consolePageOf("lag", "dxlag-a", "eu-west-1")).toBe(consoleUrlOf(lag({ id: "dxlag-a", region: "eu-west-1" }), "us-east-1"));
  expect(consolePageOf("lag", "dxlag-a", "us-iso-east-1")).toBeUndefined();
});
