// npm start: the extension in a real VS Code window on the sample estate.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { installDependencies } from "./install.mjs";
import { isPortFree, stopAll } from "./processes.mjs";
import { at, say, step } from "./project.mjs";

const usage = "Usage: npm start -- [--port N] [--no-open] [--desktop] [--host-version oldest|newest]";
const commandLineWrong = 2;
const logs = at("test-results", "logs", "start");

const signalled = new Promise((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve("Ending."));
});

const options = readOptions(process.argv.slice(2));
try {
  say(await Promise.race([signalled, runWindow(options)]));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
await stopAll();
process.exit();

function readOptions(argv) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { port: { type: "string" }, "no-open": { type: "boolean" }, desktop: { type: "boolean" }, "host-version": { type: "string" } },
    });
    const hostVersion = values["host-version"] ?? "newest";
    if (!["oldest", "newest"].includes(hostVersion)) throw new Error(`--host-version is oldest or newest, not ${hostVersion}.`);
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port takes a number from 1 to 65535, not ${values.port}.`);
    return { port, opens: values["no-open"] !== true, isDesktop: values.desktop === true, hostVersion };
  } catch (error) {
    say(`${error.message}\n${usage}`);
    return process.exit(commandLineWrong);
  }
}

// Resolves when the person closes a desktop window; rejects when something ends that should not.
async function runWindow({ port, opens, isDesktop, hostVersion }) {
  if (port !== 0 && !(await isPortFree(port))) {
    throw new Error(`Port ${port} is in use. Choose another one with --port, or leave the option out for a free one.`);
  }
  await installDependencies();
  const session = await import("./session.mjs");
  if (isDesktop) {
    const window = await session.startDesktop({ folder: at("samples"), logs });
    say(`The simulator answers at ${window.simulator.url}. Close the window or press Ctrl-C to end.`);
    return desktopEnd(window);
  }

  const { installHost } = await import("./hosts/install-host.mjs");
  const { prepareExtension } = await import("./package.mjs");
  const host = await installHost(hostVersion);
  await prepareExtension();
  const window = await step("starting the simulator and VS Code", () => session.startSession({ host, port, logs }));
  const url = window.urlOf({ folder: at("samples") });
  process.stdout.write(`ready ${url}\n`);
  say(`VS Code ${host.version} with the sample estate; the simulator answers at ${window.simulator.url}. Press Ctrl-C to end.`);
  if (opens) openInBrowser(url);
  return serverEnd(window);
}

// Whatever of the two ends first, without it the window is of no use.
async function serverEnd({ server, simulator }) {
  throw new Error(await Promise.race([server.ended, simulator.ended]));
}

const commandNotFound = 127;

async function desktopEnd({ server, simulator }) {
  const code = await Promise.race([server.exited, simulator.ended.then((how) => Promise.reject(new Error(how)))]);
  if (code === commandNotFound) throw new Error("There is no `code` command on the path. Install VS Code with its shell command, or leave --desktop out.");
  if (code !== 0) throw new Error(await server.ended);
  return "The window is closed.";
}

function openInBrowser(url) {
  const openers = { darwin: ["open", [url]], win32: ["rundll32", ["url.dll,FileProtocolHandler", url]] };
  const [command, commandArguments] = openers[process.platform] ?? ["xdg-open", [url]];
  const opener = spawn(command, commandArguments, { stdio: "ignore", detached: true });
  opener.on("error", () => say("No browser could be opened here: open the address above in one."));
  opener.unref();
}
