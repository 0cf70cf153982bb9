import { expect, test } from "vitest";
import { describeValue } from "../../src/simulator/describe-value.ts";

test.each([
  ["text", '"text"'],
  [1, "1"],
  [null, "null"],
  [undefined, "undefined"],
  [["a"], "a list"],
  [{ a: 1 }, "an object"],
])("%j is called %s", (value, expected) => {
  expect(describeValue(value)).toBe(expected);
});

test("a long text is cut, and what is nested without end is not looked into", () => {
  expect(describeValue("a".repeat(1000))).toBe(`"${"a".repeat(59)}…`);
  expect(describeValue(JSON.parse("[".repeat(100_000) + "]".repeat(100_000)))).toBe("a list");
});
