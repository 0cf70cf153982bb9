import { expect, it } from "vitest";
import { diagnosticsOf } from "../../../src/language-server/features/diagnostics.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { vif } from "../../support/plans.ts";

it("carries code, severity, source, range and the other place of a conflict", () => {
  const text = `${vif()}  y: { type: private, connection: a, vlan: 101, asn: 1, directConnectGateway: core, addressFamily: ipv6, id: dxvif-ffhhk74f }\n`;
  expect(diagnosticsOf(new PlanDocument(text), "file:///p.dx.yaml")).toEqual([
    {
      code: "DX306",
      message: "VLAN 101 is already used by `x` on connection `a`; the next free one is 102.",
      source: "direct-connect",
      severity: 1,
      range: { start: { line: 15, character: 43 }, end: { line: 15, character: 46 } },
      relatedInformation: [
        { message: "`x` uses VLAN 101", location: { uri: "file:///p.dx.yaml", range: { start: { line: 10, character: 10 }, end: { line: 10, character: 13 } } } },
      ],
    },
  ]);
});

it("shows errors first where there are more problems than a file can show", () => {
  const warnings = Array.from({ length: 1100 }, (_, index) => `  c${index}: { location: Nowhere, bandwidth: 1Gbps }\n`).join("");
  const plan = new PlanDocument(`version: 1\nconnections:\n${warnings}  last: { location: EqDC2, bandwidth: 2Gbps }\n`);
  const shown = diagnosticsOf(plan, "file:///p.dx.yaml");
  expect(shown).toHaveLength(1000);
  expect(shown[0]?.code).toBe("DX118");
  expect(shown.at(-1)?.message).toContain(`There are ${plan.problems.length - 999} more problems`);
});
