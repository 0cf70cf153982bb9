// What a person's window consists of: the packaged extension, a simulator, AWS profiles for it, and a VS Code.
import { join } from "node:path";
import { installUnpacked, startServer, windowUrl, writeSettings } from "./hosts/start-server.mjs";
import { prepareExtension } from "./package.mjs";
import { startKept, temporaryFolder } from "./processes.mjs";
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
  const extension = await prepareExtension();
  const folder = temporaryFolder("window");
  const simulator = await startSimulator({ estate, clock, log: logIn(logs, "simulator") });
  const server = await startServer({
    ...{ host, folder, trust, testDriver, port: options.port, log: logIn(logs, "server") },
    extension: isDevelopment ? undefined : extension,
    settings: { ...sampleSettings(simulator.url), ...settings },
    env: { ...writeAwsProfiles(join(folder, "aws"), profiles), ...env },
  });
  return {
    simulator,
    server,
    extension,
    urlOf: (open) => windowUrl(server, open),
    stop: async () => void (await Promise.all([server.stop(), simulator.stop()])),
  };
}

/**
 * Starts a simulator and the desktop VS Code that is installed, as `code` on the path, with a profile of its own.
 *
 * @param {{ folder: string }} options The folder to open.
 */
export async function startDesktop({ folder }) {
  const extension = await prepareExtension();
  const profile = temporaryFolder("desktop");
  const simulator = await startSimulator();
  writeSettings(join(profile, "data", "User"), sampleSettings(simulator.url));
  const extensions = installUnpacked(extension, join(profile, "extensions"));
  const isWindows = process.platform === "win32";
  const code = ["--user-data-dir", join(profile, "data"), "--extensions-dir", extensions, "--disable-workspace-trust", "--new-window", "--wait", folder];
  const server = startKept(isWindows ? "cmd" : "code", isWindows ? ["/c", "code", ...code] : code, {
    name: "The desktop VS Code",
    env: writeAwsProfiles(join(profile, "aws")),
    remove: [profile],
    // The window's process detaches itself from the command; it leaves its id here.
    pidFiles: [join(profile, "data", "code.lock")],
  });
  return { server, simulator };
}

const logIn = (logs, name) => (logs === undefined ? undefined : join(logs, `${name}.log`));
