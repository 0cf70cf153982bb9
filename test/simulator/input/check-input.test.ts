import { expect, test } from "vitest";
import { checkInput, operationNames } from "../../../src/simulator/input/check-input.ts";
import { ApiFailure } from "../../../src/simulator/rules/api-failure.ts";

function failure(operation: string, input: unknown): { type: string; message: string } | undefined {
  try {
    checkInput(operation, input);
  } catch (error) {
    if (error instanceof ApiFailure) return { type: error.type, message: error.message };
  }
  return undefined;
}

test("all 73 operations of the model are known", () => {
  expect(operationNames).toHaveLength(73);
});

test("unknown members are ignored, null counts as absent", () => {
  expect(checkInput("DescribeLags", { lagId: null, maxResults: 5, colour: "red" })).toEqual({ maxResults: 5 });
  expect(checkInput("DescribeLocations", {})).toEqual({});
});

test("members of an object's prototype are none of the input", () => {
  expect(failure("ConfirmConnection", JSON.parse('{"__proto__": {"connectionId": "x"}}'))?.message).toContain("'connectionId'");
});

test("every missing member is named", () => {
  expect(failure("AcceptDirectConnectGatewayAssociationProposal", {})).toEqual({
    type: "DirectConnectClientException",
    message:
      "3 validation errors detected: 'directConnectGatewayId' must not be null; 'proposalId' must not be null; 'associatedGatewayOwnerAccount' must not be null",
  });
});

test.each([
  ["ConfirmConnection", { connectionId: 5 }, "'connectionId' must be a string, not a number"],
  ["DescribeLags", { maxResults: "5" }, "'maxResults' must be an integer, not a string"],
  ["DescribeLags", { maxResults: 2.5 }, "'maxResults' must be an integer"],
  ["DescribeLags", { maxResults: 2 ** 31 }, "'maxResults' must be a 32-bit integer"],
  ["DescribeTags", { resourceArns: "arn" }, "'resourceArns' must be a list, not a string"],
  ["DescribeTags", { resourceArns: [{}] }, "'resourceArns.1.member' must be a string, not an object"],
  ["TagResource", { resourceArn: "a", tags: ["b"] }, "'tags.1.member' must be a structure, not a string"],
  ["CreateConnection", { requestMACSec: "yes", location: "", bandwidth: "", connectionName: "" }, "'requestMACSec' must be a boolean"],
  ["DescribeLags", [], "The input must be a structure, not a list"],
])("%s with %j does not even parse", (operation, input, message) => {
  const found = failure(operation, input);
  expect(found?.type).toBe("SerializationException");
  expect(found?.message).toContain(message);
});

test.each([
  [{ key: "", value: "" }, "'tags.1.member.key' must have a length of 1 or more"],
  [{ key: "k".repeat(129) }, "'tags.1.member.key' must have a length of 128 or less"],
  [{ key: "a", value: "b#" }, "'tags.1.member.value' is 'b#' and must match"],
  [{ value: "b" }, "'tags.1.member.key' must not be null"],
])("the tag %j breaks a constraint", (tag, message) => {
  expect(failure("TagResource", { resourceArn: "arn", tags: [tag] })?.message).toContain(message);
});

test("lists and enumerations are bounded", () => {
  expect(failure("TagResource", { resourceArn: "arn", tags: [] })?.message).toContain("'tags' must have a length of 1 or more");
  expect(failure("DescribeLoa", { connectionId: "dxcon-ffabc123", loaContentType: "text/html" })?.message).toContain(
    "'loaContentType' is 'text/html' and must be one of [application/pdf]",
  );
});
