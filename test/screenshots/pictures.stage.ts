import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, it, onTestFailed } from "vitest";
import { openGraph } from "../support/drawn-graph.ts";
import { openWindow, type VscodeWindow } from "../support/window.ts";

// The pictures of README and documentation, made by `npm run screenshots`.
const size = { width: 1440, height: 900 };
// Of the second virtual interface of samples/clean.dx.yaml.
const lineOfVlan = 96;
const pictures = join(import.meta.dirname, "..", "..", "media", "screenshots");

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

describe("pictures of a window on the sample estate", () => {
  let window: VscodeWindow;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    window = await openWindow({ clock: "manual", viewport: size, settings: { "editor.minimap.enabled": false } });
    await window.openDirectConnect();
    await window.treeItem("prod-iad-a").waitFor();
    await widenSideBar(window, 80);
  });
  afterAll(() => window.close());
  afterEach(() => window.leaveEverything());
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await window.screenshot(`failed-${task.name}`);
    });
  });

  it("the tree, with what can be done to a resource", async () => {
    await window.expand("prod-iad-a");
    await window.expand(/^prod-iad-a-private, VLAN/);
    await window.contextMenu(window.treeItem(/^prod-iad-a-private, VLAN/), "Show Details");
    await window.editorText("prod-iad-a-private");
    for (const theme of ["dark", "light"] as const) {
      await window.chooseTheme(theme);
      await window.contextMenu(window.treeItem("branch-iad-voice"));
      await window.openMenu().locator(".action-item").first().hover();
      await take(window, `explorer-${theme}`);
      await window.page.keyboard.press("Escape");
    }
    await window.runCommand("View: Close All Editors");
  });

  it("what is asked before something is deleted", async () => {
    await window.chooseTheme("dark");
    await window.contextMenu(window.treeItem(/^prod-iad-a-private, VLAN/), "Delete Virtual Interface");
    const box = await window.dialog().boundingBox();
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 720, height: 450 };
    const margin = 48;
    await take(window, "delete-confirmation", { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin });
    await window.dialogButton("Cancel").click();
  });

  it("a form's last step, with the request that it is about to send", async () => {
    await window.contextMenu(window.treeItem("prod-iad-a"), "Create", "Create Private Virtual Interface");
    await window.quickPick("lab-gw").click();
    await window.answer("lab-iad-a", "Name of the new virtual interface");
    const message = window.page.locator(".quick-input-widget:visible .quick-input-message");
    await message.getByText("1 to 4094").waitFor();
    await window.quickInput().fill("110");
    await message.getByText("VLAN 110 is already used").waitFor();
    await take(window, "form-vlan", { x: 0, y: 0, width: 1100, height: 420 });
    await window.answer("140");
    await window.answer("65100", "Your own ASN");
    await window.quickPick("IPv4").click();
    await window.quickPick("Continue").click();
    await window.quickPick("Show Request as JSON").waitFor();
    await take(window, "form-review", { x: 0, y: 0, width: 1100, height: 420 });
    await window.quickPick("Create").click();
    await window.treeItem("lab-iad-a").waitFor();
  });

  it("the calls of the window, of which one was denied at first", async () => {
    await window.simulator.fault({ operation: "ConfirmConnection", kind: "denied" });
    for (const outcome of ["AccessDeniedException", "done"]) {
      await window.contextMenu(window.treeItem("branch-iad-voice"), "Confirm Connection");
      await window.dialogButton("Confirm").click();
      await window.toggleActivity(true);
      await window.treeItem(new RegExp(`^Confirm Connection, branch-iad-voice, ${outcome}`)).waitFor();
      await window.simulator.fault();
      await window.runCommand("Notifications: Clear All Notifications");
      await window.toggleActivity(false);
    }
    await window.toggleActivity(true);
    await window.treeItem(/^Create Private Virtual Interface, lab-iad-a, done/).click();
    await take(window, "activity");
    await window.toggleActivity(false);
    await window.runCommand("View: Close All Editors");
  });

  it("the graph: all of it, what hangs on one gateway, and all of it in high contrast", async () => {
    await window.runCommand("View: Toggle Primary Side Bar Visibility");
    await window.page.setViewportSize({ ...size, width: 1120 });
    let graph = await openGraph(window);
    for (const theme of ["dark", "high-contrast"] as const) {
      await window.chooseTheme(theme);
      // Where the keyboard is, is not what the picture is about.
      await graph.mirror.evaluate((tree) => tree.blur());
      await take(window, `graph-${theme}`);
    }
    await window.runCommand("View: Close All Editors");

    await window.page.setViewportSize(size);
    await window.runCommand("View: Toggle Primary Side Bar Visibility");
    await window.chooseTheme("light");
    graph = await openGraph(window);
    await graph.click("connection/dxcon-fgnhv283");
    await graph.frame.locator(".inspector dl").waitFor();
    await window.runCommand("Direct Connect: Focus on Neighbours in Graph");
    await graph.mirror.evaluate((tree) => tree.blur());
    await take(window, "graph-light");
    await window.runCommand("View: Close All Editors");
    await window.chooseTheme("dark");
  });

  it("a plan and what is wrong with it", async () => {
    await window.openFile("mistakes.dx.yaml");
    await window.runCommand("Problems: Focus on Problems View");
    await window.page.locator(".markers-panel .monaco-list-row").getByText("DX306").waitFor();
    const mistake = window.page.locator(".view-line span span").getByText("bandwith", { exact: true }).first();
    await mistake.hover();
    await window.page.locator(".monaco-hover").filter({ hasText: "DX002" }).waitFor();
    await take(window, "plan-diagnostics");
    await window.runCommand("View: Close All Editors");
  });

  it("a VLAN that is taken, told while it is typed, and the ways to put it right", async () => {
    await window.openFile("clean.dx.yaml");
    await window.page.keyboard.press("Control+G");
    await window.answer(`:${String(lineOfVlan)}`);
    await window.page.keyboard.press("End");
    await window.page.keyboard.press("Backspace");
    await window.page.keyboard.type("1");
    await window.page.locator(".markers-panel .monaco-list-row").getByText("VLAN 101 is already used").waitFor();
    await window.page.keyboard.press("Control+.");
    await window.page.locator(".action-widget .monaco-list-row").filter({ hasText: "the next free VLAN" }).waitFor();
    await take(window, "plan-fix");
    await window.page.keyboard.press("Escape");
  });
});

describe("a picture of a window that knows no account", () => {
  let window: VscodeWindow;

  beforeAll(async () => {
    window = await openWindow({
      profiles: {},
      settings: { "directConnect.endpoint": "", "directConnect.defaultProfiles": [], "directConnect.defaultRegions": [] },
    });
  });
  afterAll(() => window.close());

  it("the first offer", async () => {
    await window.openDirectConnect();
    await window.page.locator(".welcome-view .monaco-button").first().waitFor();
    await window.page.mouse.move(900, 600);
    await take(window, "welcome", { x: 0, y: 36, width: 560, height: 330 });
  });
});

/** For colours and menus that fade in. */
const settlingMs = 700;

/** Takes the window, or a part of it, without what is not the extension's: the status of the browser's keyboard. */
async function take(window: VscodeWindow, name: string, clip?: Part): Promise<void> {
  await window.page.locator('[id="status.workbench.keyboardLayout"]').evaluateAll((items) => items.forEach((item) => item.remove()));
  await window.page.waitForTimeout(settlingMs);
  const path = join(pictures, `${name}.png`);
  await window.page.screenshot({ path, animations: "disabled", caret: "hide", ...(clip === undefined ? {} : { clip }) });
}

async function widenSideBar(window: VscodeWindow, by: number): Promise<void> {
  const box = await window.page.locator(".part.sidebar").boundingBox();
  if (box === null) throw new Error("There is no side bar to widen.");
  const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
  await window.page.mouse.move(edge.x, edge.y);
  await window.page.mouse.down();
  await window.page.mouse.move(edge.x + by, edge.y, { steps: 4 });
  await window.page.mouse.up();
}
