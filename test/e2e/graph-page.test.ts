import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layoutGraph } from "../../src/webview/graph-layout.ts";
import { openGraphPages, type GraphPages } from "../support/graph-page.ts";
import { pageThemes } from "../support/themes.ts";

/** The drawing alone in a browser: what needs no VS Code around it. */
describe("the drawing's page", () => {
  let pages: GraphPages;
  const require = createRequire(import.meta.url);
  const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

  const rows = () => pages.page.locator('[role="treeitem"]');
  const asked = (name: string) =>
    pages.page.evaluate((wanted) => window.graphHost.asked.filter((each) => each.name === wanted).map(({ params }) => params), name);
  const activeRow = async (): Promise<string> => {
    const id = (await pages.page.locator('[role="tree"]').getAttribute("aria-activedescendant")) ?? "";
    return (await pages.page.locator(`#${id}`).textContent()) ?? "";
  };
  const announced = () => pages.page.locator(".unseen").textContent();
  const savedPlaces = () =>
    pages.page.evaluate(() => {
      const state = JSON.parse(sessionStorage.getItem("state") ?? "{}") as { places: [string, number, number][] };
      return state.places.map(([id, x, y]) => [id, x, y]);
    });

  beforeAll(async () => {
    pages = await openGraphPages();
  });
  beforeEach(() => pages.open());
  afterAll(() => pages.close());

  it("mirrors every node, and every edge that is a resource, once", async () => {
    const expected = await pages.page.evaluate(() => {
      const { nodes, edges } = window.graphHost.graph();
      return nodes.length + edges.filter(({ menu }) => menu !== "").length;
    });
    await expect.poll(() => rows().count()).toBe(expected);
  });

  it.each(Object.keys(pageThemes))("has nothing that axe objects to: %s", async (theme) => {
    await pages.open({ theme });
    await pages.page.getByRole("button", { name: "Legend" }).click();
    await pages.page.getByRole("searchbox").fill("prod-private-a");
    await pages.page.keyboard.press("Enter");
    await pages.page.locator(".inspector dl").waitFor();
    await pages.page.getByRole("button", { name: "Focus on Neighbours" }).first().click();
    // By the browser's debugger, which the page's policy does not concern.
    await pages.page.evaluate(axe);
    const violations = await pages.page.evaluate(async () => {
      const { axe: checker } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      const { violations: found } = await checker.run();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    });
    expect(violations).toEqual([]);
  });

  it("breaks no rule of its strict policy", async () => {
    await pages.page.getByRole("button", { name: "Arrange Anew" }).click();
    await pages.page.evaluate(() => window.graphHost.setTheme("highContrast"));
    expect(await pages.page.evaluate(() => window.graphHost.violations)).toEqual([]);
  });

  it("is walked through by keys alone: every row, along the links, details and selection", async () => {
    const { page } = pages;
    await page.locator('[role="tree"]').focus();
    await page.keyboard.press("Home");
    const all = await rows().count();
    const seen = new Set<string>();
    for (let step = 0; step < all; step += 1) {
      seen.add((await page.locator('[role="tree"]').getAttribute("aria-activedescendant")) ?? "");
      await page.keyboard.press("ArrowDown");
    }
    expect(seen.size).toBe(all);

    await page.getByRole("searchbox").fill("dxvif-fgprv001");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    expect(await activeRow()).toContain("prod-private-a");
    await page.keyboard.press("ArrowRight");
    expect(await activeRow()).toContain("Direct Connect gateway");
    await page.keyboard.press("ArrowLeft");
    expect(await activeRow()).toContain("virtual interface");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked("showDetails")).toHaveLength(1);
    await page.keyboard.press(" ");
    await expect.poll(async () => (await asked("select")).length).toBeGreaterThan(1);
  });

  it("searches, counts, goes from match to match and reads out what it found", async () => {
    const { page } = pages;
    await page.getByRole("searchbox").fill("prod-private");
    await expect.poll(() => page.locator(".search-count").textContent()).toBe("1 of 3");
    expect(await announced()).toBe("1 of 3");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".search-count").textContent()).toBe("2 of 3");
    await expect.poll(async () => (await asked("select")).length).toBe(2);
    await page.getByRole("searchbox").fill("no such thing");
    await expect.poll(() => page.locator(".search-count").textContent()).toBe("No match");
  });

  it("offers VS Code's menu with the node's context, at the mouse and at the keyboard", async () => {
    const { page } = pages;
    await page.evaluate(() => {
      const menus: unknown[] = [];
      Object.assign(window, { menus });
      window.addEventListener("contextmenu", (event) => {
        if (event.defaultPrevented || !(event.target instanceof Element)) return;
        const holder = event.target.closest<HTMLElement>("[data-vscode-context]");
        menus.push({ ...(JSON.parse(holder?.dataset["vscodeContext"] ?? "{}") as object), x: event.clientX, y: event.clientY });
      });
    });
    const menus = () => page.evaluate(() => (window as unknown as { menus: { resourceKey?: string; webviewSection?: string; x: number; y: number }[] }).menus);
    await page.getByRole("searchbox").fill("dxcon-ffabc020");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+F10");
    await expect.poll(async () => (await menus()).length).toBe(1);
    const [atKeyboard] = await menus();
    expect(atKeyboard).toMatchObject({ resourceKey: "connection/dxcon-ffabc020", webviewSection: "connection:ordering;hosted;owned;" });
    await page.mouse.click(atKeyboard?.x ?? 0, atKeyboard?.y ?? 0, { button: "right" });
    await expect.poll(async () => (await menus()).length).toBe(2);
    expect((await menus())[1]).toMatchObject({ resourceKey: "connection/dxcon-ffabc020" });
    await page.mouse.click(4, 700, { button: "right" });
    await expect.poll(async () => (await menus()).length).toBe(3);
    expect((await menus())[2]).toMatchObject({ webviewSection: "heading:account" });

    // The card has it at a button, and so has each BGP peer, for which nothing is drawn.
    await page.getByRole("searchbox").fill("prod-private-b");
    await page.keyboard.press("Enter");
    const actions = page.locator(".inspector").getByRole("button", { name: "Actions" });
    await actions.first().click();
    await actions.last().click();
    await expect.poll(async () => (await menus()).length).toBe(5);
    expect((await menus()).slice(3).map(({ webviewSection }) => webviewSection?.split(":")[0])).toEqual(["virtualInterface", "bgpPeer"]);
  });

  const follow = (id: string): Promise<void> => pages.page.evaluate((told) => window.graphHost.tell("selectionChanged", { ids: [told] }), id);

  it("follows what is selected elsewhere without answering and without opening the card", async () => {
    const { page } = pages;
    const card = page.locator(".inspector");
    await follow("connection/dxcon-ffabc001");
    await expect.poll(announced).toBe("prod-iad-a selected");
    expect(await card.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Facts of the selection" }).click();
    await card.locator("h2").filter({ hasText: "prod-iad-a" }).waitFor();
    await follow("connection/dxcon-ffabc020");
    await card.locator("h2").filter({ hasText: "branch-500m" }).waitFor();
    await follow("connection/dxcon-ffabc001");
    await card.locator("h2").filter({ hasText: "prod-iad-a" }).waitFor();
    expect(await asked("select")).toEqual([]);
    await page.getByRole("button", { name: "Reveal in Tree" }).click();
    await expect.poll(() => asked("revealInTree")).toEqual([{ id: "connection/dxcon-ffabc001" }]);

    // One that was closed stays away, also when something is chosen in the drawing.
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("searchbox").fill("branch-500m");
    await page.keyboard.press("Enter");
    await expect.poll(announced).toBe("branch-500m selected");
    expect(await card.isVisible()).toBe(false);
  });

  it("keeps the keyboard in the card while a change redraws it", async () => {
    const { page } = pages;
    const branch = "connection/dxcon-ffabc020";
    await follow(branch);
    await page.getByRole("button", { name: "Facts of the selection" }).click();
    const card = page.locator(".inspector");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await card.getByRole("button", { name: "Reveal in Tree" }).focus();
    await page.evaluate((id) => window.graphHost.setStates({ [id]: "pending" }), branch);
    await card.locator(".state").getByText("pending").waitFor();
    expect(await focused()).toBe("Reveal in Tree");
    await card.locator(".fact-list").focus();
    await page.evaluate((id) => window.graphHost.setStates({ [id]: "available" }), branch);
    await card.locator(".state").getByText("available").waitFor();
    expect(await focused()).toContain("dxcon-ffabc020");

    // A card that is about another thing has other buttons: a customer has no place in the tree.
    await card.getByRole("button", { name: "Reveal in Tree" }).focus();
    await follow("customer/65001");
    await card.locator("h2").getByText("AS 65001").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tree");
  });

  it("takes a change without moving anything, and reads it out", async () => {
    const { page } = pages;
    await page.getByRole("button", { name: "Arrange Anew" }).click();
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem("state") !== null)).toBe(true);
    const before = await savedPlaces();
    await page.evaluate(() => window.graphHost.setStates({ "connection/dxcon-ffabc020": "pending" }));
    await expect.poll(announced).toBe("branch-500m: pending");
    await page.evaluate(() => window.graphHost.setStates({ "virtualInterface/dxvif-fgdub006": "" }));
    await page.waitForTimeout(500);
    const after = await savedPlaces();
    const isLocation = ([id]: (string | number | undefined)[]): boolean => String(id).startsWith("location/");
    expect(after.filter((place) => !isLocation(place))).toEqual(before.filter((place) => !isLocation(place) && place[0] !== "virtualInterface/dxvif-fgdub006"));
  });

  it("is laid out anew while the first answers still come in", async () => {
    const { page } = pages;
    await expect.poll(() => rows().count()).toBeGreaterThan(20);
    await page.evaluate(() => window.graphHost.tell("readingChanged", { isReading: true }));
    await page.evaluate(() => window.graphHost.setStates({ "lag/dxlag-fgw2k1ab": "", "connection/dxcon-fgh20001": "" }));
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem("state") !== null)).toBe(true);
    const graph = await page.evaluate(() => window.graphHost.graph());
    const fresh = Array.from(layoutGraph(graph).places, ([id, { x, y }]) => [id, x, y]);
    await expect.poll(savedPlaces).toEqual(fresh);
  });

  it("narrows to what a node connects, and Escape leaves that", async () => {
    const { page } = pages;
    await page.evaluate(() => window.graphHost.tell("selectionChanged", { ids: ["virtualInterface/dxvif-fglab001"] }));
    await page.evaluate(() => window.graphHost.tell("commandInvoked", { command: "focusNeighbours", id: undefined }));
    await page.getByText("lab-private and what it connects: 4 shown").first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(announced).toBe("All shown");
  });

  it("shows what a failure would take along, in the drawing, in words and in the mirror", async () => {
    const { page } = pages;
    await follow("connection/dxcon-ffabc002");
    await page.getByRole("button", { name: "What If This Fails" }).click();
    await page.getByText(/^If prod-iad-b fails: 2 cut off, \d+ keep another way$/).first().waitFor();
    const doomed = rows().filter({ hasText: "would be cut off" });
    expect((await doomed.allTextContents()).map((text) => text.split(",")[0])).toEqual(["prod-iad-b", "prod-private-b", "prod-transit-b"]);
    await page.getByRole("button", { name: "What If This Fails" }).click();
    expect(await doomed.count()).toBe(0);
  });

  it("shows what is in a resiliency group, told from elsewhere and from the card of one of them", async () => {
    const { page } = pages;
    await pages.open({ estate: "grouped" });
    await expect.poll(() => rows().count()).toBeGreaterThan(20);
    const note = page.locator(".lens-note > span");
    await page.evaluate(() => window.graphHost.tell("resourceRevealed", { id: "resiliencyGroup/dxrg-1" }));
    await expect.poll(() => note.textContent()).toMatch(/^Resiliency group pair: \d of 2 connections up\. Without /);
    await page.getByRole("button", { name: "Show All" }).click();
    await expect.poll(() => note.isVisible()).toBe(false);
    await page.getByRole("searchbox").fill("resiliency group pair");
    await expect.poll(() => page.locator(".search-count").textContent()).toBe("1 of 2");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Show Group pair" }).click();
    await expect.poll(() => note.textContent()).toContain("Resiliency group pair");
  });

  it("begins in a narrow panel with what can be read, and shows all when that is wished", async () => {
    const { page } = pages;
    await page.setViewportSize({ width: 600, height: 820 });
    await pages.open();
    await expect.poll(() => rows().count()).toBeGreaterThan(20);
    const zoom = () => page.evaluate(() => (document.querySelector(".drawing-stage") as HTMLElement & { _cyreg: { cy: { zoom(): number } } })._cyreg.cy.zoom());
    const first = await zoom();
    expect(first * 28).toBeGreaterThanOrEqual(9.2);
    await page.getByRole("button", { name: "Fit to Panel" }).click();
    expect(await zoom()).toBeLessThanOrEqual(first);
    await page.setViewportSize({ width: 1280, height: 820 });
  });

  it("has room for tools, note and card in a narrow panel", async () => {
    const { page } = pages;
    const before = page.viewportSize() ?? { width: 1280, height: 820 };
    await page.setViewportSize({ width: 600, height: 820 });
    await pages.open();
    await page.getByRole("searchbox").fill("prod-iad-a");
    await page.keyboard.press("Enter");
    await page.locator(".inspector dl").waitFor();
    await page.getByRole("button", { name: "What If This Fails" }).first().click();
    const boxes = await Promise.all([".search", ".buttons", ".lens-note", ".inspector"].map((part) => page.locator(part).boundingBox()));
    const [search, buttons, note, card] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
    expect(buttons?.y).toBe(search?.y);
    expect(note?.y).toBeGreaterThan((buttons?.y ?? 0) + (buttons?.height ?? 0));
    expect(card?.y).toBeGreaterThan(410);
    expect(boxes.every((box) => box !== null && box.x >= 0 && box.x + box.width <= 600)).toBe(true);
    await page.setViewportSize(before);
  });

  it("counts what is down or waits for the user, and goes from one to the next", async () => {
    const { page } = pages;
    const button = page.getByRole("button", { name: /^Go to What Is Down or Waits/ });
    expect(Number(await button.textContent())).toBeGreaterThan(2);
    await button.click();
    await expect.poll(() => page.locator(".search-count").textContent()).toMatch(/^1 of \d/);
    const selected = () => page.locator('[role="treeitem"][aria-selected="true"]').allTextContents();
    const first = await selected();
    expect(first).toHaveLength(1);
    await button.click();
    await expect.poll(() => page.locator(".search-count").textContent()).toMatch(/^2 of \d/);
    expect(await selected()).toHaveLength(1);
    expect(await selected()).not.toEqual(first);
  });

  it("comes back as it was after a reload", async () => {
    const { page } = pages;
    await page.getByRole("button", { name: "Zoom In" }).click();
    await page.getByRole("button", { name: "Legend" }).click();
    await page.waitForTimeout(400);
    const before = await page.evaluate(() => sessionStorage.getItem("state"));
    await page.reload();
    await page.locator(".legend").waitFor();
    await page.getByRole("button", { name: "Zoom In" }).hover();
    expect(await page.evaluate(() => sessionStorage.getItem("state"))).toBe(before);
  });

  it("says that there is nothing, and offers to try again when loading failed", async () => {
    const { page } = pages;
    await pages.open({ estate: "empty" });
    await page.getByText("Nothing to draw yet").waitFor();
    await pages.open({ estate: "failing" });
    await page.getByText("The endpoint cannot be reached.").waitFor();
    await page.getByRole("button", { name: "Try Again" }).click();
    await expect.poll(() => rows().count()).toBeGreaterThan(20);
    expect(await page.locator(".notice").isVisible()).toBe(false);
  });

  it("takes on another theme at once", async () => {
    const { page } = pages;
    const picture = () => page.evaluate(() => Array.from(document.querySelectorAll("canvas"), (canvas) => canvas.toDataURL().length).join());
    await expect.poll(() => rows().count()).toBeGreaterThan(20);
    await page.waitForTimeout(300);
    const dark = await picture();
    await page.evaluate(() => window.graphHost.setTheme("light"));
    await expect.poll(picture).not.toBe(dark);
  });
});
