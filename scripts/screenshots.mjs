// npm run screenshots: takes the pictures of README and documentation, in a window, into media/screenshots/.
import { installDependencies } from "./install.mjs";
import { startKept, stopAll } from "./processes.mjs";
import { at, root, say } from "./project.mjs";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAll().then(() => process.exit(130)));

await installDependencies();
const vitest = startKept(process.execPath, [at("node_modules", "vitest", "vitest.mjs"), "run", "--project", "screenshots"], { cwd: root, name: "vitest" });
vitest.onLine(say);
process.exit(await vitest.exited);
