import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { formatSarif } from "../../src/cli/format-sarif.ts";
import { lintPlan } from "../../src/cli/lint.ts";

interface Log {
  version: string;
  runs: {
    tool: { driver: { semanticVersion: string; rules: { id: string; helpUri: string; help: { text: string; markdown: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
      relatedLocations?: unknown[];
    }[];
  }[];
}

const text = `version: 1
region: us-east-1
virtualInterfaces:
  a: { type: public, connection: dxcon-fg5678gh, vlan: 7, asn: 65001 }
  b: { type: public, connection: dxcon-fg5678gh, vlan: 7, asn: 65001 }
`;

function sarif(name: string): Log["runs"][number] {
  const log = JSON.parse(formatSarif(lintPlan({ name, text }), { version: "1.2.3", rulesPage: "https://example.com/rules.md" })) as Log;
  expect(log.version).toBe("2.1.0");
  const [run] = log.runs;
  if (run === undefined) throw new Error("no run");
  return run;
}

it("links each result to its rule", () => {
  const { tool, results } = sarif("a.dx.yaml");
  expect(results.length).toBeGreaterThan(0);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

it("counts lines and columns from one, and gives the other place of a conflict", () => {
  const result = sarif("a.dx.yaml").results.find(({ ruleId }) => ruleId === "DX306");
  expect(result?.level).toBe("error");
  expect(result?.locations[0]?.physicalLocation.region["startLine"]).toBe(5);
  expect(result?.relatedLocations).toHaveLength(1);
});

it.each([
  ["plans/my plan.dx.yaml", "plans/my%20plan.dx.yaml"],
  ["/srv/a.dx.yaml", "file:///srv/a.dx.yaml"],
  ["-", "stdin"],
])("names %s as %s", (name, uri) => {
  expect(sarif(name).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
});

it("explains each rule, and links to its section", () => {
  const rule = sarif("a.dx.yaml").tool.driver.rules.find(({ id }) => id === "DX306");
  expect(rule?.helpUri).toBe("https://example.com/rules.md#dx306");
  expect(rule?.help.text).toMatch(/^A VLAN is used once on a connection or LAG\. .* Source: /);
  expect(rule?.help.markdown).toContain("`# dx-ignore DX306: why`");
});

/** The schema is of draft 4, which differs from later ones by the name of `id` alone, as far as it is used there. */
const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../support/sarif/sarif-2.1.0-rtm.5.json"), "utf8")) as Record<string, unknown>;
const definition = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== "$schema" && name !== "id"));
const base = "https://example.com/";
const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: { uri: (text) => URL.canParse(text), "uri-reference": (text) => URL.canParse(text, base) && !text.includes(" "), "date-time": (text) => !Number.isNaN(Date.parse(text)) },
}).compile(definition);

it.each([
  ["nothing", "version: 1\n"],
  ["two places", text],
  ["every severity", readFileSync(join(import.meta.dirname, "../../samples/mistakes.dx.yaml"), "utf8")],
  ["an empty file", ""],
])("is valid by the schema of SARIF 2.1.0 for findings of %s", (_name, plan) => {
  const log: unknown = JSON.parse(formatSarif(lintPlan({ name: "my plans/a.dx.yaml", text: plan }), { version: "1.2.3", rulesPage: "file:///opt/dx/docs/rules.md" }));
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
});

it("would be told if it were not valid", () => {
  const log = JSON.parse(formatSarif(lintPlan({ name: "a.dx.yaml", text }), { version: "1.2.3", rulesPage: "https://example.com/" })) as { runs: { results: { level: string }[] }[] };
  const [result] = log.runs[0]?.results ?? [];
  if (result !== undefined) result.level = "hint";
  expect(validate(log)).toBe(false);
});
