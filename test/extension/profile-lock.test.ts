import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProfileLock } from "../../src/extension/profile-lock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a protected profile is locked until it is unlocked, and again when the minutes are over", () => {
  const lock = new ProfileLock({ protectedProfiles: () => ["prod"] });
  const told: number[] = [];
  const watching = lock.onDidChange(() => told.push(lock.unlocked.length));
  expect([lock.isLocked("prod"), lock.isLocked("lab")]).toEqual([true, false]);
  lock.unlock("prod", 10);
  expect([lock.isLocked("prod"), lock.unlocked]).toEqual([false, [{ profile: "prod", until: Date.now() + 600_000 }]]);
  vi.advanceTimersByTime(599_999);
  expect(lock.isLocked("prod")).toBe(false);
  vi.advanceTimersByTime(1);
  expect(lock.isLocked("prod")).toBe(true);
  expect(told).toEqual([1, 0]);
  watching.dispose();
});

test("locking by hand ends it at once, and unlocking one leaves the others locked", () => {
  const lock = new ProfileLock({ protectedProfiles: () => ["prod", "bank"] });
  lock.unlock("prod", 10);
  expect(lock.isLocked("bank")).toBe(true);
  lock.lockAll();
  expect([lock.isLocked("prod"), lock.unlocked]).toEqual([true, []]);
  expect(vi.getTimerCount()).toBe(0);
});

test("the setting counts at once", () => {
  const settings = { protectedProfiles: ["prod"] as readonly string[] };
  const lock = new ProfileLock({ protectedProfiles: () => settings.protectedProfiles });
  lock.unlock("prod", 10);
  settings.protectedProfiles = ["lab"];
  expect([lock.isLocked("lab"), lock.isLocked("prod"), lock.unlocked]).toEqual([true, false, []]);
  lock.dispose();
});
