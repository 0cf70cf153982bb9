import * as sdk from "@aws-sdk/client-direct-connect";
import { expect, test } from "vitest";
import { clientOf, failureOf, networkTeam, ours } from "./clients.ts";
import { changeEstate, entryOf } from "./examples/example.ts";
import { sampleForEachTest } from "./sample.ts";

const context = sampleForEachTest();
const { passSeconds } = context;
const as = (account?: string) => clientOf(context.simulator.url, account, "eu-west-1");
const secure = () => context.id("secure-lhr-a");
const [first, second] = ["0123456789abcdef".repeat(4), "FEDCBA9876543210".repeat(4)];
const pair = { ckn: first, cak: second };

const associate = (input: Partial<sdk.AssociateMacSecKeyRequest>, connectionId: string | undefined = secure(), account?: string) =>
  as(account).send(new sdk.AssociateMacSecKeyCommand({ connectionId, ...input }));
const disassociate = (secretARN: string | undefined, connectionId: string | undefined = secure()) =>
  as().send(new sdk.DisassociateMacSecKeyCommand({ connectionId, secretARN }));
const encrypt = (encryptionMode: string, connectionId = secure()) => as().send(new sdk.UpdateConnectionCommand({ connectionId, encryptionMode }));

async function connection(connectionId: string | undefined = secure()): Promise<sdk.Connection> {
  const { connections: [found] = [] } = await as().send(new sdk.DescribeConnectionsCommand({ connectionId }));
  return found ?? {};
}

async function statesOf(connectionId?: string): Promise<unknown[]> {
  const { connectionState, portEncryptionStatus, macSecKeys = [] } = await connection(connectionId);
  return [connectionState, portEncryptionStatus, ...macSecKeys.map(({ state }) => state)];
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const { name, message, status } = await failureOf(call);
  expect([name, status]).toEqual(["DirectConnectClientException", 400]);
  return message;
}

test("a key is associated in its time, kept in a secret and never told", async () => {
  const answer = await associate(pair);
  expect(answer.connectionId).toBe(secure());
  const key = answer.macSecKeys?.find(({ ckn }) => ckn === first);
  expect(key).toMatchObject({ state: "associating", ckn: first });
  expect(key?.startOn).toBe("2026-01-01T00:00:00.000Z");
  expect(key?.secretARN).toMatch(new RegExp(`^arn:aws:secretsmanager:eu-west-1:${ours}:secret:directconnect!prod/eu-west-1/directconnect/${first}-[0-9a-z]{6}$`));
  expect(JSON.stringify(await context.simulator.get("state"))).not.toContain(second);
  await passSeconds(59);
  expect(await statesOf()).toEqual(["available", "Encryption Up", "associated", "associating"]);
  await passSeconds(1);
  expect(await statesOf()).toEqual(["available", "Encryption Up", "associated", "associated"]);
});

test("a port that must encrypt is down until a key works", async () => {
  const { macSecKeys: [old] = [] } = await connection();
  await encrypt("should_encrypt");
  await disassociate(old?.secretARN);
  expect(await statesOf()).toEqual(["available", "Encryption Down", "disassociating"]);
  await passSeconds(60);
  expect(await statesOf()).toEqual(["available", "Encryption Down"]);
  await encrypt("must_encrypt");
  expect(await statesOf()).toEqual(["down", "Encryption Down"]);
  await associate(pair);
  expect(await statesOf()).toEqual(["down", "Encryption Down", "associating"]);
  await passSeconds(60);
  expect(await statesOf()).toEqual(["available", "Encryption Up", "associated"]);
  await encrypt("no_encrypt");
  expect(await statesOf()).toEqual(["available", "Encryption Down", "associated"]);
});

test("with the last key gone AWS no longer insists on encryption", async () => {
  const { macSecKeys: [old] = [] } = await connection();
  const { macSecKeys = [] } = await associate(pair);
  await passSeconds(60);
  await disassociate(old?.secretARN);
  expect(await connection()).toMatchObject({ encryptionMode: "must_encrypt", connectionState: "available", portEncryptionStatus: "Encryption Up" });
  const answer = await disassociate(macSecKeys.find(({ ckn }) => ckn === first)?.secretARN);
  expect(answer.macSecKeys?.map(({ state }) => state)).toEqual(["disassociating", "disassociating"]);
  expect(await connection()).toMatchObject({ encryptionMode: "should_encrypt", connectionState: "available", portEncryptionStatus: "Encryption Down" });
});

test("a key is given in one way, of the right form, and once", async () => {
  const { macSecKeys: [old] = [] } = await connection();
  const before = await context.simulator.get("state");
  const unclear = "Specify either secretARN, or ckn and cak.";
  expect(await refusalOf(associate({}))).toBe(unclear);
  expect(await refusalOf(associate({ ckn: first }))).toBe(unclear);
  expect(await refusalOf(associate({ ...pair, secretARN: "arn:x" }))).toBe(unclear);
  expect(await refusalOf(associate({ ckn: "12", cak: second }))).toBe("ckn must have 64 hexadecimal digits.");
  expect(await refusalOf(associate({ ckn: first, cak: "x".repeat(64) }))).toBe("cak must have 64 hexadecimal digits.");
  expect(await refusalOf(associate({ secretARN: "arn:aws:secretsmanager:eu-west-1:1:secret:x" }))).toContain("No MACsec key of this account is in the secret");
  expect(await refusalOf(associate({ ckn: old?.ckn ?? "", cak: second }))).toBe(`A MACsec key with this CKN is already associated with ${secure()}.`);
  expect(await refusalOf(associate({ secretARN: old?.secretARN ?? "" }))).toContain("is already associated with");
  expect(await refusalOf(associate(pair, context.id("prod-lhr-a")))).toContain("is not capable of MACsec");
  expect(await refusalOf(associate(pair, secure(), networkTeam))).toBe(`Could not find Connection with ID ${secure()}`);
  expect(await refusalOf(associate(pair, "dxlag-none0000"))).toBe("Could not find Lag with ID dxlag-none0000");
  expect(await refusalOf(disassociate("arn:other"))).toBe(`The MACsec key in arn:other is not associated with ${secure()}.`);
  expect(await context.simulator.get("state")).toEqual(before);
});

test("a key in a secret serves another port of the account", async () => {
  const { macSecKeys: [old] = [] } = await connection();
  const { connectionId } = await as().send(
    new sdk.CreateConnectionCommand({ location: "EqLD5", bandwidth: "10Gbps", connectionName: "also secure", requestMACSec: true }),
  );
  const { macSecKeys } = await associate({ secretARN: old?.secretARN ?? "" }, connectionId);
  expect(macSecKeys).toMatchObject([{ secretARN: old?.secretARN, ckn: old?.ckn, state: "associating" }]);
});

test("a LAG's key and mode are those of its members, which change none of their own", async () => {
  const made = await as().send(
    new sdk.CreateLagCommand({ location: "EqLD5", connectionsBandwidth: "100Gbps", lagName: "secure", numberOfConnections: 2, requestMACSec: true, connectionId: secure() }),
  );
  const { lagId } = made;
  expect(made).toMatchObject({ macSecCapable: true, encryptionMode: "should_encrypt", macSecKeys: [] });
  expect(await connection()).toMatchObject({ lagId, encryptionMode: "should_encrypt", macSecKeys: [] });
  expect(await refusalOf(associate(pair))).toBe(`${secure()} is a member of ${lagId ?? ""}; name the LAG instead.`);
  expect(await refusalOf(encrypt("no_encrypt"))).toContain("name the LAG instead");
  const { macSecKeys: [key] = [] } = await associate(pair, lagId);
  await passSeconds(120);
  expect(await statesOf()).toEqual(["available", "Encryption Up", "associated"]);
  await as().send(new sdk.UpdateLagCommand({ lagId, encryptionMode: "must_encrypt", minimumLinks: 1 }));
  expect(await statesOf()).toEqual(["available", "Encryption Up", "associated"]);
  await as().send(new sdk.DisassociateConnectionFromLagCommand({ connectionId: secure(), lagId }));
  await passSeconds(30);
  expect(await connection()).toMatchObject({ encryptionMode: "must_encrypt", macSecKeys: [{ ckn: first, state: "associated" }], connectionState: "available" });
  expect((await disassociate(key?.secretARN)).macSecKeys?.map(({ state }) => state)).toEqual(["disassociating"]);
});

test("an estate with keys in the middle of a change goes on where it was", async () => {
  await associate(pair);
  const before = await context.simulator.get("state");
  await changeEstate(context, (estate) => {
    expect(entryOf(estate, "connections", secure())["macSecKeys"]).toHaveLength(2);
  });
  expect(await context.simulator.get("state")).toEqual(before);
  await passSeconds(60);
  expect(await statesOf()).toEqual(["available", "Encryption Up", "associated", "associated"]);
});
