import { pathToFileURL } from "node:url";
import type { Rule } from "../model/plan/rules/rule.ts";
import { rules } from "../model/plan/rules/table.ts";
import type { LintFinding, Span } from "./lint.ts";

const levels = { error: "error", warning: "warning", hint: "note" } as const;

/** Findings as a SARIF 2.1.0 log, which code hosts and CI systems read. */
export function formatSarif(findings: readonly LintFinding[], { version, rulesPage }: { readonly version: string; readonly rulesPage: string }): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "dx lint", semanticVersion: version, rules: rules.map((rule) => ruleOf(rule, rulesPage)) } },
        columnKind: "utf16CodeUnits",
        results: findings.map(resultOf),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf({ code, title, why, severity, source }: Rule, rulesPage: string): object {
  const page = `${rulesPage}#${code.toLowerCase()}`;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    helpUri: page,
    // What code hosts show beside a finding; they cannot follow a link into a folder of the machine that ran this.
    help: { text: `${title} ${why} Source: ${source}.`, markdown: `**${title}**\n\n${why}\n\nSource: ${source}. To switch it off: \`# dx-ignore ${code}: why\`.` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf({ file, code, severity, message, range, related = [] }: LintFinding): object {
  return {
    ruleId: code,
    ruleIndex: rules.findIndex((rule) => rule.code === code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: locationOf(file, range) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedOf) }),
  };
}

function relatedOf(place: { readonly file: string; readonly message: string; readonly range: Span }): object {
  return { message: { text: place.message }, physicalLocation: locationOf(place.file, place.range) };
}

/** SARIF counts lines and columns from 1. */
function locationOf(file: string, { start, end }: Span): object {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/** A relative path stays relative to where the tool ran; standard input has no path. */
function uriOf(file: string): string {
  if (file === "-") return "stdin";
  if (/^([A-Za-z]:)?[\\/]/.test(file)) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join("/");
}
