import { expect, test } from "vitest";
import { chooseAsn, isPrivateAsn } from "../../../src/simulator/rules/asns.ts";

test.each([
  [{ asn: 1 }, 1],
  [{ asn: 2_147_483_646 }, 2_147_483_646],
  [{ asnLong: 4_294_967_294 }, 4_294_967_294],
  [{ asn: 0, asnLong: 65_001 }, 65_001],
  [{ asn: 65_000, asnLong: 65_001 }, 65_001],
  [{}, undefined],
])("%o means %s", (wish, expected) => {
  expect(chooseAsn(wish)).toBe(expected);
});

test.each([{ asn: 0 }, { asn: -1 }, { asn: 2_147_483_647 }, { asnLong: 0 }, { asnLong: 4_294_967_295 }])("%o is refused", (wish) => {
  expect(() => chooseAsn(wish)).toThrow(/must be between 1 and/);
});

test("numbers that nobody owns are those of RFC 6996", () => {
  expect([64_511, 64_512, 65_534, 65_535, 4_199_999_999, 4_200_000_000, 4_294_967_294].filter(isPrivateAsn)).toEqual([
    64_512, 65_534, 4_200_000_000, 4_294_967_294,
  ]);
});
