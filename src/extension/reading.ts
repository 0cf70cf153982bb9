import type { Profile } from "../model/profile.ts";
import type { Choice } from "../model/section.ts";
import { simulatedAccountOf, simulatorProfiles } from "./built-in-simulator.ts";
import { choicesOf, type Chosen } from "./choice.ts";
import { Emitter, type Event } from "./emitter.ts";

export interface ReadingConfig {
  readonly chosen: () => Chosen;
  readonly listProfiles: () => Promise<readonly Profile[]>;
  readonly store: {
    readonly choices: readonly Choice[];
    choose(choices: readonly Choice[], how: { readonly anew: boolean }): Promise<void>;
    refresh(): Promise<void>;
  };
  /** Resolves when it answers; its failures are told to the user where it is started. */
  readonly startSimulator: () => Promise<void>;
  /** Whether the user's own credentials may be used in this workspace. */
  readonly isTrusted: () => boolean;
}

/** Turns what is chosen into what is read, from the first time that somebody wants to see it. */
export class Reading {
  readonly #config: ReadingConfig;
  readonly #changed = new Emitter<undefined>();
  #profiles: readonly Profile[] = simulatorProfiles;
  #begun: Promise<void> | undefined;
  /** What was applied last; undefined once nothing is to come any more. */
  #latest: Promise<void> | undefined;
  #round = 0;
  #isHeldBack = false;
  #isPreparing = true;
  /** Whether what was read before counts no more; kept until it has been acted on, whichever call comes to it. */
  #isOutdated = false;

  /** Fires when the profiles or what is held back have changed. */
  readonly onDidChange: Event<undefined> = this.#changed.event;

  constructor(config: ReadingConfig) {
    this.#config = config;
  }

  /** Those of the AWS configuration and of the built-in simulator, as last listed. */
  get profiles(): readonly Profile[] {
    return this.#profiles;
  }

  get hasBegun(): boolean {
    return this.#begun !== undefined;
  }

  /** Whether something chosen is not read because the workspace is not trusted. */
  get isHeldBack(): boolean {
    return this.#isHeldBack;
  }

  /** Whether it is not settled yet what to read. */
  get isPreparing(): boolean {
    return this.#isPreparing;
  }

  /** Begins once, and resolves when everything chosen has been read. */
  begin(): Promise<void> {
    return this.#begun ?? this.apply();
  }

  /** Reads everything again, from the list of profiles on. */
  async refresh(): Promise<void> {
    if (!this.hasBegun) return this.begin();
    await this.apply();
    await this.#config.store.refresh();
  }

  async listProfiles(): Promise<readonly Profile[]> {
    this.#profiles = [...(await this.#config.listProfiles()), ...simulatorProfiles];
    this.#changed.fire(undefined);
    return this.#profiles;
  }

  /** Reads what is chosen now; nothing happens where that is read already, unless `anew`. */
  apply({ anew = false } = {}): Promise<void> {
    this.#isOutdated ||= anew;
    const applied = this.#applyRound();
    this.#latest = applied;
    this.#begun ??= applied;
    return applied;
  }

  dispose(): void {
    this.#round += 1;
    this.#latest = undefined;
    this.#changed.dispose();
  }

  async #applyRound(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    await this.listProfiles();
    const all = choicesOf(this.#config.chosen(), this.#profiles);
    const allowed = this.#config.isTrusted() ? all : all.filter(({ profile }) => simulatedAccountOf(profile) !== undefined);
    if (allowed.some(({ profile }) => simulatedAccountOf(profile) !== undefined)) await this.#config.startSimulator();
    // Another choice may have been made meanwhile: whoever waits for this one wants to see what is chosen now.
    if (round !== this.#round) return this.#latest;
    this.#isHeldBack = allowed.length < all.length;
    this.#isPreparing = false;
    const { store } = this.#config;
    const isRead = !this.#isOutdated && JSON.stringify(allowed) === JSON.stringify(store.choices);
    const anew = this.#isOutdated;
    this.#isOutdated = false;
    const reading = isRead ? undefined : store.choose(allowed, { anew });
    this.#changed.fire(undefined);
    await reading;
  }
}
