import { refusal } from "../rules/api-failure.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { allocations } from "./allocations.ts";
import { associations } from "./associations.ts";
import { bgpPeers } from "./bgp-peers.ts";
import { connections } from "./connections.ts";
import { customerAgreements } from "./customer-agreements.ts";
import { failoverTests } from "./failover-tests.ts";
import { gateways } from "./gateways.ts";
import { hostedConnections } from "./hosted-connections.ts";
import { interconnects } from "./interconnects.ts";
import { lags } from "./lags.ts";
import { letters } from "./letters.ts";
import { macSecKeys } from "./mac-sec-keys.ts";
import { locations } from "./locations.ts";
import { newVirtualInterfaces } from "./new-virtual-interfaces.ts";
import type { Operation } from "./operation.ts";
import { proposals } from "./proposals.ts";
import { resiliencyGroups } from "./resiliency-groups.ts";
import { routerConfigurations } from "./router-configurations.ts";
import { routes } from "./routes.ts";
import { tags } from "./tags.ts";
import { virtualGateways } from "./virtual-gateways.ts";
import { virtualInterfaces } from "./virtual-interfaces.ts";

const operations: Readonly<Record<string, Operation>> = {
  ...allocations,
  ...associations,
  ...bgpPeers,
  ...connections,
  ...customerAgreements,
  ...failoverTests,
  ...gateways,
  ...hostedConnections,
  ...interconnects,
  ...lags,
  ...letters,
  ...locations,
  ...macSecKeys,
  ...newVirtualInterfaces,
  ...proposals,
  ...resiliencyGroups,
  ...routerConfigurations,
  ...routes,
  ...tags,
  ...virtualGateways,
  ...virtualInterfaces,
};

/** The names of the operations that answer. */
export const servedOperations: readonly string[] = Object.keys(operations).sort();

/** Throws an ApiFailure for an operation that the service has and the simulator does not serve. */
export function findOperation(name: string): Operation {
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (found === undefined) throw refusal(simulatorTexts.notServed(name));
  return found;
}
