import type { Event } from "./emitter.ts";

export interface RegularReading {
  readonly store: {
    /** When everything was last asked for, in milliseconds since 1970; undefined until it is for the first time. */
    readonly askedAt: number | undefined;
    readonly onDidChange: Event<unknown>;
    /** Asks for everything that is not being read already. */
    refreshIdle(): Promise<void>;
  };
  /** How old the last whole reading may become; 0 for any age. */
  readonly minutes: () => number;
  /** Whether somebody can see what is read. */
  readonly isActive: () => boolean;
  /** Fires when `isActive` or `minutes` may have changed. */
  readonly onDidChange: Event<unknown>;
}

const defaultMinutes = 5;
const mostMinutes = 1_440;

/**
 * Reads everything again when the last whole reading has become too old, while somebody looks; at once when somebody
 * comes back to what is too old already. What comes in while nobody asked, such as a port that goes down, has no other
 * way into the picture.
 */
export function refreshRegularly({ store, minutes, isActive, onDidChange }: RegularReading): { dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** In how many milliseconds it is time; undefined where it is never. */
  const wait = (): number | undefined => {
    const period = minutes() * 60_000;
    if (store.askedAt === undefined || period === 0 || !isActive()) return undefined;
    return Math.max(0, store.askedAt + period - Date.now());
  };
  const schedule = (): void => {
    clearTimeout(timer);
    const milliseconds = wait();
    if (milliseconds !== undefined) timer = setTimeout(refresh, milliseconds);
  };
  // The answers are not waited for: one profile that hangs would hold up the others.
  const refresh = (): void => {
    if (wait() === 0) void store.refreshIdle();
    schedule();
  };
  const subscriptions = [store.onDidChange(schedule), onDidChange(schedule)];
  schedule();
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** The setting's value as whole minutes; what is no number counts as not set. */
export function refreshMinutesFrom(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return defaultMinutes;
  return Math.min(mostMinutes, Math.max(0, Math.floor(value)));
}
