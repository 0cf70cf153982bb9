// What a person's window consists of: the packaged extension, a simulator, AWS profiles for it, and a VS Code.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { installUnpacked, startServer, windowUrl, writeSettings } from "./hosts/start-server.mjs";
import { prepareExtension } from "./package.mjs";
import { startKept, temporaryFolder } from "./processes.mjs";
import { at } from "./project.mjs";
import { sampleSettings, startSimulator, writeAwsProfiles } from "./start-simulator.mjs";

/**
 * Starts a simulator and a VS Code server with the packaged extension that reads from it.
 *
 * @param {object} options
 * @param {{ version: string, node: string, serverMain: string }} options.host
 * @param {number} [options.port] The window's port; 0 or left out: any free one.
 * @param {string} [options.estate] `sample`, `empty` or a file.
 * @param {"real" | "fast" | "manual"} [options.clock] The simulator's.
 * @param {Record<string, unknown>} [options.settings] On top of those of the sample window.
 * @param {Record<string, string>} [options.profiles] Profile name to access key id, in place of the sample's.
 * @param {Record<string, string | undefined>} [options.env] On top of the environment that names the profiles.
 * @param {boolean} [options.trust]
 * @param {boolean} [options.testDriver]
 * @param {boolean} [options.isDevelopment] true: the page names the extension's folder, so it is not installed.
 * @param {string} [options.logs] A folder for what the processes print.
 */
export async function startSession(options) {
  const { host, estate, clock, settings = {}, profiles, env = {}, trust, testDriver, isDevelopment = false, logs } = options;
  const folder = temporaryFolder("window");
  // A copy of its own, because a build may replace the original under a running window.
  const extension = join(folder, "extension");
  cpSync(await prepareExtension(), extension, { recursive: true });
  const workspace = join(folder, "samples");
  cpSync(at("samples"), workspace, { recursive: true });
  const simulator = await startSimulator({ estate, clock, log: logIn(logs, "simulator") });
  const server = await startServer({
    ...{ host, folder, trust, testDriver, port: options.port, log: logIn(logs, "server") },
    extension: isDevelopment ? undefined : extension,
    settings: { ...sampleSettings(simulator.url), ...settings },
    env: { ...writeAwsProfiles(join(folder, "aws"), profiles), DX_SIMULATOR_URL: simulator.url, ...env },
  });
  return {
    simulator,
    server,
    extension,
    /** A copy of samples/ that may be written to. */
    workspace,
    urlOf: (open) => windowUrl(server, open),
    stop: async () => void (await Promise.all([server.stop(), simulator.stop()])),
  };
}

/**
 * Starts a simulator and prepares a profile for a desktop VS Code that reads from it.
 *
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings] On top of those of the sample window.
 * @param {string} [options.logs] A folder for what the processes print.
 * @returns what the desktop VS Code needs: its command line's arguments, its environment and the folders
 */
export async function startDesktopSession({ settings = {}, logs } = {}) {
  const extension = await prepareExtension();
  const folder = temporaryFolder("desktop");
  const workspace = join(folder, "samples");
  cpSync(at("samples"), workspace, { recursive: true });
  // The simulator's end takes the profile with it.
  const simulator = await startSimulator({ remove: [folder], log: logIn(logs, "simulator") });
  const data = join(folder, "data");
  writeSettings(join(data, "User"), { ...sampleSettings(simulator.url), ...settings });
  return {
    simulator,
    extension,
    workspace,
    folder,
    data,
    arguments: ["--user-data-dir", data, "--extensions-dir", join(folder, "extensions"), "--disable-workspace-trust"],
    env: { ...writeAwsProfiles(join(folder, "aws")), DX_SIMULATOR_URL: simulator.url },
    stop: simulator.stop,
  };
}

/**
 * Opens a folder in the desktop VS Code that is installed as `code` on the path.
 *
 * @param {{ folder: string, logs?: string }} options
 */
export async function startDesktop({ folder, logs }) {
  const session = await startDesktopSession({ logs });
  installUnpacked(session.extension, join(session.folder, "extensions"));
  const isWindows = process.platform === "win32";
  const code = [...session.arguments, "--new-window", "--wait", folder];
  const server = startKept(isWindows ? "cmd" : "code", isWindows ? ["/c", "code", ...code] : code, {
    name: "The desktop VS Code",
    env: session.env,
    // The window's process detaches itself from the command; it leaves its id here.
    pidFiles: [join(session.data, "code.lock")],
    log: logIn(logs, "code"),
  });
  return { server, simulator: session.simulator };
}

const logIn = (logs, name) => (logs === undefined ? undefined : join(logs, `${name}.log`));
