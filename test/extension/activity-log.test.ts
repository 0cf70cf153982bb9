import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ActivityLog } from "../../src/extension/activity-log.ts";
import type { CallReport } from "../../src/operations/call-report.ts";
import { callReport } from "../support/call-reports.ts";
import { memory } from "../support/memory.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const accountOf = (profile: string) => (profile === "prod" ? "111122223333" : undefined);
const known = { accountOf, nameOf: ({ input }: CallReport) => (input["connectionId"] === "dxcon-1" ? "prod-a" : "") };
const actionsOf = ({ entries }: ActivityLog) => entries.map(({ action }) => action);

test("calls are listed newest first, with the account that called and the name of what they were about", () => {
  const log = new ActivityLog({ memory: memory(), ...known });
  log.add(callReport());
  log.add(callReport({ action: "DeleteLag", profile: "lab" }));
  expect(log.entries.map(({ action, account, name }) => [action, account, name])).toEqual([["DeleteLag", undefined, "prod-a"], ["DeleteConnection", "111122223333", "prod-a"]]);
  expect(new Set(log.entries.map(({ id }) => id)).size).toBe(2);
  expect(log.find(log.entries[1]?.id ?? "")?.action).toBe("DeleteConnection");
});

test("a change is kept at once, reads together when no more come, and all are there in the next window", () => {
  const kept = memory();
  const log = new ActivityLog({ memory: kept, ...known });
  log.add(callReport({ action: "DescribeLags" }));
  expect(actionsOf(new ActivityLog({ memory: kept, ...known }))).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(actionsOf(new ActivityLog({ memory: kept, ...known }))).toEqual(["DescribeLags"]);
  log.add(callReport());
  expect(actionsOf(new ActivityLog({ memory: kept, ...known }))).toEqual(["DeleteConnection", "DescribeLags"]);
});

test("ten minutes of polling are kept ten times, and nothing is written where nothing has come", () => {
  const kept = memory();
  let writes = 0;
  const update: typeof kept.update = (key, value) => {
    writes += 1;
    return kept.update(key, value);
  };
  const log = new ActivityLog({ memory: { ...kept, update }, ...known });
  for (let second = 0; second < 600; second += 1) {
    log.add(callReport({ action: "DescribeLags" }));
    vi.advanceTimersByTime(1_000);
  }
  vi.advanceTimersByTime(600_000);
  log.keep();
  expect([writes, actionsOf(new ActivityLog({ memory: kept, ...known })).length]).toEqual([10, 200]);
});

test.each(["keep", "dispose"] as const)("what waits is kept when the window is left or closed: %s", (leave) => {
  const kept = memory();
  const log = new ActivityLog({ memory: kept, ...known });
  log.add(callReport({ action: "DescribeLags" }));
  log[leave]();
  expect(actionsOf(new ActivityLog({ memory: kept, ...known }))).toEqual(["DescribeLags"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("polling pushes out no change", () => {
  const log = new ActivityLog({ memory: memory(), ...known, mostChanges: 2, mostReads: 3 });
  for (const action of ["DeleteLag", "CreateLag", "UpdateLag"]) log.add(callReport({ action }));
  for (let count = 0; count < 9; count += 1) log.add(callReport({ action: "DescribeLags" }));
  expect(actionsOf(log)).toEqual(["DescribeLags", "DescribeLags", "DescribeLags", "UpdateLag", "CreateLag"]);
});

test("clearing forgets them for good, and is told", () => {
  const kept = memory();
  const log = new ActivityLog({ memory: kept, ...known });
  log.add(callReport());
  let told = 0;
  const watching = log.onDidChange(() => (told += 1));
  log.clear();
  watching.dispose();
  expect([told, log.entries, actionsOf(new ActivityLog({ memory: kept, ...known }))]).toEqual([1, [], []]);
});

test.each([["text"], [[1, null, {}, { id: "x" }]], [null]])("what is kept as %j is no activity", (value) => {
  const kept = memory();
  kept.kept.set("directConnect.activity", value);
  expect(new ActivityLog({ memory: kept, ...known }).entries).toEqual([]);
});
