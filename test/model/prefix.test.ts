import { expect, test } from "vitest";
import { checkPrefix, findOverlap, splitPrefixes } from "../../src/model/prefix.ts";
import { inEnglish } from "../support/in-english.ts";

test.each(["10.0.0.0/16", "0.0.0.0/0", "192.0.2.1/32", "2001:db8::/64", "::/0"])("%s is a prefix", (prefix) =>
  expect(checkPrefix(prefix)).toBeUndefined(),
);

test.each([
  ["10.0.0.0", /no CIDR block/],
  ["10.0.0.0/33", /no CIDR block/],
  ["10.0/16", /all four numbers/],
  ["ten/8", /no CIDR block/],
  ["", /no CIDR block/],
  ["10.0.0.0/16 10.1.0.0/16", /no CIDR block/],
  ["10.0.0.1/16", /The block is 10\.0\.0\.0\/16/],
  ["2001:db8::1/64", /The block is 2001:db8::\/64/],
])("%s is none, and the message says what to write", (prefix, message) => expect(inEnglish(checkPrefix(prefix))).toMatch(message));

test.each<[readonly string[], readonly string[], readonly [string, string] | undefined]>([
  [["10.0.0.0/16"], ["10.0.128.0/17"], ["10.0.0.0/16", "10.0.128.0/17"]],
  [["10.0.128.0/17"], ["10.0.0.0/16"], ["10.0.128.0/17", "10.0.0.0/16"]],
  [["10.1.0.0/16"], ["10.0.0.0/16", "10.2.0.0/16"], undefined],
  [["0.0.0.0/0"], ["172.16.0.0/12"], ["0.0.0.0/0", "172.16.0.0/12"]],
  [["::/0"], ["0.0.0.0/0"], undefined],
  [["2001:db8::/32"], ["2001:db8:1::/48"], ["2001:db8::/32", "2001:db8:1::/48"]],
  [["10.0.0.128/25"], ["10.0.0.0/25"], undefined],
])("overlap of %j and %j", (one, other, expected) => expect(findOverlap(one, other)).toEqual(expected));

test("a typed list may be separated in any way and names each prefix once", () => {
  expect(splitPrefixes(" 10.0.0.0/16,10.1.0.0/16;\n10.2.0.0/16  10.0.0.0/16,")).toEqual(["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"]);
  expect(splitPrefixes("  ")).toEqual([]);
});
