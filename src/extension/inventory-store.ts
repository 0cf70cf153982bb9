import { isSettling } from "../model/health.ts";
import { emptyInventory, type Inventory } from "../model/inventory.ts";
import type { Resource } from "../model/resource.ts";
import {
  globalSections,
  mergeSections,
  sectionKey,
  sectionsOf,
  type Choice,
  type Section,
  type SectionAnswer,
  type SectionName,
} from "../model/section.ts";
import type { ReadSection } from "../operations/read-section.ts";
import { Emitter, type Event } from "./emitter.ts";
import type { Around } from "./operation-deps.ts";
import { failedAnswer, keepingShown } from "./kept-answer.ts";

export interface InventoryStoreConfig {
  readonly readSection: ReadSection;
  /**
   * Resolves, whatever comes of it, when calls as the profile can leave. Those that wait for it hold up nobody else: a
   * program that gives credentials may take its time.
   */
  readonly prepare?: (profile: string, signal: AbortSignal) => Promise<unknown>;
  /** Sections read at the same time. */
  readonly atOnce?: number;
}

/** One section and what is known of it. */
interface Entry {
  readonly section: Section;
  shown: SectionAnswer | undefined;
  /** `shown` as text, to notice that nothing has changed. */
  text: string;
  /** When everything that is shown was read, in milliseconds since 1970. */
  readAt: number | undefined;
  reading: Promise<void> | undefined;
  /** Whether the reading has not begun yet because its profile is not prepared. */
  isPreparing: boolean;
  /** Whether the answer on its way may be older than what has been asked for. */
  isStale: boolean;
}

function lacksCredentials({ shown }: Entry): boolean {
  return shown?.failures.some(({ reason }) => reason === "credentials") ?? false;
}

/** The extension's one changing thing: what has been read of the chosen profiles and Regions. */
export class InventoryStore {
  readonly #readSection: ReadSection;
  readonly #prepare: InventoryStoreConfig["prepare"];
  readonly #atOnce: number;
  readonly #changed = new Emitter<Inventory>();
  readonly #expected = new Emitter<readonly Section[]>();
  readonly #answered = new Emitter<undefined>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #choices: readonly Choice[] = [];
  #entries = new Map<string, Entry>();
  #abort = new AbortController();
  #inventory: Inventory | undefined = emptyInventory;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAt: number | undefined;

  /** Fires shortly after something has changed; several answers make one event. */
  readonly onDidChange: Event<Inventory> = this.#changed.event;
  /** Fires with the sections in which an operation is about to change something. */
  readonly onDidExpectChange: Event<readonly Section[]> = this.#expected.event;
  /** Fires when what was asked for has been answered, also where nothing has changed but its time. */
  readonly onDidRead: Event<undefined> = this.#answered.event;

  constructor({ readSection, prepare, atOnce = 6 }: InventoryStoreConfig) {
    this.#readSection = readSection;
    this.#prepare = prepare;
    this.#atOnce = atOnce;
  }

  get inventory(): Inventory {
    this.#inventory ??= mergeSections(this.#choices, this.#answers());
    return this.#inventory;
  }

  get choices(): readonly Choice[] {
    return this.#choices;
  }

  /** When the oldest of what is shown was read, in milliseconds since 1970; undefined where nothing was. */
  get readAt(): number | undefined {
    const times = [...this.#entries.values()].flatMap(({ readAt }) => readAt ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** When everything was last asked for, in milliseconds since 1970; undefined until it is for the first time. */
  get askedAt(): number | undefined {
    return this.#askedAt;
  }

  /** Whether some section has not answered yet since the choice was made. */
  get isLoading(): boolean {
    return [...this.#entries.values()].some(({ shown }) => shown === undefined);
  }

  /**
   * Reads other profiles or Regions. Whatever is on its way for the old ones is aborted and never shown; what is chosen
   * still is shown until it has been read again, unless `anew`.
   */
  async choose(choices: readonly Choice[], { anew = false } = {}): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#choices = choices;
    const before = anew ? undefined : this.#entries;
    this.#entries = new Map(sectionsOf(choices).map((section) => [sectionKey(section), newEntry(section, before?.get(sectionKey(section)))]));
    this.#invalidate();
    await this.refresh();
  }

  /**
   * Reads everything again, also what is being read: that answer may be older than what has changed. What was read
   * before stays until its section has answered.
   */
  async refresh(): Promise<void> {
    this.#askedAt = Date.now();
    for (const entry of this.#entries.values()) if (entry.reading !== undefined) entry.isStale = true;
    await this.#readAll([...this.#entries.values()]);
  }

  /**
   * Reads everything again, but once only what is being read already, and nothing that there were no credentials for:
   * the program that gives them may ask the person, who then has to answer each time.
   */
  async refreshIdle(): Promise<void> {
    this.#askedAt = Date.now();
    await this.#readAll([...this.#entries.values()].filter((entry) => !lacksCredentials(entry)));
  }

  /**
   * Reads everything again for profiles whose credentials may have become another account's: what cannot be read anew
   * is not kept.
   */
  async refreshAnew(): Promise<void> {
    for (const entry of this.#entries.values()) entry.readAt = undefined;
    await this.refresh();
  }

  /** Reads some sections again, but those that are no longer chosen, and those that wait still to be read at all. */
  async refreshSections(sections: readonly Section[]): Promise<void> {
    const entries = sections.flatMap((section) => this.#entries.get(sectionKey(section)) ?? []);
    await this.#readAll(entries.filter(({ shown, isPreparing }) => shown !== undefined || !isPreparing));
  }

  /** Reads again what an operation may have changed, and has it watched until it settles. */
  async refreshAround(around: Around): Promise<void> {
    const sections = this.expectChange(around);
    for (const section of sections) {
      const entry = this.#entries.get(sectionKey(section));
      if (entry?.reading !== undefined) entry.isStale = true;
    }
    await this.refreshSections(sections);
  }

  /** Has the sections around what may change watched closely for a while; they are returned. */
  expectChange({ kinds, region: around }: Around): readonly Section[] {
    const names = kinds.flatMap((kind) => sectionsAround[kind]);
    const sections = [...this.#entries.values()]
      .map(({ section }) => section)
      .filter(({ name, region }) => names.includes(name) && (isGlobal(name) || region === (around ?? region)));
    this.#expected.fire(sections);
    return sections;
  }

  /** The sections in which something is on its way to another state. */
  settlingSections(): readonly Section[] {
    return [...this.#entries.values()]
      .filter(({ shown }) => shown?.resources.some(isSettling) === true)
      .map(({ section }) => section);
  }

  dispose(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
    this.#entries.clear();
    this.#changed.dispose();
    this.#expected.dispose();
    this.#answered.dispose();
  }

  async #readAll(entries: readonly Entry[]): Promise<void> {
    await Promise.all(entries.map((entry) => this.#read(entry)));
    this.#flush();
    this.#answered.fire(undefined);
  }

  #read(entry: Entry): Promise<void> {
    entry.reading ??= this.#readOnce(entry).finally(() => {
      entry.reading = undefined;
    });
    return entry.reading;
  }

  async #readOnce(entry: Entry): Promise<void> {
    const { signal } = this.#abort;
    entry.isPreparing = true;
    await this.#prepare?.(entry.section.profile, signal);
    entry.isPreparing = false;
    await this.#turn();
    try {
      while (await this.#readNow(entry, signal));
    } finally {
      this.#giveTurn();
    }
  }

  /** Answers whether what it has read was asked for again meanwhile. */
  async #readNow(entry: Entry, signal: AbortSignal): Promise<boolean> {
    entry.isStale = false;
    const answer = signal.aborted ? undefined : await this.#answerOf(entry.section, signal);
    if (answer === undefined || this.#entries.get(sectionKey(entry.section)) !== entry) return false;
    this.#show(entry, answer);
    return entry.isStale;
  }

  async #answerOf(section: Section, signal: AbortSignal): Promise<SectionAnswer | undefined> {
    try {
      return await this.#readSection(section, signal);
    } catch (error) {
      return signal.aborted ? undefined : failedAnswer(section, error);
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= this.#atOnce) return new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
  }

  /** To who waits longest, before anybody who comes now. */
  #giveTurn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }

  #show(entry: Entry, answer: SectionAnswer): void {
    const { readAt } = entry;
    if (answer.failures.length === 0) entry.readAt = Date.now();
    const shown = readAt === undefined ? answer : keepingShown(answer, entry.shown, readAt);
    const text = JSON.stringify(shown);
    if (text === entry.text) return;
    entry.shown = shown;
    entry.text = text;
    this.#invalidate();
  }

  #answers(): readonly SectionAnswer[] {
    return [...this.#entries.values()].flatMap(({ shown }) => shown ?? []);
  }

  #invalidate(): void {
    this.#inventory = undefined;
    this.#timer ??= setTimeout(() => this.#flush(), 25);
  }

  #flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.fire(this.inventory);
  }
}

/** Not the entry of before, so that answers which are still on their way to that one find it gone. */
function newEntry(section: Section, before: Entry | undefined): Entry {
  const { shown, text = "", readAt } = before ?? {};
  return { section, shown, text, readAt, reading: undefined, isPreparing: false, isStale: false };
}

function isGlobal(name: SectionName): boolean {
  return (globalSections as readonly SectionName[]).includes(name);
}

const portSections = ["connections", "lags", "interconnects"] as const;
const virtualInterfaceSections = ["virtualInterfaces", "gateways"] as const;
const gatewaySections = ["gateways", "proposals"] as const;

/** Where an operation on a resource of the kind can show. */
const sectionsAround: Readonly<Record<Resource["kind"], readonly SectionName[]>> = {
  connection: portSections,
  interconnect: portSections,
  lag: portSections,
  virtualInterface: virtualInterfaceSections,
  bgpPeer: virtualInterfaceSections,
  directConnectGateway: gatewaySections,
  association: gatewaySections,
  attachment: ["gateways", "virtualInterfaces"],
  proposal: gatewaySections,
  resiliencyGroup: ["resiliencyGroups"],
  virtualPrivateGateway: ["virtualGateways"],
  transitGateway: ["gateways"],
  coreNetwork: ["gateways"],
};
