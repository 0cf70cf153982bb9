import { describe, expect, test } from "vitest";
import { MalformedAnswer } from "../../src/aws/api-error.ts";
import type { Reader } from "../../src/aws/map-base.ts";
import { toConnection, toInterconnect, toLag, toLocation, toResiliencyGroup } from "../../src/aws/map-ports.ts";

const reader: Reader = { profile: "prod", region: "us-east-1", account: "111122223333" };
const theirs = "222233334444";

describe("a connection", () => {
  const record = { connectionId: "dxcon-1", connectionName: "a", connectionState: "available", ownerAccount: "111122223333", region: "us-east-1", bandwidth: "10Gbps", location: "EqDC2" };

  test("has the record's facts", () => {
    const connection = toConnection({ ...record, awsDeviceV2: "EqDC2-1", macSecCapable: true, macSecKeys: [{}], tags: [{ key: "env", value: "prod" }] }, reader);
    expect(connection).toMatchObject({
      key: "connection/dxcon-1",
      name: "a",
      state: "available",
      owned: true,
      profile: "prod",
      region: "us-east-1",
      hosted: false,
      vlan: undefined,
      awsDevice: "EqDC2-1",
      macSec: { capable: true, keys: 1 },
      tags: { env: "prod" },
    });
  });

  test.each([
    ["a VLAN of its own", { vlan: 101 }, true],
    ["the state that only hosted ones have", { connectionState: "ordering" }, true],
    ["VLAN 0, which is none", { vlan: 0 }, false],
  ])("with %s", (_, more, hosted) => expect(toConnection({ ...record, ...more }, reader).hosted).toBe(hosted));

  test("found under an interconnect names it", () => {
    expect(toConnection({ ...record, ownerAccount: theirs }, reader, "dxcon-parent")).toMatchObject({ hosted: true, parentId: "dxcon-parent", owned: false });
  });

  test("keeps a state that no model lists, and says `unknown` where there is none", () => {
    expect(toConnection({ ...record, connectionState: "approving" }, reader).state).toBe("approving");
    expect(toConnection({ connectionId: "dxcon-1" }, reader)).toMatchObject({ state: "unknown", region: "us-east-1", name: "" });
  });

  test("without an id cannot be understood", () => {
    expect(() => toConnection({ connectionName: "a" }, reader)).toThrow(MalformedAnswer);
    expect(() => toConnection({ connectionId: 5 }, reader)).toThrow("a record has no connectionId");
  });

  test("counts as owned until the reader's account is known", () => {
    expect(toConnection({ ...record, ownerAccount: theirs }, { ...reader, account: undefined }).owned).toBe(true);
  });
});

test("a LAG knows its members, an interconnect and a location theirs", () => {
  const lag = toLag({ lagId: "dxlag-1", lagState: "available", connectionsBandwidth: "10Gbps", minimumLinks: 1, allowsHostedConnections: true, connections: [{ connectionId: "dxcon-1" }, { connectionId: "dxcon-2" }] }, reader);
  expect(lag).toMatchObject({ kind: "lag", bandwidth: "10Gbps", connectionIds: ["dxcon-1", "dxcon-2"], minimumLinks: 1, allowsHostedConnections: true });
  expect(toInterconnect({ interconnectId: "dxcon-9", interconnectState: "available", lagId: "dxlag-1" }, reader)).toMatchObject({ key: "interconnect/dxcon-9", lagId: "dxlag-1", ownerAccount: "" });
  expect(toLocation({ locationCode: "EqDC2", locationName: "Equinix", availablePortSpeeds: ["1Gbps"], availableProviders: [5] }, "us-east-1")).toEqual({
    code: "EqDC2",
    name: "Equinix",
    region: "us-east-1",
    portSpeeds: ["1Gbps"],
    macSecPortSpeeds: [],
    providers: [],
  });
});

test("a resiliency group knows the connections that have not left it", () => {
  const record = { resiliencyGroupId: "dxrg-1", resiliencyGroupName: "pair", resiliencyGroupType: "Managed", ownerAccount: "111122223333", state: "available" };
  const arnOf = (id: string): string => `arn:aws:directconnect:us-east-1:111122223333:dxcon/${id}`;
  const associations = [{ connectionArn: arnOf("dxcon-1"), state: "associated" }, { connectionArn: arnOf("dxcon-2"), state: "disassociated" }, { state: "associating" }];
  expect(toResiliencyGroup(record, reader, associations)).toMatchObject({ key: "resiliencyGroup/dxrg-1", name: "pair", type: "Managed", region: "us-east-1", owned: true, connectionIds: ["dxcon-1"] });
});
