import type * as vscode from "vscode";
import type { Profile } from "../model/profile.ts";
import type { Choice } from "../model/section.ts";
import { Emitter, type Event } from "./emitter.ts";

/** What a workspace reads. */
export interface Chosen {
  readonly profiles: readonly string[];
  /** Undefined while none were chosen: each profile's own Region then counts. */
  readonly regions: readonly string[] | undefined;
}

export interface ChoiceDefaults {
  readonly defaultProfiles: readonly string[];
  readonly defaultRegions: readonly string[];
}

const memoryKey = "directConnect.chosen";

/** Keeps the choice with the workspace; until one is made, the settings' defaults count. */
export class ChoiceMemory {
  readonly #memory: Pick<vscode.Memento, "get" | "update">;
  readonly #defaults: () => ChoiceDefaults;
  readonly #changed = new Emitter<Chosen>();
  readonly onDidChange: Event<Chosen> = this.#changed.event;

  constructor(memory: Pick<vscode.Memento, "get" | "update">, defaults: () => ChoiceDefaults) {
    this.#memory = memory;
    this.#defaults = defaults;
  }

  get chosen(): Chosen {
    const { defaultProfiles, defaultRegions } = this.#defaults();
    const kept = this.#memory.get<Partial<Chosen>>(memoryKey, {});
    return {
      profiles: kept.profiles ?? defaultProfiles,
      regions: kept.regions ?? (defaultRegions.length === 0 ? undefined : defaultRegions),
    };
  }

  /** What was chosen in this workspace itself, without the settings' defaults. */
  get own(): Partial<Chosen> {
    return this.#memory.get<Partial<Chosen>>(memoryKey, {});
  }

  /** Replaces the workspace's choice; what is undefined goes back to the defaults. */
  async keep(chosen: Partial<Chosen>): Promise<void> {
    await this.#memory.update(memoryKey, chosen);
    this.#changed.fire(this.chosen);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The chosen profiles with the Regions to read; a profile that is not listed any more is asked all the same. */
export function choicesOf({ profiles, regions }: Chosen, known: readonly Profile[]): readonly Choice[] {
  return profiles.map((profile) => ({ profile, regions: regions ?? ownRegions(profile, known) }));
}

function ownRegions(name: string, known: readonly Profile[]): readonly string[] {
  const profile = known.find((candidate) => candidate.name === name);
  return profile?.region === undefined ? [] : [profile.region];
}
