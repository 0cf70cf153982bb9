import { expect, test } from "vitest";
import { daysOf, dayText } from "../../src/extension/activity-days.ts";
import type { ActivityEntry } from "../../src/extension/activity-log.ts";
import { callReport } from "../support/call-reports.ts";
import { formatText } from "../support/format-text.ts";

const at = (...when: readonly [number, number, number, number, number]): ActivityEntry => {
  const startedAt = new Date(...when).getTime();
  return { ...callReport({ startedAt }), id: String(startedAt), account: undefined };
};
const now = at(2026, 2, 29, 0, 5).startedAt;

test("calls are gathered by the reader's calendar, whose days are not all of one length", () => {
  const entries = [at(2026, 2, 29, 0, 4), at(2026, 2, 28, 23, 59), at(2026, 2, 28, 0, 0), at(2026, 2, 27, 23, 59)];
  const days = daysOf(entries);
  expect(days.map(({ day, isNewest, entries: ofDay }) => [day, isNewest, ofDay.length])).toEqual([["2026-03-29", true, 1], ["2026-03-28", false, 2], ["2026-03-27", false, 1]]);
  const texts = days.map((day) => dayText(day, now, formatText));
  expect(texts.slice(0, 2)).toEqual(["Today", "Yesterday"]);
  expect(texts[2]).toContain("2026");
  expect(daysOf([])).toEqual([]);
});
