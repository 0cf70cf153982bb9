import { mergeEntries, type Properties, readAlias, readProperties, withProperties } from "./properties.ts";
import { bracketsLeft } from "./line-shape.ts";
import { emptyScalar, isColon, readPlain, readQuoted } from "./scalar.ts";
import { deepest, type Source } from "./source.ts";
import { type Entry, type PlanNode, rangeOf, type ScalarNode } from "./tree.ts";

/** Where a flow collection stands: lines of its own have to be indented deeper than `indent`. */
interface Place {
  readonly indent: number;
  readonly depth: number;
}

/** Reads `[…]` or `{…}`, over several lines if need be. A missing bracket is reported, and what stands inside is kept. */
export function readFlow(source: Source, indent: number, depth: number): PlanNode {
  return readCollection(source, { indent, depth });
}

function readCollection(source: Source, place: Place): PlanNode {
  const start = source.position;
  const opening = source.character;
  if (place.depth > deepest) {
    source.report(`Nested deeper than ${deepest} levels; no plan needs that. Remove the brackets.`, start, start + 1);
    source.position = source.text.length;
    return emptyScalar(start);
  }
  source.position += 1;
  const inner = { indent: place.indent, depth: place.depth + 1 };
  return opening === "[" ? readList(source, inner, start) : readMap(source, inner, start);
}

function readList(source: Source, place: Place, start: number): PlanNode {
  const items: PlanNode[] = [];
  readMembers(source, place, { start, opening: "[", closing: "]" }, () => {
    const at = source.position;
    const item = readNode(source, place);
    toContent(source, place);
    if (!isColon(source, source.position, true) || item.kind !== "scalar") {
      items.push(item);
      return;
    }
    source.position += 1;
    const value = readMemberValue(source, place);
    items.push({ kind: "map", entries: [{ key: item, value, merged: false }], range: rangeOf(at, source.position) });
  });
  return { kind: "list", items, range: rangeOf(start, source.position) };
}

function readMap(source: Source, place: Place, start: number): PlanNode {
  const entries: Entry[] = [];
  readMembers(source, place, { start, opening: "{", closing: "}" }, () => {
    const key = readKey(source, place);
    toContent(source, place);
    const hasColon = source.character === ":" && (key.style === "quoted" || isColon(source, source.position, true));
    if (hasColon) source.position += 1;
    else source.report("A colon and a value are missing: inside braces stands `name: value`. Add them, or join the name with its other half.", key.range.start, key.range.end);
    const value = hasColon ? readMemberValue(source, place) : emptyScalar(key.range.end);
    if (hasColon) entries.push({ key, value, merged: false });
  });
  return { kind: "map", entries: mergeEntries(source, entries), range: rangeOf(start, source.position) };
}

/** Reads members up to the closing bracket; `readMember` always moves forward. */
function readMembers(source: Source, place: Place, bracket: { start: number; opening: string; closing: string }, readMember: () => void): void {
  let needsComma = false;
  for (;;) {
    if (!toContent(source, place)) {
      source.report(`This \`${bracket.opening}\` is never closed. Add the \`${bracket.closing}\`.`, bracket.start, bracket.start + 1);
      return;
    }
    const { character, position } = source;
    if (character === "]" || character === "}") {
      source.position += 1;
      if (character !== bracket.closing) {
        source.report(`\`${character}\` closes nothing here: \`${bracket.opening}\` is closed by \`${bracket.closing}\`.`, position, position + 1);
      }
      return;
    }
    if (character === ",") {
      source.position += 1;
      if (!needsComma) source.report("A value is missing before this comma.", position, position + 1);
      needsComma = false;
      continue;
    }
    if (needsComma) source.report("A comma is missing before this.", position, position + 1);
    readMember();
    if (source.position === position) source.position += 1;
    needsComma = true;
  }
}

function readMemberValue(source: Source, place: Place): PlanNode {
  const at = source.position;
  if (!toContent(source, place) || ",]}".includes(source.character)) return emptyScalar(at);
  return readNode(source, place);
}

function readKey(source: Source, place: Place): ScalarNode {
  const start = source.position;
  const node = readNode(source, place);
  if (node.kind === "scalar") return node;
  source.report("A name is plain text, not a list or a map.", start, source.position);
  return emptyScalar(start);
}

function readNode(source: Source, place: Place): PlanNode {
  const properties: Properties = readProperties(source);
  if (!toContent(source, place)) return emptyScalar(source.position);
  return withProperties(source, readBare(source, place), properties);
}

function readBare(source: Source, place: Place): PlanNode {
  switch (source.character) {
    case "[":
    case "{":
      return readCollection(source, place);
    case '"':
    case "'":
      return readQuoted(source, place.indent);
    case "*":
      return readAlias(source);
    default:
      return readPlain(source, place.indent, true);
  }
}

/** False at the end of the text and at a line that cannot belong to the collection. */
function toContent(source: Source, place: Place): boolean {
  const { position, lineStart } = source;
  const column = source.toContent();
  if (column === -1) return false;
  const isOutside = source.lineStart !== lineStart && column <= place.indent && !"]}".includes(source.character);
  if (!isOutside) return true;
  if (bracketsLeft(source.text, source.lineStart).closing > 0) {
    source.report(`This line belongs to the brackets above. Join the two, or indent it by more than ${place.indent} ${place.indent === 1 ? "space" : "spaces"}.`, source.lineStart, source.position);
    return true;
  }
  source.position = position;
  source.lineStart = lineStart;
  return false;
}
