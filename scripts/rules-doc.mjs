// Writes docs/rules.md from the entries of the rules.
//
//   node scripts/rules-doc.mjs           writes it
//   node scripts/rules-doc.mjs --check   exits 1 where it is stale
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { at, say } from "./project.mjs";

const families = [
  ["DX00", "The file"],
  ["DX1", "Single fields"],
  ["DX2", "BGP sessions"],
  ["DX3", "Virtual interfaces and VLANs"],
  ["DX4", "Direct Connect gateways and associations"],
  ["DX5", "Connections, LAGs and MACsec"],
  ["DX6", "Resiliency"],
  ["DX7", "Quotas"],
  ["DX8", "References, comments and the plan as a whole"],
];
const behaviours = {
  rejects: "AWS refuses it with an error",
  documented: "AWS's documentation demands it",
  accepts: "AWS accepts a breach, to the user's harm",
  unsourced: "what AWS does is not documented",
  ours: "a rule of the plan format",
};

const wanted = pageOf(await loadTable());
const path = at("docs", "rules.md");
if (!process.argv.includes("--check")) writeFileSync(path, wanted);
else if (!existsSync(path) || readFileSync(path, "utf8") !== wanted) {
  say("docs/rules.md is stale: run node scripts/rules-doc.mjs");
  process.exitCode = 1;
}

async function loadTable() {
  const { outputFiles } = await build({ entryPoints: [at("src", "model", "plan", "rules", "table.ts")], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

function pageOf({ rules, unseenRules }) {
  const sections = families.map(([prefix, title]) => [`## ${title}`, ...rules.filter(({ code }) => code.startsWith(prefix)).map(sectionOf)].join("\n\n"));
  return `<!-- Made by scripts/rules-doc.mjs from src/model/plan/rules. -->

# Rules of plan files

What the language server and \`dx lint\` check. A code never changes its meaning. An error is something that AWS refuses or
forbids, a warning something that it takes and that hurts later, a hint a matter of taste or doubt.

To switch a rule off write \`# dx-ignore DX112: why\` at a line's end or on the line above it, or
\`# dx-ignore-file DX112: why\` at the top of the file. The setting \`directConnect.rules\` and \`dx lint --rule DX112=off\`
choose how loud a rule is everywhere.

What is marked "Live" looks at the live account, which the extension has where it has read it; its messages say when that
was. \`dx lint\` does without: what shows only beside the live account is silent there, and a comment that switches such a
rule off is left alone.

${sections.join("\n\n")}

## What no plan shows

Codes that are known and have no check, each with the reason.

| code | why not |
|---|---|
${Object.entries(unseenRules).map(([code, reason]) => `| ${code} | ${reason} |`).join("\n")}
`;
}

function sectionOf({ code, severity, title, aws, why, source, live, asksLive, ...checks }) {
  const isAlone = ["value", "id", "tags", "map", "resource", "group", "plan"].some((name) => name in checks);
  const needs = live === undefined && asksLive !== true ? "" : `\n- Live: ${isAlone ? "the live account counts where it is known" : "shows only beside the live account"}`;
  return `### ${code}\n\n**${title}**\n\n${why}\n\n- Severity: ${severity}\n- AWS: ${behaviours[aws]}\n- Source: ${source}${needs}`;
}
