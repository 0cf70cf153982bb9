import { expect, test } from "vitest";
import { pageOf } from "../../../src/simulator/rules/paging.ts";

const records = Array.from({ length: 250 }, (_, index) => ({ order: index + 1 }));

function allPages(maxResults?: number): number[] {
  const sizes: number[] = [];
  let nextToken: string | undefined;
  do {
    const page = pageOf(records, {
      ...(maxResults === undefined ? {} : { maxResults }),
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    sizes.push(page.items.length);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return sizes;
}

test("pages are as large as wished, and never larger than a hundred", () => {
  expect(allPages(90)).toEqual([90, 90, 70]);
  expect(allPages(125)).toEqual([100, 100, 50]);
  expect(allPages()).toEqual([100, 100, 50]);
  expect(allPages(50)).toEqual([50, 50, 50, 50, 50]);
});

test("what comes and goes between two pages neither doubles nor hides anything else", () => {
  const { nextToken = "" } = pageOf(records, { maxResults: 10 });
  const changed = records.filter(({ order }) => order !== 5 && order !== 10 && order !== 11);
  expect(pageOf(changed, { maxResults: 3, nextToken }).items).toEqual([{ order: 12 }, { order: 13 }, { order: 14 }]);
});

test("a token of somebody else's and a page of nothing are refused", () => {
  expect(() => pageOf(records, { nextToken: "AAAA" })).toThrow("The pagination token is not valid for this request.");
  expect(() => pageOf(records, { maxResults: 0 })).toThrow("maxResults is 0 and must be at least 1.");
});
