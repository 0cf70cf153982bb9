import { placed } from "../plan-index.ts";
import type { Report } from "../problem.ts";
import type { Entry, MapNode, PlanNode } from "../syntax/tree.ts";
import { keyOf, nodeOf } from "../view.ts";
import type { Rule } from "./rule.ts";

const mostTags = 50;
const charset = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const tagRules: readonly Rule[] = [
  {
    code: "DX128",
    severity: "error",
    title: "At most 50 tags a resource; keys of 1 to 128 characters, values of up to 256, no key twice, none that begins with `aws:`.",
    aws: "documented",
    why: "The API refuses the call with TooManyTagsException or DuplicateTagKeysException, or for the characters.",
    source: "API model, TagKey and TagValue; user guide, using-tags",
    tags: (node, report) => {
      const seen = new Map<string, Entry>();
      for (const entry of node.entries) {
        const first = seen.get(entry.key.source);
        if (first === undefined) {
          seen.set(entry.key.source, entry);
          checkTag(entry, report);
        } else if (!entry.merged) {
          report({
            range: entry.key.range,
            message: `The tag \`${entry.key.source.slice(0, 128)}\` stands twice. Remove one.`,
            related: [{ range: first.key.range, message: "The first one" }],
          });
        }
      }
    },
    resource: (resource, index, report) => {
      const [all, given] = [nodeOf(index.plan, "tags"), nodeOf(resource.view, "tags")];
      if (entriesIn(all) + entriesIn(given) <= mostTags) return;
      const [common, own] = [keysOf(all), keysOf(given)];
      const count = new Set([...common, ...own]).size;
      if (count <= mostTags) return;
      report({
        range: placed(resource, own.size === 0 ? resource.key.range : keyOf(resource.view, "tags")),
        message: `\`${resource.view.name}\` has ${count} tags${common.size === 0 ? "" : `, ${common.size} of them the plan's`}; at most ${mostTags} are possible. Remove some.`,
      });
    },
  },
];

function checkTag(entry: Entry, report: Report): void {
  const key = entry.key.source;
  const value = entry.value.kind === "scalar" && typeof entry.value.value === "string" ? entry.value.value : "";
  const keyFault = faultOf(key, 128);
  if (key === "") report({ range: entry.key.range, message: "A tag's key is empty. Name it." });
  else if (key.toLowerCase().startsWith("aws:")) report({ range: entry.key.range, message: `The tag \`${key.slice(0, 128)}\` begins with \`aws:\`, which is reserved. Rename it.` });
  else if (keyFault !== undefined) report({ range: entry.key.range, message: `The tag's key \`${key.slice(0, 128)}\` ${keyFault}. Rename it.` });
  const valueFault = faultOf(value, 256);
  if (valueFault !== undefined) report({ range: entry.value.range, origin: entry.value.origin, message: `The value of the tag \`${key.slice(0, 128)}\` ${valueFault}. Change it.` });
}

function faultOf(text: string, most: number): string | undefined {
  // Most are shorter than would have to be counted: no character takes less than one unit.
  const length = text.length > most ? Array.from(text).length : text.length;
  if (length > most) return `is ${length} characters long; at most ${most} are possible`;
  return charset.test(text) ? undefined : "has characters that tags cannot have; letters, digits, blanks and _ . : / = + - @ are possible";
}

function entriesIn(node: PlanNode | undefined): number {
  return isMap(node) ? node.entries.length : 0;
}

function keysOf(node: PlanNode | undefined): ReadonlySet<string> {
  return new Set(isMap(node) ? node.entries.map((entry) => entry.key.source) : []);
}

function isMap(node: PlanNode | undefined): node is MapNode {
  return node?.kind === "map";
}
