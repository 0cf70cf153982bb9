import { replace } from "../problem.ts";
import type { IdKind } from "../schema-types.ts";
import type { Rule } from "./rule.ts";

/** Whether a text is meant as an AWS id, well-formed or not. */
export function looksLikeId(text: string): boolean {
  return prefixOf(text) !== undefined || /^[\da-f]{8}-[\da-f]{2,}(-[\da-f]*)*$/i.test(text);
}

/** The kind of a well-formed id. */
export function idKindOf(text: string): IdKind | undefined {
  return idKinds.find((kind) => shapes[kind].pattern.test(text));
}

/** Every kind of id there is. */
export const idKinds: readonly IdKind[] = ["dxcon", "dxlag", "dxvif", "dxrg", "vgw", "tgw", "uuid"];

export function idPattern(kind: IdKind): RegExp {
  return shapes[kind].pattern;
}

/** What an id of a kind looks like, in words. */
export function describeIds(kinds: readonly IdKind[]): string {
  return kinds.map((kind) => shapes[kind].form).join(" or ");
}

export const idRules: readonly Rule[] = [
  {
    code: "DX130",
    severity: "error",
    title: "AWS ids have the form of their kind.",
    aws: "rejects",
    why: "The API answers that the id has an invalid format, or that there is no such resource.",
    source: "API error texts; id formats of the API reference",
    id: (node, kinds, report) => {
      if (typeof node.value !== "string" || idKindMatches(node.value, kinds)) return;
      const other = idKindOf(node.value);
      const found = other === undefined ? `\`${node.value}\` is no well-formed id` : `\`${node.value}\` is ${shapes[other].owner}`;
      const small = node.value.toLowerCase();
      const fix = idKindMatches(small, kinds) ? { fix: replace(`Change to \`${small}\``, node.range, small) } : {};
      report({ range: node.range, origin: node.origin, message: `${found}; expected ${describeIds(kinds)}.`, ...fix });
    },
  },
];

function idKindMatches(text: string, kinds: readonly IdKind[]): boolean {
  return kinds.some((kind) => shapes[kind].pattern.test(text));
}

function prefixOf(text: string): string | undefined {
  return /^(dxcon|dxlag|dxvif|dxpeer|dxrg|vgw|tgw)-/i.exec(text)?.[1];
}

interface Shape {
  readonly pattern: RegExp;
  readonly form: string;
  readonly owner: string;
}

const hosted = "[a-z0-9]{8,17}";
const shapes: Readonly<Record<IdKind, Shape>> = {
  dxcon: { pattern: new RegExp(`^dxcon-${hosted}$`), form: "`dxcon-` and 8 small letters or digits", owner: "the id of a connection or interconnect" },
  dxlag: { pattern: new RegExp(`^dxlag-${hosted}$`), form: "`dxlag-` and 8 small letters or digits", owner: "the id of a LAG" },
  dxvif: { pattern: new RegExp(`^dxvif-${hosted}$`), form: "`dxvif-` and 8 small letters or digits", owner: "the id of a virtual interface" },
  dxrg: { pattern: /^(dxrg|DXRG)-[0-9a-zA-Z]{17}$/, form: "`dxrg-` and 17 letters or digits", owner: "the id of a resiliency group" },
  vgw: { pattern: /^vgw-([\da-f]{8}|[\da-f]{17})$/, form: "`vgw-` and 8 or 17 hexadecimal digits", owner: "the id of a virtual private gateway" },
  tgw: { pattern: /^tgw-([\da-f]{8}|[\da-f]{17})$/, form: "`tgw-` and 8 or 17 hexadecimal digits", owner: "the id of a transit gateway" },
  uuid: {
    pattern: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/,
    form: "a UUID of 8-4-4-4-12 hexadecimal digits in small letters",
    owner: "a UUID, as Direct Connect gateways and proposals have",
  },
};
