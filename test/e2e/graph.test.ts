import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { openGraph, type DrawnGraph } from "../support/drawn-graph.ts";
import { openWindow, type VscodeWindow } from "../support/window.ts";

const account = "111122223333";
const regions = ["us-east-1", "eu-west-1"];
const hostedConnection = "connection/dxcon-fgjkmty4";
const dedicatedConnection = "connection/dxcon-fgnhv283";

describe("the topology graph", () => {
  let window: VscodeWindow;
  let graph: DrawnGraph;
  const refusals: string[] = [];

  beforeAll(async () => {
    window = await openWindow({ clock: "manual" });
    window.page.on("console", (message) => {
      if (message.text().includes("Content Security Policy") && message.location().url.includes("webview")) refusals.push(message.text());
    });
    await window.openDirectConnect();
    await window.treeItem("prod-iad-b").waitFor();
    graph = await openGraph(window);
    await graph.frame.locator("body").evaluate((body) =>
      body.ownerDocument.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
        body.dataset["violations"] = `${body.dataset["violations"] ?? ""} ${violatedDirective} ${blockedURI}`;
      }),
    );
  });
  afterAll(() => window.close());
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await window.screenshot(`failed-${task.name}`);
      await window.leaveEverything();
    });
  });

  const isRowSelected = (label: string): Promise<void> => window.treeItem(label).and(window.page.locator(".selected")).waitFor();
  const selection = () => expect.poll(() => graph.selection(), { timeout: 10_000 });

  it("draws every port, virtual interface and gateway that the account lists, and its mirror reads them all", async () => {
    const listed = (await Promise.all(regions.map((region) => listResources(window.simulator.url, region)))).flat();
    const kinds = new Set(listed.map((id) => id.split("/")[0]));
    expect(kinds.size).toBe(5);
    const nodes = await graph.nodes();
    const drawn = nodes.filter(({ id }) => kinds.has(id.split("/")[0])).map(({ id }) => id);
    // What others own is drawn where something of the account's names it.
    const named = [
      "connection/dxcon-fgcld7v1",
      "directConnectGateway/33613483-a0d3-44fd-a3c3-3116686e1c02",
      "virtualPrivateGateway/vgw-031feb724bfa060cd",
      "virtualPrivateGateway/vgw-053629d56246a6e16",
    ];
    expect([...drawn].sort()).toEqual([...new Set([...listed, ...named])].sort());

    const rows = await graph.rows();
    const edges = (await graph.edgeIds()).filter((id) => /^(attachment|association|proposal)\//.test(id));
    expect(rows).toHaveLength(nodes.length + edges.length);
    await window.screenshot("graph");
  });

  it("keeps its selection in step with the tree, both ways", async () => {
    await graph.click(dedicatedConnection);
    await isRowSelected("prod-iad-b");
    await graph.frame.getByRole("complementary").or(graph.frame.locator(".inspector")).getByText("dxcon-fgnhv283").first().waitFor();
    await window.treeItem("prod-lhr-a").click();
    await selection().toEqual(["connection/dxcon-fhzc9lsg"]);
  });

  it("finds nodes by what is written on them", async () => {
    await graph.click(dedicatedConnection);
    await window.page.keyboard.press("ControlOrMeta+F");
    const search = graph.frame.getByRole("searchbox");
    await expect.poll(() => hasFocus(search)).toBe(true);
    await window.page.keyboard.type("transit");
    await graph.frame.locator(".search-count").getByText(/^1 .* \d+$/).waitFor();
    await window.page.keyboard.press("Enter");
    await expect.poll(async () => (await graph.selection()).length).toBe(1);
    const [found] = await graph.selection();
    expect(found).not.toBe(dedicatedConnection);
    await window.page.keyboard.press("Escape");
    expect(await search.inputValue()).toBe("");
  });

  it("shows a node's neighbourhood alone, and all again", async () => {
    await graph.click(dedicatedConnection);
    await window.page.keyboard.press("Alt+N");
    await expect.poll(async () => (await graph.nodes()).filter(({ isDimmed }) => isDimmed).length).toBeGreaterThan(20);
    const shown = (await graph.nodes()).filter(({ isDimmed }) => !isDimmed).map(({ id }) => id);
    expect(shown).toContain(dedicatedConnection);
    expect(shown).toContain("virtualInterface/dxvif-fh6rkybz");
    expect(shown).not.toContain(hostedConnection);
    await window.screenshot("graph-neighbourhood");
    await window.page.keyboard.press("Escape");
    await expect.poll(async () => (await graph.nodes()).some(({ isDimmed }) => isDimmed)).toBe(false);
  });

  it("offers on a node what the tree offers, in VS Code's own menu", async () => {
    await window.contextMenu(window.treeItem("branch-iad-voice"));
    const inTree = await window.menuEntries();
    await window.page.keyboard.press("Escape");
    await graph.click(hostedConnection, "right");
    await window.openMenu().waitFor();
    const inGraph = await window.menuEntries();
    await window.screenshot("graph-menu");
    await window.page.keyboard.press("Escape");
    expect(inGraph).toContain("Confirm Connection");
    expect(inGraph).toEqual(expect.arrayContaining([...drawingsOwn]));
    expect(common(inGraph)).toEqual(common(inTree));
  });

  it("offers on a location and on the ground what can be made there, as the tree does", async () => {
    await window.contextMenu(window.treeItem("EqDC2"));
    const inTree = await window.menuEntries();
    await window.hoverSubmenu("Create");
    const madeInTree = await window.openSubmenu().locator(".action-label").allInnerTexts();
    await window.leaveEverything();
    await graph.mirror.focus();
    await reachRow("EqDC2, location");
    await window.page.keyboard.press("Shift+F10");
    await window.openMenu().waitFor();
    expect(common(await window.menuEntries())).toEqual(common(inTree));
    await window.hoverSubmenu("Create");
    expect(await window.openSubmenu().locator(".action-label").allInnerTexts()).toEqual(madeInTree);
    expect(madeInTree.length).toBeGreaterThan(3);
    await window.leaveEverything();

    await graph.drawing.click({ button: "right", position: { x: 6, y: 300 } });
    await window.openMenu().waitFor();
    expect(await window.menuEntries()).toEqual(expect.arrayContaining(["Create", "Fit Graph to Panel", "Choose Regions…"]));
    await window.leaveEverything();
    // A menu gives the keyboard back a moment after it is gone.
    await expect.poll(() => hasFocus(graph.mirror)).toBe(true);
  });

  /** Goes on from the first row to the one that begins so. */
  async function reachRow(beginning: string): Promise<void> {
    await window.page.keyboard.press("Home");
    for (let presses = 0; presses < 100 && !(await graph.activeRow()).startsWith(beginning); presses += 1) await window.page.keyboard.press("ArrowDown");
    expect(await graph.activeRow()).toMatch(new RegExp(`^${beginning}`));
  }

  it("is used by keyboard alone: reach a node, open its menu, confirm it", async () => {
    await window.runCommand("Direct Connect: Search in Graph");
    await expect.poll(() => hasFocus(graph.frame.getByRole("searchbox"))).toBe(true);
    for (let presses = 0; presses < 10 && !(await hasFocus(graph.mirror)); presses += 1) await window.page.keyboard.press("Tab");
    expect(await hasFocus(graph.mirror)).toBe(true);
    await reachRow("branch-iad-voice, connection, ");
    expect(await graph.activeRow()).toContain("ordering");
    await window.page.keyboard.press("Space");
    await isRowSelected("branch-iad-voice");
    await window.page.keyboard.press("Shift+F10");
    await window.openMenu().waitFor();
    expect(await window.menuEntries()).toContain("Confirm Connection");
    await window.page.keyboard.press("ArrowDown");
    await window.page.keyboard.press("Enter");
    await window.dialog().getByText('Confirm connection "branch-iad-voice"?').waitFor();
    await window.pressDialogButton("Confirm");
    await expect.poll(async () => graph.row("branch-iad-voice").textContent(), { timeout: 15_000 }).toContain("pending");
    await window.simulator.advance(120);
    await expect.poll(async () => graph.row("branch-iad-voice").textContent(), { timeout: 15_000 }).toContain("available");
  });

  it("takes up a change without moving anything", async () => {
    const placesOf = async (): Promise<unknown> => (await graph.nodes()).map(({ id, x, y }) => ({ id, x: Math.round(x), y: Math.round(y) }));
    const before = await placesOf();
    const view = await graph.view();
    await window.simulator.happen("linkDown", "dxcon-fgnhv283");
    await window.runCommand("Direct Connect: Refresh");
    await expect.poll(async () => graph.row("prod-iad-b").textContent(), { timeout: 15_000 }).toContain("down");
    expect(await placesOf()).toEqual(before);
    expect(await graph.view()).toEqual(view);
  });

  it("shows and hides its legend by command", async () => {
    const legend = graph.frame.locator(".legend");
    expect(await legend.isVisible()).toBe(false);
    await window.runCommand("Direct Connect: Show or Hide the Graph's Legend");
    await legend.waitFor();
    await window.runCommand("Direct Connect: Show or Hide the Graph's Legend");
    await legend.waitFor({ state: "hidden" });
  });

  it("closes by command the gap that something deleted has left", async () => {
    const placesOf = async () => {
      const { zoom, pan } = await graph.view();
      const nodes = await graph.nodes();
      return nodes.map(({ id, x, y }) => ({ id, x: Math.round((x - pan.x) / zoom), y: Math.round((y - pan.y) / zoom) }));
    };
    const spare = "lag/dxlag-fh5ah548";
    const before = await placesOf();
    await window.contextMenu(window.treeItem("spare-lhr-lag"), "Delete LAG");
    await window.dialogButton("Delete").click();
    await window.page.locator(".statusbar-item").filter({ hasText: "Delete LAG done: spare-lhr-lag" }).waitFor();
    await window.simulator.advance(3600);
    await window.runCommand("Direct Connect: Refresh");
    await expect.poll(async () => (await graph.nodes()).some(({ id }) => id === spare), { timeout: 20_000 }).toBe(false);
    const withGap = await placesOf();
    expect(withGap.length).toBeLessThan(before.length);
    const kept = new Set(withGap.map(({ id }) => id));
    const cards = ({ id }: { readonly id: string }): boolean => kept.has(id) && !id.startsWith("location/") && id !== "unattached";
    expect(withGap.filter(cards)).toEqual(before.filter(cards));
    await window.runCommand("Direct Connect: Arrange Graph Anew");
    await expect.poll(placesOf, { timeout: 10_000 }).not.toEqual(withGap);
  });

  it("is there again after a reload of the window, as it was", async () => {
    await graph.click(dedicatedConnection);
    await isRowSelected("prod-iad-b");
    const { zoom } = await graph.view();
    for (const label of ["Zoom In on Graph", "Zoom In on Graph"]) await window.runCommand(`Direct Connect: ${label}`);
    await expect.poll(async () => (await graph.view()).zoom).toBeCloseTo(zoom * 1.25 ** 2);
    const before = await graph.view();
    const places = (await graph.nodes()).map(({ id, x, y }) => ({ id, x, y }));
    await window.page.waitForTimeout(600);
    await window.reload();
    graph = await openGraph(window, "already open");
    await expect.poll(() => graph.view(), { timeout: 20_000 }).toEqual(before);
    await expect.poll(async () => (await graph.nodes()).map(({ id, x, y }) => ({ id, x, y })), { timeout: 20_000 }).toEqual(places);
    await selection().toEqual([dedicatedConnection]);
    await window.screenshot("graph-after-reload");
  });

  it("never breaks its own content security policy", async () => {
    expect(await graph.frame.locator("body").getAttribute("data-violations")).toBeNull();
    expect(refusals).toEqual([]);
  });
});

/** What the drawing itself does with a node. */
const drawingsOwn = ["Focus on Neighbours in Graph", "What If This Fails"];

/** Without what belongs to one of the two views. */
function common(entries: readonly string[]): readonly string[] {
  return entries.filter((entry) => !["Reveal in Tree", "Reveal in Graph", ...drawingsOwn].includes(entry));
}

function hasFocus(part: Locator): Promise<boolean> {
  return part.evaluate((element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus());
}

const listings = [
  { action: "DescribeConnections", list: "connections", key: "connectionId", kind: "connection" },
  { action: "DescribeLags", list: "lags", key: "lagId", kind: "lag" },
  { action: "DescribeVirtualInterfaces", list: "virtualInterfaces", key: "virtualInterfaceId", kind: "virtualInterface" },
  { action: "DescribeDirectConnectGateways", list: "directConnectGateways", key: "directConnectGatewayId", kind: "directConnectGateway" },
  { action: "DescribeVirtualGateways", list: "virtualGateways", key: "virtualGatewayId", kind: "virtualPrivateGateway" },
];

/** The ids that nodes should have, asked of the endpoint itself. */
async function listResources(url: string, region: string): Promise<readonly string[]> {
  const lists = await Promise.all(
    listings.map(async ({ action, list, key, kind }) => {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/x-amz-json-1.1",
          "x-amz-target": `OvertureService.${action}`,
          authorization: `AWS4-HMAC-SHA256 Credential=AKIA${account}TEST/20260101/${region}/directconnect/aws4_request, SignedHeaders=host, Signature=none`,
        },
        body: "{}",
      });
      const answer = (await response.json()) as Record<string, Record<string, string>[]>;
      return (answer[list] ?? []).map((record) => `${kind}/${record[key] ?? ""}`);
    }),
  );
  return lists.flat();
}
