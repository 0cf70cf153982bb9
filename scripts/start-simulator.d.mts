export interface Simulator {
  readonly url: string;
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

export interface SimulatorOptions {
  readonly port?: number;
  readonly estate?: string | undefined;
  readonly clock?: "real" | "fast" | "manual" | undefined;
  readonly log?: string | undefined;
}

export const sampleProfiles: Readonly<Record<string, string>>;
export const calmSettings: Readonly<Record<string, unknown>>;
export function startSimulator(options?: SimulatorOptions): Promise<Simulator>;
export function sampleSettings(endpoint: string): Record<string, unknown>;
export function writeAwsProfiles(folder: string, profiles?: Readonly<Record<string, string>>): Record<string, string | undefined>;
