import { describe, expect, it } from "vitest";
import { graphCommands, graphViewType } from "../../src/protocol/graph-view.ts";
import manifest from "../../package.json" with { type: "json" };

describe("the graph's names", () => {
  it("are those of the manifest: every command of the drawing is a VS Code command, so that keys can be bound anew", () => {
    const prefix = `${graphViewType}.`;
    const contributed = manifest.contributes.commands.map(({ command }) => command).filter((command) => command.startsWith(prefix));
    expect(contributed.sort()).toEqual(graphCommands.map((command) => `${prefix}${command}`).sort());
    expect(manifest.activationEvents).toContain(`onWebviewPanel:${graphViewType}`);
  });

  it("open the drawing's menu on the sections that nodes carry", () => {
    const conditions = manifest.contributes.menus["webview/context"].map(({ when }) => when);
    expect(conditions.length).toBeGreaterThan(0);
    for (const when of conditions) expect(when).toMatch(/webviewId == 'directConnect\.graph'.*(webviewSection|graphId)/);
  });
});
