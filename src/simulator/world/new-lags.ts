import { joinLag } from "./lag-membership.ts";
import { type NewPort, openLag, orderConnection } from "./new-ports.ts";
import type { ConnectionRecord, LagRecord, Tag } from "./records.ts";
import type { World } from "./world.ts";

/** A LAG that has been ordered and may be made. */
export interface LagPlan extends NewPort {
  /** The connection that becomes its member, if any. */
  readonly existing: ConnectionRecord | undefined;
  /** How many new connections it gets. */
  readonly added: number;
  readonly childTags: readonly Tag[];
  readonly allowsHostedConnections: boolean;
  readonly billingMode: string;
}

/** Makes a LAG with its new members, named as AWS names them, and moves an existing connection into it. */
export function createLag(world: World, plan: LagPlan): LagRecord {
  const { existing, added, childTags, ...lagOrder } = plan;
  const lag = openLag(world, lagOrder);
  for (let number = 1; number <= added; number += 1) {
    const name = `Requested Connection ${number} for Lag ${lag.id}`;
    orderConnection(world, { ...lagOrder, name, tags: childTags, lagId: lag.id });
  }
  if (existing !== undefined) joinLag(world, existing, lag);
  return lag;
}
