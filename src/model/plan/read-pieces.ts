import { checkPiece, type PieceContent } from "./check-piece.ts";
import type { Span } from "./line-index.ts";
import { PlacedPiece } from "./placed-piece.ts";
import type { PieceChange } from "./plan-index.ts";
import { nearest } from "./nearest.ts";
import { fieldOf, isSectionName, sectionNames } from "./schema.ts";
import { mostPieces, type Piece, type Split, splitAgain, type SplitChange, type SplitNames, splitPlan } from "./split.ts";
import { readPiece } from "./syntax/block.ts";
import type { Anchors } from "./syntax/tree.ts";

/** The pieces of an edited text, with what became of those before. */
export interface PiecesRead extends Split<PlacedPiece>, PieceChange<PlacedPiece> {}

/** Splits and reads what an edit touched; the other pieces are kept, and moved to their new place. */
export function readPieces(text: string, before: Split<PlacedPiece>, span: Span): PiecesRead {
  const { from, to, pieces: split, root } = splitChange(text, before, span);
  const [head, replaced, tail] = [before.pieces.slice(0, from), before.pieces.slice(from, to), before.pieces.slice(to)];
  const keep = keeper(replaced, span);
  const isFlow = root === undefined;
  const fresh = split.map((piece) => keep(piece) ?? readNew(piece, text, isFlow));
  for (const piece of tail) piece.moveBy(span.newEnd - span.oldEnd);
  const pieces = [...head, ...fresh, ...tail];
  const kept = new Set(fresh);
  const known = new Set(replaced);
  const change = { removed: replaced.filter((piece) => !kept.has(piece)), added: fresh.filter((piece) => !known.has(piece)) };
  return pieces.some(({ isTied }) => isTied) ? { root, ...readTied({ text, isFlow }, pieces, change) } : { root, pieces, ...change };
}

const nothing: PieceContent = { entries: [], breaches: [], comments: [], resources: [], secrets: [], isMixed: false };

const names: SplitNames = {
  isTop: (name) => fieldOf("plan", name) !== undefined,
  isSection: isSectionName,
  holdsNames: (name) => ["named", "ids"].includes(fieldOf("plan", name)?.type.kind ?? ""),
  sectionMeant: (name) => (isSectionName(name) ? name : nearest(name, sectionNames)),
  isField: (section, name) => isSectionName(section) && fieldOf(section, name) !== undefined,
};

function splitChange(text: string, before: Split<PlacedPiece>, span: Span): SplitChange {
  const change = splitAgain(text, names, { before, span });
  const count = before.pieces.length - (change.to - change.from) + change.pieces.length;
  return count < mostPieces ? change : { from: 0, to: before.pieces.length, ...splitPlan(text, names) };
}

/** Finds the same piece among those before: untouched before the edit, or moved behind it. */
function keeper(replaced: readonly PlacedPiece[], span: Span): (piece: Piece) => PlacedPiece | undefined {
  const moved = span.newEnd - span.oldEnd;
  const byStart = new Map(replaced.map((piece) => [piece.start, piece]));
  return (piece) => {
    const isBefore = piece.end <= span.start;
    if (!isBefore && piece.start < span.newEnd) return undefined;
    const distance = isBefore ? 0 : moved;
    const old = byStart.get(piece.start - distance);
    if (old === undefined || old.isTied || !isAlike(old, piece)) return undefined;
    byStart.delete(piece.start - distance);
    old.moveBy(distance);
    return old;
  };
}

function isAlike(one: Piece, other: Piece): boolean {
  const isLong = one.end - one.start === other.end - other.start;
  return isLong && one.kind === other.kind && one.section === other.section && one.column === other.column;
}

/** A tied piece is read once all are known. */
function readNew(piece: Piece, text: string, isFlow: boolean): PlacedPiece {
  const own = textOf(piece, text);
  if (mayHaveAnchors(own)) return new PlacedPiece(piece, nothing, true);
  return new PlacedPiece(piece, readContent(piece, own, { anchors: new Map(), base: 0, expansion: { nodes: 0 }, isFlow }), false);
}

/** Anchors tie pieces together, so that all of these are read again, in their order. */
function readTied({ text, isFlow }: { text: string; isFlow: boolean }, before: readonly PlacedPiece[], change: PieceChange<PlacedPiece>): Omit<PiecesRead, "root"> {
  const anchors: Anchors = new Map();
  const expansion = { nodes: 0 };
  const pieces = before.map((piece) => {
    if (!piece.isTied) return piece;
    return new PlacedPiece(piece, readContent(piece, textOf(piece, text), { anchors, base: piece.start, expansion, isFlow }), true);
  });
  const isNew = new Set(change.added);
  return {
    pieces,
    removed: [...change.removed, ...before.filter((piece) => piece.isTied && !isNew.has(piece))],
    added: [...change.added.filter(({ isTied }) => !isTied), ...pieces.filter(({ isTied }) => isTied)],
  };
}

/** A copy: a slice would keep the whole text of this state alive as long as its piece lives. */
function textOf({ start, end }: Piece, text: string): string {
  return ` ${text.slice(start, end)}`.slice(1);
}

function readContent(piece: Piece, text: string, context: Parameters<typeof readPiece>[2]): PieceContent {
  if (piece.kind === "rest") return nothing;
  if (piece.kind === "marker") return { ...nothing, comments: commentsIn(text) };
  const section = piece.kind === "resource" && isSectionName(piece.section) ? piece.section : "";
  return checkPiece(readPiece(text, piece.column, context), section, text);
}

/** The instructions in a text without any value: behind the marker, and on the lines that follow it. */
function commentsIn(text: string): PieceContent["comments"] {
  return [...text.matchAll(/(?<=^|\s)#+[ \t]*dx-ignore.*/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Anchors and aliases tie pieces together; a doubtful case only costs the time of reading it again. */
function mayHaveAnchors(text: string): boolean {
  return /[&*]/.test(text) && /(?:^|[\s[{,])[&*][^\s,[\]{}]/.test(text);
}
