import type { Kind, RecordOf, WorldRecord } from "./records.ts";

/** What ties a record to others: by kind, the links by which it is found, and where it holds them. */
const links = {
  connection: {
    owner: ({ ownerAccount }: RecordOf<"connection">) => ownerAccount,
    lag: ({ lagId }: RecordOf<"connection">) => lagId,
    carrier: ({ parentConnectionId }: RecordOf<"connection">) => parentConnectionId,
  },
  interconnect: {
    owner: ({ ownerAccount }: RecordOf<"interconnect">) => ownerAccount,
    lag: ({ lagId }: RecordOf<"interconnect">) => lagId,
  },
  lag: { owner: ({ ownerAccount }: RecordOf<"lag">) => ownerAccount },
  virtualInterface: {
    owner: ({ ownerAccount }: RecordOf<"virtualInterface">) => ownerAccount,
    port: ({ connectionId }: RecordOf<"virtualInterface">) => connectionId,
    gateway: ({ directConnectGatewayId }: RecordOf<"virtualInterface">) => directConnectGatewayId,
  },
  directConnectGateway: { owner: ({ ownerAccount }: RecordOf<"directConnectGateway">) => ownerAccount },
  association: {
    gateway: ({ directConnectGatewayId }: RecordOf<"association">) => directConnectGatewayId,
    cloudGateway: ({ associatedGateway }: RecordOf<"association">) => associatedGateway.id,
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
} as const satisfies { readonly [K in Kind]: Readonly<Record<string, (record: RecordOf<K>) => string | undefined>> };

export type LinkName<K extends Kind> = keyof (typeof links)[K] & string;

/** Finds the records that a link ties to an id or an account. */
export class Links {
  readonly #found = new Map<string, Set<WorldRecord>>();

  add(record: WorldRecord): void {
    for (const key of keysOf(record)) {
      const found = this.#found.get(key);
      if (found === undefined) this.#found.set(key, new Set([record]));
      else found.add(record);
    }
  }

  remove(record: WorldRecord): void {
    for (const key of keysOf(record)) {
      const found = this.#found.get(key);
      found?.delete(record);
      if (found?.size === 0) this.#found.delete(key);
    }
  }

  /** In the order of the listings, whatever has been tied to what since. */
  find<K extends Kind>(kind: K, link: LinkName<K>, to: string): RecordOf<K>[] {
    const found = [...(this.#found.get(`${kind} ${link} ${to}`) ?? [])] as RecordOf<K>[];
    return found.sort((one, other) => one.order - other.order);
  }
}

function keysOf(record: WorldRecord): string[] {
  const held = Object.entries(links[record.kind]) as [string, (record: WorldRecord) => string | undefined][];
  return held.flatMap(([link, read]) => {
    const to = read(record);
    return to === undefined || to === "" ? [] : [`${record.kind} ${link} ${to}`];
  });
}
