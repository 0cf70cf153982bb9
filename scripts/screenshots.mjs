// npm run screenshots: takes the pictures of test/screenshots in one theme into media/screenshots/.
//
//   node scripts/screenshots.mjs [--theme dark|light|high-contrast|high-contrast-light]
import { parseArgs } from "node:util";
import { installDependencies } from "./install.mjs";
import { startKept, stopAll } from "./processes.mjs";
import { at, root, say } from "./project.mjs";

const commandLineWrong = 2;
const themes = ["dark", "light", "high-contrast", "high-contrast-light"];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAll().then(() => process.exit(130)));

const theme = readTheme(process.argv.slice(2));
await installDependencies();
const vitest = startKept(process.execPath, [at("node_modules", "vitest", "vitest.mjs"), "run", "--project", "screenshots"], {
  cwd: root,
  name: "vitest",
  env: { DX_THEME: theme },
});
vitest.onLine(say);
process.exit(await vitest.exited);

function readTheme(argv) {
  try {
    const { theme: asked = "dark" } = parseArgs({ args: argv, options: { theme: { type: "string" } } }).values;
    if (!themes.includes(asked)) throw new Error(`--theme is one of ${themes.join(", ")}, not ${asked}.`);
    return asked;
  } catch (error) {
    say(error.message);
    return process.exit(commandLineWrong);
  }
}
