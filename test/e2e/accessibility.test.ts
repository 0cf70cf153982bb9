import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGraph, type DrawnGraph } from "../support/drawn-graph.ts";
import { openWindow, themes, type Theme, type VscodeWindow } from "../support/window.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the graph's page for those who see or use it otherwise", () => {
  let window: VscodeWindow;
  let graph: DrawnGraph;

  beforeAll(async () => {
    window = await openWindow({ clock: "manual" });
    await window.openDirectConnect();
    await window.treeItem("prod-iad-b").waitFor();
    graph = await openGraph(window);
    // With everything open that the page can show: the card of a resource, the legend, a search.
    await graph.click("connection/dxcon-fgnhv283");
    if (!(await graph.frame.locator(".legend").isVisible())) await graph.frame.getByRole("button", { name: "Legend" }).click();
    await graph.frame.getByRole("searchbox").fill("transit");
  });
  afterAll(() => window.close());

  it.each(Object.keys(themes) as Theme[])("axe-core finds nothing wrong in the theme %s", async (theme) => {
    await window.chooseTheme(theme);
    const kind = { dark: "vscode-dark", light: "vscode-light", "high-contrast": "vscode-high-contrast", "high-contrast-light": "vscode-high-contrast-light" }[theme];
    await graph.frame.locator(`body.${kind}`).waitFor();
    await window.screenshot(`graph-${theme}`);
    const violations = await axeViolations(graph);
    expect(violations).toEqual([]);
  });

  it("gives every row of the tree a name that says kind of thing, state and what to do", async () => {
    const names = await window.page.locator(".part.sidebar .monaco-list-row").evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => name.trim() === "")).toEqual([]);
    expect(await window.treeItemText("branch-iad-voice")).toMatch(/ordering.*confirm it/);
  });

  it("gives every control of the page a name, and the drawing a description of its keys", async () => {
    const unnamed = await graph.frame.getByRole("button").evaluateAll((buttons) => buttons.filter((button) => (button.getAttribute("aria-label") ?? button.textContent).trim() === "").length);
    expect(unnamed).toBe(0);
    const description = await graph.mirror.evaluate((tree) => tree.ownerDocument.getElementById(tree.getAttribute("aria-describedby") ?? "")?.textContent ?? "");
    expect(description.length).toBeGreaterThan(20);
  });
});

interface Violation {
  readonly rule: string;
  readonly where: readonly string[];
}

// As the debugger's and not as an element of the page, whose policy lets in no script but its own.
async function axeViolations({ frame }: DrawnGraph): Promise<readonly Violation[]> {
  const body = frame.locator("body");
  await body.evaluate(axe);
  return body.evaluate(async (element) => {
    const { axe: checker } = element.ownerDocument.defaultView as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } };
    const { violations } = await checker.run(element.ownerDocument, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary ?? ""}`) }));
  });
}
