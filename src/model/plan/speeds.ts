/** Port speeds of dedicated connections, LAGs and interconnects, as the API spells them. Source: model of CreateLag. */
export const dedicatedBandwidths: readonly string[] = ["1Gbps", "10Gbps", "100Gbps", "400Gbps"];

/** Speeds of hosted connections; from 1Gbps on only certain partners offer them. Source: model of AllocateHostedConnection. */
export const hostedBandwidths: readonly string[] = [
  "50Mbps", "100Mbps", "200Mbps", "300Mbps", "400Mbps", "500Mbps", "1Gbps", "2Gbps", "5Gbps", "10Gbps", "25Gbps",
];

/** Steps of a virtual interface's rate limiter: uneven, none may be left out. Source: model of VirtualInterface. */
export const rateLimits: readonly string[] = [
  ...[50, 100, 200, 300, 400, 500, 600, 700, 800, 900].map((step) => `${step}Mbps`),
  ...[1, 1.2, 1.5, 1.8, 2, 2.1, 2.4, 2.7, 3, 3.2, 3.6, 4, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 21, 24, 27, 30, 32, 36].map((step) => `${step}Gbps`),
  ...[40, 50, 60, 70, 80, 100, 120, 150, 180, 200, 210, 240, 270, 300, 320, 360, 400, 450, 480, 500, 540].map((step) => `${step}Gbps`),
  ...[600, 700, 800, 900].map((step) => `${step}Gbps`),
  ...[1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6].map((step) => `${step}Tbps`),
];

/** A speed in Mbps, exact to the bit; undefined for a text that is none. */
export function megabitsOf(speed: string): number | undefined {
  const found = /^(\d+(?:\.\d+)?)([MGT])bps$/.exec(speed);
  return found === null ? undefined : Math.round(Number(found[1]) * { M: 1e6, G: 1e9, T: 1e12 }[found[2] as "M" | "G" | "T"]) / 1e6;
}
