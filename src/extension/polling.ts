import { sectionKey, type Section } from "../model/section.ts";
import type { Event } from "./emitter.ts";

export interface Polled {
  settlingSections(): readonly Section[];
  refreshSections(sections: readonly Section[]): Promise<void>;
  readonly onDidChange: Event<unknown>;
  readonly onDidExpectChange: Event<readonly Section[]>;
}

export interface PollingConfig {
  readonly store: Polled;
  /** Whether somebody can see what is polled. */
  readonly isActive: () => boolean;
  readonly onDidChangeActive: Event<unknown>;
}

const shortest = 2_000;
const longest = 30_000;
const growth = 1.5;
/** How long the sections around an operation are watched, whatever their states say. */
const expectFor = 20_000;

/**
 * Reads sections again while something in them settles: soon after a change, ever more seldom while nothing happens,
 * and not at all while nobody looks.
 */
export function createPolling({ store, isActive, onDidChangeActive }: PollingConfig): { dispose(): void } {
  const expected = new Map<string, { readonly section: Section; readonly until: number }>();
  let delay = shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;

  const due = (): readonly Section[] => {
    for (const [key, { until }] of expected) if (until < Date.now()) expected.delete(key);
    const sections = new Map([...expected].map(([key, { section }]) => [key, section]));
    for (const section of store.settlingSections()) sections.set(sectionKey(section), section);
    return [...sections.values()];
  };
  const schedule = (): void => {
    if (timer !== undefined || isReading || !isActive() || due().length === 0) return;
    timer = setTimeout(() => void poll(), delay);
  };
  const poll = async (): Promise<void> => {
    timer = undefined;
    const sections = due();
    if (!isActive() || sections.length === 0) return;
    delay = Math.min(delay * growth, longest);
    isReading = true;
    try {
      await store.refreshSections(sections);
    } finally {
      isReading = false;
      schedule();
    }
  };
  const soon = (): void => {
    delay = shortest;
    clearTimeout(timer);
    timer = undefined;
    schedule();
  };
  const subscriptions = [
    store.onDidChange(soon),
    store.onDidExpectChange((sections) => {
      const until = Date.now() + expectFor;
      for (const section of sections) expected.set(sectionKey(section), { section, until });
      soon();
    }),
    onDidChangeActive(() => (isActive() ? soon() : clear())),
  ];
  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    dispose: () => {
      clear();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
