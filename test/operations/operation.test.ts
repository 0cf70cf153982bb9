import { expect, test } from "vitest";
import { contextValueOf, type Resource } from "../../src/model/resource.ts";
import { operationIds, operationOf } from "../../src/operations/index.ts";
import { isOffered, whenClause } from "../../src/operations/operation.ts";
import { connection, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";
import { conditionOf } from "../support/when-clause.ts";

/** Every resource of the sample in every state, of ours and of another account, with tags and without. */
function everyVariant(): readonly Resource[] {
  const { resources } = sampleInventory();
  const offered = operationIds.flatMap((id) => operationOf(id).on.flatMap(({ states }) => states));
  const states = [...new Set([...offered, ...resources.map(({ state }) => state), "approving", "unknown"])];
  return resources.flatMap((resource) =>
    states.flatMap((state) =>
      [true, false].flatMap((owned) => [{}, { Owner: "network" }, { "aws:made": "x" }].map((tags) => ({ ...resource, state, owned, tags }))),
    ),
  );
}

test("the menus' conditions say exactly what the guard says", () => {
  const resources = everyVariant();
  expect(resources.length).toBeGreaterThan(5000);
  const byContext = new Map<string, Resource[]>();
  for (const resource of resources) {
    const context = contextValueOf(resource);
    const alike = byContext.get(context);
    if (alike === undefined) byContext.set(context, [resource]);
    else alike.push(resource);
  }
  for (const id of operationIds) {
    const { on } = operationOf(id);
    const clause = whenClause(on, "viewItem");
    const condition = conditionOf(clause);
    // A clause sees nothing but the context value: it is evaluated once for all that share one.
    const wrong = [...byContext].find(([viewItem, alike]) => {
      const isShown = condition({ viewItem });
      return alike.some((resource) => isOffered({ on }, resource) !== isShown);
    });
    expect(wrong, `${id}: ${clause}`).toBeUndefined();
  }
});

test("traits are asked for, and asked not to be there", () => {
  const on = [{ kind: "connection", states: ["ordering"], traits: ["owned"], without: ["hosted"] }] as const;
  expect(whenClause(on, "x")).toBe("x =~ /^connection:(ordering);/ && x =~ /;owned;/ && !(x =~ /;hosted;/)");
  expect(isOffered({ on }, connection({ id: "c", state: "ordering" }))).toBe(true);
  expect(isOffered({ on }, connection({ id: "c", state: "ordering", hosted: true }))).toBe(false);
  expect(isOffered({ on }, connection({ id: "c", state: "available" }))).toBe(false);
  expect(isOffered({ on }, connection({ id: "c", state: "ordering", ownerAccount: "444455556666" }))).toBe(false);
});

test("a context value names kind, state and traits, each between signs that a pattern can hold on to", () => {
  expect(contextValueOf(virtualInterface({ id: "v", state: "confirming" }))).toBe("virtualInterface:confirming;owned;private;");
  expect(contextValueOf(connection({ id: "c", hosted: true, tags: { Owner: "me" } }))).toBe("connection:available;hosted;owned;tagged;");
});
