import { expect, it } from "vitest";
import { formatText } from "../../src/cli/format-text.ts";
import { lintPlan } from "../../src/cli/lint.ts";

function printed(text: string): string {
  const file = { name: "p.dx.yaml", text };
  return formatText([file], lintPlan(file));
}

it("prints place, severity, code, message and the place itself", () => {
  expect(printed("version: 1\nresiliency: hihg\n")).toBe(
    "p.dx.yaml:2:13: error DX005 `resiliency` cannot be `hihg`; expected maximum, high or development. Did you mean `high`?\n  2 | resiliency: hihg\n    |             ^^^^\n\n1 error, 0 warnings, 0 hints in 1 file\n",
  );
});

it.each([
  ["on its line", "    authKey: SuperSecret1\n"],
  ["in quotes", '    authKey: "SuperSecret1"\n'],
  ["in quotes that are not closed", '    authKey: "SuperSecret1\n'],
  ["as a number", "    authKey: 5735372656\n"],
  ["over lines", "    authKey: |\n      SuperSecret1\n"],
  ["beside other fields", "    bgpPeers: { p: { authKey: SuperSecret1, vlan: 0 } }\n"],
  ["where its field cannot be read", "    authKey: [SuperSecret1\n"],
])("never prints a secret: %s", (_, line) => {
  const text = `version: 1\nvirtualInterfaces:\n  x:\n    type: privat\n${line}`;
  expect(printed(text)).toContain("DX");
  expect(printed(text)).not.toMatch(/SuperSecret1|5735372656/);
});

/** The excerpt of the first finding: the line and the mark below it. */
function excerptOf(text: string): readonly string[] {
  return printed(text).split("\n").slice(1, 3).map((line) => line.slice(line.indexOf("|") + 2));
}

it.each([
  ["behind wide characters", 'x-名: { y: "東京" }\nname: "ソウル", resilience: 1\n', /^, resilience/],
  ["behind marks that take no column", 'version: 1\nregion: us-east-1\nlags: { a: { id: dxlag-fg5678gh, name: "e\u0301e\u0301", vlan: 1 } }\n', /^vlan/],
  ["behind tabs", "version: 1\nresiliency:\t\thihg\n", /^hihg$/],
])("marks the place %s", (_, text, token) => {
  const [line = "", mark = ""] = excerptOf(text);
  const columns = mark.indexOf("^");
  const before = Array.from(line).reduce<readonly [number, string]>(([width, rest], character) => {
    const own = /\p{Mark}/u.test(character) ? 0 : /[\u3000-\u9fff]/.test(character) ? 2 : 1;
    return width < columns ? [width + own, rest] : [width, rest + character];
  }, [0, ""]);
  expect(before[1]).toMatch(token);
});

it("cuts a long line around the place and shows that it did", () => {
  const [line = "", mark = ""] = excerptOf(`tags: { ${Array.from({ length: 100 }, (_, n) => `k${n}: "値"`).join(", ")}, "a!": b }\nversion: 1\n`);
  expect(line.length).toBeLessThan(125);
  expect(line).toMatch(/^….*"a!": b }$/);
  expect(mark.trim()).toBe("^^^^");
  expect(excerptOf(`x-😀: [${"😀, ".repeat(60)}]\nresilience: 1\n`.replace("x-", "y-"))[0]).toMatch(/…$/);
});

it("lets nothing of a file reach the terminal as an order", () => {
  const text = printed('version: 1\nresiliency: "hi\u001b[2Jgh\u202e"\nregion: "a\\nb"\n');
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(text).toContain("␛[2J");
  expect(text.split("\n").filter((line) => line.startsWith("p.dx.yaml:")).length).toBe(Number(/(\d+) error/.exec(text)?.[1]));
});
