import { chromium, type Browser, type Page } from "playwright-core";
import { serveGraphPage } from "../../scripts/graph-dev.mjs";
import { installBrowser } from "../../scripts/hosts/install-browser.mjs";
import type { GraphHost } from "./graph-host.ts";

declare global {
  interface Window {
    readonly graphHost: GraphHost;
  }
}

/** A browser for the drawing's page, which is served on a fixture in place of VS Code. */
export interface GraphPages {
  readonly page: Page;
  /** Opens the page anew, with nothing remembered; a reload remembers. */
  open(query?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export async function openGraphPages(): Promise<GraphPages> {
  const server = await serveGraphPage();
  const { executablePath, args, env } = await installBrowser();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const browser: Browser = await chromium.launch({ executablePath, args, env: { ...Object.fromEntries(inherited), ...env } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
  return {
    page,
    open: async (query = {}) => {
      await page.goto(`${server.url}?${new URLSearchParams(query).toString()}`);
      await page.locator('[role="tree"]').waitFor({ state: "attached" });
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
