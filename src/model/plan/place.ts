import type { Range } from "./syntax/tree.ts";

/** Where a piece of a plan begins in the document. It moves with the edits before it. */
export interface Place {
  readonly start: number;
}

/** A range of a piece, in the offsets of the document, wherever the piece has moved since. */
export class PlacedRange implements Range {
  private readonly place: Place;
  private readonly from: number;
  private readonly to: number;

  constructor(place: Place, { start, end }: Range) {
    this.place = place;
    this.from = start;
    this.to = end;
  }

  get start(): number {
    return this.place.start + this.from;
  }

  get end(): number {
    return this.place.start + this.to;
  }
}
