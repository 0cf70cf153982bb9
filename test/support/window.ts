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
import { startSession, type Session, type SessionOptions } from "../../scripts/session.mjs";

export type Theme = "dark" | "light" | "high-contrast" | "high-contrast-light";

export interface WindowOptions extends Pick<SessionOptions, "estate" | "clock" | "settings" | "profiles" | "env" | "trust"> {
  /** The folder to open; left out: a writable copy of samples/. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly hostVersion?: "oldest" | "newest";
  readonly viewport?: { readonly width: number; readonly height: number };
}

const themes: Record<Theme, string> = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  "high-contrast": "Default High Contrast",
  "high-contrast-light": "Default High Contrast Light",
};

const screenshots = join(import.meta.dirname, "..", "..", "test-results", "screenshots");
const startTimeoutMs = 60_000;

/** Opens a window on its own simulator, server and browser. Close it in any case: `afterAll(() => window.close())`. */
export async function openWindow(options: WindowOptions = {}): Promise<VscodeWindow> {
  const { theme = "dark", hostVersion = "newest", settings = {}, folder, viewport = { width: 1440, height: 900 }, ...session } = options;
  const started = await startSession({
    ...session,
    host: await installHost(hostVersion),
    settings: { "workbench.colorTheme": themes[theme], "window.autoDetectColorScheme": false, ...settings },
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

  constructor(page: Page, browser: Browser, session: Session) {
    this.page = page;
    this.#browser = browser;
    this.#session = session;
  }

  /** The window's address; a second page on it is a second window on the same profile. */
  get url(): string {
    return this.#session.urlOf({ folder: this.folder });
  }

  /** The simulator behind the window, with its control endpoints. */
  get simulator(): { readonly url: string; control: typeof control; stop(): Promise<void> } {
    const { simulator } = this.#session;
    const { url } = simulator;
    return { url, stop: () => simulator.stop(), control: (endpoint, body) => control(`${url}/${endpoint}`, body) };
  }

  async open(folder: string): Promise<void> {
    this.folder = folder;
    await this.page.goto(this.url);
    await this.#ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#ready();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#session.stop();
  }

  /** Writes <name>.png, into test-results/screenshots if no folder is named. */
  async screenshot(name: string, folder = screenshots): Promise<string> {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path, animations: "disabled" });
    return path;
  }

  /** Runs a command by its title in the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.quickInput().fill(`>${title}`);
    await this.quickPick(title).click();
  }

  /** The input field of the open quick pick or input box. */
  quickInput(): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-box input");
  }

  /** A row of the open quick pick. */
  quickPick(text: string | RegExp): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row").filter({ hasText: text }).first();
  }

  /** Fills the open input box and accepts it. */
  async answer(text: string): Promise<void> {
    await this.quickInput().fill(text);
    await this.page.keyboard.press("Enter");
  }

  async openDirectConnect(): Promise<void> {
    const tab = this.page.locator(".part.activitybar .action-item", { has: this.page.locator('[aria-label^="Direct Connect"]') }).first();
    if ((await tab.getAttribute("aria-selected")) !== "true") await tab.click();
    await this.page.locator(".part.sidebar .pane").first().waitFor();
  }

  /** The first row of the side bar's trees whose label or description holds the text. */
  treeItem(text: string | RegExp): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row[role="treeitem"]').filter({ hasText: text }).first();
  }

  async expand(text: string | RegExp): Promise<void> {
    const row = this.treeItem(text);
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) === "false") await row.locator(".monaco-tl-twistie").click();
  }

  /** Right-clicks something and, when an entry is given, chooses it. */
  async contextMenu(target: Locator, entry?: string): Promise<Locator> {
    await target.click({ button: "right" });
    const menu = this.page.locator(".context-view .monaco-menu, .monaco-menu-container .monaco-menu").last();
    await menu.waitFor();
    if (entry !== undefined) await menu.locator(".action-item", { hasText: entry }).first().click();
    return menu;
  }

  /** The open modal dialog. */
  dialog(): Locator {
    return this.page.locator(".monaco-dialog-box");
  }

  /** A button of the open modal dialog. */
  dialogButton(label: string): Locator {
    return this.dialog().locator(".monaco-button", { hasText: label });
  }

  /** A notification that holds the text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator(".notification-list-item, .notification-toast").filter({ hasText: text }).first();
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+P");
    // By its whole path it is found without the search tool, which the oldest host has none of.
    await this.quickInput().fill(join(this.folder, name));
    await this.quickPick(name).click();
    await this.page.locator(`.tab[data-resource-name="${name}"]`).waitFor();
  }

  /** The content of the newest webview panel. */
  webviewFrame(): FrameLocator {
    return this.page.locator("iframe.webview.ready").last().contentFrame().frameLocator("#active-frame");
  }

  async #ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.activitybar").waitFor({ timeout: startTimeoutMs });
    await this.page.locator('.part.activitybar [aria-label^="Direct Connect"]').first().waitFor({ timeout: startTimeoutMs });
  }
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
