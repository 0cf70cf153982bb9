import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { portChanges } from "../../src/operations/port-changes.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, lag, sampleInventory } from "../support/sample-inventory.ts";

const { moveConnectionToLag, removeConnectionFromLag, renameConnection, renameLag, setBillingMode, setConnectionEncryption, setLagEncryption, setMinimumLinks } = portChanges;
const device = { awsDevice: "EqDC2-1" };
const subject = connection({ id: "dxcon-a", ...device });
const macSec = { capable: true, mode: "should_encrypt", portStatus: "", keys: 0 };

test("a connection is offered the LAGs that it can join", () => {
  const lags = [
    lag({ id: "fits", ...device }),
    lag({ id: "elsewhere" }),
    lag({ id: "slow", ...device, bandwidth: "1Gbps" }),
    lag({ id: "encrypted", ...device, macSec }),
    lag({ id: "full", ...device, connectionIds: ["1", "2", "3", "4"] }),
    lag({ id: "going", ...device, state: "deleting" }),
    lag({ id: "own", ...device }),
  ];
  const inventory = { ...emptyInventory, resources: lags };
  const options = moveConnectionToLag.parameters.lag.options({ target: { ...subject, lagId: "own" }, inventory, answers: {} });
  expect(options.map(({ id }) => id)).toEqual(["fits"]);
  const [fits] = options;
  if (fits === undefined) throw new Error("One LAG fits.");
  expect(moveConnectionToLag.input({ lag: fits }, subject, "us-east-1")).toEqual({ connectionId: "dxcon-a", lagId: "fits" });
});

test("a member does not leave a LAG below its minimum, except as the last", () => {
  const member = { ...subject, lagId: "dxlag-1" };
  const bundle = lag({ id: "dxlag-1", minimumLinks: 2 });
  const others = ["b", "c"].map((letter) => connection({ id: `dxcon-${letter}`, lagId: "dxlag-1" }));
  const refusal = (count: number) => removeConnectionFromLag.refusal?.(member, { ...emptyInventory, resources: [member, bundle, ...others.slice(0, count)] });
  expect(refusal(2)).toBeUndefined();
  expect(inEnglish(refusal(1))).toMatchObject({ message: expect.stringMatching(/needs at least 2 links and would keep 1/) as string, because: ["lag/dxlag-1"] });
  expect(refusal(0)).toBeUndefined();
  expect(moveConnectionToLag.refusal?.(subject, emptyInventory)).toBeUndefined();
  expect(removeConnectionFromLag.input({}, member, "us-east-1")).toEqual({ connectionId: "dxcon-a", lagId: "dxlag-1" });
});

test.each([
  [3, /Only 2 of its connections are up: the LAG goes down at once/],
  [2, /Nothing stops now, but no more than 2 .* if one of them goes down, so does the LAG/],
  [1, /Nothing stops now: 2 of its connections are up/],
])("of three links with one down, a minimum of %s tells what it does to the LAG", (minimumLinks, said) => {
  const bundle = lag({ id: "dxlag-1", connectionIds: ["dxcon-a", "dxcon-b", "dxcon-c"], minimumLinks: 1 });
  const hosted = connection({ id: "dxcon-h", lagId: "dxlag-1", parentId: "dxlag-1", hosted: true });
  const links = ["available", "available", "down"].map((state, index) => connection({ id: `dxcon-${String(index)}`, lagId: "dxlag-1", state }));
  const inventory = { ...emptyInventory, resources: [bundle, hosted, ...links] };
  expect(inEnglish(setMinimumLinks.consequence?.(bundle, inventory, { minimumLinks }))).toMatch(said);
  expect(setMinimumLinks.stops?.(bundle, inventory, { minimumLinks })).toBe(minimumLinks > 2);
});

test("a minimum of none stops nothing where no link is up", () => {
  const inventory = { ...emptyInventory, resources: [connection({ id: "dxcon-a", lagId: "dxlag-1", state: "down" })] };
  expect(inEnglish(setMinimumLinks.consequence?.(lag({ id: "dxlag-1", connectionIds: ["dxcon-a"], minimumLinks: 1 }), inventory, { minimumLinks: 0 }))).toBe("");
});

test("a minimum is from none to all of the LAG's connections", () => {
  const bundle = lag({ id: "dxlag-1", connectionIds: ["dxcon-a", "dxcon-b"], minimumLinks: 1 });
  const { check, initial } = setMinimumLinks.parameters.minimumLinks;
  const context = { target: bundle, inventory: emptyInventory, answers: {} };
  expect([check(0, context), check(2, context), initial(context)]).toEqual([undefined, undefined, 1]);
  expect(inEnglish(check(3, context))).toMatch(/from 0 to 2/);
});

test("a billing mode is one that the location offers for the speed", () => {
  const inventory = sampleInventory();
  const [first, ...others] = inventory.locations;
  if (first === undefined) throw new Error("The sample has locations.");
  const told = { ...inventory, locations: [{ ...first, billingModes: [{ mode: "FlatRateTier2", portSpeeds: ["10Gbps"] }] }, ...others] };
  const options = (given: typeof inventory) => setBillingMode.parameters.billingMode.options({ target: subject, inventory: given, answers: {} }).map(({ value }) => value);
  expect(options(told)).toEqual(["FlatRateTier2"]);
  expect(options(inventory)).toHaveLength(6);
  expect(setBillingMode.input({ billingMode: "FlatRateTier2" }, subject, "us-east-1")).toEqual({ connectionIds: ["dxcon-a"], billingMode: "FlatRateTier2" });
});

test("names and modes are sent alone", () => {
  const bundle = lag({ id: "dxlag-1", name: "old" });
  expect(renameConnection.input({ name: "new" }, subject, "us-east-1")).toEqual({ connectionId: "dxcon-a", connectionName: "new" });
  expect(renameLag.input({ name: "new" }, bundle, "us-east-1")).toEqual({ lagId: "dxlag-1", lagName: "new" });
  expect(renameLag.parameters.name.initial({ target: bundle, inventory: emptyInventory, answers: {} })).toBe("old");
  expect(setConnectionEncryption.input({ encryptionMode: "must_encrypt" }, subject, "us-east-1")).toEqual({ connectionId: "dxcon-a", encryptionMode: "must_encrypt" });
  expect(setLagEncryption.input({ encryptionMode: "no_encrypt" }, bundle, "us-east-1")).toEqual({ lagId: "dxlag-1", encryptionMode: "no_encrypt" });
  expect(inEnglish(setLagEncryption.consequence?.(bundle, emptyInventory, { encryptionMode: "must_encrypt" }))).toMatch(/everything on the port stops/);
});
