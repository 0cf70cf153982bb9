/** The speeds of ports, as the API spells them. Source: CreateConnection, CreateLag. */
export const dedicatedBandwidths: readonly string[] = ["1Gbps", "10Gbps", "100Gbps", "400Gbps"];
/** Source: CreateInterconnect. */
export const interconnectBandwidths: readonly string[] = ["1Gbps", "10Gbps", "100Gbps"];
/** The capacities of hosted connections. Source: AllocateHostedConnection. */
export const hostedBandwidths: readonly string[] = [
  "50Mbps", "100Mbps", "200Mbps", "300Mbps", "400Mbps", "500Mbps", "1Gbps", "2Gbps", "5Gbps", "10Gbps", "25Gbps",
];
/** Those of the older call, which was never extended. Source: AllocateConnectionOnInterconnect. */
export const olderHostedBandwidths: readonly string[] = hostedBandwidths.filter((bandwidth) => bandwidth !== "25Gbps");

const form = /^(\d+(?:\.\d+)?)(Mbps|Gbps|Tbps)$/;
const factors: Readonly<Record<string, number>> = { Mbps: 1, Gbps: 1000, Tbps: 1_000_000 };

/** A bandwidth in megabits a second; undefined for what is none. */
export function megabitsOf(bandwidth: string): number | undefined {
  const [, amount, unit] = form.exec(bandwidth) ?? [];
  return amount === undefined || unit === undefined ? undefined : Math.round(Number(amount) * (factors[unit] ?? 1));
}

/** The shortest spelling: `500Mbps`, `1.5Gbps`, `1.2Tbps`. */
export function spellBandwidth(megabits: number): string {
  if (megabits < 1000) return `${megabits}Mbps`;
  return megabits < 1_000_000 ? `${megabits / 1000}Gbps` : `${megabits / 1_000_000}Tbps`;
}
