import { describe, expect, it } from "vitest";
import { menuContext } from "../../src/webview/menu-context.ts";

const menus: Record<string, string> = { "connection/a": "connection:available;owned;", "connection/b": "connection:down;owned;", "location/x": "" };
const source = (...selection: string[]): Parameters<typeof menuContext>[0] => ({ menuOf: (id) => menus[id] ?? "", selection: new Set(selection), active: undefined });

describe("the menu's context", () => {
  it.each([
    ["a node that is not selected stands alone", source("connection/b"), "connection/a", { webviewSection: "connection:available;owned;", resourceKeys: ["connection/a"] }],
    ["a selected one brings the others", source("connection/b", "location/x", "connection/a"), "connection/a", { resourceKey: "connection/a", resourceKeys: ["connection/b", "connection/a"] }],
    ["what is no resource offers nothing", source(), "location/x", { webviewSection: "" }],
    ["neither does the ground", source("connection/a"), undefined, { webviewSection: "" }],
  ])("%s", (_, from, id, expected) => {
    const context: unknown = JSON.parse(menuContext(from, id));
    expect(context).toMatchObject({ ...expected, preventDefaultContextMenuItems: true });
  });
});
