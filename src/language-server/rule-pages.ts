import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where each rule is explained: a link that opens at its section. */
export type RulePages = ReadonlyMap<string, string>;

/** Reads the documentation that lies beside a bundle of the package; empty where it is missing. */
export function readRulePages(bundle: string | undefined): RulePages {
  const page = bundle === undefined ? undefined : join(dirname(bundle), "..", "docs", "rules.md");
  if (page === undefined || !existsSync(page)) return new Map();
  const { href } = pathToFileURL(page);
  return new Map(
    readFileSync(page, "utf8")
      .split("\n")
      .flatMap((line, index) => {
        const code = /^### (DX\d{3})$/.exec(line)?.[1];
        return code === undefined ? [] : [[code, `${href}#L${index + 1}`] as const];
      }),
  );
}
