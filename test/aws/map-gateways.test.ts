import { describe, expect, test } from "vitest";
import { MalformedAnswer } from "../../src/aws/api-error.ts";
import type { Reader } from "../../src/aws/map-base.ts";
import { toAssociation, toAttachment, toCloudGateway, toDirectConnectGateway, toProposal, toVirtualPrivateGateway } from "../../src/aws/map-gateways.ts";

const reader: Reader = { profile: "prod", region: "us-east-1", account: "111122223333" };
const theirs = "222233334444";

describe("around gateways", () => {
  const gateway = toDirectConnectGateway({ directConnectGatewayId: "g", directConnectGatewayName: "core", amazonSideAsn: 64512, ownerAccount: "111122223333", directConnectGatewayState: "available" }, reader);

  test("a gateway belongs to no Region", () => {
    expect(gateway).toMatchObject({ key: "directConnectGateway/g", region: undefined, amazonSideAsn: 64512 });
  });

  test("an attachment is told apart by both ends, and its type is read in either spelling", () => {
    const record = { virtualInterfaceId: "dxvif-1", attachmentState: "attached", attachmentType: "transitVirtualInterface" };
    expect(toAttachment(record, reader, gateway)).toMatchObject({ id: "g/dxvif-1", type: "transit", ownerAccount: "111122223333" });
    expect(toAttachment({ ...record, attachmentType: "PrivateVirtualInterface" }, reader, gateway).type).toBe("private");
    expect(() => toAttachment({}, reader, gateway)).toThrow(MalformedAnswer);
  });

  test("an association names the gateway on its other side, also in the older form", () => {
    const now = toAssociation({ associationId: "a", associationState: "associated", directConnectGatewayId: "g", associatedGateway: { id: "tgw-1", type: "transitGateway", ownerAccount: theirs, region: "eu-west-1" }, allowedPrefixesToDirectConnectGateway: [{ cidr: "10.0.0.0/8" }, {}] }, reader);
    expect(now).toMatchObject({ gateway: { id: "tgw-1", type: "transitGateway", ownerAccount: theirs, region: "eu-west-1" }, allowedPrefixes: ["10.0.0.0/8"] });
    expect(toCloudGateway(now, reader)).toMatchObject({ key: "transitGateway/tgw-1", region: "eu-west-1", owned: false, state: "unknown" });
    const older = toAssociation({ associationId: "a", virtualGatewayId: "vgw-1", virtualGatewayOwnerAccount: "111122223333" }, reader);
    expect(older.gateway).toMatchObject({ id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: "111122223333" });
  });

  test("an association with Cloud WAN is one with its core network, which is in no Region", () => {
    const associatedCoreNetwork = { id: "core-network-0a1b2c3d4e5f60718", ownerAccount: theirs, attachmentId: "attachment-0a1b2c3d4e5f60718" };
    const association = toAssociation({ associationId: "a", associationState: "associated", directConnectGatewayId: "g", associatedCoreNetwork }, reader);
    expect(association.gateway).toEqual({ id: associatedCoreNetwork.id, type: "coreNetwork", ownerAccount: theirs, region: "" });
    expect(toCloudGateway(association, reader)).toMatchObject({
      key: `coreNetwork/${associatedCoreNetwork.id}`,
      region: undefined,
      owned: false,
      record: associatedCoreNetwork,
    });
  });

  test("a proposal belongs to whoever may accept it", () => {
    const record = { proposalId: "p", proposalState: "requested", directConnectGatewayId: "g", directConnectGatewayOwnerAccount: "111122223333", associatedGateway: { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: theirs } };
    expect(toProposal(record, reader)).toMatchObject({ owned: true, ownerAccount: "111122223333", requestedPrefixes: [] });
    expect(toProposal({ ...record, directConnectGatewayOwnerAccount: theirs }, reader).owned).toBe(false);
  });

  test("a virtual private gateway is its reader's", () => {
    expect(toVirtualPrivateGateway({ virtualGatewayId: "vgw-1", virtualGatewayState: "available" }, reader)).toMatchObject({ state: "available", region: "us-east-1", owned: true });
  });
});
