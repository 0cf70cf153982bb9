import { pathToFileURL } from "node:url";

/**
 * Becomes one of the programs beside this one: it finds the arguments as if it had been started itself. In this process,
 * so that an editor that keeps it running pays for one only.
 */
export async function runProgram(path: string, given: readonly string[]): Promise<void> {
  process.argv.splice(1, Number.POSITIVE_INFINITY, path, ...given);
  await import(pathToFileURL(path).href);
}
