import { expect, test } from "vitest";
import { changedPrefixes, checkAllowedPrefixes, findOverlap } from "../../../src/simulator/rules/prefixes.ts";
import { processorTime } from "../../support/processor-time.ts";

test("networks of both families that keep apart are allowed", () => {
  expect(() => checkAllowedPrefixes(["10.0.0.0/16", "10.1.0.0/16", "2001:db8::/32", "0.0.0.0/32"])).not.toThrow();
});

test.each([
  [["10.0.0.1/16"], "The prefix 10.0.0.1/16 is not a valid CIDR."],
  [["10.0.0.0"], "The prefix 10.0.0.0 is not a valid CIDR."],
  [["10.0.0.0/33"], "The prefix 10.0.0.0/33 is not a valid CIDR."],
  [["2001:db8::1/32"], "The prefix 2001:db8::1/32 is not a valid CIDR."],
  [["2001:db8::/65"], "The IPv6 prefix 2001:db8::/65 must be /64 or shorter."],
  [["10.0.0.0/8", "10.0.0.0/8"], "The allowed prefixes 10.0.0.0/8 and 10.0.0.0/8 overlap."],
  [["0.0.0.0/0", "10.5.0.0/16"], "The allowed prefixes 0.0.0.0/0 and 10.5.0.0/16 overlap."],
  [["10.0.0.0/8", "10.5.0.0/16"], "The allowed prefixes 10.0.0.0/8 and 10.5.0.0/16 overlap."],
  [["2001:db8:1::/48", "2001:db8::/32"], "The allowed prefixes 2001:db8:1::/48 and 2001:db8::/32 overlap."],
])("%j is refused", (prefixes, message) => {
  expect(() => checkAllowedPrefixes(prefixes)).toThrow(message);
});

test("the overlapping pair is named", () => {
  expect(findOverlap(["10.0.0.0/16", "10.9.0.0/16"], ["10.8.0.0/16", "10.0.0.0/8"])).toEqual(["10.0.0.0/16", "10.0.0.0/8"]);
  expect(findOverlap(["10.0.0.0/16"], ["2001:db8::/32"])).toBeUndefined();
  expect(findOverlap(["10.0.0.0/16", ""], ["somewhere", "", "10.0.1.0/24"])).toEqual(["10.0.0.0/16", "10.0.1.0/24"]);
});

test("a request full of prefixes is looked through in a moment", () => {
  const many = Array.from({ length: 4000 }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
  const spent = processorTime();
  checkAllowedPrefixes(many);
  expect(findOverlap(many, ["10.7.0.0/16"])).toEqual(["10.7.0.0/24", "10.7.0.0/16"]);
  expect(changedPrefixes(many, ["10.0.0.0/24", "10.0.0.0/8"], many)).toEqual(["10.0.0.0/24", "10.0.0.0/8"]);
  const most = Array.from({ length: 60_000 }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
  expect(changedPrefixes(most, [], most)).toEqual([]);
  expect(spent()).toBeLessThan(2000);
});
