import { expect, test } from "vitest";
import { checkAuthKey, checkPeerAddress, checkPeerPair, otherEnd } from "../../src/model/session-checks.ts";
import { inEnglish } from "../support/in-english.ts";

function check(problem: ReturnType<typeof checkAuthKey>, expected: RegExp | undefined): void {
  if (expected === undefined) expect(problem).toBeUndefined();
  else expect(inEnglish(problem)).toMatch(expected);
}

test.each<[string, "private" | "public", RegExp | undefined]>([
  ["169.254.10.1/30", "private", undefined],
  ["169.254.10.0/31", "private", undefined],
  ["169.254.10.1", "private", /lacks its prefix length, as in 169\.254\.10\.1\/30/],
  ["169.254.10.0/30", "private", /network address of 169\.254\.10\.0\/30. Choose one from 169\.254\.10\.1 to 169\.254\.10\.2/],
  ["169.254.10.3/30", "private", /broadcast address/],
  ["169.254.10.1/30", "public", /private address/],
  ["203.0.113.1/30", "public", undefined],
  ["2001:db8::1/125", "private", /IPv6 address/],
  ["router", "private", /is no IP address/],
  ["", "private", /is no IP address/],
])("an end %s of a %s session", (text, type, expected) => check(checkPeerAddress(text, type), expected));

test.each<[string, string, RegExp | undefined]>([
  ["169.254.10.2/30", "169.254.10.1/30", undefined],
  ["169.254.10.6/30", "169.254.10.1/30", /not in the subnet of 169\.254\.10\.1\/30, 169\.254\.10\.0\/30/],
  ["169.254.10.2/29", "169.254.10.1/30", /lengths differ/],
  ["169.254.10.1/30", "169.254.10.1/30", /Both ends/],
  ["169.254.10.2/30", "", undefined],
])("the ends %s and %s", (customer, amazon, expected) => check(checkPeerPair(customer, amazon), expected));

test("the other end of two is known", () => {
  expect(otherEnd("169.254.10.1/30")).toBe("169.254.10.2/30");
  expect(otherEnd("169.254.10.2/30")).toBe("169.254.10.1/30");
  expect(otherEnd("203.0.113.8/31")).toBe("203.0.113.9/31");
  expect(otherEnd("10.0.0.1/24")).toBeUndefined();
  expect(otherEnd("")).toBeUndefined();
});

test("a key is checked without being repeated", () => {
  check(checkAuthKey("abcdef"), undefined);
  for (const key of ["five5", "x".repeat(81), "blank-at-end "]) {
    const problem = inEnglish(checkAuthKey(key));
    expect(problem).toBeDefined();
    expect(problem).not.toContain(key.trim());
  }
});
