import type { PlanDocument } from "./document.ts";
import { locate } from "./locate.ts";
import type { Resource } from "./plan-resource.ts";
import { shift } from "./problem.ts";
import type { Range, ScalarNode } from "./syntax/tree.ts";

/** The resource whose logical name stands at a place, or that the reference there means. */
export function resourceNamedAt(document: PlanDocument, offset: number): { readonly resource: Resource; readonly range: Range } | undefined {
  const located = locate(document, offset);
  if (located === undefined) return undefined;
  const { piece, node, type, isOnKey } = located;
  const range = shift(node.range, piece.start);
  const own = isOnKey ? piece.resources.find(({ key }) => key === node) : undefined;
  const resource = own ?? (type?.kind === "reference" && !isOnKey ? document.index.resolve(type.to, node.source) : undefined);
  return resource && { resource, range };
}

/** A place where a resource is named, by its logical name or its id. */
export interface Occurrence {
  readonly range: Range;
  readonly node: ScalarNode;
}

/** Where references name a resource, in the order of the text. What an alias brought counts where the alias stands. */
export function referencesTo(document: PlanDocument, target: Resource): readonly Occurrence[] {
  return document.index.resources.flatMap(({ references, place }) =>
    references
      .filter(({ type, node }) => document.index.resolve(type.to, node.source) === target)
      .map(({ node }) => ({ node, range: shift(node.range, place.start) })),
  );
}

/** Why a resource cannot get a name; undefined if it can. */
export function nameFault(document: PlanDocument, { section, view }: Resource, name: string): string | undefined {
  if (!/^[A-Za-z][\w-]*$/.test(name)) return "A logical name begins with a letter and goes on with letters, digits, _ and -.";
  if (/^(true|false|null)$/i.test(name)) return `${name} is a value of its own in YAML, and no name.`;
  if (name !== view.name && document.index.find(section, name) !== undefined) return `There already is a ${view.schema.label} named ${name}.`;
  return undefined;
}

/** What renames a resource: at its own name, and wherever a reference means it by that name. */
export function renameEdits(document: PlanDocument, target: Resource, name: string): readonly { readonly range: Range; readonly text: string }[] {
  const byName = referencesTo(document, target).filter(({ node }) => node.source === target.view.name);
  const places = new Map<number, Range>();
  const own = { node: target.key, range: shift(target.key.range, target.place.start) };
  for (const { node, range } of [own, ...byName]) {
    const written = writtenAt(node, range);
    places.set(written.start, written);
  }
  return [...places.values()].map((range) => ({ range, text: quotedLike(document.text.charAt(range.start), name) }));
}

/** An alias is a copy: what has to change is the original. */
function writtenAt(node: ScalarNode, range: Range): Range {
  if (node.origin === undefined) return range;
  return { start: node.origin, end: node.origin + node.source.length + (node.style === "quoted" ? 2 : 0) };
}

function quotedLike(first: string, name: string): string {
  return first === '"' || first === "'" ? first + name + first : name;
}
