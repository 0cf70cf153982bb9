import { afterEach, describe, expect, it } from "vitest";
import { openWindow, type VscodeWindow } from "../support/window.ts";

const nothingChosen = { "directConnect.endpoint": "", "directConnect.defaultProfiles": [], "directConnect.defaultRegions": [] };

describe("bad days, as a person sees them", () => {
  const open: VscodeWindow[] = [];

  afterEach(async ({ task }) => {
    // Here and not when it fails: by then the window is closed.
    if (task.result?.state === "fail") await open[0]?.screenshot(`failed-${task.name}`);
    for (const window of open.splice(0)) await window.close();
  });

  const start = async (...[options]: Parameters<typeof openWindow>): Promise<VscodeWindow> => {
    const window = await openWindow(options);
    open.push(window);
    await window.openDirectConnect();
    return window;
  };
  const welcome = (window: VscodeWindow) => window.page.locator(".part.sidebar .welcome-view");
  const toasts = (window: VscodeWindow) => window.page.locator(".notification-toast");
  const text = (window: VscodeWindow, label: string | RegExp) => expect.poll(() => window.treeItemText(label), { timeout: 20_000 });

  it("without any profile the built-in simulator is offered first, and works to the end", async () => {
    const window = await start({ profiles: {}, settings: nothingChosen });
    await welcome(window).getByText("See your Direct Connect estate here").waitFor();
    await window.screenshot("welcome-no-profile");
    expect(await welcome(window).locator(".monaco-button").first().innerText()).toBe("Explore with the Built-in Simulator");
    expect(await toasts(window).count()).toBe(0);
    await welcome(window).locator(".monaco-button").first().click();
    await window.treeItem("branch-iad-voice").waitFor();
    await window.page.locator(".statusbar-item").getByText(/simulator/i).waitFor();
    await window.contextMenu(window.treeItem("branch-iad-voice"), "Confirm Connection");
    await window.dialogButton("Confirm").click();
    await text(window, "branch-iad-voice").toMatch(/pending|available/);
    await window.screenshot("built-in-simulator");

    // The simulator ends with the window and goes on where it was.
    await window.reload();
    await window.openDirectConnect();
    await text(window, "branch-iad-voice").toMatch(/pending|available/);
  });

  it("in Restricted Mode nothing is read with the person's credentials, and the simulator still works", async () => {
    const window = await start({ trust: false });
    await welcome(window).getByText("This workspace is not trusted").waitFor();
    await window.screenshot("welcome-restricted");
    expect(await window.page.locator('.part.sidebar .monaco-list-row[role="treeitem"]').count()).toBe(0);
    await welcome(window).locator(".monaco-button").getByText("Explore with the Built-in Simulator").click();
    await window.treeItem("branch-iad-voice").waitFor();
  });

  it("a view with nothing to show says why, and what to do next", async () => {
    const window = await openWindow({ clock: "manual", estate: "empty" });
    open.push(window);
    const says = async (words: string, next: string): Promise<void> => {
      await welcome(window).getByText(words).waitFor({ timeout: 60_000 });
      expect(await welcome(window).locator(".monaco-button").first().innerText()).toBe(next);
    };
    await window.simulator.fault({ kind: "denied" });
    await window.openDirectConnect();
    await says("may not read Direct Connect", "Choose Profiles");
    await window.simulator.fault();
    await window.runCommand("Direct Connect: Refresh");
    await says("There is no Direct Connect resource", "Choose Regions");
    await window.runCommand("Direct Connect: Choose Regions…");
    for (const region of ["us-east-1", "eu-west-1"]) await window.quickPick(region).click();
    await window.acceptChoices();
    await says("no Region to read", "Choose Regions");
    await window.runCommand("Direct Connect: Choose Regions…");
    await window.quickPick("us-east-1").click();
    await window.acceptChoices();
    await says("There is no Direct Connect resource", "Choose Regions");
    await window.simulator.stop();
    await window.runCommand("Direct Connect: Refresh");
    await says("The Direct Connect endpoint does not answer", "Try Again");
    expect(await toasts(window).count()).toBe(0);
  });

  it("a profile that brings no credentials is named in the view", async () => {
    const window = await start({ settings: { "directConnect.defaultProfiles": ["nobody"] } });
    await welcome(window).getByText("brings no usable credentials").waitFor();
    expect(await welcome(window).locator(".monaco-button").first().innerText()).toBe("Choose Profiles");
  });

  it("an expired session says so in the view, quietly; the next refresh after signing in reads everything", async () => {
    const window = await openWindow({ clock: "manual" });
    open.push(window);
    await window.simulator.fault({ kind: "expired" });
    await window.openDirectConnect();
    await welcome(window).getByText("The session of the chosen profile has ended").waitFor();
    await window.screenshot("welcome-expired");
    expect(await toasts(window).count()).toBe(0);
    await window.simulator.fault();
    await welcome(window).locator(".monaco-button").getByText("Try Again").click();
    await window.treeItem("prod-iad-a").waitFor();

    // A part that is denied stands on its own node and hides nothing else.
    await window.simulator.fault({ kind: "denied", operation: "DescribeVirtualInterfaces", region: "eu-west-1" });
    await window.runCommand("Direct Connect: Refresh");
    const failure = window.page.locator(".part.sidebar .monaco-list-row").filter({ hasText: "DescribeVirtualInterfaces" });
    await failure.first().waitFor();
    await window.treeItem("prod-lhr-a").waitFor();
    await window.treeItem("prod-iad-a").waitFor();
    await window.screenshot("failure-node");
    expect(await toasts(window).count()).toBe(0);
    await window.simulator.fault();
    await window.runCommand("Direct Connect: Refresh");
    await expect.poll(() => failure.count(), { timeout: 15_000 }).toBe(0);

    // The endpoint goes away under the open window, and comes back.
    await window.simulator.stop();
    await window.runCommand("Direct Connect: Refresh");
    await window.treeItem("Endpoint unreachable").waitFor({ timeout: 60_000 });
    // What was read before stays, and says that it is old.
    await window.treeItem("prod-iad-a").waitFor();
    await window.page.locator(".part.sidebar").getByText("could not be read again").waitFor({ timeout: 60_000 });
    await window.screenshot("endpoint-gone");
    expect(await toasts(window).count()).toBe(0);
    await window.simulator.startAgain();
    await window.runCommand("Direct Connect: Refresh");
    await text(window, "prod-iad-a").toContain("available");
    await expect.poll(() => window.page.locator('.part.sidebar .monaco-list-row .codicon-warning').count(), { timeout: 20_000 }).toBe(0);
  });
});
