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
