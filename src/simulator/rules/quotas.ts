/**
 * The service's quotas, each with the number that its newest documentation states.
 * Source: the quotas page of the user guide, and the API reference where it names a number.
 */
export const quotas = {
  /** Private and public virtual interfaces on a dedicated connection or a LAG. */
  privateAndPublicPerPort: 50,
  transitPerPort: 4,
  virtualInterfacesPerPort: 51,
  virtualInterfacesPerHostedConnection: 1,
  /** Dedicated connections that are not deleted, per location, Region and account. */
  connectionsPerLocation: 10,
  lagsPerRegion: 10,
  /** Of 1 and 10 Gbps; faster ones are `fastLinksPerLag`. */
  linksPerLag: 4,
  fastLinksPerLag: 2,
  gatewaysPerAccount: 200,
  virtualInterfacesPerGateway: 30,
  virtualPrivateGatewaysPerGateway: 20,
  transitGatewaysPerGateway: 6,
  gatewaysPerTransitGateway: 20,
  prefixesPerTransitGateway: 200,
  routesPerPublicSession: 1000,
  /** Prefixes of one family that a private or transit session may announce, unless asked for otherwise, and at most. */
  prefixesPerSession: 100,
  mostPrefixesPerSession: 1000,
  /** Of both families together. */
  prefixesPerGateway: 10_000,
  rateLimitersPerConnection: 10,
  /** Routes that the virtual interfaces of a port share, for each address family, by its speed. */
  prefixPool: { "1Gbps": 5000, "10Gbps": 5000, "100Gbps": 30_000, "400Gbps": 50_000 } as Readonly<Record<string, number>>,
  tagsPerResource: 50,
  connectionsPerResiliencyCall: 50,
  /** The simulator's own numbers: the service names no quota of resiliency groups. */
  resiliencyGroupsPerRegion: 100,
  connectionsPerResiliencyGroup: 200,
  connectionsPerBillingCall: 200,
  longestTestMinutes: 4320,
} as const;
