import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { openWindow, type VscodeWindow } from "../support/window.ts";

interface SeenCall {
  readonly operation: string;
  readonly aborted: boolean;
}

describe("operations on a bad day", () => {
  let window: VscodeWindow;

  beforeAll(async () => {
    window = await openWindow({ clock: "manual", viewport: { width: 1440, height: 1300 } });
  });
  afterAll(() => window.close());
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await window.screenshot(`failed-${task.name}`);
      await window.leaveEverything();
    });
  });

  const calls = async (operation: string): Promise<readonly SeenCall[]> => {
    const response = await fetch(`${window.simulator.url}/_simulator/requests`);
    const { requests } = (await response.json()) as { readonly requests: readonly SeenCall[] };
    return requests.filter((call) => call.operation === operation);
  };
  const stateOf = async (list: string, id: string): Promise<unknown> => {
    const records = await window.simulator.records(list);
    return records.find((record) => Object.values(record).includes(id))?.[`${list.slice(0, -1)}State`];
  };

  it("lists what a command from the palette is for, though nothing has been read yet", async () => {
    await window.runCommand("Direct Connect: Confirm Connection");
    await window.quickPick("branch-iad-voice").waitFor();
    expect(await window.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row").count()).toBe(1);
    await window.screenshot("palette-confirm-connection");
    await window.page.keyboard.press("Escape");
    expect(await calls("ConfirmConnection")).toEqual([]);
  });

  it("cancels a call by aborting its request", async () => {
    await window.openDirectConnect();
    await window.simulator.fault({ operation: "DeleteConnection", kind: "latency", latencyMs: 60_000 });
    await window.contextMenu(window.treeItem("new-lhr-c"), "Delete Connection");
    await window.dialogButton("Delete").click();
    const progress = window.notification("Delete Connection: new-lhr-c");
    await progress.waitFor();
    await expect.poll(async () => (await calls("DeleteConnection")).length, { timeout: 10_000 }).toBe(1);
    await window.screenshot("operation-in-progress");
    await progress.locator(".monaco-button").filter({ hasText: "Cancel" }).click();
    await expect.poll(async () => (await calls("DeleteConnection"))[0]?.aborted, { timeout: 10_000 }).toBe(true);
    await window.page.locator(".statusbar-item").filter({ hasText: "Delete Connection, new-lhr-c: Cancelled" }).waitFor();
    await window.simulator.fault();
    expect(await stateOf("connections", "dxcon-fg0bh5a1")).toBe("pending");
  });

  it("tells AWS's message with the request id, shows the log, and can try again", async () => {
    await window.simulator.fault({ operation: "DeleteLag", kind: "expired" });
    await window.contextMenu(window.treeItem("spare-lhr-lag"), "Delete LAG");
    await window.dialogButton("Delete").click();
    const notification = window.notification(/Delete LAG failed for spare-lhr-lag: .*\(DeleteLag/);
    await notification.waitFor();
    await window.screenshot("operation-failed");
    expect(await notification.locator(".monaco-button").allInnerTexts()).toEqual(["Try Again", "Show Log"]);
    await notification.locator(".monaco-button").filter({ hasText: "Show Log" }).click();
    await window.page.locator(".part.panel .view-line").filter({ hasText: /DeleteLag.as.dx-sample|Delete.LAG.failed/ }).first().waitFor();
    await window.page.keyboard.press("ControlOrMeta+J");

    await window.contextMenu(window.treeItem("spare-lhr-lag"), "Delete LAG");
    await window.dialogButton("Delete").click();
    await notification.waitFor();
    await window.simulator.fault();
    await notification.locator(".monaco-button").filter({ hasText: "Try Again" }).click();
    await expect.poll(() => stateOf("lags", "dxlag-fh5ah548").then((state) => state ?? "deleted"), { timeout: 10_000 }).toBe("deleted");
    await notification.waitFor({ state: "hidden" });
  });

  it("of two windows on one estate, the one takes up what the other has deleted while its menu was open", async () => {
    await window.openDirectConnect();
    await window.treeItem("branch-iad-voice").waitFor();
    const other = await window.openBeside();
    try {
      await other.openDirectConnect();
      await other.treeItem("branch-iad-voice").waitFor();
      await window.contextMenu(window.treeItem("branch-iad-voice"));

      await other.contextMenu(other.treeItem("branch-iad-voice"), "Delete Connection");
      await other.dialogButton("Delete").click();
      await expect.poll(() => other.treeItemText("branch-iad-voice"), { timeout: 15_000 }).toMatch(/rejected/);

      // What the menu was opened on is no longer what is there.
      await window.choose("Confirm Connection");
      await window.dialogButton("Confirm").click();
      await window.notification(/Confirm Connection failed for branch-iad-voice: .*\(ConfirmConnection, request/).waitFor();
      await expect.poll(() => window.treeItemText("branch-iad-voice"), { timeout: 15_000 }).toMatch(/rejected/);
      await window.screenshot("deleted-in-another-window");
      await window.contextMenu(window.treeItem("branch-iad-voice"));
      expect(await window.menuEntries()).not.toContain("Confirm Connection");
      await window.page.keyboard.press("Escape");

      // And what is gone altogether is so in both, with nothing to be told of it.
      await window.contextMenu(window.treeItem("new-lhr-c"), "Show Details");
      await other.contextMenu(other.treeItem("new-lhr-c"), "Delete Connection");
      await other.dialogButton("Delete").click();
      await expect.poll(() => stateOf("connections", "dxcon-fg0bh5a1"), { timeout: 15_000 }).not.toBe("pending");
      await window.runCommand("Direct Connect: Refresh");
      await expect.poll(() => window.editorText("new-lhr-c"), { timeout: 15_000 }).toMatch(/listed no more|connectionState: delet/);
    } finally {
      await other.page.close();
    }
  });

  it("keeps a details document current, and brings it back after a reload", async () => {
    await window.openDirectConnect();
    await window.contextMenu(window.treeItem("prod-lhr-a"), "Show Details");
    expect(await window.editorText("prod-lhr-a")).toMatch(/connectionState: available/);
    await window.simulator.happen("linkDown", "dxcon-fhzc9lsg");
    await window.runCommand("Direct Connect: Refresh");
    await expect.poll(() => window.editorText("prod-lhr-a"), { timeout: 10_000 }).toMatch(/connectionState: down/);
    // A browser's window writes down what is open every few seconds only.
    await window.page.waitForTimeout(6_000);
    await window.reload();
    await expect.poll(() => window.editorText("prod-lhr-a"), { timeout: 30_000 }).toMatch(/connectionState: down/);
    await window.screenshot("details-after-reload");
  });

  it("gives the focus to what only shows, before anything is destroyed", async () => {
    await window.expand("dev-iad-a");
    const row = window.treeItem("dev-iad-a-private");
    await window.contextMenu(row, "Delete Virtual Interface");
    await window.dialog().waitFor();
    const focused = window.dialog().locator(".monaco-button:focus");
    expect(await focused.innerText()).toBe("Show What Is Affected");
    await window.screenshot("delete-question");
    await window.page.keyboard.press("Escape");
    await window.dialog().waitFor({ state: "hidden" });
    await window.contextMenu(row, "Delete Virtual Interface");
    await window.pressDialogButton("Show What Is Affected");
    const shown = await window.editorText("Delete virtual interface");
    expect(shown).toMatch(/dxvif-fhwfm5e0\nAccount 111122223333 \(profile dx-sample\)\nRegion us-east-1\n[^]*BGP sessions that are up and go down:\n• dev-iad-a-private [^]*This cannot be undone\./);
    await window.screenshot("delete-affected");
    // Whoever has read it is asked again, and looking alone has sent nothing.
    await window.quickPick("Back to the Question").click();
    await window.dialog().waitFor();
    expect(await calls("DeleteVirtualInterface")).toEqual([]);
    await window.page.keyboard.press("Escape");
    await window.dialog().waitFor({ state: "hidden" });
    await window.page.keyboard.press("ControlOrMeta+F4");
  });

  it("goes on after a failure, tells of each, and tries again only what failed", async () => {
    await window.expand("prod-lhr-b");
    await window.treeItem("dev-iad-a-private").click();
    await window.treeItem("prod-lhr-b-backup").click({ modifiers: ["ControlOrMeta"] });
    await window.simulator.fault({ operation: "DeleteVirtualInterface", region: "us-east-1", kind: "expired" });
    await window.contextMenu(window.treeItem("prod-lhr-b-backup"), "Delete Virtual Interface");
    expect(await window.dialog().innerText()).toContain("Delete 2 virtual interfaces?");
    await window.screenshot("delete-several-question");
    await window.dialogButton("Delete").click();
    const told = window.notification("Delete Virtual Interface: 1 of 2 done.");
    await told.waitFor();
    await told.locator(".monaco-button").filter({ hasText: "Show Results" }).click();
    expect(await window.editorText("Delete Virtual Interface")).toMatch(/^failed: dev-iad-a-private[^]*^done: prod-lhr-b-backup/m);
    expect(await stateOf("virtualInterfaces", "dxvif-fhwfm5e0")).toBe("available");
    await window.simulator.fault();
    const before = (await calls("DeleteVirtualInterface")).length;
    // Whoever has read the results can still try again.
    await told.locator(".monaco-button").filter({ hasText: "Try Again" }).click();
    await expect.poll(() => stateOf("virtualInterfaces", "dxvif-fhwfm5e0"), { timeout: 10_000 }).toMatch(/delet/);
    expect(await calls("DeleteVirtualInterface")).toHaveLength(before + 1);
    await window.page.locator(".statusbar-item").filter({ hasText: "Delete Virtual Interface: 2 of 2 done" }).waitFor();
  });
});
