import { describe, expect, test } from "vitest";
import { emptyStateOf, emptyStates, type EmptyState, type Reading } from "../../src/model/empty-state.ts";
import { emptyInventory, type FailureReason, type ReadFailure } from "../../src/model/inventory.ts";
import { sectionsOf } from "../../src/model/section.ts";
import { noText } from "../../src/model/text.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

const choices = [{ profile: "prod", regions: ["us-east-1"] }];
const settled: Reading = { choices, inventory: emptyInventory, isLoading: false, isHeldBack: false };

function allFailed(...reasons: readonly FailureReason[]): Reading {
  const failures: readonly ReadFailure[] = sectionsOf(choices).map(({ profile, region, name }, index) => ({
    profile,
    region,
    action: name,
    reason: reasons[index % reasons.length] ?? "refused",
    message: "",
    text: noText,
    requestId: undefined,
  }));
  return { ...settled, inventory: { ...emptyInventory, failures } };
}

function exceptGroups(reading: Reading): Reading {
  const failures = reading.inventory.failures.filter(({ action }) => action !== "resiliencyGroups");
  return { ...reading, inventory: { ...reading.inventory, failures } };
}

describe("why the tree is empty", () => {
  const cases: readonly (readonly [string, Reading, EmptyState | undefined])[] = [
    ["nothing is chosen", { ...settled, choices: [] }, "noProfile"],
    ["the choice is held back", { ...settled, choices: [], isHeldBack: true }, "untrusted"],
    ["no Region is chosen", { ...settled, choices: [{ profile: "prod", regions: [] }] }, "noRegion"],
    ["the first answers are on their way", { ...settled, isLoading: true }, "loading"],
    ["there is nothing", settled, "emptyAccount"],
    ["all calls: expired", allFailed("expired"), "expired"],
    ["all calls: no credentials", allFailed("credentials"), "credentials"],
    ["all calls: denied", allFailed("denied"), "denied"],
    ["all calls: unreachable", allFailed("unreachable"), "unreachable"],
    ["all calls: throttled", allFailed("throttled"), "failed"],
    ["all calls, for several reasons", allFailed("denied", "expired"), "failed"],
    ["all calls denied, and in silence those for groups", exceptGroups(allFailed("denied")), "denied"],
    ["there is something", { ...settled, inventory: sampleInventory() }, undefined],
    ["there is something, and more is on its way", { ...settled, inventory: sampleInventory(), isLoading: true }, undefined],
  ];
  test.each(cases)("%s", (_, reading, state) => expect(emptyStateOf(reading)).toBe(state));

  test("one failed call among empty answers is shown as such, in the tree", () => {
    const { inventory } = allFailed("denied");
    expect(emptyStateOf({ ...settled, inventory: { ...inventory, failures: inventory.failures.slice(0, 1) } })).toBeUndefined();
  });

  test("every state is one of the list", () => {
    for (const [, , state] of cases) if (state !== undefined) expect(emptyStates).toContain(state);
  });
});
