import { hostNames, installHost } from "../../scripts/hosts/install-host.mjs";
import { installBrowser } from "../../scripts/hosts/install-browser.mjs";
import { prepareExtension } from "../../scripts/package.mjs";

/** Installs and packages, once before all journeys, what a window needs. */
export async function setup(): Promise<void> {
  for (const name of hostNames) await installHost(name);
  await installBrowser();
  await prepareExtension();
}
