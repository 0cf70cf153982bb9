import { expect, test } from "vitest";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import { gatewayCreations } from "../../src/operations/gateway-creations.ts";
import { inEnglish } from "../support/in-english.ts";
import { association, cloudGateway, directConnectGateway } from "../support/sample-inventory.ts";

const { createAssociation, createDirectConnectGateway, proposeAssociation, renameDirectConnectGateway, setAllowedPrefixes } = gatewayCreations;
const gateway = directConnectGateway({ id: "gw" });
const tgw = (id: string) => ({ id, type: "transitGateway", ownerAccount: "111122223333", region: "us-east-1" }) as const;
const linked = association({ id: "a1", directConnectGatewayId: "gw", gateway: tgw("tgw-1"), allowedPrefixes: ["10.1.0.0/16", "10.2.0.0/16"] });
const inventory: Inventory = {
  ...emptyInventory,
  accounts: [{ profile: "prod", id: "111122223333", regions: ["eu-west-1"] }],
  resources: [
    gateway,
    linked,
    cloudGateway("transitGateway", { id: "tgw-1", state: "unknown" }),
    cloudGateway("transitGateway", { id: "tgw-2", state: "unknown" }),
    cloudGateway("transitGateway", { id: "tgw-3", ownerAccount: "222233334444", state: "unknown" }),
    cloudGateway("virtualPrivateGateway", { id: "vgw-1" }),
  ],
};

test("a gateway begins with a name, an ASN and tags", () => {
  const place = placeOf({ state: "account", profile: "prod" });
  expect(createDirectConnectGateway.input({ name: "core", amazonSideAsn: 64512, tags: { Owner: "me" } }, place, "us-east-1")).toEqual({
    directConnectGatewayName: "core",
    amazonSideAsn: 64512,
    tags: [{ key: "Owner", value: "me" }],
  });
  expect(renameDirectConnectGateway.input({ name: "new" }, gateway, "us-east-1")).toEqual({ directConnectGatewayId: "gw", newDirectConnectGatewayName: "new" });
});

test("the account's gateways of the same use that are not on it are offered; another's id can be typed", () => {
  const { gateway: chosen, region } = createAssociation.parameters;
  const context = { target: gateway, inventory, answers: {} };
  expect(chosen.options(context).map(({ value }) => value)).toEqual(["tgw-2"]);
  expect(chosen.other("vgw-0123456789abcdef0")).toBeUndefined();
  expect(inEnglish(chosen.other("gateway"))).toMatch(/vgw- or tgw-/);
  expect(region.options({ ...context, answers: { gateway: "tgw-2" } }).map(({ value }) => value)).toEqual(["us-east-1"]);
  expect(region.initial({ ...context, answers: { gateway: "tgw-2" } })).toBe("us-east-1");
  expect(region.initial({ ...context, answers: { gateway: "tgw-00000009" } })).toBe("eu-west-1");
});

test("allowed prefixes are checked as a proposal's are", () => {
  const { check } = createAssociation.parameters.allowedPrefixes;
  const context = { target: gateway, inventory, answers: { gateway: "tgw-2" } };
  expect(inEnglish(check([], context))).toMatch(/at least one/);
  expect(inEnglish(check(["10.1.128.0/17"], context))).toMatch(/overlaps 10\.1\.0\.0\/16, which tgw-1/);
  expect(check(["10.9.0.0/16"], context)).toBeUndefined();
  expect(check([], { ...context, answers: { gateway: "vgw-1" } })).toBeUndefined();
  expect(createAssociation.input({ gateway: "tgw-2", region: "us-east-1", allowedPrefixes: ["10.9.0.0/16"] }, gateway, "us-east-1")).toEqual({
    directConnectGatewayId: "gw",
    gatewayId: "tgw-2",
    addAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.9.0.0/16" }],
  });
});

test("a change of prefixes says what is added and what is taken away, which is told", () => {
  const answers = { allowedPrefixes: ["10.2.0.0/16", "10.3.0.0/16"] };
  expect(setAllowedPrefixes.input(answers, linked, "us-east-1")).toEqual({
    associationId: "a1",
    addAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.3.0.0/16" }],
    removeAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.1.0.0/16" }],
  });
  expect(inEnglish(setAllowedPrefixes.consequence?.(linked, inventory, answers))).toMatch(/lose the routes to 10\.1\.0\.0\/16/);
  expect(setAllowedPrefixes.consequence?.(linked, inventory, { allowedPrefixes: [...linked.allowedPrefixes] })).toBeUndefined();
});

test("a change of prefixes that changes none is told, in whatever order they are", () => {
  const { check } = setAllowedPrefixes.parameters.allowedPrefixes;
  const context = { target: linked, inventory, answers: {} };
  expect(inEnglish(check([...linked.allowedPrefixes].reverse(), context))).toMatch(/nothing would change/);
  expect(check(linked.allowedPrefixes.slice(1), context)).toBeUndefined();
  expect(check([...linked.allowedPrefixes, "10.3.0.0/16"], context)).toBeUndefined();
});

test("a proposal names the other gateway and its owner", () => {
  const subject = cloudGateway("transitGateway", { id: "tgw-2" });
  const id = "5f294f92-bafb-4011-916d-9b0bec7ad1c1";
  const answers = { gateway: undefined, directConnectGatewayId: id, owner: "222233334444", allowedPrefixes: ["10.9.0.0/16"] };
  expect(proposeAssociation.parameters.gateway.when({ target: subject, inventory, answers: {} })).toBe(false);
  expect(proposeAssociation.input(answers, subject, "us-east-1")).toEqual({
    directConnectGatewayId: id,
    directConnectGatewayOwnerAccount: "222233334444",
    gatewayId: "tgw-2",
    addAllowedPrefixesToDirectConnectGateway: [{ cidr: "10.9.0.0/16" }],
  });
  expect(inEnglish(proposeAssociation.parameters.directConnectGatewayId.check("gw"))).toMatch(/32 hexadecimal/);
  expect(inEnglish(proposeAssociation.consequence?.(subject, inventory, answers))).toMatch(/222233334444 to accept/);
});
