import { type Fix, replace } from "../problem.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import type { View } from "../view.ts";
import { has, isNew, placeOf, textOf } from "../view.ts";
import type { Rule } from "./rule.ts";

/** Whether a value says where a secret is, instead of being it. */
function isSecretReference(text: string): boolean {
  return /^\$\{(env|secret):[^\s{}]+\}$/.test(text);
}

/** Secrets, MACsec keys and the names of virtual interfaces. Messages never show a secret. */
export const keyRules: readonly Rule[] = [
  {
    code: "DX110",
    severity: "error",
    title: "`authKey` has 6 to 80 characters.",
    aws: "documented",
    why: "The API refuses shorter and longer keys.",
    source: "API model, NewBGPPeer",
    formats: ["authKey"],
    value: (node, _, report) => {
      const literal = literalOf(node);
      if (literal === undefined || (literal.length >= 6 && literal.length <= 80)) return;
      report({ range: node.range, origin: node.origin, message: `\`authKey\` is ${literal.length} characters long; it has to have 6 to 80.` });
    },
  },
  {
    code: "DX111",
    severity: "warning",
    title: "`authKey` has no blanks at its ends and no control characters.",
    aws: "accepts",
    why: "An invisible character is among the commonest reasons for a BGP session that stays down.",
    source: "user guide, Troubleshooting",
    formats: ["authKey"],
    value: (node, _, report) => {
      const literal = literalOf(node);
      if (literal === undefined || !/^\s|\s$|[\x00-\x1f\x7f]/.test(literal)) return;
      report({ range: node.range, origin: node.origin, message: "`authKey` has a blank at an end, or a control character inside. Remove it, or the router's key will differ." });
    },
  },
  {
    code: "DX112",
    severity: "warning",
    title: "A secret is not written in the file.",
    aws: "accepts",
    why: "Plans are kept in repositories and shown in reviews.",
    source: "plan format",
    formats: ["authKey", "cak"],
    value: (node, view, report) => {
      if (literalOf(node) === undefined) return;
      const field = view.fields.get("cak")?.value === node ? "cak" : "authKey";
      const name = variableFor(field, view);
      report({
        range: node.range,
        origin: node.origin,
        message: `\`${field}\` stands in clear text. Keep it in the environment and write \`\${env:${name}}\`.`,
        ...(node.origin === undefined ? { fix: replace(`Take it from the environment: \${env:${name}}`, node.range, `"\${env:${name}}"`) } : {}),
      });
    },
  },
  {
    code: "DX113",
    severity: "warning",
    title: "A virtual interface's name has at most 100 characters, of a to z, 0 to 9 and hyphen.",
    aws: "accepts",
    why: "The documentation demands it; the service has taken other names too.",
    source: "API model, virtualInterfaceName",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      const node = view.fields.get("name")?.value;
      const name = has(view, "name") ? textOf(view, "name") : view.name;
      if (name === undefined || !isNew(view) || /^[a-z0-9-]{0,100}$/.test(name)) return;
      report({ range: placeOf(view, "name"), message: nameFault(name), ...(node?.kind === "scalar" ? plainName(name, node) : {}) });
    },
  },
  {
    code: "DX123",
    severity: "error",
    title: "`ckn` and `cak` are 64 hexadecimal digits each.",
    aws: "documented",
    why: "The cipher suite has 256-bit keys.",
    source: "API model, AssociateMacSecKey",
    formats: ["hexKey", "cak"],
    value: (node, view, report) => {
      const literal = literalOf(node);
      if (literal === undefined || /^[\da-fA-F]{64}$/.test(literal)) return;
      const field = view.fields.get("cak")?.value === node ? "cak" : "ckn";
      const fault = /^[\da-fA-F]*$/.test(literal) ? `has ${literal.length} digits` : "has other characters than hexadecimal digits";
      report({ range: node.range, origin: node.origin, message: `\`${field}\` ${fault}; it has to be 64 hexadecimal digits.` });
    },
  },
  {
    code: "DX124",
    severity: "error",
    title: "A MACsec key is either a `secretARN` or a `ckn` with its `cak`.",
    aws: "documented",
    why: "The operation takes one form of the two.",
    source: "API model, AssociateMacSecKey",
    maps: ["macSecKeys"],
    map: (view, report) => {
      const fault = macSecFault(view);
      if (fault !== undefined) report({ range: view.place, message: fault });
    },
  },
];

function literalOf(node: ScalarNode): string | undefined {
  return typeof node.value === "string" && !isSecretReference(node.value) ? node.value : undefined;
}

function variableFor(field: string, view: View): string {
  const what = field === "cak" ? "MACSEC_CAK" : "BGP_KEY";
  const owner = [view.parent?.name, view.name].filter((name) => name !== undefined && name !== "").join("_");
  return [what, owner].filter((part) => part !== "").join("_").toUpperCase().replaceAll("-", "_");
}

function macSecFault(view: View): string | undefined {
  const pair = ["ckn", "cak"].filter((field) => has(view, field));
  if (has(view, "secretARN")) return pair.length > 0 ? "This MACsec key has a `secretARN` and a CKN or CAK. Keep one form." : undefined;
  if (!view.isComplete || view.meant.size > 0 || pair.length === 2) return undefined;
  if (pair.length === 0) return "This MACsec key names no key. Add `secretARN`, or `ckn` and `cak`.";
  return pair[0] === "ckn" ? "This MACsec key has `ckn` without `cak`. Add it." : "This MACsec key has `cak` without `ckn`. Add it.";
}

function nameFault(name: string): string {
  return name.length > 100
    ? `The name is ${name.length} characters long; at most 100 are documented. Shorten it.`
    : `The name \`${name}\` has other characters than the documented a to z, 0 to 9 and hyphen: AWS may refuse it. Give it a \`name\` of those.`;
}

function plainName(name: string, node: ScalarNode): { fix?: Fix } {
  const plain = name.toLowerCase().replace(/[^a-z0-9-]+/g, "-").replace(/^-+|-+$/g, "");
  return plain === "" || plain.length > 100 ? {} : { fix: replace(`Change to \`${plain}\``, node.range, asText(plain)) };
}

/** In quotes where it would be read as something else than a text. */
function asText(plain: string): string {
  return /^(null|true|false|[\d-].*)$/.test(plain) ? `"${plain}"` : plain;
}
