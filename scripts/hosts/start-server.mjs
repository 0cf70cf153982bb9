// Starts a VS Code server with a profile of its own.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../project.mjs";
import { startKept, temporaryFolder } from "../processes.mjs";

const startTimeoutMs = 60_000;

/** Keeps a new window free of what is not the matter: tours, tips, updates, chat, other programs' ports and questions about other repositories. */
export const quietSettings = {
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "remote.autoForwardPorts": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.startupPrompt": "never",
};

/**
 * Starts a server and resolves when it listens.
 *
 * @param {object} options
 * @param {{ version: string, node: string, serverMain: string }} options.host
 * @param {string} [options.folder] A folder for the profile, deleted when the server ends; left out: a temporary one.
 * @param {string} [options.extension] An unpacked extension to have installed.
 * @param {Record<string, unknown>} [options.settings] On top of the quiet ones, as the person's own and as the machine's.
 * @param {Record<string, string | undefined>} [options.env] For the extension host; undefined takes a variable away.
 * @param {boolean} [options.trust] false: folders open in Restricted Mode until trusted.
 * @param {boolean} [options.testDriver] Lets a page run extension tests and report them.
 * @param {number} [options.port] 0 or left out: any free one.
 * @param {string} [options.log] A file for what the server prints.
 */
export async function startServer(options) {
  const { host, extension, settings = {}, env = {}, trust = true, testDriver = false, port = 0, log } = options;
  const folder = options.folder ?? temporaryFolder("window");
  // In a window on a server, settings of machine scope count only in the machine's own file.
  for (const scope of ["User", "Machine"]) writeSettings(join(folder, "data", "data", scope), settings);
  const extensions = installUnpacked(extension, join(folder, "extensions"));
  const server = startKept(
    host.node,
    [
      host.serverMain,
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token", "--accept-server-license-terms"],
      ...["--server-data-dir", join(folder, "data"), "--extensions-dir", extensions, "--telemetry-level", "off"],
      ...(trust ? ["--disable-workspace-trust"] : []),
      ...(testDriver ? ["--enable-smoke-test-driver"] : []),
    ],
    { name: `VS Code ${host.version}`, env: { ...env, ...withoutOuterWindow }, remove: [folder], log },
  );
  const [, listening] = await server.line(/agent listening on (\d+)/, startTimeoutMs);
  const authority = `127.0.0.1:${listening}`;
  return { authority, url: `http://${authority}/`, folder, stop: server.stop, exited: server.exited, ended: server.ended, lastLines: server.lastLines };
}

// A server that is started from a VS Code terminal must not take itself for a part of that window.
const withoutOuterWindow = { VSCODE_IPC_HOOK_CLI: undefined, VSCODE_CWD: undefined, ELECTRON_RUN_AS_NODE: undefined };

/** Writes a settings.json: the quiet settings and the given ones. */
export function writeSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.json"), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

/** Puts an unpacked extension into an extensions folder as VS Code names it there. */
export function installUnpacked(extension, extensions) {
  mkdirSync(extensions, { recursive: true });
  if (extension === undefined) return extensions;
  const { publisher, name, version } = readJson(join(extension, "package.json"));
  cpSync(extension, join(extensions, `${publisher}.${name}-${version}`), { recursive: true });
  return extensions;
}

/**
 * The address that opens a folder or a workspace file in a window of a server.
 *
 * @param {{ authority: string, url: string }} server
 * @param {{ folder?: string, payload?: [string, string][] }} [open]
 */
export function windowUrl(server, { folder, payload } = {}) {
  const query = new URLSearchParams();
  if (folder !== undefined) query.set("folder", folder);
  if (payload !== undefined) query.set("payload", JSON.stringify(payload));
  return `${server.url}?${query.toString().replaceAll("%2F", "/").replaceAll("+", "%20")}`;
}
