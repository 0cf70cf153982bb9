import type { PieceContent } from "./check-piece.ts";
import type { Place } from "./place.ts";
import type { Resource } from "./plan-resource.ts";
import type { Piece } from "./split.ts";

/** A piece with its content and its place in the document, which edits before it change. */
export class PlacedPiece implements Piece, Place {
  readonly kind: Piece["kind"];
  readonly section: string;
  readonly column: number;
  readonly content: PieceContent;
  readonly resources: readonly Resource[];
  /** Whether anchors or aliases may tie it to other pieces. */
  readonly isTied: boolean;
  private at: number;
  private length: number;

  constructor({ kind, section, start, end, column }: Piece, content: PieceContent, isTied: boolean) {
    this.kind = kind;
    this.section = section;
    this.column = column;
    this.content = content;
    this.isTied = isTied;
    this.at = start;
    this.length = end - start;
    this.resources = content.resources.map(({ section, view, key, references }) => ({ section, view, key, references, place: this }));
  }

  get start(): number {
    return this.at;
  }

  get end(): number {
    return this.at + this.length;
  }

  moveBy(distance: number): void {
    this.at += distance;
  }
}
