import { expect, test } from "vitest";
import { operations } from "../../src/operations/index.ts";
import { formEndOf } from "../../src/operations/review.ts";

test("whatever changes something ends in a review or in a question", () => {
  const ends = Object.values(operations).map(({ danger }) => `${danger}: ${formEndOf({ danger })}`);
  expect([...new Set(ends)].sort()).toEqual(["changes: review", "destroys: question", "interrupts: question", "reads: none"]);
});
