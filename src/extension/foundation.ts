import type * as vscode from "vscode";
import type { Inventory } from "../model/inventory.ts";
import type { JsonObject } from "../model/resource.ts";
import type { Send } from "../operations/send.ts";
import type { ActivityLog } from "./activity-log.ts";
import type { BuiltInSimulator } from "./built-in-simulator.ts";
import type { ChoiceMemory } from "./choice.ts";
import type { OperationStore } from "./operation-deps.ts";
import { isOfAws } from "./endpoint.ts";
import type { InventoryStore } from "./inventory-store.ts";
import type { ProfileLock } from "./profile-lock.ts";
import type { Reading } from "./reading.ts";
import type { SimulatorSession } from "./simulator-session.ts";

/** What views and operations stand on: reading and sending. `main.ts` makes it, as it takes the room of AWS. */
export interface Foundation {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly simulator: BuiltInSimulator;
  readonly session: SimulatorSession;
  readonly choice: ChoiceMemory;
  readonly reading: Reading;
  readonly store: InventoryStore;
  /** What others see of the store. */
  readonly shown: ShownInventory;
  /** Guarded: what a lock or the workspace's trust forbids is never sent. */
  readonly send: Send;
  readonly lock: ProfileLock;
  readonly activity: ActivityLog;
  /** Another endpoint than AWS's, where a profile's calls go there. */
  readonly endpointOf: (profile: string) => string | undefined;
  /** A value as JSON with every secret masked. */
  readonly mask: (value: unknown) => JsonObject;
}

/** What the store holds, and whether there is more to come. */
export interface ShownInventory extends OperationStore {
  readonly isLoading: boolean;
  readonly onDidChange: vscode.Event<Inventory>;
}

/** Whether a profile's calls go elsewhere than to AWS. */
export function isSimulated({ endpointOf }: Foundation, profile: string): boolean {
  const endpoint = endpointOf(profile);
  return endpoint !== undefined && !isOfAws(endpoint);
}

/** Whether any profile that is read is so. */
export function readsSimulated(foundation: Foundation): boolean {
  return foundation.store.choices.some(({ profile }) => isSimulated(foundation, profile));
}
