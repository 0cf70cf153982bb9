import type { Simulator } from "./start-simulator.mjs";

export interface SessionOptions {
  readonly host: Host;
  readonly port?: number;
  readonly estate?: string | undefined;
  readonly clock?: "real" | "fast" | "manual" | undefined;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly profiles?: Readonly<Record<string, string>> | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly trust?: boolean | undefined;
  readonly testDriver?: boolean;
  readonly isDevelopment?: boolean;
  readonly logs?: string;
}

export interface Host {
  readonly name: string;
  readonly version: string;
  readonly node: string;
  readonly serverMain: string;
}

export interface Session {
  readonly simulator: Simulator;
  readonly server: { readonly authority: string; readonly url: string; readonly folder: string; stop(): Promise<void>; lastLines(): string };
  readonly extension: string;
  readonly workspace: string;
  urlOf(open: { folder?: string; payload?: [string, string][] }): string;
  stop(): Promise<void>;
}

export function startSession(options: SessionOptions): Promise<Session>;
