import { expect, test } from "vitest";
import { arnOf, partitionOf } from "../../src/model/arn.ts";
import type { Resource } from "../../src/model/resource.ts";
import { bgpPeer, cloudGateway, connection, directConnectGateway, interconnect, lag, resiliencyGroup, virtualInterface } from "../support/sample-inventory.ts";

function check(resource: Resource, home: string | undefined, expected: string | undefined): void {
  expect(arnOf(resource, home)).toBe(expected);
}

test("a regional resource's ARN names its Region and account", () => {
  check(connection({ id: "dxcon-a" }), undefined, "arn:aws:directconnect:us-east-1:111122223333:dxcon/dxcon-a");
  check(interconnect({ id: "dxcon-b" }), undefined, "arn:aws:directconnect:us-east-1:111122223333:dxcon/dxcon-b");
  check(lag({ id: "dxlag-a", region: "eu-west-1" }), undefined, "arn:aws:directconnect:eu-west-1:111122223333:dxlag/dxlag-a");
  check(virtualInterface({ id: "dxvif-a" }), undefined, "arn:aws:directconnect:us-east-1:111122223333:dxvif/dxvif-a");
});

test("a gateway's ARN and a resiliency group's name no Region, and a global one takes its partition from the account's home", () => {
  const gateway = directConnectGateway({ id: "5f294f92" });
  check(gateway, undefined, "arn:aws:directconnect::111122223333:dx-gateway/5f294f92");
  check(resiliencyGroup({ id: "dxrg-1" }), undefined, "arn:aws:directconnect::111122223333:dx-resiliency-group/dxrg-1");
  check(gateway, "cn-north-1", "arn:aws-cn:directconnect::111122223333:dx-gateway/5f294f92");
});

test("gateways on the VPC's side belong to another service", () => {
  check(cloudGateway("virtualPrivateGateway", { id: "vgw-1" }), undefined, "arn:aws:ec2:us-east-1:111122223333:vpn-gateway/vgw-1");
  check(cloudGateway("transitGateway", { id: "tgw-1" }), undefined, "arn:aws:ec2:us-east-1:111122223333:transit-gateway/tgw-1");
});

test("there is none for a peer, and none while the account or the Region is not known", () => {
  check(bgpPeer({ id: "dxpeer-a" }), undefined, undefined);
  check(connection({ id: "dxcon-a", ownerAccount: "" }), undefined, undefined);
  check(connection({ id: "dxcon-a", region: undefined }), undefined, undefined);
});

test.each([
  ["us-east-1", "aws"],
  ["cn-northwest-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
  ["us-iso-east-1", "aws-iso"],
  ["us-isob-east-1", "aws-iso-b"],
  ["eusc-de-east-1", "aws-eusc"],
  [undefined, "aws"],
])("Region %s is in the partition %s", (region, partition) => expect(partitionOf(region)).toBe(partition));
