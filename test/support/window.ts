// A VS Code window in a real browser, and the hands of a person in it.
//
// To add a journey, put `test/e2e/<subject>.test.ts` beside the others:
//
//   const window = await openWindow();                       // simulator, server, browser, samples/ open
//   await window.openDirectConnect();                        // the view container in the activity bar
//   await window.expand("us-east-1");
//   await window.contextMenu(window.treeItem("dxcon-…"), "Confirm Connection");
//   await window.screenshot("confirmed");                    // test-results/screenshots/confirmed.png
//   await window.close();
//
// Everything else is Playwright's: `window.page`, `window.webviewFrame()`. Locators wait; expect.poll of vitest does too.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type FrameLocator, type Locator, type Page } from "playwright-core";
import { installBrowser } from "../../scripts/hosts/install-browser.mjs";
import { installHost } from "../../scripts/hosts/install-host.mjs";
import { calmSettings, startSimulator } from "../../scripts/start-simulator.mjs";
import { startSession, type Session, type SessionOptions } from "../../scripts/session.mjs";

export type Theme = "dark" | "light" | "high-contrast" | "high-contrast-light";

export interface WindowOptions extends Pick<SessionOptions, "estate" | "clock" | "settings" | "profiles" | "env" | "trust"> {
  /** The folder to open; left out: a writable copy of samples/. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly hostVersion?: "oldest" | "newest";
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** The themes of VS Code by what they are for: their ids, and their names where they are chosen. */
export const themes: Readonly<Record<Theme, { readonly id: string; readonly name: string }>> = {
  dark: { id: "Default Dark Modern", name: "Dark Modern" },
  light: { id: "Default Light Modern", name: "Light Modern" },
  "high-contrast": { id: "Default High Contrast", name: "Dark High Contrast" },
  "high-contrast-light": { id: "Default High Contrast Light", name: "Light High Contrast" },
};

/** A record of the simulator's state. */
export type SimulatorRecord = Readonly<Record<string, unknown>>;

/** The simulator's control endpoints. */
export interface SimulatorBehind {
  readonly url: string;
  stop(): Promise<void>;
  /** Starts another one on the same port, after `stop()`. */
  startAgain(): Promise<void>;
  /** A list of its state, such as `connections` or `virtualInterfaces`. */
  records(list: string): Promise<readonly SimulatorRecord[]>;
  /** Lets time pass; for a window with the manual clock. */
  advance(seconds: number): Promise<unknown>;
  /** Puts these faults in place of those before. */
  fault(...faults: readonly SimulatorRecord[]): Promise<unknown>;
  happen(event: "linkDown" | "linkUp" | "bgpDown" | "bgpUp" | "approve", id: string): Promise<unknown>;
}

// A hand that is faster than a person's meets tooltips where it has long gone on.
const handSettings = { "workbench.hover.delay": 5000 };

const screenshots = join(import.meta.dirname, "..", "..", "test-results", "screenshots");
const startTimeoutMs = 60_000;

/** Opens a window on its own simulator, server and browser. Close it in any case: `afterAll(() => window.close())`. */
export async function openWindow(options: WindowOptions = {}): Promise<VscodeWindow> {
  const { theme = "dark", hostVersion = "newest", settings = {}, folder, viewport = { width: 1440, height: 900 }, ...session } = options;
  const started = await startSession({
    ...session,
    host: await installHost(hostVersion),
    settings: { "workbench.colorTheme": themes[theme].id, "window.autoDetectColorScheme": false, ...calmSettings, ...handSettings, ...settings },
  });
  const { executablePath, args, env } = await installBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...definedOnly(process.env), ...env } });
  const context = await browser.newContext({ viewport, permissions: ["clipboard-read", "clipboard-write"] });
  const window = new VscodeWindow(await context.newPage(), browser, started);
  await window.open(folder ?? started.workspace).catch(async (error: unknown) => {
    await window.screenshot("window-that-did-not-open");
    await window.close();
    throw error;
  });
  return window;
}

/** One open window. */
export class VscodeWindow {
  readonly page: Page;
  /** The folder that is open. */
  folder = "";
  readonly #browser: Browser;
  readonly #session: Session;
  readonly #later: { stop(): Promise<void> }[] = [];

  constructor(page: Page, browser: Browser, session: Session) {
    this.page = page;
    this.#browser = browser;
    this.#session = session;
  }

  /** The window's address. */
  get url(): string {
    return this.#session.urlOf({ folder: this.folder });
  }

  /** A second window on the same folder, server and simulator; it closes with this one. */
  async openBeside(): Promise<VscodeWindow> {
    const beside = new VscodeWindow(await this.page.context().newPage(), this.#browser, this.#session);
    await beside.open(this.folder);
    return beside;
  }

  /** The simulator behind the window. */
  get simulator(): SimulatorBehind {
    const { simulator } = this.#session;
    const { url } = simulator;
    const ask = (endpoint: string, body?: unknown): Promise<unknown> => control(`${url}/_simulator/${endpoint}`, body);
    return {
      url,
      stop: () => simulator.stop(),
      startAgain: async () => {
        this.#later.push(await startSimulator({ port: Number(new URL(url).port), clock: "manual" }));
      },
      records: async (list) => ((await ask("state")) as Record<string, SimulatorRecord[]>)[list] ?? [],
      advance: (seconds) => ask("clock", { advanceSeconds: seconds }),
      fault: (...faults) => ask("faults", { faults }),
      happen: (event, id) => ask("world", { event, id }),
    };
  }

  async open(folder: string): Promise<void> {
    this.folder = folder;
    await this.page.goto(this.url);
    await this.#ready();
  }

  /** Reloads the window as a person does, so that it has written down what it wants to find again. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent("load");
    await this.runCommand("Developer: Reload Window");
    await loaded;
    await this.#ready();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await Promise.all([this.#session, ...this.#later].map((started) => started.stop()));
  }

  /** Writes <name>.png, into test-results/screenshots if no folder is named. */
  async screenshot(name: string, folder = screenshots): Promise<string> {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path, animations: "disabled" });
    return path;
  }

  /** Runs a command by its title in the command palette, which the window closes again when something else takes the focus. */
  async runCommand(title: string): Promise<void> {
    for (let tries = 1; !(await this.#chooseCommand(title)); tries += 1) {
      if (tries === mostTries) throw new Error(`The command palette does not stay open for "${title}".`);
    }
  }

  /** The input field of the open quick pick or input box. */
  quickInput(): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-box input");
  }

  /** A row of the open quick pick. */
  quickPick(text: string | RegExp): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row").filter({ hasText: text }).first();
  }

  /** Accepts what is ticked in the open quick pick. */
  async acceptChoices(): Promise<void> {
    await this.page.locator(".quick-input-widget .monaco-button").filter({ hasText: exactly("OK") }).click();
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Fills the open input box, once it is the one that asks this, and accepts it. */
  async answer(text: string, prompt?: string): Promise<void> {
    if (prompt !== undefined) {
      const widget = this.page.locator(".quick-input-widget:visible");
      await widget.getByText(prompt).or(widget.getByPlaceholder(prompt)).first().waitFor();
    }
    await this.quickInput().fill(text);
    await this.page.keyboard.press("Enter");
  }

  async chooseTheme(theme: Theme): Promise<void> {
    await this.runCommand("Preferences: Color Theme");
    await this.quickInput().fill(themes[theme].name);
    const name = this.page.locator(".label-name").filter({ hasText: exactly(themes[theme].name) });
    await this.page.locator(".quick-input-list .monaco-list-row").filter({ has: name }).click();
  }

  /** Opens the view container, with all its room for the tree: a row that is out of sight is not there for a hand. */
  async openDirectConnect(): Promise<void> {
    const tab = this.page.locator(".part.activitybar .action-item", { has: this.page.locator('[aria-label^="Direct Connect"]') }).first();
    if ((await tab.getAttribute("aria-selected")) !== "true") await tab.click();
    await this.page.locator(".part.sidebar .pane").first().waitFor();
    await this.toggleActivity(false);
  }

  /** Opens or closes the view of the calls. */
  async toggleActivity(isOpen: boolean): Promise<void> {
    const header = this.page.locator(".part.sidebar .pane-header").filter({ hasText: "Activity" });
    if ((await header.getAttribute("aria-expanded")) !== String(isOpen)) await header.click();
  }

  /** The first row of the side bar's trees with this label, or with a name for screen readers that fits the pattern. */
  treeItem(label: string | RegExp): Locator {
    const rows = this.page.locator('.part.sidebar .monaco-list-row[role="treeitem"]');
    if (typeof label !== "string") return rows.and(this.page.getByLabel(label)).first();
    const name = this.page.locator(".label-name").filter({ hasText: exactly(label) });
    return rows.filter({ has: name }).first();
  }

  /** What a screen reader reads of a row: label, description and what its state means. */
  async treeItemText(label: string | RegExp): Promise<string> {
    return (await this.treeItem(label).getAttribute("aria-label")) ?? "";
  }

  async expand(label: string | RegExp): Promise<void> {
    const row = this.treeItem(label);
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) === "false") await row.locator(".monaco-tl-twistie").click();
  }

  /** Right-clicks something and, when an entry is given, chooses it: one of a submenu when there are two. */
  async contextMenu(target: Locator, ...entries: readonly string[]): Promise<Locator> {
    await target.click({ button: "right" });
    const menu = this.openMenu();
    await menu.waitFor();
    if (entries.length > 0) await this.choose(...entries);
    return menu;
  }

  /** The open menu. */
  openMenu(): Locator {
    return this.page.locator(menus).last();
  }

  /** The entries of the open menu, without its separators. */
  async menuEntries(): Promise<string[]> {
    const entries = await this.openMenu().locator(".action-item .action-label:not(.separator)").allInnerTexts();
    return entries.map((entry) => entry.trim()).filter((entry) => entry !== "");
  }

  /** Chooses an entry of the open menu by the beginning of its label, and then one of the submenu that it opens. */
  async choose(...entries: readonly string[]): Promise<void> {
    const menu = this.page.locator(menus).first();
    for (const [index, entry] of entries.entries()) {
      const within = index === 0 ? menu : this.openSubmenu();
      const item = within.locator(".action-item").filter({ hasText: new RegExp(`^\\s*${escapeForPattern(entry)}`) }).first();
      // A menu takes no click in its first moments, lest the click that opened it choose something.
      await item.hover();
      await this.page.waitForTimeout(menuDelayMs);
      await item.click();
    }
    await menu.waitFor({ state: "hidden" });
  }

  /** Opens a submenu of the open menu. */
  async hoverSubmenu(entry: string): Promise<Locator> {
    await this.openMenu().locator(".action-item").filter({ hasText: new RegExp(`^\\s*${escapeForPattern(entry)}`) }).first().hover();
    await this.openSubmenu().waitFor();
    return this.openSubmenu();
  }

  openSubmenu(): Locator {
    return this.page.locator(".monaco-submenu .monaco-menu").last();
  }

  /** Leaves menus, dialogs and inputs that a test has left open. */
  async leaveEverything(): Promise<void> {
    const open = this.page.locator(`${menus}, .monaco-dialog-box, .quick-input-widget:visible`);
    for (let presses = 0; presses < mostLayers && (await open.count()) > 0; presses += 1) await this.page.keyboard.press("Escape");
  }

  /** The open modal dialog. */
  dialog(): Locator {
    return this.page.locator(".monaco-dialog-box");
  }

  /** A button of the open modal dialog. */
  dialogButton(label: string): Locator {
    return this.dialog().locator(".monaco-button").filter({ hasText: exactly(label) });
  }

  /**
   * Presses Enter on a button of the open dialog. A menu that was opened in a webview gives the keyboard back to it some
   * moments after its entry has run, so that a key pressed blindly may reach the webview behind the dialog.
   */
  async pressDialogButton(label: string): Promise<void> {
    await this.dialogButton(label).press("Enter");
    await this.dialog().waitFor({ state: "hidden" });
  }

  /** A notification that holds the text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator(".notification-list-item, .notification-toast").filter({ hasText: text }).first();
  }

  /** The text of the open editor whose tab begins so. Only what is in sight of a longer one. */
  async editorText(title: string): Promise<string> {
    await this.page.locator(`.tab.active[data-resource-name^="${title}"]`).waitFor();
    const lines = this.page.locator(".editor-group-container.active .monaco-editor .view-line");
    await lines.first().waitFor();
    const placed = await lines.evaluateAll((all) => all.map((line) => ({ top: parseFloat((line as HTMLElement).style.top), text: line.textContent })));
    const text = placed.sort((one, other) => one.top - other.top).map((line) => line.text).join("\n");
    return text.replaceAll("\u00a0", " ");
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+P");
    // By its whole path it is found without the search tool, which the oldest host has none of.
    await this.quickInput().fill(join(this.folder, name));
    await this.quickPick(name).click();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** The content of the newest webview panel. */
  webviewFrame(): FrameLocator {
    return this.page.locator("iframe.webview.ready").last().contentFrame().frameLocator("#active-frame");
  }

  async #chooseCommand(title: string): Promise<boolean> {
    const patience = { timeout: 10_000 };
    await this.page.keyboard.press("F1");
    const choice = this.quickInput().fill(`>${title}`, patience).then(() => this.quickPick(title).click(patience));
    return choice.then(() => true, () => false);
  }

  async #ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.activitybar").waitFor({ timeout: startTimeoutMs });
    await this.page.locator('.part.activitybar [aria-label^="Direct Connect"]').first().waitFor({ timeout: startTimeoutMs });
  }
}

const menus = ".context-view .monaco-menu, .monaco-menu-container .monaco-menu";
const menuDelayMs = 150;
const mostTries = 3;
/** Deeper than anything that opens another. */
const mostLayers = 5;

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${escapeForPattern(text)}\\s*$`);
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// Calls a control endpoint of the simulator: GET without a body, POST with one.
async function control(url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, body === undefined ? {} : { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}: ${await response.text()}`);
  return response.json();
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
