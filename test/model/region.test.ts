import { expect, test } from "vitest";
import { isRegionCode, regionName, regions } from "../../src/model/region.ts";

test("every Region of the table is listed once and has a code of the right form", () => {
  expect(new Set(regions.map(({ code }) => code)).size).toBe(regions.length);
  for (const { code, name } of regions) expect([isRegionCode(code), name.length > 0]).toEqual([true, true]);
});

test("names are found by code", () => {
  expect(regionName("us-east-1")).toBe("US East (N. Virginia)");
  expect(regionName("xx-east-1")).toBe("");
});

test.each(["", "us-east", "US-EAST-1", "us-east-1.evil.example", "us-east-1/x", "a b", `us-${"e".repeat(40)}-1`])("%j is no Region", (text) =>
  expect(isRegionCode(text)).toBe(false),
);

test.each(["us-gov-east-1", "cn-north-1", "eusc-de-east-1"])("%s may be a Region", (text) => expect(isRegionCode(text)).toBe(true));
