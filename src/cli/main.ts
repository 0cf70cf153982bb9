import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Command, CommanderError, Option } from "commander";
import type { RuleLevels } from "../model/plan/rule-levels.ts";
import { type LintFormat, lintFormats } from "./lint-formats.ts";
import { runProgram } from "./run-program.ts";

/** The bundles lie side by side; package.json one level above, where they were not copied without it. */
const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const version = existsSync(beside("../package.json")) ? (JSON.parse(readFileSync(beside("../package.json"), "utf8")) as { version: string }).version : "0.0.0";

function withRule(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

const program = new Command("dx")
  .description("Direct Connect plans and a simulator of the Direct Connect API.")
  .version(version)
  .exitOverride()
  .showHelpAfterError("Run `dx --help` to see what there is.");

program
  .command("lint")
  .description("check plan files")
  .argument("<files...>", "plan files, or folders with such (.dx.yaml, .dx.yml); - reads standard input")
  .addOption(new Option("--format <format>", "how to print the findings").choices(lintFormats).default("text"))
  .addOption(new Option("--rule <code=level>", "how loud a rule is, such as DX112=off: off, hint, warning or error; repeatable").argParser(withRule))
  .addHelpText("after", "\nExit code: 0 no errors, 1 errors, 2 could not run.")
  .action(async (files: string[], { format, rule = [] }: { format: LintFormat; rule?: readonly string[] }) => {
    // Loaded here, because a program that is run instead would carry it along.
    const { ruleLevelFault, ruleLevelFrom, runLint } = await import("./run-lint.ts");
    const levels = rule.map((text) => ruleLevelFrom(text) ?? program.error(`error: --rule ${text}: ${ruleLevelFault(text)}.`));
    process.exitCode = await runLint(files, { format, version, rulesPage: pathToFileURL(beside("../docs/rules.md")).href, levels: Object.assign({}, ...levels) as RuleLevels }, {
      stdin: process.stdin,
      write: (text) => void process.stdout.write(text),
      complain: (text) => void process.stderr.write(text),
    });
  });

/** Their options are their own: everything after the command's name is handed on, `--help` included. */
const programs = [
  { name: "simulate", about: "run the simulator; see dx simulate --help", bundle: "simulator.cjs" },
  { name: "lsp", about: "run the language server: dx lsp --stdio", bundle: "language-server.cjs" },
];
for (const { name, about, bundle } of programs) {
  program
    .command(name)
    .description(about)
    .allowUnknownOption()
    .helpOption(false)
    .argument("[options...]", "options of the program")
    .action(async (given: string[]) => {
      await runProgram(beside(bundle), given);
    });
}

/** A bug, or a full disk: what it says is for whoever mends it, and it must not pass for findings. */
function fail(error: unknown): void {
  process.stderr.write(`dx: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}

// Whoever reads the findings may have seen enough, as `head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") fail(error);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else fail(error);
}
