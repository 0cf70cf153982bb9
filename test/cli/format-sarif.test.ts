import { expect, it } from "vitest";
import { formatSarif } from "../../src/cli/format-sarif.ts";
import { lintPlan } from "../../src/cli/lint.ts";

interface Log {
  version: string;
  runs: {
    tool: { driver: { semanticVersion: string; rules: { id: string }[] } };
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
  const log = JSON.parse(formatSarif(lintPlan({ name, text }), "1.2.3")) as Log;
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
