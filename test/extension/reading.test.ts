import { describe, expect, test } from "vitest";
import { simulatorProfiles } from "../../src/extension/built-in-simulator.ts";
import type { Chosen } from "../../src/extension/choice.ts";
import { Reading } from "../../src/extension/reading.ts";
import type { Profile } from "../../src/model/profile.ts";
import type { Choice } from "../../src/model/section.ts";

const prod: Profile = { name: "prod", source: "static", region: "eu-west-1", account: undefined };
const simulated = simulatorProfiles[0]?.name ?? "";

function readingOf(start: Partial<Chosen> & { readonly isTrusted?: boolean } = {}) {
  const state: { chosen: Chosen; isTrusted: boolean; listed: Promise<readonly Profile[]> } = {
    chosen: { profiles: start.profiles ?? ["prod"], regions: start.regions },
    isTrusted: start.isTrusted ?? true,
    listed: Promise.resolve([prod]),
  };
  const log: string[] = [];
  const store = {
    choices: [] as readonly Choice[],
    choose(choices: readonly Choice[]) {
      this.choices = choices;
      log.push(`choose ${choices.map(({ profile, regions }) => `${profile}@${regions.join("+")}`).join(" ")}`.trim());
      return Promise.resolve();
    },
    refresh() {
      log.push("refresh");
      return Promise.resolve();
    },
  };
  const reading = new Reading({
    chosen: () => state.chosen,
    listProfiles: () => state.listed,
    store,
    startSimulator: () => {
      log.push("start");
      return Promise.resolve();
    },
    isTrusted: () => state.isTrusted,
  });
  return { reading, state, log };
}

describe("reading", () => {
  test("does nothing until it is begun, and begins once", async () => {
    const { reading, log } = readingOf();
    expect(reading.hasBegun).toBe(false);
    expect(log).toEqual([]);
    await Promise.all([reading.begin(), reading.begin()]);
    expect(log).toEqual(["choose prod@eu-west-1"]);
    expect(reading.isPreparing).toBe(false);
  });

  test("is not over for who has begun before another choice was made, until that one is read", async () => {
    const { reading, state, log } = readingOf();
    const begun = reading.begin();
    state.chosen = { profiles: ["prod"], regions: ["us-east-1"] };
    state.listed = new Promise((resolve) => setTimeout(() => resolve([prod]), 5));
    void reading.apply();
    await begun;
    expect(log).toEqual(["choose prod@us-east-1"]);
  });

  test("takes each profile's own Region until Regions are chosen", async () => {
    const { reading, log } = readingOf({ profiles: ["prod", "unlisted"], regions: ["us-east-1"] });
    await reading.begin();
    expect(log).toEqual(["choose prod@us-east-1 unlisted@us-east-1"]);
  });

  test("starts the simulator before it reads from it", async () => {
    const { reading, log } = readingOf({ profiles: [simulated] });
    await reading.begin();
    expect(log).toEqual(["start", `choose ${simulated}@us-east-1`]);
  });

  test("holds the user's credentials back while the workspace is not trusted", async () => {
    const { reading, log, state } = readingOf({ profiles: ["prod", simulated], isTrusted: false });
    await reading.begin();
    expect(reading.isHeldBack).toBe(true);
    expect(log).toEqual(["start", `choose ${simulated}@us-east-1`]);
    state.isTrusted = true;
    await reading.apply();
    expect(reading.isHeldBack).toBe(false);
    expect(log.at(-1)).toBe(`choose prod@eu-west-1 ${simulated}@us-east-1`);
  });

  test("chooses anew also when another reading takes over meanwhile", async () => {
    const { reading, log } = readingOf();
    await reading.begin();
    await Promise.all([reading.apply({ anew: true }), reading.refresh()]);
    expect(log.slice(1)).toEqual(["choose prod@eu-west-1", "refresh"]);
  });

  test("chooses anew only when something else is chosen, or when told to", async () => {
    const { reading, log, state } = readingOf();
    await reading.begin();
    await reading.apply();
    expect(log).toHaveLength(1);
    await reading.apply({ anew: true });
    state.chosen = { profiles: [], regions: undefined };
    await reading.apply();
    expect(log.slice(1)).toEqual(["choose prod@eu-west-1", "choose"]);
  });

  test("has begun when something was chosen before anybody looked", async () => {
    const { reading, log } = readingOf();
    await reading.apply();
    expect(reading.hasBegun).toBe(true);
    await reading.begin();
    expect(log).toEqual(["choose prod@eu-west-1"]);
  });

  test("of two choices in a row the last one counts", async () => {
    const { reading, log, state } = readingOf();
    const first = reading.begin();
    state.chosen = { profiles: ["prod"], regions: ["us-west-2"] };
    await Promise.all([first, reading.apply()]);
    expect(log).toEqual(["choose prod@us-west-2"]);
  });

  test("refreshing begins if need be, and else reads again", async () => {
    const { reading, log } = readingOf();
    await reading.refresh();
    expect(log).toEqual(["choose prod@eu-west-1"]);
    await reading.refresh();
    expect(log).toEqual(["choose prod@eu-west-1", "refresh"]);
  });
});
