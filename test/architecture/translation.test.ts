import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { shownTexts } from "../../scripts/manifest/bundle.mjs";
import { confirmationFor } from "../../src/extension/confirmation.ts";
import { graphTexts } from "../../src/extension/graph-texts.ts";
import { presetAnswers } from "../../src/extension/operation-form.ts";
import { sortTargets } from "../../src/extension/operation-targets.ts";
import type { Operation } from "../../src/operations/operation.ts";
import type { Answers, EarlierAnswers, Parameters } from "../../src/operations/parameter.ts";
import { resourceCommandIds, resourceCommandOf } from "../../src/extension/resource-command-table.ts";
import { waitingIn } from "../../src/model/attention.ts";
import { buildGraph } from "../../src/model/build-graph.ts";
import { stateMeaning, summaryOf } from "../../src/model/describe.ts";
import { factsOf } from "../../src/model/facts.ts";
import { emptyInventory, indexResources } from "../../src/model/inventory.ts";
import { buildOutline, groupings } from "../../src/model/outline.ts";
import { checkPrefix } from "../../src/model/prefix.ts";
import { checkTagKey, checkTagValue } from "../../src/model/tag.ts";
import { fillWords } from "../../src/model/text.ts";
import { operationIds, operationOf } from "../../src/operations/index.ts";
import { bgpPeer, connection, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

const root = join(import.meta.dirname, "../..");
const bundle = JSON.parse(readFileSync(join(root, "l10n/bundle.l10n.json"), "utf8")) as Readonly<Record<string, string>>;

/** A language in which every word is in capitals, and which says nothing that the bundle does not hold. */
const capitals = (words: string, ...values: (string | number)[]): string => {
  const translated = bundle[words]?.replace(/[^{}]+(?=\{|$)/g, (between) => between.toUpperCase());
  if (translated === undefined) throw new Error(`The bundle does not hold: ${words}`);
  return fillWords(translated, ...values);
};

/** The words of every text within a value, the texts within texts too. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "words" in value && "values" in value && typeof value.words === "string" ? [value.words] : [];
  return [...own, ...Object.values(value).flatMap(wordsIn)];
}

/** Everything that the pure rooms say of the sample in every state, whoever owns it. */
function everythingSaid(): readonly unknown[] {
  const inventory = sampleInventory();
  const index = indexResources(inventory);
  const states = [...new Set([...inventory.resources.map(({ state }) => state), ...operationIds.flatMap((id) => operationOf(id).on.flatMap((offer) => offer.states))])];
  const variants = inventory.resources.flatMap((resource) => states.flatMap((state) => [true, false].map((owned) => ({ ...resource, state, owned }))));
  const bodies = { ...inventory, resources: variants };
  // What the consequences of some entries look at.
  const answers: EarlierAnswers = { allowedPrefixes: ["10.1.0.0/16"], mtu: "8500", minutes: 5, minimumLinks: 1, encryptionMode: "must_encrypt", group: "dxrg-1", owner: "1", ownerAccount: "1" };
  return [
    buildGraph(inventory),
    buildGraph(bodies),
    groupings.map((grouping) => buildOutline(inventory, grouping)),
    waitingIn(bodies),
    variants.map((resource) => [summaryOf(resource), stateMeaning(resource), factsOf(resource, index)]),
    operationIds.map((id) => operationOf(id)),
    operationIds.flatMap((id) => {
      const operation: Operation = operationOf(id);
      const kinds: readonly string[] = operation.on.map(({ kind }) => kind);
      const subjects = variants.filter(({ kind }) => kinds.includes(kind));
      return subjects.map((resource) => [operation.refusal?.(resource, inventory), operation.consequence?.(resource, inventory, answers as Answers<Parameters>)]);
    }),
    resourceCommandIds.map((id) => resourceCommandOf(id)),
    ["", "x".repeat(200), "aws:x", "a,b"].map(checkTagKey),
    ["x".repeat(300), "%"].map(checkTagValue),
    ["10.0.0.0", "10.0/16", "10.0.0.1/16"].map(checkPrefix),
  ];
}

test("every text of the pure rooms is in the bundle", () => {
  const words = new Set(wordsIn(everythingSaid()));
  words.delete("");
  expect(words.size).toBeGreaterThan(150);
  // What is the same in every language has no words to translate.
  words.delete("{0}");
  expect([...words].filter((each) => !Object.hasOwn(bundle, each))).toEqual([]);
});

describe("a translated bundle reaches", () => {
  const port = connection({ id: "dxcon-1", name: "port" });
  const carried = virtualInterface({ id: "dxvif-1", name: "vif", connectionId: "dxcon-1" });
  const inventory = { ...emptyInventory, resources: [port, carried, bgpPeer({ id: "p", virtualInterfaceId: "dxvif-1" })] };

  test("a refusal, with the names within it", () => {
    const { blocked } = sortTargets(operationOf("deleteConnection"), [port.key], inventory, capitals);
    expect(blocked[0]?.message).toBe("port STILL CARRIES 1 VIRTUAL INTERFACE (vif). DELETE IT FIRST.");
  });

  test("a confirmation with its consequence and what it counts", () => {
    const { message, detail, button } = confirmationFor({ operation: operationOf("deleteVirtualInterface"), targets: [carried], answers: presetAnswers([carried]), blocked: [], inventory }, capitals);
    expect([message, button]).toEqual(['DELETE VIRTUAL INTERFACE "vif"?', "DELETE"]);
    expect(detail).toContain("WHAT STOPS WITH IT: 1 BGP PEER.");
    expect(detail).toContain("ITS VLAN, ADDRESSES AND KEY ARE GIVEN UP.");
  });

  test("every word of the drawing's page", () => {
    const shown = JSON.stringify(graphTexts(capitals), (_, text: unknown) => (typeof text === "object" && text !== null ? Object.values(text) : text));
    expect(shown).not.toMatch(/[a-z]{2,}/);
  });
});

describe("words that no translation could follow are refused:", () => {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["put together", "t(`Delete ${name}`, name)", "written out"],
    ["from elsewhere", "vscode.l10n.t(label)", "written out"],
    ["with a value too many", 'phrase("No {0}", one, other)', "1 places for 2 values"],
    ["with a place too many", 'phrase("{0} of {1}", one)', "2 places for 1 values"],
  ])("%s", (_, call, problem) => {
    for (const room of ["model", "operations", "aws", "extension"]) mkdirSync(join(folder, room), { recursive: true });
    writeFileSync(join(folder, "extension", "some.ts"), `export const some = ${call};\n`);
    expect(() => shownTexts(folder)).toThrow(problem);
  });
});

