// npm run test:desktop: the host suite in the desktop VS Code.
import { installDependencies } from "./install.mjs";
import { stopAll } from "./processes.mjs";
import { say } from "./project.mjs";

try {
  await installDependencies();
  const { runDesktopTests } = await import("./host-tests.mjs");
  const { passed, failed } = await runDesktopTests();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
await stopAll();
process.exit();
