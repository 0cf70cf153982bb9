import { expect, test } from "vitest";
import { attentionLines } from "../../src/extension/attention-text.ts";
import type { Waiting } from "../../src/model/attention.ts";
import { verbatim } from "../../src/model/text.ts";
import { formatText } from "../support/format-text.ts";
import { connection } from "../support/sample-inventory.ts";

const waits = (attention: Waiting["attention"], ...names: readonly string[]): readonly Waiting[] =>
  names.map((name) => ({ attention, resource: connection({ id: name }), name: verbatim(name) }));

test("what is down comes first, and what waits in the same way stands in one line", () => {
  expect(attentionLines([...waits("accept", "p"), ...waits("confirm", "a", "b"), ...waits("down", "c")], formatText)).toEqual(["Down: c", "To confirm: a, b", "To accept: p"]);
  expect(attentionLines([], formatText)).toEqual([]);
});

test("of many only some are named, and none is counted that could have been named", () => {
  const names = Array.from({ length: 10 }, (_, index) => `c${index}`);
  expect(attentionLines(waits("down", ...names), formatText)).toEqual(["Down: c0, c1, c2, c3, c4, c5, c6, c7, 2 more"]);
  expect(attentionLines(waits("down", ...names.slice(0, 9)), formatText)).toEqual(["Down: c0, c1, c2, c3, c4, c5, c6, c7, c8"]);
});
