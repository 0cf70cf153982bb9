import { expect, test } from "vitest";
import { readJsonText } from "../../../src/simulator/estate/json-text.ts";

const text = `{
  "connections": [
    { "connectionId": "dxcon-1" },
    {
      "connectionId": "dxcon-2",
      "vlan": 12
    }
  ]
}`;

test("values are found at their lines", () => {
  const json = readJsonText(text);
  expect(json.problem).toBeUndefined();
  expect(json.lineOf(["connections"])).toBe(2);
  expect(json.lineOf(["connections", 0])).toBe(3);
  expect(json.lineOf(["connections", 1, "vlan"])).toBe(6);
});

test("what is not there is found at the line of what should hold it", () => {
  expect(readJsonText(text).lineOf(["connections", 1, "bandwidth"])).toBe(4);
  expect(readJsonText(text).lineOf(["lags"])).toBe(1);
});

test.each([
  ['{\n  "a": 1,\n}', 3, 'a member name in double quotes is expected here, but there is "}"'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, '"," or "}" is expected here, but there is "\\"b\\": 2"'],
  ['{\n  "a": tru\n}', 2, "a value is expected here"],
  ['{\n  "a": [1, 2', 2, "but the file ends"],
  ['{\n  "a": "open\n}', 2, "a text that ends in double quotes on its line is expected"],
  ["", 1, "a value is expected here, but the file ends"],
  ["{}\n{}", 2, 'the end is expected here, but there is "{}"'],
])("%j is refused with its line", (broken, line, message) => {
  const { problem } = readJsonText(broken);
  expect(problem?.line).toBe(line);
  expect(problem?.message).toContain(message);
});

test("deep nesting is refused, not overflowed on", () => {
  const { problem } = readJsonText(`${"[".repeat(200_000)}x`);
  expect(problem?.message).toBe("it is nested too deeply");
});
