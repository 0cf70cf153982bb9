import { expect, test } from "vitest";
import { phrase } from "../../src/model/text.ts";
import type { Parameters } from "../../src/operations/parameter.ts";
import { isReviewed } from "../../src/operations/review.ts";

const name = { type: "text", label: phrase("Name") } as const;

test.each<[string, "changes" | "reads", Parameters, boolean]>([
  ["CreateDirectConnectGateway", "changes", { name }, true],
  ["AllocateHostedConnection", "changes", { name }, true],
  ["UpdateLag", "changes", { name }, false],
  ["UpdateLag", "changes", { name, other: name }, true],
  ["DescribeRouterConfiguration", "reads", { name, other: name }, false],
  ["DeleteLag", "changes", {}, false],
])("%s, which %s", (action, danger, parameters, wanted) => {
  expect(isReviewed({ action: action as "CreateLag", danger, parameters })).toBe(wanted);
});
