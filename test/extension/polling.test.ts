import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Emitter } from "../../src/extension/emitter.ts";
import { createPolling } from "../../src/extension/polling.ts";
import type { Section } from "../../src/model/section.ts";

const interfaces: Section = { profile: "prod", region: "us-east-1", name: "virtualInterfaces" };
const gateways: Section = { profile: "prod", region: "us-east-1", name: "gateways" };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function polled() {
  const changed = new Emitter<undefined>();
  const expected = new Emitter<readonly Section[]>();
  const active = new Emitter<undefined>();
  const state: { isActive: boolean; settling: readonly Section[] } = { isActive: true, settling: [interfaces] };
  const reads: { readonly at: number; readonly names: string }[] = [];
  const begun = Date.now();
  const polling = createPolling({
    store: {
      settlingSections: () => state.settling,
      refreshSections: (sections) => {
        reads.push({ at: Date.now() - begun, names: sections.map(({ name }) => name).join(" ") });
        return Promise.resolve();
      },
      onDidChange: changed.event,
      onDidExpectChange: expected.event,
    },
    isActive: () => state.isActive,
    onDidChangeActive: active.event,
  });
  return { changed, expected, active, state, reads, polling };
}

describe("polling", () => {
  test("begins after two seconds, slows down to half a minute, and goes on", async () => {
    const { changed, reads } = polled();
    changed.fire(undefined);
    await vi.advanceTimersByTimeAsync(150_000);
    const pauses = reads.map(({ at }, index) => at - (reads[index - 1]?.at ?? 0));
    expect(pauses[0]).toBe(2_000);
    expect(pauses[1]).toBe(3_000);
    expect(pauses.every((pause, index) => index === 0 || pause >= (pauses[index - 1] ?? 0))).toBe(true);
    expect(Math.max(...pauses)).toBe(30_000);
  });

  test("stops when everything has settled", async () => {
    const { changed, state, reads } = polled();
    changed.fire(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    state.settling = [];
    await vi.advanceTimersByTimeAsync(120_000);
    expect(reads).toHaveLength(1);
  });

  test("is quick again after a change", async () => {
    const { changed, reads } = polled();
    changed.fire(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    const before = reads.length;
    changed.fire(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reads).toHaveLength(before + 1);
  });

  test("does nothing while nobody looks, and begins when somebody does", async () => {
    const { changed, active, state, reads } = polled();
    state.isActive = false;
    changed.fire(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reads).toEqual([]);
    state.isActive = true;
    active.fire(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reads).toHaveLength(1);
    state.isActive = false;
    active.fire(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reads).toHaveLength(1);
  });

  test("watches what an operation may change for a while, though nothing settles there", async () => {
    const { expected, state, reads } = polled();
    state.settling = [];
    expected.fire([gateways, interfaces]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(reads.length).toBeGreaterThanOrEqual(3);
    expect(reads.every(({ names }) => names === "gateways virtualInterfaces")).toBe(true);
    expect(reads.at(-1)?.at).toBeLessThanOrEqual(30_000);
  });

  test("ends with its owner", async () => {
    const { changed, polling, reads } = polled();
    changed.fire(undefined);
    polling.dispose();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reads).toEqual([]);
  });
});
