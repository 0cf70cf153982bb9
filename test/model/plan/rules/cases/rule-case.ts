import { gatewayId } from "../../../../support/plans.ts";

export interface RuleCase {
  /** A plan that breaks the rule, and nothing else. */
  readonly wrong: string;
  /** `CODE token` of what is reported. */
  readonly reported: readonly string[];
  /** The nearest plan without any problem. */
  readonly legal: string;
}

export type RuleCases = Readonly<Record<string, readonly RuleCase[]>>;

/** A gateway that is there already: what else hangs on it is not known. */
export const core = `core: { id: ${gatewayId}, amazonSideAsn: 64513 }`;
export const otherGateway = `hub: { id: ${gatewayId.replace("5f", "6f")}, amazonSideAsn: 64514 }`;

/** A plan from sections, each a list of `name: { … }`. */
export function plan(sections: Readonly<Record<string, readonly string[]>>, head = "version: 1\nregion: us-east-1\n"): string {
  return head + Object.entries(sections).map(([name, resources]) => `${name}:\n${resources.map((resource) => `  ${resource}\n`).join("")}`).join("");
}

/** The addresses of the nth session, each in a subnet of its own. */
export function session(n: number): string {
  const base = `169.254.${100 + Math.floor(n / 60)}.`;
  const offset = (n % 60) * 4;
  return `amazonAddress: ${base}${offset + 1}/30, customerAddress: ${base}${offset + 2}/30`;
}

/** A private virtual interface; later fields are added, not replaced. */
export function privateVif(name: string, n: number, fields: string): string {
  return `${name}: { type: private, vlan: ${100 + n}, asn: 65001, ${session(n)}, ${fields} }`;
}

export function transitVif(name: string, n: number, fields: string): string {
  return privateVif(name, n, fields).replace("private", "transit");
}

export function count<T>(length: number, make: (n: number) => T): readonly T[] {
  return Array.from({ length }, (_, n) => make(n));
}

/** Two dedicated ports at two locations. */
export const ports = ["a: { location: EqDC2, bandwidth: 10Gbps }", "b: { location: CSVA1, bandwidth: 10Gbps }"];
