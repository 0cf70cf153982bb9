import { Agenda, type Appointment } from "./agenda.ts";
import { IdSource } from "./id-source.ts";
import { type LinkName, Links } from "./links-index.ts";
import type { Kind, LocationRecord, RecordOf, TimedRecord, WorldRecord } from "./records.ts";

type Shelves = { readonly [K in Kind]: Map<string, RecordOf<K>> };

export interface WorldSettings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What its author says about the estate. */
  readonly about: string | undefined;
  readonly locations: readonly LocationRecord[];
  /** Accounts that may use the partner operations; undefined lets every account. */
  readonly partners: readonly string[] | undefined;
  /** Whether any well-formed `vgw-…` or `tgw-…` id is taken for a gateway of whoever names it. */
  readonly anyCloudGateway: boolean;
  /** How many ids have been made; new ones go on from there. */
  readonly idsMade: number;
}

/** Everything that exists, of all accounts and Regions, found by id. */
export class World {
  now: number;
  readonly settings: Omit<WorldSettings, "now" | "idsMade">;
  readonly ids: IdSource;
  readonly #shelves: Shelves = {
    connection: new Map(),
    interconnect: new Map(),
    lag: new Map(),
    virtualInterface: new Map(),
    directConnectGateway: new Map(),
    association: new Map(),
    proposal: new Map(),
    cloudGateway: new Map(),
    failoverTest: new Map(),
    customerAgreement: new Map(),
    resiliencyGroup: new Map(),
    resiliencyGroupAssociation: new Map(),
    tokenCall: new Map(),
  };
  readonly #agenda = new Agenda();
  readonly #links = new Links();
  #order = 0;

  constructor(settings: WorldSettings) {
    this.now = settings.now;
    this.settings = settings;
    this.ids = new IdSource(settings.idsMade);
  }

  find<K extends Kind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.#shelf(kind).get(id);
  }

  /** In the order in which they came. */
  all<K extends Kind>(kind: K): IterableIterator<RecordOf<K>> {
    return this.#shelf(kind).values();
  }

  where<K extends Kind>(kind: K, matches: (record: RecordOf<K>) => boolean): RecordOf<K>[] {
    const found: RecordOf<K>[] = [];
    for (const record of this.all(kind)) if (matches(record)) found.push(record);
    return found;
  }

  /** Those that one link ties to an id or an account, in the order in which they came: without walking all of their kind. */
  linked<K extends Kind>(kind: K, link: LinkName<K>, to: string): RecordOf<K>[] {
    return this.#links.find(kind, link, to);
  }

  add(record: WorldRecord): void {
    this.#order += 1;
    record.order = this.#order;
    this.#links.add(record);
    (this.#shelf(record.kind) as Map<string, WorldRecord>).set(record.id, record);
    this.#noteIn(record);
    for (const part of partsOf(record)) this.#addPart(part);
  }

  remove(record: TimedRecord): void {
    if (record.kind === "bgpPeer") {
      const owner = this.find("virtualInterface", record.virtualInterfaceId);
      if (owner !== undefined) owner.bgpPeers = owner.bgpPeers.filter((other) => other !== record);
    } else if (record.kind === "macSecKey") {
      const owner = this.find("connection", record.portId) ?? this.find("lag", record.portId) ?? this.find("interconnect", record.portId);
      if (owner !== undefined) owner.macSecKeys = owner.macSecKeys.filter((other) => other !== record);
    } else {
      this.#shelf(record.kind).delete(record.id);
      this.#links.remove(record);
    }
  }

  /** Changes what a record says of others, which nothing else may do: it is found by that. */
  tie<K extends Kind>(record: RecordOf<K>, changes: Partial<RecordOf<K>>): void {
    this.#links.remove(record);
    Object.assign(record, changes);
    this.#links.add(record);
  }

  /** Sets the state now, and what it becomes later if anything. */
  change(record: TimedRecord, state: string, then?: { readonly state: string; readonly after: number }): void {
    record.state = state;
    record.becomes = then === undefined ? undefined : { state: then.state, at: this.now + then.after };
    this.#noteIn(record);
  }

  /** The next change that is due by then, taken out of the agenda. */
  nextDue(until: number): Appointment | undefined {
    return this.#agenda.take(until);
  }

  #shelf<K extends Kind>(kind: K): Map<string, RecordOf<K>> {
    return this.#shelves[kind];
  }

  /** A session that an estate calls up, without saying since when, has come up now. */
  #addPart(part: TimedRecord): void {
    if (part.kind === "bgpPeer" && part.bgpStatus === "up") part.upSince ??= this.now;
    this.#noteIn(part);
  }

  #noteIn(record: TimedRecord): void {
    if (record.becomes !== undefined) this.#agenda.note({ ...record.becomes, record });
  }
}

/** What lives inside a record and is changed by time on its own. */
function partsOf(record: WorldRecord): readonly TimedRecord[] {
  switch (record.kind) {
    case "virtualInterface":
      return record.bgpPeers;
    case "connection":
    case "interconnect":
    case "lag":
      return record.macSecKeys;
    default:
      return [];
  }
}
