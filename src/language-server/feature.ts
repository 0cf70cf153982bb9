import type { ClientCapabilities, Connection, ServerCapabilities } from "vscode-languageserver";
import type { LivePlans } from "./live-plans.ts";
import type { PlanStore } from "./plan-store.ts";

/** One thing that the server can do, with what it announces to the client. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  /** `client` tells what the client said it can do; nothing before it has said so. */
  readonly register: (connection: Connection, plans: PlanStore, live: LivePlans, client: () => ClientCapabilities) => void;
}
