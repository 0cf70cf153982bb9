import * as sdk from "@aws-sdk/client-direct-connect";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionsOf, operationIn, readRequest, requestText, type CallSchema, type InputSchema } from "../../src/operations/call-request.ts";
import { inEnglish } from "../support/in-english.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../schemas/dx-call.schema.json"), "utf8")) as CallSchema;
const base = { profile: "prod", region: "us-east-1" };

function read(value: unknown) {
  const result = readRequest(typeof value === "string" ? value : JSON.stringify(value), schema);
  return "problem" in result ? inEnglish(result.problem) : result.request;
}

test("a request is read as it stands", () => {
  const input = { virtualInterfaceId: "dxvif-1", newBGPPeer: { asn: 65000, authKey: "k", addressFamily: "ipv9" } };
  expect(read({ operation: "CreateBGPPeer", ...base, input })).toEqual({ action: "CreateBGPPeer", ...base, input });
});

test.each([
  ["another one within the input", '{ "input": { "operation": "DescribeLags" }, "operation": "CreateLag" }', "CreateLag"],
  ["the same member twice", '{ "operation": "DescribeLags", "operation": "CreateLag" }', "CreateLag"],
  ["a half-written document", '{ "operation": "CreateLag"', undefined],
])("the operation that is named is the one that runs: %s", (_, text, operation) => {
  expect(operationIn(text)).toBe(operation);
});

test.each([
  ["{", "no JSON object"],
  [[], "no JSON object"],
  [{ ...base, input: {} }, "names no operation"],
  [{ operation: "DropTable", ...base, input: {} }, "has no operation DropTable"],
  [{ operation: "toString", ...base, input: {} }, "has no operation toString"],
  [{ operation: "DescribeLags", region: "us-east-1", input: {} }, "no profile"],
  [{ operation: "DescribeLags", profile: "prod", region: " ", input: {} }, "no Region"],
  [{ operation: "DescribeLags", ...base }, "The input is no JSON object"],
  [{ operation: "DeleteLag", ...base, input: {} }, "input has no lagId, which is required"],
  [{ operation: "DeleteLag", ...base, input: { lagId: 5 } }, "input.lagId is to be of the type string"],
  [{ operation: "DeleteLag", ...base, input: { lagId: "dxlag-1", force: true } }, "the member force, which"],
  [{ operation: "DescribeLags", ...base, input: { constructor: "x" } }, "the member constructor, which"],
  [{ operation: "TagResource", ...base, input: { resourceArn: "arn", tags: [{ key: "a" }, { value: "b" }] } }, "input.tags[1] has no key"],
  [{ operation: "CreateBGPPeer", ...base, input: { newBGPPeer: { asn: 1.5 } } }, "input.newBGPPeer.asn is to be of the type integer"],
  [{ operation: "DescribeLocations", ...base, input: { a: 1 } }, "the member a, which"],
  [{ operation: "CreateBGPPeer", ...base, input: { newBGPPeer: { authKey: "********" } } }, "input.newBGPPeer.authKey shows asterisks in place of its secret"],
])("%j: %s", (value, problem) => expect(read(value)).toContain(problem));

test("a new document has what the operation needs, and reads once it is filled in", () => {
  const text = requestText({ action: "CreateConnection", ...base }, schema);
  expect(JSON.parse(text)).toEqual({ operation: "CreateConnection", ...base, input: { location: "", bandwidth: "", connectionName: "" } });
  for (const action of actionsOf(schema)) expect(read(requestText({ action, ...base }, schema)), action).toMatchObject({ action });
});

test("all 73 operations can be called", () => expect(actionsOf(schema)).toHaveLength(73));

// The SDK's own schemas: [structure, namespace, name, traits, member names, member types, how many of them are required].
type SdkSchema = readonly [number, string, string, number, readonly string[], readonly unknown[], number?];

const ofSdk = Object.entries(sdk as unknown as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
  Array.isArray(value) && name.endsWith("$") && value[0] === 9 ? [[name.slice(0, -1), (value[4] as () => SdkSchema | string)()] as const] : [],
);

test("the SDK has no operation that cannot be called", () => {
  expect(ofSdk.length).toBeGreaterThan(60);
  expect(ofSdk.map(([action]) => action).filter((action) => !actionsOf(schema).includes(action))).toEqual([]);
});

test.each(ofSdk.filter(([, input]) => Array.isArray(input)))("%s takes what the SDK sends", (action, input) => {
  const [, , , , names, , required = 0] = input as SdkSchema;
  const found = schema.allOf.find((rule) => rule.if.properties.operation.const === action)?.then.properties.input;
  const own: InputSchema = schema.definitions[(found?.$ref ?? "").replace("#/definitions/", "")] ?? {};
  expect(names.filter((name) => !Object.hasOwn(own.properties ?? {}, name))).toEqual([]);
  expect([...(own.required ?? [])].sort()).toEqual(names.slice(0, required).sort());
});
