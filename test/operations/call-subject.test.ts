import { expect, test } from "vitest";
import { subjectOf } from "../../src/operations/call-subject.ts";

test.each([
  ["DeleteBGPPeer", { virtualInterfaceId: "dxvif-1", bgpPeerId: "dxpeer-1" }, "dxpeer-1"],
  ["DeleteConnection", { connectionId: "dxcon-1" }, "dxcon-1"],
  ["AssociateConnectionWithLag", { connectionId: "dxcon-1", lagId: "dxlag-1" }, "dxcon-1"],
  ["UpdateLag", { lagId: "dxlag-1", lagName: "new" }, "dxlag-1"],
  ["CreateConnection", { location: "EqDC2", connectionName: "prod", lagId: "dxlag-1" }, "prod"],
  ["CreatePrivateVirtualInterface", { connectionId: "dxcon-1", newPrivateVirtualInterface: { virtualInterfaceName: "vif" } }, "vif"],
  ["TagResource", { resourceArn: "arn:aws:x", tags: [] }, "arn:aws:x"],
  ["DescribeLocations", {}, ""],
  ["DescribeConnections", { connectionId: 5 }, ""],
])("%s with %j is about %j", (action, input, expected) => expect(subjectOf(action, input)).toBe(expected));
