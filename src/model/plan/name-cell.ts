import { Cell, type Reader } from "./dependencies.ts";
import { compareInText, type Resource } from "./plan-resource.ts";

export type NameTable = Map<string, NameCell>;

/** What a name or an id means; also one that means nothing, once a check has asked. In the table only as long as it is of use. */
export class NameCell extends Cell {
  private readonly resources = new Set<Resource>();
  private known: { readonly first: Resource | undefined } | undefined;
  private readonly key: string;
  private readonly table: NameTable;

  constructor(key: string, table: NameTable) {
    super();
    this.key = key;
    this.table = table;
    table.set(key, this);
  }

  /** The one that stands first in the text. */
  get first(): Resource | undefined {
    this.known ??= { first: earliest(this.resources) };
    return this.known.first;
  }

  add(resource: Resource): void {
    this.resources.add(resource);
    this.known = undefined;
  }

  remove(resource: Resource): void {
    this.resources.delete(resource);
    this.known = undefined;
  }

  override leave(reader: Reader): void {
    super.leave(reader);
    if (this.readers.size === 0 && this.resources.size === 0) this.table.delete(this.key);
  }
}

function earliest(resources: Iterable<Resource>): Resource | undefined {
  let first: Resource | undefined;
  for (const resource of resources) if (first === undefined || compareInText(resource, first) < 0) first = resource;
  return first;
}
