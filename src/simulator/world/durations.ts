const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long things take, in milliseconds of simulated time. Review, visibility of deleted virtual interfaces
 * and the lives of proposals are AWS's documented times; the rest is of the order that users report.
 */
export const durations = {
  /** Approval of a requested port and of public prefixes: up to three days. */
  review: 72 * hour,
  /** A confirmed or approved connection until its link is up. */
  provisioning: 2 * minute,
  /** A virtual interface until BGP has come up. */
  session: 90 * second,
  /** Joining and leaving a Direct Connect gateway. */
  association: 2 * minute,
  /** A connection that joins or leaves a LAG, and a hosted one that moves, until it works again. */
  rewiring: 30 * second,
  /** A MACsec key on its way to a port or off it. */
  keyExchange: minute,
  /** A new Direct Connect gateway until it can be used. */
  gatewayCreation: 10 * second,
  /** A new resiliency group, and the joining and leaving of its connections. */
  resiliencyGroup: 30 * second,
  deletion: minute,
  /** How long what was deleted or rejected stays in the listings. */
  remembrance: 15 * minute,
  proposalLife: 7 * day,
  proposalRemembrance: 3 * day,
  mtuChange: 30 * second,
  testHistory: 365 * day,
  /** How long a client token stands for its first call. */
  tokenLife: day,
} as const;

export { minute };
