import { expect, test } from "vitest";
import { checkAsnPair, checkCustomerAsn, checkGatewayAsn, remarkCustomerAsn } from "../../src/model/asn.ts";
import { inEnglish } from "../support/in-english.ts";

test.each<[number, RegExp | undefined]>([
  [64511, /is not private/],
  [64512, undefined],
  [65534, undefined],
  [65535, /is not private/],
  [7224, /Amazon's own/],
  [4_199_999_999, /is not private/],
  [4_200_000_000, undefined],
  [4_294_967_294, undefined],
])("a gateway with ASN %i", (asn, expected) => check(inEnglish(checkGatewayAsn(asn)), expected));

test.each<[number, RegExp | undefined]>([
  [0, /out of range/],
  [1, undefined],
  [65000, undefined],
  [64500, /reserved/],
  [23456, /reserved/],
  [4_294_967_294, undefined],
  [4_294_967_295, /out of range/],
])("a router with ASN %i", (asn, expected) => check(inEnglish(checkCustomerAsn(asn)), expected));

test("an ASN of Amazon's draws a remark, and the gateway's own cannot be the router's", () => {
  expect([7224, 65000].map((asn) => inEnglish(remarkCustomerAsn(asn)))).toEqual(["ASN 7224 is one of Amazon's own. Write that of your router.", undefined]);
  expect(inEnglish(checkAsnPair(64512, 64512, "core"))).toMatch(/also that of gateway core/);
  expect([checkAsnPair(65000, 64512, "core"), checkAsnPair(65000, undefined, "core")]).toEqual([undefined, undefined]);
});

function check(problem: string | undefined, expected: RegExp | undefined): void {
  if (expected === undefined) expect(problem).toBeUndefined();
  else expect(problem).toMatch(expected);
}
