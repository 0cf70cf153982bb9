import { setMaxListeners } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import type { Event } from "../../src/extension/emitter.ts";
import { InventoryStore } from "../../src/extension/inventory-store.ts";
import type { ReadFailure } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { sectionOfKind, sectionsOf, type Choice, type Section, type SectionAnswer } from "../../src/model/section.ts";
import { verbatim } from "../../src/model/text.ts";
import type { ReadSection } from "../../src/operations/read-section.ts";
import { connection, virtualInterface } from "../support/sample-inventory.ts";

const prod: readonly Choice[] = [{ profile: "prod", regions: ["us-east-1"] }];
const stores: InventoryStore[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.dispose();
});

function storeOf(readSection: ReadSection, atOnce?: number): InventoryStore {
  const store = new InventoryStore({ readSection, ...(atOnce === undefined ? {} : { atOnce }) });
  stores.push(store);
  return store;
}

function answer(section: Section, resources: readonly Resource[] = [], failures: readonly ReadFailure[] = []): SectionAnswer {
  const mine = resources.filter(({ kind }) => sectionOfKind[kind] === section.name);
  return { section, account: "111122223333", resources: mine, locations: [], failures };
}

function failure(section: Section): ReadFailure {
  return { profile: section.profile, region: section.region, action: section.name, reason: "denied", message: "no", text: verbatim("no"), requestId: undefined };
}

/** Answers each section when told to, in any order. */
function gate(): { readonly readSection: ReadSection; readonly open: (resources?: readonly Resource[]) => void; readonly asked: Section[] } {
  const asked: Section[] = [];
  const waiting: (() => void)[] = [];
  let resources: readonly Resource[] = [];
  return {
    asked,
    readSection: async (section, signal) => {
      asked.push(section);
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        setMaxListeners(0, signal as AbortSignal);
        (signal as AbortSignal).addEventListener("abort", () => reject(new Error("aborted")));
      });
      return answer(section, resources);
    },
    open(given = []) {
      resources = given;
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

function heard<T>(event: Event<T>): readonly T[] {
  const values: T[] = [];
  event((value) => values.push(value));
  return values;
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40));
}

describe("a choice", () => {
  test("is read whole, and told as one change", async () => {
    const link = connection({ id: "a" });
    const store = storeOf((section) => Promise.resolve(answer(section, [link])));
    const seen = heard(store.onDidChange);
    await store.choose(prod);
    expect(store.inventory.resources.map(({ key }) => key)).toEqual([link.key]);
    expect(store.inventory.accounts).toEqual([{ profile: "prod", id: "111122223333", regions: ["us-east-1"] }]);
    expect(seen).toHaveLength(1);
    expect(store.isLoading).toBe(false);
  });

  test("keeps to the limit of readings at once", async () => {
    const running = { now: 0, most: 0 };
    const store = storeOf(async (section) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await settle();
      running.now -= 1;
      return answer(section);
    }, 3);
    await store.choose([{ profile: "prod", regions: ["us-east-1", "eu-west-1"] }]);
    expect(running).toEqual({ now: 0, most: 3 });
  });

  test("keeps to the limit also when more is asked for while one makes room for the next", async () => {
    const running = { now: 0, most: 0 };
    const store = storeOf(async (section) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await Promise.resolve();
      running.now -= 1;
      return answer(section);
    }, 1);
    await store.choose(prod);
    const sections = sectionsOf(prod);
    for (const section of [...sections, ...sections]) {
      void store.refreshSections([section]);
      await Promise.resolve();
    }
    await store.refresh();
    expect(running).toEqual({ now: 0, most: 1 });
  });

  test("lets a profile whose credentials do not come hold up no other", async () => {
    const come: (() => void)[] = [];
    const asked: string[] = [];
    const readSection: ReadSection = (section) => {
      asked.push(section.profile);
      return Promise.resolve(answer(section, [connection({ id: section.profile, profile: section.profile })]));
    };
    const store = new InventoryStore({ readSection, atOnce: 1, prepare: (profile) => new Promise<void>((resolve) => (profile === "hangs" ? come.push(resolve) : resolve())) });
    stores.push(store);
    const all = store.choose([{ profile: "hangs", regions: ["us-east-1"] }, ...prod]);
    await settle();
    expect(store.inventory.resources.map(({ id }) => id)).toEqual(["prod"]);
    await store.refreshAround({ kinds: ["connection"], region: undefined });
    expect(asked.filter((profile) => profile === "prod")).toHaveLength(sectionsOf(prod).length + 3);
    expect([store.isLoading, asked.includes("hangs")]).toEqual([true, false]);
    for (const resolve of come) resolve();
    await all;
    expect(store.inventory.resources.map(({ id }) => id).sort()).toEqual(["hangs", "prod"]);
  });

  test("made a hundred times over never shows an older one", async () => {
    const store = storeOf(async (section) => {
      // Old answers arrive late, and in spite of the abort.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      return answer(section, [connection({ id: section.profile, profile: section.profile })]);
    });
    const shown = new Set<string>();
    const wanted: { profile: string } = { profile: "" };
    const watching = store.onDidChange(({ resources }) => {
      for (const { profile } of resources) if (profile !== wanted.profile) shown.add(`${profile} instead of ${wanted.profile}`);
    });
    const choosing: Promise<void>[] = [];
    for (let round = 0; round < 100; round += 1) {
      wanted.profile = `profile-${round}`;
      choosing.push(store.choose([{ profile: wanted.profile, regions: ["us-east-1"] }]));
      if (round % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 8));
    }
    await Promise.all(choosing);
    await settle();
    watching.dispose();
    expect([...shown]).toEqual([]);
    expect(store.inventory.resources.map(({ id }) => id)).toEqual(["profile-99"]);
  });

  test("aborts what is on its way for the old one", async () => {
    const { readSection, open } = gate();
    const store = storeOf(readSection, 100);
    const first = store.choose(prod);
    await settle();
    const second = store.choose([{ profile: "other", regions: ["us-east-1"] }]);
    await first;
    open([connection({ id: "b", profile: "other" })]);
    await settle();
    open();
    await second;
    expect(store.inventory.accounts.map(({ profile }) => profile)).toEqual(["other"]);
  });

  test("keeps what is chosen still, until it is read again, unless it is wanted anew", async () => {
    const link = connection({ id: "a" });
    const store = storeOf((section) => Promise.resolve(answer(section, section.region === "us-east-1" ? [link] : [])));
    await store.choose(prod);
    const more = store.choose([{ profile: "prod", regions: ["us-east-1", "eu-west-1"] }]);
    expect(store.inventory.resources.map(({ key }) => key)).toEqual([link.key]);
    expect(store.isLoading).toBe(true);
    await more;
    const anew = store.choose(prod, { anew: true });
    expect(store.inventory.resources).toEqual([]);
    await anew;
    expect(store.inventory.resources.map(({ key }) => key)).toEqual([link.key]);
  });

  test("of nothing shows nothing", async () => {
    const store = storeOf((section) => Promise.resolve(answer(section, [connection({ id: "a" })])));
    await store.choose(prod);
    await store.choose([]);
    expect(store.inventory).toEqual({ accounts: [], resources: [], locations: [], failures: [] });
  });
});

describe("reading again", () => {
  test("tells nothing when nothing has changed", async () => {
    const store = storeOf((section) => Promise.resolve(answer(section, [connection({ id: "a" })])));
    await store.choose(prod);
    const changes = heard(store.onDidChange);
    await store.refresh();
    await settle();
    expect(changes).toEqual([]);
  });

  const sections = sectionsOf(prod).length;

  test("asks for a section once, however often it is wished for", async () => {
    const { readSection, open, asked } = gate();
    const store = storeOf(readSection, 100);
    void store.choose(prod);
    const again = Promise.all([store.refresh(), store.refresh()]);
    await settle();
    open();
    await again;
    expect(asked).toHaveLength(sections);
  });

  test("reads regularly what is not being read already", async () => {
    const { readSection, open, asked } = gate();
    const store = storeOf(readSection, 100);
    void store.choose(prod);
    await settle();
    const again = store.refreshIdle();
    open();
    await again;
    expect(asked).toHaveLength(sections);
    open();
    void store.refreshIdle();
    await settle();
    expect(asked).toHaveLength(2 * sections);
  });

  test("asks regularly for nothing that there were no credentials for", async () => {
    const asked: Section[] = [];
    const store = storeOf((section) => {
      asked.push(section);
      return Promise.resolve(answer(section, [], [{ ...failure(section), reason: "credentials" }]));
    }, 100);
    await store.choose(prod);
    await store.refreshIdle();
    expect(asked).toHaveLength(sections);
    await store.refresh();
    expect(asked).toHaveLength(2 * sections);
  });

  test("asks again for what was on its way when it was wished for: its answer may be older than the wish", async () => {
    const { readSection, open, asked } = gate();
    const store = storeOf(readSection, 100);
    void store.choose(prod);
    await settle();
    const again = store.refresh();
    open();
    await settle();
    expect(asked).toHaveLength(2 * sections);
    const link = connection({ id: "a" });
    open([link]);
    await again;
    expect(store.inventory.resources.map(({ key }) => key)).toEqual([link.key]);
  });

  test("keeps what a failed section had, with its time", async () => {
    const link = connection({ id: "a" });
    const state = { isBroken: false };
    const store = storeOf((section) =>
      Promise.resolve(state.isBroken && section.name === "connections" ? answer(section, [], [failure(section)]) : answer(section, [link])),
    );
    await store.choose(prod);
    const before = Date.now();
    state.isBroken = true;
    await store.refresh();
    expect(store.inventory.resources.map(({ key }) => key)).toEqual([link.key]);
    expect(store.inventory.failures).toHaveLength(1);
    expect(store.inventory.failures[0]?.shownFrom).toBeLessThanOrEqual(before);
    state.isBroken = false;
    await store.refresh();
    expect(store.inventory.failures).toEqual([]);
  });

  test("with other credentials keeps nothing that cannot be read anew", async () => {
    const state = { isBroken: false };
    const store = storeOf((section) => Promise.resolve(state.isBroken ? answer(section, [], [failure(section)]) : answer(section, [connection({ id: "a" })])));
    await store.choose(prod);
    state.isBroken = true;
    await store.refreshAnew();
    expect(store.inventory.resources).toEqual([]);
  });

  test("a reader that breaks is a failure of its section, and the others go on", async () => {
    const store = storeOf((section) =>
      section.name === "lags" ? Promise.reject(new Error("unforeseen")) : Promise.resolve(answer(section, [connection({ id: "a" })])),
    );
    await store.choose(prod);
    expect(store.inventory.failures.map(({ message }) => message)).toEqual(["unforeseen"]);
    expect(store.inventory.resources).toHaveLength(1);
    expect(store.isLoading).toBe(false);
  });
});

describe("around an operation", () => {
  test("the sections that it can change are read, those of other Regions are not", async () => {
    const asked: Section[] = [];
    const store = storeOf((section) => {
      asked.push(section);
      return Promise.resolve(answer(section));
    });
    await store.choose([{ profile: "prod", regions: ["us-east-1", "eu-west-1"] }]);
    asked.length = 0;
    const expected = heard(store.onDidExpectChange);
    await store.refreshAround({ kinds: ["virtualInterface"], region: "eu-west-1" });
    const names = asked.map(({ region, name }) => `${name} ${region}`).sort();
    expect(names).toEqual(["gateways us-east-1", "virtualInterfaces eu-west-1"]);
    expect(expected.flat().map(({ name }) => name).sort()).toEqual(["gateways", "virtualInterfaces"]);
  });

  test("an answer that was on its way before is read once more", async () => {
    const { readSection, open, asked } = gate();
    const store = storeOf(readSection, 100);
    const chosen = store.choose(prod);
    await settle();
    const around = store.refreshAround({ kinds: ["proposal"], region: undefined });
    await settle();
    open();
    await settle();
    open();
    await Promise.all([chosen, around]);
    expect(asked.filter(({ name }) => name === "proposals")).toHaveLength(2);
    expect(asked.filter(({ name }) => name === "connections")).toHaveLength(1);
  });

  test("what settles is known", async () => {
    const store = storeOf((section) => Promise.resolve(answer(section, [virtualInterface({ id: "v", state: "pending" }), connection({ id: "c" })])));
    await store.choose(prod);
    expect(store.settlingSections().map(({ name }) => name)).toEqual(["virtualInterfaces"]);
  });
});

test("tells since when the oldest of what is shown is known", async () => {
  const store = storeOf((section) => Promise.resolve(answer(section)));
  expect(store.readAt).toBeUndefined();
  const before = Date.now();
  await store.choose(prod);
  const first = store.readAt ?? 0;
  expect(first).toBeGreaterThanOrEqual(before);
  const answered = heard(store.onDidRead);
  await store.refresh();
  expect(store.readAt).toBeGreaterThanOrEqual(first);
  expect(store.askedAt).toBeGreaterThanOrEqual(first);
  expect(answered).toHaveLength(1);
});
