import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { openWindow, type VscodeWindow } from "../support/window.ts";

describe("plan files in the editor", () => {
  let window: VscodeWindow;

  beforeAll(async () => {
    window = await openWindow({ viewport: { width: 1440, height: 1300 } });
  });
  afterAll(() => window.close());
  beforeEach(({ task }) => {
    onTestFailed(async () => {
      await window.screenshot(`failed-${task.name}`);
      await window.leaveEverything();
    });
  });

  const editor = () => window.page.locator(".editor-group-container.active");
  const word = (text: string) => editor().locator(".view-line span span").getByText(text, { exact: true }).first();
  const squiggles = (severity: "error" | "warning") => expect.poll(() => editor().locator(`.squiggly-${severity}`).count(), { timeout: 20_000 });
  const lightBulb = () => editor().locator('[class*="lightbulb"], .lightBulbWidget').first();
  const problems = () => window.page.locator(".markers-panel .monaco-list-row");
  const goTo = async (line: number): Promise<void> => {
    await window.page.keyboard.press("Control+G");
    await window.quickInput().fill(`:${String(line)}`);
    await window.page.keyboard.press("Enter");
    await window.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await window.page.locator(".statusbar-item").getByText(`Ln ${String(line)}, Col`).waitFor();
  };

  it("underlines every mistake of the sample and lists it among the problems", async () => {
    await window.openFile("mistakes.dx.yaml");
    await window.page.locator(".statusbar-item").getByText("Direct Connect Plan").waitFor();
    await squiggles("error").toBeGreaterThanOrEqual(9);
    await window.runCommand("Problems: Focus on Problems View");
    await problems().getByText("mistakes.dx.yaml").first().waitFor();
    await expect.poll(() => problems().locator(".count, .monaco-count-badge").first().innerText(), { timeout: 10_000 }).toBe("14");
    for (const code of ["DX118", "DX002", "DX004", "DX127", "DX108", "DX306", "DX801"]) await problems().getByText(code).first().waitFor();
    await problems().getByText("VLAN 101 is already used by `prod-a`").waitFor();
    await window.screenshot("plan-mistakes");
  });

  it("mends a mistake with one key", async () => {
    await window.openFile("mistakes.dx.yaml");
    await word("bandwith").click();
    await lightBulb().waitFor();
    await window.page.keyboard.press("Control+.");
    const fixes = window.page.locator(".action-widget .monaco-list-row");
    await fixes.filter({ hasText: "bandwidth" }).first().waitFor();
    await window.screenshot("plan-quick-fix");
    await fixes.filter({ hasText: "bandwidth" }).first().click();
    await expect.poll(() => word("bandwith").count()).toBe(0);
    await expect.poll(() => problems().getByText("DX002").count(), { timeout: 10_000 }).toBe(0);
  });

  it("has nothing to say about the clean sample", async () => {
    await window.openFile("clean.dx.yaml");
    await word("resiliency").waitFor();
    // The answer to the hover comes after the first diagnosis, so that silence means something.
    await word("bandwidth").hover();
    const hover = window.page.locator(".monaco-hover").filter({ hasText: "CreateConnection" });
    await hover.waitFor();
    expect(await hover.innerText()).toMatch(/bandwidth[\s\S]*Takes 1Gbps, 10Gbps, 100Gbps, 400Gbps[\s\S]*In the API: bandwidth/);
    await window.screenshot("plan-hover");
    await window.page.mouse.move(200, 900);
    await squiggles("error").toBe(0);
    await squiggles("warning").toBe(0);
    expect(await problems().getByText("clean.dx.yaml").count()).toBe(0);
  });

  it("completes a value, and complains until it has one", async () => {
    await window.openFile("clean.dx.yaml");
    await goTo(13);
    await window.page.keyboard.press("End");
    for (let left = "EqDC2".length; left > 0; left -= 1) await window.page.keyboard.press("Backspace");
    await problems().getByText("`location` has no value").waitFor();
    await window.page.keyboard.press("Control+Space");
    const suggestions = window.page.locator(".suggest-widget.visible .monaco-list-row");
    await suggestions.getByText("CSVA1").first().waitFor();
    await window.screenshot("plan-completion");
    await window.page.keyboard.type("EqDC");
    await suggestions.getByText("EqDC2").first().waitFor();
    await window.page.keyboard.press("Enter");
    await expect.poll(() => problems().getByText("clean.dx.yaml").count(), { timeout: 10_000 }).toBe(0);
    expect(await window.editorText("clean.dx.yaml")).toContain("    location: EqDC2\n");
  });

  it("completes references to the file's own resources", async () => {
    await window.openFile("mistakes.dx.yaml");
    await goTo(48);
    await word("secundary").dblclick();
    await window.page.keyboard.press("Delete");
    await window.page.keyboard.press("Control+Space");
    const suggestions = window.page.locator(".suggest-widget.visible .monaco-list-row");
    await suggestions.getByText("secondary").first().waitFor();
    const offered = await suggestions.allInnerTexts();
    expect(offered.join(" ")).toMatch(/primary[\s\S]*secondary[\s\S]*tertiary/);
  });

  it("tells of a VLAN that is taken while it is typed, and puts it right", async () => {
    await window.openFile("clean.dx.yaml");
    await goTo(96);
    await window.page.keyboard.press("End");
    await window.page.keyboard.press("Backspace");
    await window.page.keyboard.type("1");
    await squiggles("error").toBe(1);
    const told = problems().getByText("VLAN 101 is already used by `prod-va1`");
    await told.waitFor();
    await window.screenshot("plan-vlan-taken");
    await lightBulb().waitFor();
    await window.page.keyboard.press("Control+.");
    const fix = window.page.locator(".action-widget .monaco-list-row").filter({ hasText: "the next free VLAN" });
    await fix.waitFor();
    await window.screenshot("plan-vlan-fix");
    await fix.click();
    await squiggles("error").toBe(0);
    await expect.poll(() => told.count(), { timeout: 10_000 }).toBe(0);
  });

  it("renames a connection through all references", async () => {
    await window.openFile("clean.dx.yaml");
    await goTo(11);
    await word("dc2-a").click();
    await window.page.keyboard.press("F2");
    const box = window.page.locator(".rename-box input");
    await box.waitFor();
    await box.fill("ashburn-a");
    await window.screenshot("plan-rename");
    await window.page.keyboard.press("Enter");
    await box.waitFor({ state: "hidden" });
    await expect.poll(() => window.editorText("clean.dx.yaml"), { timeout: 10_000 }).toMatch(/^ {2}ashburn-a:$/m);
    await goTo(169);
    await expect.poll(() => window.editorText("clean.dx.yaml")).toContain("connections: [ashburn-a, va1-a]");
    await squiggles("error").toBe(0);
    await window.screenshot("plan-renamed");
  });
});
