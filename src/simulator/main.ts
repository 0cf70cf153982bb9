import { readFileSync } from "node:fs";
import { type Arguments, readArguments, usage } from "./arguments.ts";
import { readJsonText } from "./estate/json-text.ts";
import { EstateError } from "./estate/estate-error.ts";
import { StateFile } from "./estate/state-file.ts";
import { lockState } from "./estate/state-lock.ts";
import { type Fault, readFaults } from "./faults.ts";
import { type RunningServer, startServer } from "./http/server.ts";
import { Simulator } from "./simulator.ts";

/** Something that the user gave cannot be used: said in one line, without a stack. */
class Unusable extends Error {}

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2));
  if (read === "help") {
    console.log(usage);
    return;
  }
  if ("problem" in read) throw new Unusable(`${read.problem}\n${usage}`);
  const given = read.arguments;
  const giveBackState = await keepState(given.state);
  const simulator = new Simulator({
    estate: given.estate,
    clock: given.clock,
    regions: given.regions,
    ...(given.state === undefined ? {} : { stateFile: new StateFile(given.state) }),
    faults: readFaultFile(given),
  });
  const server = await startServer(simulator, given.port);
  // Also without the file's having changed, so that one that cannot be written is found out at once.
  if (given.state !== undefined) tryState(simulator, given.state);
  endOnRequest(server, giveBackState);
  // Whoever reads this may end the process from now on.
  console.log(`listening on ${server.url}`);
  process.send?.({ listening: server.url });
}

/** Once the server has stopped nothing is written any more: whoever comes next need not wait for the process's end. */
function endOnRequest(server: RunningServer, giveBackState: () => void): void {
  const stop = () => {
    server.stop();
    giveBackState();
    if (process.connected) process.disconnect();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  // A forked simulator does not outlive the process that forked it.
  process.once("disconnect", stop);
}

/** Keeps the state file, if there is one, until it is given back or this process ends, however it ends. */
async function keepState(path: string | undefined): Promise<() => void> {
  if (path === undefined) return () => undefined;
  try {
    const giveBack = await lockState(path);
    process.once("exit", giveBack);
    return giveBack;
  } catch (error) {
    throw error instanceof EstateError ? error : unwritable(path, error);
  }
}

function tryState(simulator: Simulator, path: string): void {
  try {
    simulator.skipTime(0);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): Unusable {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  return new Unusable(`The state file ${path} cannot be written: ${code}. Name one in a folder that is there and yours.`);
}

function readFaultFile({ faults: path }: Arguments): readonly Fault[] {
  if (path === undefined) return [];
  const read = readJsonText(readTextFile(path));
  if (read.problem !== undefined) throw new Unusable(`${path}, line ${read.problem.line}: ${read.problem.message}`);
  const faults = readFaults(read.value);
  if (typeof faults === "string") throw new Unusable(`${path}: ${faults}`);
  return faults;
}

function readTextFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Unusable(`The faults ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown error"}`);
  }
}

/** What the user can mend is said in words; anything else is a bug and keeps its stack. */
function report(error: unknown): void {
  const isUsers = error instanceof Unusable || error instanceof EstateError || (error as NodeJS.ErrnoException).code !== undefined;
  console.error(isUsers ? (error as Error).message : error);
  process.exit(2);
}

main().catch(report);
