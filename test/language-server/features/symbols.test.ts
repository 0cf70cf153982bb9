import type { DocumentSymbol } from "vscode-languageserver";
import { expect, it } from "vitest";
import { symbolsOf } from "../../../src/language-server/features/symbols.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { vif } from "../../support/plans.ts";

function outline(symbols: readonly DocumentSymbol[], depth = 0): readonly string[] {
  return symbols.flatMap(({ name, detail = "", children = [] }) => [`${" ".repeat(depth)}${name}${detail === "" ? "" : ` (${detail})`}`, ...outline(children, depth + 1)]);
}

it("lists sections, resources with the facts that tell them apart, and peers", () => {
  expect(outline(symbolsOf(new PlanDocument(vif("bgpPeers: { v6: { addressFamily: ipv6 } }"))))).toEqual([
    "version",
    "region",
    "connections",
    " a (EqDC2 · 10Gbps)",
    "directConnectGateways",
    " core (64513)",
    "virtualInterfaces",
    " x (private · VLAN 101)",
    "  v6 (BGP peer)",
  ]);
});

it("lists what is written in flow style too", () => {
  expect(outline(symbolsOf(new PlanDocument('{"version": 1, "lags": {"l": {"location": "EqDC2"}}}')))).toEqual(["version", "lags", " l (EqDC2)"]);
});

it("keeps every name inside its range, and every child inside its parent", () => {
  const check = (symbol: DocumentSymbol): void => {
    expect(symbol.selectionRange.start.line).toBeGreaterThanOrEqual(symbol.range.start.line);
    expect(symbol.selectionRange.end.line).toBeLessThanOrEqual(symbol.range.end.line);
    for (const child of symbol.children ?? []) {
      expect(child.range.end.line).toBeLessThanOrEqual(symbol.range.end.line);
      check(child);
    }
  };
  for (const symbol of symbolsOf(new PlanDocument(vif()))) check(symbol);
});
