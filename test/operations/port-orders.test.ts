import { expect, test } from "vitest";
import { placeOf } from "../../src/model/place.ts";
import type { FormContext } from "../../src/operations/parameter.ts";
import { portOrders } from "../../src/operations/port-orders.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, lag, sampleInventory } from "../support/sample-inventory.ts";

const { addConnectionToLag, createConnection, createInterconnect, createLag, createLagFromConnection } = portOrders;
const region = placeOf({ state: "region", profile: "prod", region: "us-east-1" });
const site = placeOf({ state: "location", profile: "prod", region: "us-east-1", location: "CSVA1" });
const inventory = sampleInventory();

function context(answers: FormContext["answers"] = {}, target: FormContext["target"] = region): FormContext {
  return { target, inventory, answers };
}

test("the locations of the Region are offered with speeds and providers, unless the place says one", () => {
  const { location } = createConnection.parameters;
  expect(location.options(context()).map(({ value }) => value)).toEqual(["EqDC2", "CSVA1"]);
  expect(inEnglish(location.options(context())[0]?.detail)).toMatch(/100 Gbps; providers: AT&T/);
  expect([location.when(context()), location.when(context({}, site))]).toEqual([true, false]);
});

test("the speeds that the location offers are offered, 10Gbps first, and MACsec where it has it", () => {
  const { bandwidth, requestMacSec } = createConnection.parameters;
  expect(bandwidth.options(context({ location: "CSVA1" })).map(({ value }) => value)).toEqual(["1Gbps", "10Gbps", "100Gbps"]);
  expect(bandwidth.options(context({ location: "unknown" })).map(({ value }) => value)).toContain("400Gbps");
  expect(bandwidth.initial(context({ location: "CSVA1" }))).toBe("10Gbps");
  expect(bandwidth.other("10Gbps", context({ location: "CSVA1" }))).toBeUndefined();
  expect(inEnglish(bandwidth.other("400Gbps", context({ location: "CSVA1" })))).toBe("400Gbps ports are not known at CSVA1; there are 1 Gbps, 10 Gbps, 100 Gbps. Choose one of them.");
  expect(inEnglish(bandwidth.other("7Gbps", context({ location: "unknown" })))).toMatch(/^There are no ports of 7Gbps; there are 1 Gbps, /);
  expect(requestMacSec.when(context({ location: "CSVA1", bandwidth: "10Gbps" }))).toBe(true);
  expect(requestMacSec.when(context({ location: "CSVA1", bandwidth: "1Gbps" }))).toBe(false);
});

const answers = { location: "EqDC2", bandwidth: "10Gbps", name: "new", providerName: "Lumen", requestMacSec: true, billingMode: "FlatRateTier1", tags: { Owner: "me" } };
const ordered = { location: "EqDC2", providerName: "Lumen", requestMACSec: true, tags: [{ key: "Owner", value: "me" }] };

test("an order says what was answered, and nothing that was not", () => {
  expect(createConnection.input(answers, region, "us-east-1")).toEqual({ ...ordered, connectionName: "new", bandwidth: "10Gbps", billingMode: "FlatRateTier1" });
  const few = { location: undefined, bandwidth: "1Gbps", name: "new", providerName: undefined, requestMacSec: undefined, billingMode: undefined, tags: undefined };
  expect(createConnection.input(few, site, "us-east-1")).toEqual({ connectionName: "new", location: "CSVA1", bandwidth: "1Gbps" });
  expect(createInterconnect.input(answers, region, "us-east-1")).toEqual({ ...ordered, interconnectName: "new", bandwidth: "10Gbps" });
  expect(createLag.input({ ...answers, numberOfConnections: 2 }, region, "us-east-1")).toEqual({
    ...ordered,
    lagName: "new",
    connectionsBandwidth: "10Gbps",
    numberOfConnections: 2,
    billingMode: "FlatRateTier1",
  });
});

test("a LAG's size is checked against the speed that was chosen", () => {
  const { check } = createLag.parameters.numberOfConnections;
  expect(inEnglish(check(3, context({ bandwidth: "100Gbps" })))).toMatch(/1 to 2/);
  expect(check(3, context({ bandwidth: "10Gbps" }))).toBeUndefined();
});

test("what joins a LAG is like its others", () => {
  const bundle = lag({ id: "dxlag-1", connectionIds: ["a"], macSec: { capable: true, mode: "", portStatus: "", keys: 0 } });
  expect(addConnectionToLag.input({ name: "third", providerName: undefined, tags: undefined }, bundle, "us-east-1")).toEqual({
    connectionName: "third",
    location: "EqDC2",
    bandwidth: "10Gbps",
    lagId: "dxlag-1",
    requestMACSec: true,
  });
  expect(addConnectionToLag.refusal?.(bundle, inventory)).toBeUndefined();
  expect(inEnglish(addConnectionToLag.refusal?.(lag({ id: "l", connectionIds: ["a", "b", "c", "d"] }), inventory))?.message).toMatch(/takes no more/);
});

test("a connection that becomes a LAG keeps its place and speed, and is told to go down", () => {
  const subject = connection({ id: "dxcon-1" });
  expect(createLagFromConnection.input({ name: "bundle", numberOfConnections: 1, tags: undefined }, subject, "us-east-1")).toEqual({
    lagName: "bundle",
    numberOfConnections: 1,
    connectionId: "dxcon-1",
    location: "EqDC2",
    connectionsBandwidth: "10Gbps",
  });
  expect(inEnglish(createLagFromConnection.consequence?.(subject, inventory, { name: "bundle", numberOfConnections: 1, tags: undefined }))).toMatch(/goes down for some minutes/);
});
