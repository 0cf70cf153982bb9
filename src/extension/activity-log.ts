import type * as vscode from "vscode";
import { isRead } from "../operations/call-danger.ts";
import type { CallReport } from "../operations/call-report.ts";
import { Emitter, type Event } from "./emitter.ts";

/** One call of this workspace, as it is kept. */
export interface ActivityEntry extends CallReport {
  /** Unique in the workspace. */
  readonly id: string;
  /** The account that called; undefined where nothing has told it. */
  readonly account: string | undefined;
  /** What the call was about, as it was called then; empty for no one thing, absent where another version kept it. */
  readonly name?: string;
}

export interface ActivityLogConfig {
  readonly memory: Pick<vscode.Memento, "get" | "update">;
  readonly accountOf: (profile: string) => string | undefined;
  readonly nameOf: (report: CallReport) => string;
  /** How many of each are kept: a day of polling must not push out what was changed. */
  readonly mostChanges?: number;
  readonly mostReads?: number;
}

const memoryKey = "directConnect.activity";
/**
 * What changes something is kept at once. Reads wait until no more come, since polling goes on for minutes and each time
 * the whole list is written; a window that closes takes nothing more from us, so that they do not wait for ever.
 */
const quietFor = 10_000;
const atMost = 60_000;

/** The calls of this workspace, newest first, kept with it. Inputs come masked from the room that sends them. */
export class ActivityLog {
  readonly #config: ActivityLogConfig;
  readonly #changed = new Emitter<void>();
  #entries: readonly ActivityEntry[];
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when something waits to be kept, in milliseconds since 1970. */
  #waitsSince: number | undefined;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(config: ActivityLogConfig) {
    this.#config = config;
    const kept = config.memory.get<unknown>(memoryKey, []);
    this.#entries = Array.isArray(kept) ? kept.filter(isEntry) : [];
  }

  get entries(): readonly ActivityEntry[] {
    return this.#entries;
  }

  find(id: string): ActivityEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  add(report: CallReport): void {
    this.#count += 1;
    const id = `${report.startedAt}-${this.#count}`;
    const entry = { ...report, id, account: this.#config.accountOf(report.profile), name: this.#config.nameOf(report) };
    this.#entries = this.#bounded([entry, ...this.#entries]);
    if (isRead(report.action)) this.#writeWhenQuiet();
    else this.#write();
    this.#changed.fire();
  }

  clear(): void {
    this.#entries = [];
    this.#write();
    this.#changed.fire();
  }

  /** Keeps what has not been kept yet: also called when the person turns to another window, and may close this one. */
  keep(): void {
    if (this.#timer !== undefined) this.#write();
  }

  dispose(): void {
    this.keep();
    this.#changed.dispose();
  }

  #bounded(entries: readonly ActivityEntry[]): readonly ActivityEntry[] {
    const { mostChanges = 300, mostReads = 200 } = this.#config;
    let changes = 0;
    let reads = 0;
    return entries.filter(({ action }) => (isRead(action) ? (reads += 1) <= mostReads : (changes += 1) <= mostChanges));
  }

  #writeWhenQuiet(): void {
    this.#waitsSince ??= Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), Math.min(quietFor, this.#waitsSince + atMost - Date.now()));
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waitsSince = undefined;
    void this.#config.memory.update(memoryKey, this.#entries);
  }
}

/** What another version has kept may look otherwise. */
function isEntry(value: unknown): value is ActivityEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Partial<Record<keyof ActivityEntry, unknown>>;
  const isNamed = [entry.id, entry.action, entry.profile, entry.region, entry.outcome].every((member) => typeof member === "string");
  return isNamed && typeof entry.startedAt === "number" && typeof entry.milliseconds === "number" && typeof entry.input === "object" && entry.input !== null;
}
