#!/usr/bin/env node
// What `npx dx` runs in a clone. npm remembers for good whether a package's program was there when it was first asked for, so
// the program that it is told of is this one, which is always there.
import { existsSync } from "node:fs";
import { at, say } from "./project.mjs";

const program = at("dist", "cli.js");
if (existsSync(program)) {
  await import(new URL("../dist/cli.js", import.meta.url).href);
} else {
  say("dx is not built yet. Run `npm run build` in the clone, then try again.");
  process.exitCode = 2;
}
