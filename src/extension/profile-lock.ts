import { Emitter, type Event } from "./emitter.ts";

export interface ProfileLockConfig {
  /** Asked each time, so that a changed setting counts at once. */
  readonly protectedProfiles: () => readonly string[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Unlocked {
  readonly profile: string;
  /** When it is locked again, in milliseconds since 1970. */
  readonly until: number;
}

export const longestUnlock = 8 * 60;

/** Protected profiles only read, until a person unlocks one for some minutes. A new window begins locked. */
export class ProfileLock {
  readonly #protectedProfiles: () => readonly string[];
  readonly #now: () => number;
  readonly #changed = new Emitter<void>();
  readonly #until = new Map<string, number>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** Fires when a profile is unlocked or locked again, by hand or by time. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor({ protectedProfiles, now = Date.now }: ProfileLockConfig) {
    this.#protectedProfiles = protectedProfiles;
    this.#now = now;
  }

  get protectedProfiles(): readonly string[] {
    return this.#protectedProfiles();
  }

  isLocked(profile: string): boolean {
    return this.protectedProfiles.includes(profile) && (this.#until.get(profile) ?? 0) <= this.#now();
  }

  /** The protected profiles that may change something now. */
  get unlocked(): readonly Unlocked[] {
    return [...this.#until].flatMap(([profile, until]) => (this.protectedProfiles.includes(profile) && until > this.#now() ? { profile, until } : []));
  }

  unlock(profile: string, minutes: number): void {
    this.#until.set(profile, this.#now() + minutes * 60_000);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#changed.fire();
    }, minutes * 60_000);
    this.#timers.add(timer);
    this.#changed.fire();
  }

  lockAll(): void {
    this.#until.clear();
    this.#clearTimers();
    this.#changed.fire();
  }

  dispose(): void {
    this.#clearTimers();
    this.#changed.dispose();
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
