import { defineConfig } from "vitest/config";

// Kinds of tests that differ in what they need around them; test/host runs in VS Code and not here.
const project = (name, test) => ({ test: { name, environment: "node", ...test } });
const slow = ["test/contract/**", "test/e2e/**", "test/host/**"];

// One window at a time: two cores are what a window with its server and browser needs.
const windows = { globalSetup: ["test/support/prepare-window.ts"], fileParallelism: false, testTimeout: 90_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      // Nothing here has state outside of what a test makes, so files share a process: a third of the time.
      project("unit", { include: ["test/**/*.test.ts"], exclude: slow, isolate: false, testTimeout: 20_000 }),
      project("contract", { include: ["test/contract/**/*.test.ts"], testTimeout: 20_000, hookTimeout: 30_000 }),
      project("e2e", { include: ["test/e2e/**/*.test.ts"], ...windows }),
      project("screenshots", { include: ["test/screenshots/**/*.stage.ts"], ...windows }),
    ],
  },
});
