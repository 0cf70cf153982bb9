import { indexResources, type Inventory } from "../model/inventory.ts";
import type { Resource, VirtualInterface } from "../model/resource.ts";
import { sectionKey, type Section } from "../model/section.ts";
import type { Event } from "./emitter.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

export interface TestWatch {
  readonly store: {
    readonly inventory: Inventory;
    readonly onDidChange: Event<unknown>;
    refreshSections(sections: readonly Section[]): Promise<void>;
  };
  /** Whether somebody can see how long a test goes on. */
  readonly isActive: () => boolean;
  readonly t: Translate;
  /** Tells quietly. */
  readonly tell: (message: string) => void;
}

const everyMs = 60_000;

/**
 * Reads each minute how long failover tests go on, and the ports beside them so that the picture is of one time, while
 * somebody looks, and tells when one has ended.
 */
export function watchFailoverTests({ store, isActive, t, tell }: TestWatch): { dispose(): void } {
  const running = new Map<string, string>();
  const look = (): void => {
    const index = indexResources(store.inventory);
    for (const [key, name] of running) {
      const now = index.get(key);
      if (now !== undefined && isTested(now)) continue;
      running.delete(key);
      if (now !== undefined) tell(t("The failover test of {0} has ended", name));
    }
    for (const tested of testsIn(store.inventory)) running.set(tested.key, targetTitle(tested, store.inventory));
  };
  const listening = store.onDidChange(look);
  const timer = setInterval(() => {
    const sections = isActive() ? sectionsOf(testsIn(store.inventory)) : [];
    if (sections.length > 0) void store.refreshSections(sections);
  }, everyMs);
  look();
  return {
    dispose: () => {
      clearInterval(timer);
      listening.dispose();
    },
  };
}

function testsIn({ resources }: Inventory): readonly VirtualInterface[] {
  return resources.filter(isTested);
}

function isTested(resource: Resource): resource is VirtualInterface {
  return resource.kind === "virtualInterface" && resource.state === "testing";
}

const names = ["virtualInterfaces", "connections", "lags"] as const;

function sectionsOf(tests: readonly VirtualInterface[]): readonly Section[] {
  const sections = tests.flatMap(({ profile, region }) => names.map((name) => ({ profile, region: region ?? "", name })));
  return [...new Map(sections.map((section) => [sectionKey(section), section])).values()];
}
