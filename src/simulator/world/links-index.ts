import type { Kind, RecordOf, WorldRecord } from "./records.ts";

/** What ties a record to others: by kind, the links by which it is found, and where it holds them. */
const links = {
  connection: {
    owner: ({ ownerAccount }: RecordOf<"connection">) => ownerAccount,
    lag: ({ lagId }: RecordOf<"connection">) => lagId,
    carrier: ({ parentConnectionId }: RecordOf<"connection">) => parentConnectionId,
    location: placeOf,
  },
  interconnect: {
    owner: ({ ownerAccount }: RecordOf<"interconnect">) => ownerAccount,
    lag: ({ lagId }: RecordOf<"interconnect">) => lagId,
    location: placeOf,
  },
  lag: { owner: ({ ownerAccount }: RecordOf<"lag">) => ownerAccount, location: placeOf },
  virtualInterface: {
    owner: ({ ownerAccount }: RecordOf<"virtualInterface">) => ownerAccount,
    port: ({ connectionId }: RecordOf<"virtualInterface">) => connectionId,
    gateway: ({ directConnectGatewayId }: RecordOf<"virtualInterface">) => directConnectGatewayId,
  },
  directConnectGateway: { owner: ({ ownerAccount }: RecordOf<"directConnectGateway">) => ownerAccount },
  association: {
    gateway: ({ directConnectGatewayId }: RecordOf<"association">) => directConnectGatewayId,
    cloudGateway: ({ associatedGateway }: RecordOf<"association">) => associatedGateway?.id,
    coreNetwork: ({ associatedCoreNetwork }: RecordOf<"association">) => associatedCoreNetwork?.id,
  },
  proposal: {
    gateway: ({ directConnectGatewayId }: RecordOf<"proposal">) => directConnectGatewayId,
    cloudGateway: ({ associatedGateway }: RecordOf<"proposal">) => associatedGateway.id,
  },
  cloudGateway: { owner: ({ ownerAccount }: RecordOf<"cloudGateway">) => ownerAccount },
  failoverTest: {
    owner: ({ ownerAccount }: RecordOf<"failoverTest">) => ownerAccount,
    virtualInterface: ({ virtualInterfaceId }: RecordOf<"failoverTest">) => virtualInterfaceId,
  },
  customerAgreement: { owner: ({ ownerAccount }: RecordOf<"customerAgreement">) => ownerAccount },
  resiliencyGroup: { owner: ({ ownerAccount }: RecordOf<"resiliencyGroup">) => ownerAccount },
  resiliencyGroupAssociation: {
    group: ({ resiliencyGroupId }: RecordOf<"resiliencyGroupAssociation">) => resiliencyGroupId,
    connection: ({ connectionId }: RecordOf<"resiliencyGroupAssociation">) => connectionId,
  },
  tokenCall: {},
} as const satisfies { readonly [K in Kind]: Readonly<Record<string, (record: RecordOf<K>) => string | undefined>> };

export type LinkName<K extends Kind> = keyof (typeof links)[K] & string;

/** The records that one link ties to one id. */
interface Group {
  members: Set<WorldRecord>;
  /** The place in the listings of the one added last. */
  last: number;
  isInOrder: boolean;
}

/** A location as seen from a Region, which is how ports are ordered. */
export function placeOf({ region, location }: { readonly region: string; readonly location: string }): string {
  return `${region}/${location}`;
}

/** Finds the records that a link ties to an id or an account. */
export class Links {
  readonly #groups = new Map<string, Group>();

  add(record: WorldRecord): void {
    for (const key of keysOf(record)) {
      const group = this.#groups.get(key);
      if (group === undefined) {
        this.#groups.set(key, { members: new Set([record]), last: record.order, isInOrder: true });
        continue;
      }
      group.members.add(record);
      group.isInOrder &&= record.order > group.last;
      group.last = record.order;
    }
  }

  remove(record: WorldRecord): void {
    for (const key of keysOf(record)) {
      const group = this.#groups.get(key);
      group?.members.delete(record);
      if (group?.members.size === 0) this.#groups.delete(key);
    }
  }

  /** In the order of the listings, whatever has been tied to what since. */
  find<K extends Kind>(kind: K, link: LinkName<K>, to: string): RecordOf<K>[] {
    const group = this.#groups.get(`${kind} ${link} ${to}`);
    if (group === undefined) return [];
    if (!group.isInOrder) putInOrder(group);
    return [...group.members] as RecordOf<K>[];
  }
}

/** Only what was tied anew stands in the wrong place, so this is rare: kept until the next such change. */
function putInOrder(group: Group): void {
  const sorted = [...group.members].sort((one, other) => one.order - other.order);
  group.members = new Set(sorted);
  group.last = sorted.at(-1)?.order ?? 0;
  group.isInOrder = true;
}

function keysOf(record: WorldRecord): string[] {
  const held = Object.entries(links[record.kind]) as [string, (record: WorldRecord) => string | undefined][];
  return held.flatMap(([link, read]) => {
    const to = read(record);
    return to === undefined || to === "" ? [] : [`${record.kind} ${link} ${to}`];
  });
}
