import { expect, test } from "vitest";
import { readCaller } from "../../../src/simulator/http/caller.ts";

function signedBy(accessKeyId: string, region: string): string {
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/directconnect/aws4_request, SignedHeaders=host, Signature=00`;
}

test.each([
  [signedBy("AKIA222233334444TEST", "eu-west-1"), "222233334444", "eu-west-1"],
  [signedBy("AKIAIOSFODNN7EXAMPLE", "us-gov-west-1"), "111122223333", "us-gov-west-1"],
  [signedBy("1234567890123", "ap-northeast-1"), "123456789012", "ap-northeast-1"],
  [undefined, "111122223333", "us-west-2"],
  ["Bearer x", "111122223333", "us-west-2"],
])("%s is account %s in %s", (authorization, account, region) => {
  expect(readCaller(authorization, "us-west-2")).toEqual({ account, region });
});
