/** Something that checks may depend on: what a name means, a section as a whole, the plan's own fields. */
export class Cell {
  readonly readers = new Set<Reader>();

  leave(reader: Reader): void {
    this.readers.delete(reader);
  }
}

/** A check whose result is kept until a cell that it read changes. */
export class Reader {
  readonly cells: Cell[] = [];
}

/** Remembers who read what, so that a change asks again only those who read it. */
export class Dependencies {
  private current: Reader | undefined;
  private changed = new Set<Reader>();

  /** Runs a check; every cell that is read meanwhile counts as read by it. */
  track<T>(reader: Reader, run: () => T): T {
    this.forget(reader);
    return this.as(reader, run);
  }

  /** Runs something whose reads are not to count. */
  untracked<T>(run: () => T): T {
    return this.as(undefined, run);
  }

  get isTracking(): boolean {
    return this.current !== undefined;
  }

  read(cell: Cell): void {
    if (this.current === undefined) return;
    const before = cell.readers.size;
    cell.readers.add(this.current);
    if (cell.readers.size > before) this.current.cells.push(cell);
  }

  change(cell: Cell): void {
    for (const reader of cell.readers) this.changed.add(reader);
  }

  forget(reader: Reader): void {
    for (const cell of reader.cells) cell.leave(reader);
    reader.cells.length = 0;
  }

  /** Those whose cells changed since this was asked last. */
  takeChanged(): ReadonlySet<Reader> {
    const { changed } = this;
    this.changed = new Set();
    return changed;
  }

  private as<T>(reader: Reader | undefined, run: () => T): T {
    const before = this.current;
    this.current = reader;
    try {
      return run();
    } finally {
      this.current = before;
    }
  }
}
