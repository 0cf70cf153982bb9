import { expect, test } from "vitest";
import { chooseKeys, type TargetChoice } from "../../src/extension/choose-targets.ts";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import { placeOf, type Place, type PlaceParts } from "../../src/model/place.ts";
import { english } from "../../src/model/text.ts";
import { operationOf, type OperationId } from "../../src/operations/index.ts";
import { connection, directConnectGateway, interconnect, lag, virtualInterface } from "../support/sample-inventory.ts";

const inventory: Inventory = {
  ...emptyInventory,
  accounts: [
    { profile: "prod", id: "111122223333", regions: ["us-east-1", "eu-west-1"] },
    { profile: "network", id: "222233334444", regions: ["eu-west-1"] },
  ],
};

/** A person who takes the last of the places that are offered. */
function choosing(id: OperationId, given = inventory) {
  const offered: (readonly Place[])[] = [];
  const counted: number[] = [];
  const listed: string[] = [];
  const told: string[] = [];
  const choice: TargetChoice = {
    operation: operationOf(id),
    title: "Title",
    store: { inventory: given, ready: () => Promise.resolve() },
    ui: {
      chooseResource: async (_, resources, given) => {
        const none = (await resources).length === 0 ? given?.none() : undefined;
        if (none !== undefined) told.push(english(none.label), english(none.detail));
        listed.push((await resources).map(({ id }) => id).join(" "));
        return (await resources).at(-1);
      },
      choosePlace: (_, places, { steps }) => {
        offered.push(places);
        counted.push(steps);
        return Promise.resolve(places.at(-1));
      },
    },
  };
  return { choice, offered, counted, listed, told };
}

test("the palette asks in which account and Region something is made", async () => {
  const { choice, offered, counted } = choosing("createConnection");
  await expect(chooseKeys(choice, undefined)).resolves.toEqual({ keys: [placeOf({ state: "region", profile: "network", region: "eu-west-1" }).key], steps: 1 });
  expect(counted, "with location, speed, name, options and the last look").toEqual([6]);
  expect(offered[0]?.map(({ profile, region }) => `${profile} ${region ?? ""}`)).toEqual(["prod us-east-1", "prod eu-west-1", "network eu-west-1"]);
});

test("what is global needs an account only, and one account or Region is not asked about", async () => {
  const global = choosing("createDirectConnectGateway");
  await expect(chooseKeys(global.choice, undefined)).resolves.toEqual({ keys: [placeOf({ state: "account", profile: "network" }).key], steps: 1 });
  const alone = choosing("createLag", { ...inventory, accounts: inventory.accounts.slice(1) });
  await expect(chooseKeys(alone.choice, undefined)).resolves.toEqual({ keys: [placeOf({ state: "region", profile: "network", region: "eu-west-1" }).key], steps: 0 });
  expect(alone.offered).toEqual([]);
});

test("a heading that says no Region is asked for one of its account's", async () => {
  const { choice, offered } = choosing("createConnection");
  const heading = placeOf({ state: "connection", profile: "prod" });
  await expect(chooseKeys(choice, [heading.key])).resolves.toEqual({ keys: [placeOf({ ...heading, region: "eu-west-1" }).key], steps: 1 });
  expect(offered[0]).toHaveLength(2);
  const located = placeOf({ state: "location", profile: "prod", region: "us-east-1", location: "EqDC2" });
  await expect(chooseKeys(choice, [located.key])).resolves.toEqual({ keys: [located.key], steps: 0 });
});

test("what is done to a resource asks for one, and without any account nothing is chosen", async () => {
  const resources = [connection({ id: "a" }), connection({ id: "b" }), connection({ id: "gone", state: "deleted" })];
  await expect(chooseKeys(choosing("renameConnection", { ...inventory, resources }).choice, undefined)).resolves.toEqual({ keys: ["connection/b"], steps: 1 });
  await expect(chooseKeys(choosing("createConnection", emptyInventory).choice, undefined)).resolves.toBeUndefined();
});

const prod = { profile: "prod", region: "us-east-1" };

test.each<[OperationId, PlaceParts, string]>([
  ["allocatePrivateVirtualInterface", { state: "region", ...prod }, "here there bundle"],
  ["allocatePrivateVirtualInterface", { state: "location", ...prod, location: "EqDC2" }, "here bundle"],
  ["allocatePrivateVirtualInterface", { state: "account", profile: "prod" }, "here there bundle abroad"],
  ["allocatePrivateVirtualInterface", { state: "account", profile: "network" }, "theirs"],
  ["allocateHostedConnection", { state: "hostedConnection", profile: "prod" }, "partners hosting"],
  ["allocateHostedConnection", { state: "lag", profile: "prod" }, "hosting"],
  ["createAssociation", { state: "region", ...prod }, "global"],
  ["createBgpPeer", { state: "virtualInterface", profile: "prod" }, "session"],
])("%s asks at %j for one of what is there", async (id, place, expected) => {
  const resources = [
    connection({ id: "here" }),
    connection({ id: "there", location: "EqDA2" }),
    lag({ id: "bundle", allowsHostedConnections: false }),
    connection({ id: "abroad", region: "eu-west-1" }),
    connection({ id: "theirs", profile: "network" }),
    connection({ id: "gone", state: "deleted" }),
    interconnect({ id: "partners" }),
    lag({ id: "hosting", allowsHostedConnections: true }),
    directConnectGateway({ id: "global" }),
    virtualInterface({ id: "session" }),
  ];
  const { choice, listed } = choosing(id, { ...inventory, resources });
  await expect(chooseKeys(choice, [placeOf(place).key])).resolves.toMatchObject({ steps: 1 });
  expect(listed).toEqual([expected]);
});

test.each<[PlaceParts, Inventory["resources"], readonly string[]]>([
  [{ state: "region", ...prod }, [connection({ id: "a" })], ["Nothing in us-east-1 allows “Title”", "What it takes, in a state that allows it: interconnect, LAG"]],
  [{ state: "location", ...prod, location: "EqDC2" }, [interconnect({ id: "i", name: "partners", location: "EqDA2" })], ["Nothing in EqDC2 allows “Title”", "It is to be begun elsewhere, as on partners in prod, us-east-1, EqDA2"]],
  [{ state: "lag", profile: "prod" }, [interconnect({ id: "i", name: "partners" })], ["Nothing in “LAGs” of prod allows “Title”", "It is to be begun elsewhere, as on partners in prod, us-east-1, EqDC2"]],
])("a place that holds nothing suitable says so, and what to do: %j", async (place, resources, expected) => {
  const { choice, told } = choosing("allocateHostedConnection", { ...inventory, resources });
  await expect(chooseKeys(choice, [placeOf(place).key])).resolves.toBeUndefined();
  expect(told).toEqual(expected);
});

test("without a place it says that nothing allows it", async () => {
  const { choice, told } = choosing("allocateHostedConnection");
  await expect(chooseKeys(choice, undefined)).resolves.toBeUndefined();
  expect(told).toEqual(["No resource is in a state that allows it", ""]);
});

test("of several headings it asks for what one of them holds; what is left out of a selection is not asked for", async () => {
  const resources = [connection({ id: "a" }), connection({ id: "b", region: "eu-west-1" }), connection({ id: "c", profile: "network" })];
  const { choice, listed } = choosing("allocatePublicVirtualInterface", { ...inventory, resources });
  const keys = ["us-east-1", "eu-west-1"].map((region) => placeOf({ state: "region", profile: "prod", region }).key);
  await chooseKeys(choice, keys);
  await expect(chooseKeys(choice, [...keys, "connection/a"])).resolves.toEqual({ keys: [...keys, "connection/a"], steps: 0 });
  expect(listed).toEqual(["a b"]);
});
