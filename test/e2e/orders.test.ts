import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { openWindow, type SimulatorRecord, type VscodeWindow } from "../support/window.ts";

// What destroys asks for the name, and nothing happens but what a test lets pass.
const options = { clock: "manual", viewport: { width: 1440, height: 1500 }, settings: { "directConnect.confirmation": "typedName" } } as const;
const settled = { timeout: 15_000 };

describe("orders by a person's hands, from the form to what was ordered", () => {
  let window: VscodeWindow;

  beforeAll(async () => {
    window = await openWindow(options);
    await window.openDirectConnect();
    await window.treeItem("prod-iad-a").waitFor();
  });
  afterAll(() => window.close());
  afterEach(() => window.leaveEverything());
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await window.screenshot(`failed-${task.name}`);
      await window.leaveEverything();
    });
  });

  const textOf = (label: string | RegExp) => expect.poll(() => window.treeItemText(label), settled);
  const named = async (list: string, name: string): Promise<SimulatorRecord | undefined> =>
    (await window.simulator.records(list)).find((record) => record[`${list.slice(0, -1)}Name`] === name);
  const pick = (text: string | RegExp) => window.quickPick(text).click();
  /** Until the palette has given the focus back, which closes menus. */
  const refresh = async (): Promise<void> => {
    await window.runCommand("Direct Connect: Refresh");
    await window.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  };
  /** Again as long as answers still come in and close rows. */
  const expandUntil = async (label: string, child: string): Promise<void> => {
    const count = async (): Promise<number> => {
      await window.expand(label);
      return window.treeItem(child).count();
    };
    await expect.poll(count, { ...settled, interval: 300 }).toBe(1);
  };
  /** Passes by what is optional, looks at the request, and takes its first choice. */
  const sendReviewed = async (verb: string, picture: string): Promise<void> => {
    await pick("Continue");
    await window.quickPick("Show Request as JSON").waitFor();
    await window.screenshot(picture);
    await pick(verb);
  };

  it("orders a connection at a location", async () => {
    await window.contextMenu(window.treeItem("EqDC2"));
    await window.hoverSubmenu("Create");
    await window.screenshot("order-location-menu");
    await window.page.keyboard.press("Escape");
    await window.page.keyboard.press("Escape");
    await window.contextMenu(window.treeItem("EqDC2"), "Create", "Create Connection");
    await window.quickPick("10 Gbps").waitFor();
    await window.screenshot("order-connection-speed");
    await pick("10 Gbps");
    await window.answer("order-iad-1", "Name of the new connection");
    await sendReviewed("Create", "order-connection-review");
    await textOf("order-iad-1").toContain("requested");
    expect(await named("connections", "order-iad-1")).toMatchObject({ connectionState: "requested", location: "EqDC2", bandwidth: "10Gbps" });
  });

  it("makes a LAG of the connection once that is up", async () => {
    await window.simulator.happen("approve", String((await named("connections", "order-iad-1"))?.["connectionId"]));
    await window.simulator.advance(300);
    await refresh();
    await textOf("order-iad-1").toContain("available");
    await window.contextMenu(window.treeItem("order-iad-1"));
    await window.hoverSubmenu("Create");
    await window.screenshot("order-connection-menu");
    await window.leaveEverything();
    await window.contextMenu(window.treeItem("order-iad-1"), "Create", "Create LAG from Connection");
    await window.answer("order-lag", "Name of the new LAG");
    await window.answer("1", "This one included");
    await pick("Continue");
    await window.dialog().waitFor();
    const question = await window.dialog().innerText();
    expect(question).toContain("goes down for some minutes");
    expect(question).toContain("What is sent: CreateLag");
    await window.screenshot("order-lag-question");
    await window.dialogButton("Create").click();
    await textOf("order-lag").toMatch(/pending|available/);
    await window.simulator.advance(120);
    await refresh();
    await textOf("order-lag").toContain("available");
  });

  it("orders a virtual interface on the LAG, and corrects an answer before it is sent", async () => {
    await window.contextMenu(window.treeItem("order-lag"), "Create", "Create Private Virtual Interface");
    await pick("corp-private-gw");
    await window.answer("order-private", "Name of the new virtual interface");
    await window.quickInput().fill("4095");
    await window.page.locator(".quick-input-message").getByText("4094").first().waitFor();
    await window.screenshot("order-interface-vlan");
    await window.answer("140", "1 to 4094");
    await window.answer("65010", "Your own ASN");
    await pick("IPv4");
    await pick("Continue");
    await pick("Change an Answer");
    await window.quickPick("VLAN").waitFor();
    await window.screenshot("order-interface-change");
    await pick("VLAN");
    await window.answer("141", "1 to 4094");
    await window.quickPick("Show Request as JSON").waitFor();
    await window.screenshot("order-interface-review");
    await pick("Create");
    await expect.poll(async () => (await named("virtualInterfaces", "order-private"))?.["vlan"], settled).toBe(141);
    // What was made is shown in its row, which may open the LAG at the same moment.
    await expandUntil("order-lag", "order-private");
    await window.simulator.advance(300);
    await refresh();
    await textOf("order-private").toContain("VLAN 141");
  });

  it("moves the virtual interface to another LAG by dragging it there", async () => {
    await window.treeItem("order-private").dragTo(window.treeItem("prod-iad-lag"));
    await window.dialog().waitFor();
    const question = await window.dialog().innerText();
    expect(question).toContain("BGP sessions go down while it moves");
    await window.screenshot("move-interface-question");
    await window.dialogButton("Move").click();
    await expect.poll(async () => (await named("virtualInterfaces", "order-private"))?.["connectionId"], settled).toBe("dxlag-fhmfg1tn");
  });

  it("saves a letter of authorization as a PDF", async () => {
    await window.contextMenu(window.treeItem("new-lhr-c"), "Save Letter of Authorization");
    await window.quickPick("Provider").waitFor();
    await window.screenshot("letter-options");
    await pick("Continue");
    const path = join(window.folder, "letter.pdf");
    await expect.poll(() => window.quickInput().inputValue(), settled).toContain("loa-new-lhr-c.pdf");
    await window.quickInput().fill(path);
    await window.screenshot("letter-save");
    await window.page.locator(".quick-input-widget .monaco-button").filter({ hasText: /^Save$|^OK$/ }).first().click();
    await window.notification("Saved letter.pdf").waitFor();
    expect(existsSync(path) ? readFileSync(path).subarray(0, 5).toString() : "").toBe("%PDF-");
    await window.screenshot("letter-saved");
  });

  it("starts a failover test, and stops it", async () => {
    await window.expand("prod-iad-a");
    const row = window.treeItem(/^prod-iad-a-private, VLAN/);
    await window.contextMenu(row);
    await window.screenshot("interface-menu");
    await window.leaveEverything();
    await window.contextMenu(row, "Start Failover Test");
    await window.answer("20", "How long the sessions stay down");
    await pick("Continue");
    await window.dialog().waitFor();
    const question = await window.dialog().innerText();
    expect(question).toContain("go down for 20 minutes");
    await window.screenshot("failover-question");
    await window.dialogButton("Test").click();
    await textOf(/^prod-iad-a-private, /).toContain("testing");
    await window.screenshot("failover-running");
    await window.contextMenu(window.treeItem(/^prod-iad-a-private, /));
    expect((await window.menuEntries())[0]).toBe("Stop Failover Test");
    await window.choose("Stop Failover Test");
    await window.dialogButton("Stop Testing").click();
    await textOf(/^prod-iad-a-private, /).not.toContain("testing");
  });

  it("deletes what was ordered when its name is typed, and only then", async () => {
    await window.contextMenu(window.treeItem("order-lag"), "Delete LAG");
    await window.page.locator(".quick-input-widget").getByText("Type order-lag and press Enter").first().waitFor();
    await window.answer("prod-iad-lag");
    await window.page.locator(".quick-input-widget").getByText("this is not order-lag").first().waitFor();
    await window.screenshot("typed-name-wrong");
    expect((await named("lags", "order-lag"))?.["lagState"]).toBe("available");
    await window.answer("order-lag");
    await expect.poll(async () => (await named("lags", "order-lag"))?.["lagState"] ?? "deleted", settled).toMatch(/delet/);
  });

  it("refuses to delete a connection that carries something, and then deletes all of it in order", async () => {
    // Until what was deleted before has settled, lest a row move under the hand.
    await window.simulator.advance(60);
    await refresh();
    await textOf("order-lag").toContain("deleted");
    await window.contextMenu(window.treeItem("dev-iad-a"), "Delete Connection");
    const refusal = await window.dialog().innerText();
    for (const part of ['connection "dev-iad-a"', "dxcon-fhbxxcqx", "111122223333", "us-east-1", "still carries 1 virtual interface (dev-iad-a-private)"]) expect(refusal).toContain(part);
    await window.screenshot("delete-refused");
    await window.dialogButton("Delete These First…").click();
    const widget = window.page.locator(".quick-input-widget:visible");
    await widget.getByText("Type dev-iad-a and press Enter").first().waitFor();
    const said = await widget.innerText();
    for (const part of ["1. virtual interface dev-iad-a-private", "2. connection dev-iad-a", "1 BGP session that is up goes down: dev-iad-a-private", "cannot be undone"]) expect(said).toContain(part);
    await window.screenshot("delete-in-order");
    await widget.locator('[aria-label="Show What Is Affected"]').click();
    expect(await window.editorText("Delete dev-iad-a and 1 resource before it")).toContain("BGP sessions that are up and go down:");
    await window.answer("dev-iad-a", "Type dev-iad-a and press Enter");
    const gone = async (): Promise<unknown> => {
      await window.simulator.advance(60);
      return (await named("connections", "dev-iad-a"))?.["connectionState"] ?? "deleted";
    };
    await expect.poll(gone, settled).toBe("deleted");
    expect((await named("virtualInterfaces", "dev-iad-a-private"))?.["virtualInterfaceState"] ?? "deleted").toBe("deleted");
  });

  it("allocates a virtual interface as the network team, and confirms it as its owner", async () => {
    await window.runCommand("Direct Connect: Choose Profiles");
    await pick("dx-network-team");
    await window.acceptChoices();
    await window.treeItem(/222233334444/).waitFor();
    // The network team's account is the first of the two.
    await expandUntil("EqDC2", "net-iad-core");
    await window.contextMenu(window.treeItem("net-iad-core"), "Create", "Allocate Private Virtual Interface");
    await window.answer("111122223333", "The twelve digits");
    await window.answer("order-shared", "Name of the new virtual interface");
    await window.answer("222", "1 to 4094");
    await window.answer("65010", "Your own ASN");
    await pick("IPv4");
    await sendReviewed("Allocate", "allocate-review");
    const state = async (): Promise<unknown> => (await named("virtualInterfaces", "order-shared"))?.["virtualInterfaceState"];
    await expect.poll(state, settled).toBe("confirming");
    await refresh();
    await window.treeItem(/222233334444/).locator(".monaco-tl-twistie").click();
    await expandUntil("EqDC2", "order-shared");
    await textOf("order-shared").toContain("confirming");
    await window.screenshot("allocate-arrived");
    await window.contextMenu(window.treeItem("order-shared"), "Confirm Private Virtual Interface");
    await pick("corp-private-gw");
    await window.quickPick("ConfirmPrivateVirtualInterface").waitFor();
    await window.screenshot("allocate-confirm");
    await pick("ConfirmPrivateVirtualInterface");
    await expect.poll(state, settled).toMatch(/pending|available/);
    await window.screenshot("allocate-confirmed");
  });
});
