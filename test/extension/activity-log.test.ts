import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ActivityLog } from "../../src/extension/activity-log.ts";
import { callReport } from "../support/call-reports.ts";
import { memory } from "../support/memory.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const accountOf = (profile: string) => (profile === "prod" ? "111122223333" : undefined);
const actionsOf = ({ entries }: ActivityLog) => entries.map(({ action }) => action);

test("calls are listed newest first, with the account that called", () => {
  const log = new ActivityLog({ memory: memory(), accountOf });
  log.add(callReport());
  log.add(callReport({ action: "DeleteLag", profile: "lab" }));
  expect(log.entries.map(({ action, account }) => [action, account])).toEqual([["DeleteLag", undefined], ["DeleteConnection", "111122223333"]]);
  expect(new Set(log.entries.map(({ id }) => id)).size).toBe(2);
  expect(log.find(log.entries[1]?.id ?? "")?.action).toBe("DeleteConnection");
});

test("a change is kept at once, reads together after a while, and all are there in the next window", () => {
  const kept = memory();
  const log = new ActivityLog({ memory: kept, accountOf });
  log.add(callReport({ action: "DescribeLags" }));
  expect(actionsOf(new ActivityLog({ memory: kept, accountOf }))).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(actionsOf(new ActivityLog({ memory: kept, accountOf }))).toEqual(["DescribeLags"]);
  log.add(callReport());
  expect(actionsOf(new ActivityLog({ memory: kept, accountOf }))).toEqual(["DeleteConnection", "DescribeLags"]);
});

test("what waits is kept when the window closes", () => {
  const kept = memory();
  const log = new ActivityLog({ memory: kept, accountOf });
  log.add(callReport({ action: "DescribeLags" }));
  log.dispose();
  expect(actionsOf(new ActivityLog({ memory: kept, accountOf }))).toEqual(["DescribeLags"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("polling pushes out no change", () => {
  const log = new ActivityLog({ memory: memory(), accountOf, mostChanges: 2, mostReads: 3 });
  for (const action of ["DeleteLag", "CreateLag", "UpdateLag"]) log.add(callReport({ action }));
  for (let count = 0; count < 9; count += 1) log.add(callReport({ action: "DescribeLags" }));
  expect(actionsOf(log)).toEqual(["DescribeLags", "DescribeLags", "DescribeLags", "UpdateLag", "CreateLag"]);
});

test("clearing forgets them for good, and is told", () => {
  const kept = memory();
  const log = new ActivityLog({ memory: kept, accountOf });
  log.add(callReport());
  let told = 0;
  const watching = log.onDidChange(() => (told += 1));
  log.clear();
  watching.dispose();
  expect([told, log.entries, actionsOf(new ActivityLog({ memory: kept, accountOf }))]).toEqual([1, [], []]);
});

test.each([["text"], [[1, null, {}, { id: "x" }]], [null]])("what is kept as %j is no activity", (value) => {
  const kept = memory();
  kept.kept.set("directConnect.activity", value);
  expect(new ActivityLog({ memory: kept, accountOf }).entries).toEqual([]);
});
