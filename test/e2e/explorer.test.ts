import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { openWindow, type VscodeWindow } from "../support/window.ts";

// Time stands still but for what a test lets pass, so that every state in between can be seen. High enough that no row
// of the tree is out of sight.
const options = { clock: "manual", viewport: { width: 1440, height: 1500 } } as const;

describe("the resource tree under a person's hands", () => {
  let window: VscodeWindow;

  beforeAll(async () => {
    window = await openWindow(options);
    await window.openDirectConnect();
    await window.treeItem("prod-iad-a").waitFor();
    await window.expand("Direct Connect gateways");
    await window.expand("corp-private-gw");
  });
  afterAll(() => window.close());
  afterEach(() => window.leaveEverything());
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await window.screenshot(`failed-${task.name}`);
      await window.leaveEverything();
    });
  });

  const textOf = (label: string | RegExp) => expect.poll(() => window.treeItemText(label), { timeout: 15_000 });
  const stateOf = async (list: string, key: string, id: string): Promise<unknown> => {
    const record = (await window.simulator.records(list)).find((one) => one[`${key}Id`] === id);
    return record?.[`${key}State`];
  };

  it("confirms the hosted connection and shows it become available", async () => {
    await textOf("branch-iad-voice").toContain("ordering");
    await window.contextMenu(window.treeItem("branch-iad-voice"));
    const entries = await window.menuEntries();
    expect(entries[0]).toBe("Confirm Connection");
    expect(entries.at(-1)).toBe("Delete Connection");
    expect(entries).toEqual(expect.arrayContaining(["Show Details", "Reveal in Graph", "Copy ID", "Copy ARN", "Copy as JSON", "Tags"]));
    // Nothing that it cannot have before it is confirmed, and no submenu without entries.
    for (const absent of ["Create", "Change", "Save Letter of Authorization…"]) expect(entries).not.toContain(absent);
    await window.choose("Confirm Connection");
    const question = await window.dialog().innerText();
    expect(question).toContain('Confirm connection "branch-iad-voice"?');
    expect(question).toContain("Account 111122223333");
    await window.dialogButton("Confirm").click();
    await textOf("branch-iad-voice").toContain("pending");
    await window.simulator.advance(120);
    await textOf("branch-iad-voice").toContain("available");
    await window.screenshot("connection-confirmed");

    await window.contextMenu(window.treeItem("branch-iad-voice"));
    expect(await window.menuEntries()).not.toContain("Confirm Connection");
    await window.page.keyboard.press("Escape");
  });

  it("confirms the virtual interface that waits, on a gateway chosen among those that exist", async () => {
    await textOf("shared-iad-private").toContain("confirming");
    await window.contextMenu(window.treeItem("shared-iad-private"), "Confirm Private Virtual Interface");
    await window.quickPick("lab-gw").waitFor();
    await window.quickPick("vgw-01038ab2728f81c77").waitFor();
    expect(await window.quickPick("core-transit-gw").count()).toBe(0);
    await window.screenshot("virtual-interface-gateway");
    await window.quickPick("corp-private-gw").click();
    await window.quickPick("ConfirmPrivateVirtualInterface").click();
    await textOf("shared-iad-private").toContain("pending");
    await window.simulator.advance(600);
    await textOf("shared-iad-private").toContain("available");
    const records = await window.simulator.records("virtualInterfaces");
    expect(records.find((record) => record["virtualInterfaceName"] === "shared-iad-private")).toMatchObject({
      virtualInterfaceState: "available",
      directConnectGatewayId: "7d6e53b8-a063-4bd9-a8ee-fb20546505b3",
    });
  });

  it("accepts the proposal with other prefixes than were asked for", async () => {
    await window.contextMenu(window.treeItem(/^vgw-053629d56246a6e16.*requested/), "Accept Proposal");
    expect(await window.quickInput().inputValue()).toBe("10.65.0.0/18, 10.65.64.0/20");
    await window.quickInput().fill("10.65.0.0/18, 10.65.64.1/20");
    await window.page.locator(".quick-input-message").getByText("10.65.64.1/20").waitFor();
    await window.answer("10.65.0.0/18");
    await window.quickPick("AcceptDirectConnectGatewayAssociationProposal").click();
    await textOf(/^vgw-053629d56246a6e16.*proposal/).toContain("accepted");
    await window.simulator.advance(900);
    await textOf(/^vgw-053629d56246a6e16.*associated/).toContain("1 prefix");
    const associations = await window.simulator.records("directConnectGatewayAssociations");
    expect(associations.at(-1)).toMatchObject({ allowedPrefixesToDirectConnectGateway: [{ cidr: "10.65.0.0/18" }] });
  });

  it("deletes only what the question was answered for, and counts what hangs on it", async () => {
    await window.expand("dev-iad-a");
    const asked = async (): Promise<string> => {
      await window.contextMenu(window.treeItem("dev-iad-a-private"), "Delete Virtual Interface");
      return window.dialog().innerText();
    };
    const question = await asked();
    for (const part of ['"dev-iad-a-private"?', "111122223333", "us-east-1", "1 BGP peer", "Cancel"]) expect(question).toContain(part);
    await window.screenshot("delete-virtual-interface");
    await window.dialogButton("Cancel").click();
    const id = String(
      (await window.simulator.records("virtualInterfaces")).find((record) => record["virtualInterfaceName"] === "dev-iad-a-private")?.["virtualInterfaceId"],
    );
    expect(await stateOf("virtualInterfaces", "virtualInterface", id)).toBe("available");

    await asked();
    await window.dialogButton("Delete").click();
    await textOf("dev-iad-a-private").toContain("deleting");
    await window.simulator.advance(600);
    expect(await stateOf("virtualInterfaces", "virtualInterface", id)).toBe("deleted");
    await textOf("dev-iad-a-private").not.toContain("deleting");
  });

  it("lists what was done to what, filtered by words, and leads back to it", async () => {
    await window.toggleActivity(true);
    const done = window.treeItem(/^Confirm Connection, branch-iad-voice, done, us-east-1/);
    await done.waitFor();
    await window.runCommand("Direct Connect: Filter Activity");
    await window.answer("branch confirm", "Words of the resource");
    await window.page.getByText(/^1 of \d calls hold “branch confirm”\.$/).waitFor();
    await window.screenshot("activity-filtered");
    await window.contextMenu(done, "Reveal Resource of Call in Tree");
    await window.page.locator('.part.sidebar .monaco-list-row.selected[aria-label^="branch-iad-voice"]').waitFor();
    await window.runCommand("Direct Connect: Clear Filter of Activity");
    await window.treeItem(/^Delete Virtual Interface, dev-iad-a-private, done/).waitFor();
    await window.toggleActivity(false);
  });

  it("explains before any call why a LAG with virtual interfaces stays, and shows one of them", async () => {
    await window.contextMenu(window.treeItem("prod-iad-lag"), "Delete LAG");
    const explanation = await window.dialog().innerText();
    expect(explanation).toContain("Delete LAG is not possible");
    expect(explanation).toContain("2 virtual interfaces (prod-iad-lag-private, public-iad)");
    await window.dialogButton("Show in Tree").click();
    await window.page.locator('.part.sidebar .monaco-list-row.selected[aria-label^="prod-iad-lag-private"]').waitFor();
    expect(await stateOf("lags", "lag", "dxlag-fhmfg1tn")).toBe("available");
  });

  it("deletes a selection one by one and tells what became of each", async () => {
    await window.treeItem("new-lhr-c").click();
    for (const label of ["new-iad-c", "prod-iad-a"]) await window.treeItem(label).click({ modifiers: ["ControlOrMeta"] });
    await window.contextMenu(window.treeItem("new-iad-c"), "Delete Connection");
    const question = await window.dialog().innerText();
    expect(question).toContain("Delete 2 connections?");
    expect(question).toMatch(/Left out:[\s\S]*prod-iad-a still carries 2 virtual interfaces/);
    await window.simulator.fault({ operation: "DeleteConnection", region: "eu-west-1", kind: "denied" });
    await window.dialogButton("Delete").click();
    await window.notification("Delete Connection: 1 of 2 done.").waitFor();
    await window.simulator.fault();
    await window.notification("1 of 2 done").locator(".monaco-button").filter({ hasText: "Show Results" }).click();
    const results = await window.editorText("Delete Connection");
    expect(results).toMatch(/^done: new-iad-c/m);
    expect(results).toMatch(/^failed: new-lhr-c.*\n.*not authorized.*\(DeleteConnection, request [0-9a-f-]{36}\)/m);
    expect(results).toMatch(/^not run: prod-iad-a.*\n.*still carries/m);
    expect(await stateOf("connections", "connection", "dxcon-fg0bh5a1")).toBe("pending");
    await textOf("new-iad-c").toContain("deleted");
  });

  it("edits a tag and adds one", async () => {
    await window.contextMenu(window.treeItem("branch-iad-data"), "Tags", "Add or Edit Tags");
    await window.quickPick("site").click();
    await window.page.locator(".quick-input-widget").getByText("Value of the tag site").waitFor();
    await window.quickInput().fill("norfolk");
    await window.page.locator('.quick-input-widget [aria-label="Keep This and Add Another Tag"]').click();
    await window.quickPick("New Tag").click();
    await window.answer("cost-center", "Key of the new tag");
    await window.answer("4711", "Value of the tag cost-center");
    await window.quickPick("TagResource").click();
    const tags = async (): Promise<unknown> =>
      (await window.simulator.records("connections")).find(({ connectionId }) => connectionId === "dxcon-fg57pcag")?.["tags"];
    await expect.poll(tags, { timeout: 10_000 }).toEqual([
      { key: "site", value: "norfolk" },
      { key: "cost-center", value: "4711" },
    ]);
  });

  it("copies ids, ARNs and JSON", async () => {
    const clipboard = (): Promise<string> => window.page.evaluate(() => navigator.clipboard.readText());
    await window.contextMenu(window.treeItem("prod-iad-b"), "Copy ID");
    await expect.poll(clipboard).toBe("dxcon-fgnhv283");
    await window.contextMenu(window.treeItem("prod-iad-b"), "Copy ARN");
    await expect.poll(clipboard).toBe("arn:aws:directconnect:us-east-1:111122223333:dxcon/dxcon-fgnhv283");
    await window.contextMenu(window.treeItem("prod-iad-b"), "Copy as JSON");
    await expect.poll(async () => (JSON.parse(await clipboard()) as Record<string, unknown>)["connectionName"]).toBe("prod-iad-b");
  });

  it("shows details that hold no secret and can't be typed into", async () => {
    await window.expand("prod-iad-a");
    await window.contextMenu(window.treeItem(/^prod-iad-a-private, VLAN/), "Show Details");
    const details = await window.editorText("prod-iad-a-private");
    expect(details).toContain("virtualInterfaceId: dxvif-fhp3bkvx");
    expect(details).toContain("authKey:");
    const records = JSON.stringify(await window.simulator.records("virtualInterfaces"));
    const keys = [...records.matchAll(/"authKey":"([^"]+)"/g)].map(([, key]) => key ?? "");
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) expect(details).not.toContain(key);
    await window.screenshot("details");
  });

  it("finds a resource by typing, as every tree does", async () => {
    await window.treeItem("prod-iad-b").click();
    await window.page.keyboard.type("secure");
    await window.page.locator(".part.sidebar .monaco-list-row.focused").filter({ hasText: "secure-lhr-a" }).waitFor();
  });

  it("counts on the container what waits for the person", async () => {
    const badge = window.page.locator('.part.activitybar .action-item:has([aria-label^="Direct Connect"]) .badge-content');
    const before = Number(await badge.innerText());
    await window.simulator.happen("linkDown", "dxcon-fgnhv283");
    await window.runCommand("Direct Connect: Refresh");
    await textOf("prod-iad-b").toContain("down");
    await expect.poll(async () => Number(await badge.innerText())).toBeGreaterThan(before);
  });

  it("reads another account beside, and fewer Regions", async () => {
    await window.runCommand("Direct Connect: Choose Profiles");
    await window.quickPick("dx-network-team").click();
    await window.acceptChoices();
    await window.treeItem(/222233334444/).waitFor();
    await window.treeItem(/111122223333/).waitFor();
    await window.treeItem("EqLD5").waitFor();
    await window.runCommand("Direct Connect: Choose Regions");
    await window.quickPick("eu-west-1").click();
    await window.acceptChoices();
    // The Region itself stays where a Direct Connect gateway, which is global, leads into it.
    await expect.poll(() => window.treeItem("EqLD5").count(), { timeout: 15_000 }).toBe(0);
    await window.treeItem("EqDC2").waitFor();
    await window.screenshot("two-accounts");
  });

  it("groups by gateway and by type, and finds everything again after a reload: accounts, Regions, grouping, expansion", async () => {
    await window.runCommand("Direct Connect: Group by Type");
    await window.treeItem("Virtual interfaces").waitFor();
    await window.runCommand("Direct Connect: Group by Gateway");
    await window.expand("corp-private-gw");
    await window.treeItem("prod-iad-lag-private").waitFor();
    await window.screenshot("grouped-by-gateway");
    await window.reload();
    await window.openDirectConnect();
    await window.treeItem("prod-iad-lag-private").waitFor();
    await window.treeItem(/222233334444/).waitFor();
    expect(await window.page.locator(".statusbar-item").filter({ hasText: "us-east-1" }).innerText()).not.toContain("eu-west-1");
  });
});
