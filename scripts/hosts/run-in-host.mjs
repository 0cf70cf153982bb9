// Lets VS Code run a module inside its extension host, as it runs an extension's tests.
import { installBrowser } from "./install-browser.mjs";

/**
 * Opens a window of a server started with its test driver and waits until the module's `run()` has ended.
 *
 * @param {import("../session.mjs").Session} session
 * @param {object} what
 * @param {string} what.extension The folder of the extension under development.
 * @param {string} what.suite The module that exports `run()`.
 * @param {number} what.timeoutMs
 */
export async function runInHost(session, { extension, suite, timeoutMs }) {
  const { chromium } = await import("playwright-core");
  const { executablePath, args, env } = await installBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const page = await browser.newPage();
    // The page calls these two where they exist; the results themselves come in a file.
    const exit = new Promise((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
    await page.exposeFunction("codeAutomationLog", () => undefined);
    const remote = `vscode-remote://${session.server.authority}`;
    const payload = [
      ["extensionDevelopmentPath", remote + extension],
      ["extensionTestsPath", remote + suite],
    ];
    await page.goto(session.urlOf({ folder: session.workspace, payload }));
    const timeout = new Promise((resolve) => setTimeout(resolve, timeoutMs, false).unref());
    const isInTime = await Promise.race([exit.then(() => true), timeout]);
    if (!isInTime) throw new Error(`${suite} did not end within ${timeoutMs / 1000} s. The server's last lines:\n${session.server.lastLines()}`);
  } finally {
    await browser.close();
  }
}
