// Runs npm as a child, with the npm that runs us where there is one.
import { spawn } from "node:child_process";

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/**
 * Runs npm in a folder and rejects, with npm's own output, when it fails.
 *
 * @param {string[]} npmArguments
 * @param {string} folder
 */
export async function runNpm(npmArguments, folder) {
  const script = process.env.npm_execpath;
  const isScript = script !== undefined && /npm-cli\.c?js$/.test(script);
  const [command, before] = isScript ? [process.execPath, [script]] : ["npm", []];
  const child = spawn(command, [...before, ...npmArguments, ...quiet], {
    cwd: folder,
    env: environmentWithoutParent(),
    stdio: ["ignore", "pipe", "pipe"],
    shell: !isScript && process.platform === "win32",
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`npm ${npmArguments.join(" ")} failed in ${folder} (code ${code}):\n${Buffer.concat(output).toString().trim()}`);
}

// What an outer npm says about its own project would mislead the inner one.
function environmentWithoutParent() {
  const own = /^npm_(package|lifecycle)_|^npm_(command|config_local_prefix)$|^INIT_CWD$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
