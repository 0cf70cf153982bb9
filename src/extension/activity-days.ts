import type { ActivityEntry } from "./activity-log.ts";
import type { Translate } from "./translate.ts";

/** The calls of one day of the reader's calendar. */
export interface ActivityDay {
  /** Tells it from the other days: `2026-11-25`. */
  readonly day: string;
  readonly isNewest: boolean;
  readonly entries: readonly ActivityEntry[];
}

/** The calls, which come newest first, by the day on which they were made. */
export function daysOf(entries: readonly ActivityEntry[]): readonly ActivityDay[] {
  const days = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.startedAt);
    const others = days.get(day);
    if (others === undefined) days.set(day, [entry]);
    else others.push(entry);
  }
  return [...days].map(([day, ofDay], index) => ({ day, isNewest: index === 0, entries: ofDay }));
}

/** What to call a day at a time, in milliseconds since 1970. */
export function dayText({ day, entries }: ActivityDay, now: number, t: Translate): string {
  if (day === dayOf(now)) return t("Today");
  if (day === dayBefore(now)) return t("Yesterday");
  return new Date(entries[0]?.startedAt ?? now).toLocaleDateString(undefined, { weekday: "short", year: "numeric", month: "short", day: "numeric" });
}

function dayOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** By the calendar: a day is not always 24 hours long. */
function dayBefore(milliseconds: number): string {
  const date = new Date(milliseconds);
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1).getTime());
}
