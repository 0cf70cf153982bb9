import { Cell, type Dependencies } from "./dependencies.ts";
import { getOrAdd } from "./get-or-add.ts";
import type { LiveAccount } from "./live-account.ts";
import { fieldsMeant } from "./meant.ts";
import { NameCell, type NameTable } from "./name-cell.ts";
import { type Place, PlacedRange } from "./place.ts";
import type { Resource } from "./plan-resource.ts";
import type { SectionName } from "./schema-types.ts";
import { mapSchemas, sectionNames } from "./schema.ts";
import type { Entry } from "./syntax/tree.ts";
import { integerOf, textOf, type View } from "./view.ts";

export { placed, relatedTo, type Reference, type Resource } from "./plan-resource.ts";

/**
 * What rules across resources look things up in. An edit updates it with the pieces that came and went; each look-up by a
 * check is remembered, so that only checks are repeated that looked up something else than before.
 */
export class PlanIndex {
  private readonly dependencies: Dependencies;
  private readonly tables = new Map<SectionName, NameTable>(sectionNames.map((name) => [name, new Map()]));
  private readonly ids: NameTable = new Map();
  private readonly carriers = new WeakMap<Resource, Port>();
  private readonly sections = new Map<SectionName, Cell>(sectionNames.map((name) => [name, new Cell()]));
  private readonly planCell = new Cell();
  private readonly liveCell = new Cell();
  private liveAccount: LiveAccount | undefined;
  private pieces: readonly IndexedPiece[] = [];
  private ordered: Ordered | undefined;
  private used: ReadonlyMap<string, PortUse> | undefined;
  private planView: View = planView([]);

  constructor(dependencies: Dependencies) {
    this.dependencies = dependencies;
  }

  update(pieces: readonly IndexedPiece[], { removed, added }: PieceChange): void {
    this.pieces = pieces;
    this.ordered = undefined;
    this.used = undefined;
    const touched = new Set<Cell>();
    for (const piece of removed) for (const resource of piece.resources) this.remove(resource, touched);
    for (const piece of added) for (const resource of piece.resources) this.add(resource, touched);
    // Each once: many resources of one name have as many readers.
    for (const cell of touched) this.dependencies.change(cell);
    if (![...removed, ...added].some(({ kind }) => kind !== "resource")) return;
    this.planView = planView(pieces);
    this.dependencies.change(this.planCell);
  }

  /** Undefined while the live account is not known. */
  get live(): LiveAccount | undefined {
    this.dependencies.read(this.liveCell);
    return this.liveAccount;
  }

  setLive(live: LiveAccount | undefined): void {
    this.liveAccount = live;
    this.dependencies.change(this.liveCell);
  }

  /** The fields at the top. */
  get plan(): View {
    this.dependencies.read(this.planCell);
    return this.planView;
  }

  /** In the order of the text. */
  get resources(): readonly Resource[] {
    for (const cell of this.sections.values()) this.dependencies.read(cell);
    return this.inOrder().all;
  }

  /** What is tagged how on each port, by the port's key. */
  get ports(): ReadonlyMap<string, PortUse> {
    for (const section of ["virtualInterfaces", "hostedConnections", "connections", "lags", "interconnects"] as const) this.of(section);
    this.used ??= this.dependencies.untracked(() => this.buildPorts());
    return this.used;
  }

  /** Where the name of a top-level field stands. */
  placeOfField(name: string): PlacedRange | undefined {
    const [place, entry] = [this.placeOfTop(name), this.plan.fields.get(name)];
    return place && entry && new PlacedRange(place, entry.key.range);
  }

  /** What the ranges of a top-level field and of all it holds count from. */
  placeOfTop(name: string): Place | undefined {
    const entry = this.plan.fields.get(name);
    return entry && this.pieces.find(({ kind, content }) => kind !== "resource" && content.entries.includes(entry));
  }

  find(section: SectionName, name: string): Resource | undefined {
    return this.look(this.tables.get(section), name);
  }

  /** The resource that a logical name or an id means in one of the sections. */
  resolve(to: readonly SectionName[], text: string): Resource | undefined {
    for (const section of to) {
      const found = this.find(section, text);
      if (found !== undefined) return found;
    }
    const adopted = this.adopted(text);
    return adopted !== undefined && to.includes(adopted.section) ? adopted : undefined;
  }

  /** The first resource that adopts what an AWS id means. */
  adopted(id: string): Resource | undefined {
    return this.look(this.ids, id);
  }

  of(section: SectionName): readonly Resource[] {
    const cell = this.sections.get(section);
    if (cell !== undefined) this.dependencies.read(cell);
    return this.inOrder().bySection.get(section) ?? [];
  }

  names(sections: readonly SectionName[]): readonly string[] {
    return sections.flatMap((section) => this.of(section).map((resource) => resource.view.name));
  }

  /** The connection or LAG that carries a virtual interface; the parent of a hosted connection. A member's port is its LAG. */
  portOf(resource: Resource): Port | undefined {
    const field = portFields.find((name) => textOf(resource.view, name) !== undefined);
    if (field === undefined) return undefined;
    const text = textOf(resource.view, field) ?? "";
    const carrier = this.resolve(portSections[field], text);
    if (carrier === undefined) return { key: text, label: `\`${text}\``, resource: undefined };
    const lag = textOf(carrier.view, "lag");
    if (lag === undefined) return this.portFrom(carrier);
    const bundle = this.resolve(["lags"], lag);
    return bundle === undefined ? { key: lag, label: `LAG \`${lag}\``, resource: undefined } : this.portFrom(bundle);
  }

  /** Its own Region, else that of what carries it, else the plan's. */
  regionOf(resource: Resource): string | undefined {
    const carrier = this.portOf(resource)?.resource;
    return textOf(resource.view, "region") ?? (carrier && textOf(carrier.view, "region")) ?? textOf(this.plan, "region");
  }

  private look(table: NameTable | undefined, name: string): Resource | undefined {
    const known = table?.get(name);
    if (!this.dependencies.isTracking || table === undefined) return known?.first;
    const cell = known ?? new NameCell(name, table);
    this.dependencies.read(cell);
    return cell.first;
  }

  private portFrom(resource: Resource): Port {
    const known = this.carriers.get(resource);
    if (known !== undefined) return known;
    const { view, section } = resource;
    const port = { key: `${section}/${view.name}`, label: `${view.schema.label} \`${view.name}\``, resource };
    this.carriers.set(resource, port);
    return port;
  }

  private add(resource: Resource, touched: Set<Cell>): void {
    for (const cell of this.cellsOf(resource)) {
      if (cell instanceof NameCell) cell.add(resource);
      touched.add(cell);
    }
  }

  private remove(resource: Resource, touched: Set<Cell>): void {
    for (const cell of this.cellsOf(resource)) {
      if (cell instanceof NameCell) cell.remove(resource);
      touched.add(cell);
    }
  }

  private cellsOf({ section, view }: Resource): readonly Cell[] {
    const names = this.tables.get(section);
    const id = textOf(view, "id");
    const whole = this.sections.get(section);
    const cells: Cell[] = whole === undefined ? [] : [whole];
    if (names !== undefined) cells.push(names.get(view.name) ?? new NameCell(view.name, names));
    if (id !== undefined) cells.push(this.ids.get(id) ?? new NameCell(id, this.ids));
    return cells;
  }

  private inOrder(): Ordered {
    if (this.ordered !== undefined) return this.ordered;
    const all: Resource[] = [];
    const bySection = new Map<SectionName, Resource[]>();
    for (const { resources } of this.pieces) {
      for (const resource of resources) {
        all.push(resource);
        getOrAdd(bySection, resource.section, () => []).push(resource);
      }
    }
    this.ordered = { all, bySection };
    return this.ordered;
  }

  private buildPorts(): ReadonlyMap<string, PortUse> {
    const ports = new Map<string, OpenUse>();
    for (const resource of [...this.of("virtualInterfaces"), ...this.of("hostedConnections")]) {
      const [port, vlan] = [this.portOf(resource), integerOf(resource.view, "vlan")];
      if (port === undefined || vlan === undefined || vlan < 1 || vlan > 4094) continue;
      const use: OpenUse = getOrAdd(ports, port.key, () => ({ ...port, vlans: new Map<number, Resource[]>() }));
      getOrAdd(use.vlans, vlan, () => []).push(resource);
    }
    return ports;
  }
}

/** What the index needs to know of a piece. */
export interface IndexedPiece extends Place {
  readonly kind: string;
  readonly content: { readonly entries: readonly Entry[]; readonly breaches: readonly { readonly rule: { readonly code: string } }[] };
  readonly resources: readonly Resource[];
}

/** The pieces that an edit took away and those that it brought. */
export interface PieceChange<P = IndexedPiece> {
  readonly removed: readonly P[];
  readonly added: readonly P[];
}

/** What has its own set of VLANs. */
export interface Port {
  readonly key: string;
  readonly label: string;
  /** Undefined for an id that the plan does not hold. */
  readonly resource: Resource | undefined;
}

export interface PortUse extends Port {
  /** Who has each VLAN, in the order of the plan. */
  readonly vlans: ReadonlyMap<number, readonly Resource[]>;
}

const portFields = ["connection", "lag", "parent"] as const;
const portSections: Readonly<Record<(typeof portFields)[number], readonly SectionName[]>> = {
  connection: ["connections"],
  lag: ["lags"],
  parent: ["interconnects", "lags"],
};

interface OpenUse extends Port {
  readonly vlans: Map<number, Resource[]>;
}

interface Ordered {
  readonly all: readonly Resource[];
  readonly bySection: ReadonlyMap<SectionName, readonly Resource[]>;
}

function planView(pieces: readonly IndexedPiece[]): View {
  const fields = new Map<string, Entry>();
  let isComplete = true;
  for (const { kind, content } of pieces) {
    if (kind === "resource") continue;
    isComplete &&= !content.breaches.some(({ rule }) => rule.code === "DX001");
    for (const entry of content.entries) if (!fields.has(entry.key.source)) fields.set(entry.key.source, entry);
  }
  return { schema: mapSchemas.plan, name: "", place: { start: 0, end: 0 }, fields, meant: fieldsMeant(mapSchemas.plan, [...fields.keys()].filter((name) => !name.startsWith("x-"))), parent: undefined, isComplete };
}
