import { spawn } from "node:child_process";

const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs one of the bundles beside this one, with this process's own streams, and waits for its end.
 * A signal to this process reaches it too, so that nothing outlives the command.
 *
 * @returns its exit code; 128 and more when a signal ended it, as shells count
 */
export async function runProgram(path: string, given: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [path, ...given], { stdio: "inherit" });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of passedOn) process.on(signal, forward);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => resolve(code ?? codeOf(signal)));
    });
  } finally {
    for (const signal of passedOn) process.off(signal, forward);
  }
}

function codeOf(signal: NodeJS.Signals | null): number {
  if (signal === "SIGINT") return 130;
  return signal === "SIGTERM" ? 143 : 128;
}
