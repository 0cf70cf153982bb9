import type { PlanDocument } from "./document.ts";
import type { PlacedPiece } from "./placed-piece.ts";
import type { Resource } from "./plan-index.ts";
import { isSectionName, fieldOf, mapSchemas } from "./schema.ts";
import type { Field, FieldType, MapSchema } from "./schema-types.ts";
import { pieceIndexAt } from "./split.ts";
import type { Entry, PlanNode, Range, ScalarNode } from "./syntax/tree.ts";

/** What stands at a place of a plan. Offsets count from the start of `piece`. */
export interface Located {
  readonly piece: PlacedPiece;
  /** The map that the place is in. */
  readonly schema: MapSchema | undefined;
  /** Undefined on a logical name, a tag, or an unknown field. */
  readonly field: Field | undefined;
  /** The type of the value at the place: of a member, where it is in a list. */
  readonly type: FieldType | undefined;
  readonly entry: Entry;
  readonly isOnKey: boolean;
  /** The scalar at the place. */
  readonly node: ScalarNode;
  /** The resource whose logical name or content it is. */
  readonly resource: Omit<Resource, "place"> | undefined;
}

/** Finds the scalar at an offset of the document; undefined where there is none. */
export function locate(document: PlanDocument, offset: number): Located | undefined {
  const piece = pieceAt(document, offset);
  if (piece === undefined) return undefined;
  const at = offset - piece.start;
  const resource = piece.content.resources.find(({ view, key }) => covers(key.range, at) || [...view.fields.values()].some((entry) => coversEntry(entry, at)));
  const isResource = piece.kind === "resource" && isSectionName(piece.section);
  const type: FieldType = isResource && isSectionName(piece.section) ? { kind: "named", map: piece.section } : { kind: "map", map: "plan" };
  const found = inEntries(piece.content.entries, type, at);
  return found === undefined ? undefined : { ...found, piece, resource };
}

export function pieceAt({ pieces }: PlanDocument, offset: number): PlacedPiece | undefined {
  return pieces[pieceIndexAt(pieces, offset)];
}

/** The type of a field, or of the values of a map that takes any key. */
export function memberType(type: FieldType | undefined, key: string): FieldType | undefined {
  if (type?.kind === "map") return fieldOf(type.map, key)?.type;
  if (type?.kind === "named") return { kind: "map", map: type.map };
  if (type?.kind === "ids") return { kind: "awsId", ids: ["dxcon", "dxlag", "dxvif", "dxrg", "uuid"] };
  return type?.kind === "tags" ? { kind: "text", format: "tagValue" } : undefined;
}

type Found = Omit<Located, "piece" | "resource">;

function inEntries(entries: readonly Entry[], type: FieldType | undefined, at: number): Found | undefined {
  const entry = entries.find((one) => !one.merged && coversEntry(one, at));
  if (entry === undefined) return undefined;
  const { field, schema } = aboutEntry(entry, type);
  const inner = memberType(type, entry.key.source);
  if (covers(entry.key.range, at)) return { schema, field, type: inner, entry, isOnKey: true, node: entry.key };
  const found = inValue(entry.value, inner, at);
  return found === undefined || "entry" in found ? found : { schema, field, entry, isOnKey: false, ...found };
}

function aboutEntry(entry: Entry, type: FieldType | undefined): Pick<Located, "field" | "schema"> {
  if (type?.kind === "map") return { field: fieldOf(type.map, entry.key.source), schema: mapSchemas[type.map] };
  return { field: undefined, schema: type?.kind === "named" ? mapSchemas[type.map] : undefined };
}

function inValue(node: PlanNode, type: FieldType | undefined, at: number): Found | { node: ScalarNode; type: FieldType | undefined } | undefined {
  if (node.origin !== undefined) return undefined;
  if (node.kind === "scalar") return covers(node.range, at) ? { node, type } : undefined;
  if (node.kind === "map") return inEntries(node.entries, type, at);
  const item = node.items.find((member) => covers(member.range, at));
  return item === undefined ? undefined : inValue(item, type?.kind === "list" ? type.of : undefined, at);
}

function covers(range: Range, at: number): boolean {
  return range.start <= at && at <= range.end;
}

function coversEntry({ key, value }: Entry, at: number): boolean {
  return covers(key.range, at) || covers(value.range, at);
}
