import { type Address, addressIn, bitsOf, broadcastOf, formatAddress, type Ipv4Address, isPrivateAddress, networkOf } from "../addresses.ts";
import { inMap, removal, setting } from "../fixes.ts";
import { onceFor } from "../once-for.ts";
import { type Fix, replace, type Report } from "../problem.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import { has, keyOf, lacks, scalarOf, textOf, type View } from "../view.ts";
import type { Rule } from "./rule.ts";

const maps = ["virtualInterfaces", "bgpPeers"] as const;

/** Addresses of BGP sessions. Each rule looks only at pairs that the rules before it have nothing against. */
export const peerRules: readonly Rule[] = [
  {
    code: "DX201",
    severity: "error",
    title: "Both peer addresses are in one subnet.",
    aws: "rejects",
    why: "The API answers that the two must be in the same CIDR.",
    source: "Terraform provider, public_virtual_interface",
    maps,
    map: (view, report) => {
      const pair = soundPair(view);
      // A private end of a public session is DX204: the other end is not to follow it.
      if (pair === undefined || sharesSubnet(pair) || privateSides(view).length > 0) return;
      const { amazon, customer } = pair;
      const remedy = amazon.address.length === 32 ? "A /32 has room for one end: use a /30 or /31 for both." : "Choose an address from there.";
      report({
        range: customer.node.range,
        message: `\`${customer.node.source}\` is not in the subnet of \`${amazon.node.source}\`, ${subnet(amazon.address)}. ${remedy}`,
        related: [{ range: amazon.node.range, message: `Amazon's address, in ${subnet(amazon.address)}` }],
        ...partnerFix(view, { of: amazon, field: "customerAddress" }),
      });
    },
  },
  {
    code: "DX202",
    severity: "error",
    title: "No peer address is the first of its subnet.",
    aws: "rejects",
    why: "It names the network. A /31 has no such address.",
    source: "Terraform provider, public_virtual_interface",
    maps,
    map: (view, report) => reportEnds(view, report, { end: networkOf, what: "is the network address" }),
  },
  {
    code: "DX203",
    severity: "error",
    title: "No peer address is the last of its subnet.",
    aws: "rejects",
    why: "It is the broadcast address. A /31 has no such address.",
    source: "Terraform provider, public_virtual_interface",
    maps,
    map: (view, report) => reportEnds(view, report, { end: broadcastOf, what: "is the broadcast address" }),
  },
  {
    code: "DX204",
    severity: "error",
    title: "A public virtual interface has public peer addresses.",
    aws: "rejects",
    why: "The API refuses private ones.",
    source: "Terraform provider, public_virtual_interface",
    maps,
    map: (view, report) => {
      const [first, second] = privateSides(view);
      if (first === undefined) return;
      report({
        range: first.node.range,
        message: `\`${first.node.source}\` is a private address; a public virtual interface needs public peer addresses, your own or some that AWS support gives you.`,
        ...(second === undefined ? {} : { related: [{ range: second.node.range, message: "This one is private too" }] }),
      });
    },
  },
  {
    code: "DX205",
    severity: "error",
    title: "The two peer addresses differ, and both carry the same prefix length.",
    aws: "unsourced",
    why: "On the wire an address stands with its length, as in 169.254.255.1/30.",
    source: "AWS CLI examples",
    maps,
    map: (view, report) => {
      const sides = sidesOf(view);
      // Those of the other family are told for that.
      const bare = sides.filter((side) => side.address.length === undefined && side.address.family === "ipv4" && isExpectedFamily(view, side));
      for (const side of bare) report({ range: side.node.range, message: `\`${side.node.source}\` lacks its prefix length, as in \`${side.node.source}/${usualLength(side, sides)}\`.`, ...lengthFix(side, sides) });
      if (bare.length === 0) reportPair(view, report);
    },
  },
  {
    code: "DX206",
    severity: "hint",
    title: "IPv4 peer addresses are in a /30 or /31.",
    aws: "accepts",
    why: "A session has two ends: a wider subnet wastes addresses and overlaps sooner.",
    source: "user guide, WorkingWithVirtualInterfaces",
    maps,
    map: (view, report) => {
      const pair = soundPair(view);
      if (pair === undefined || !sharesSubnet(pair) || pair.amazon.address.family === "ipv6") return;
      const length = pair.amazon.address.length ?? 0;
      if (length === 30 || length === 31) return;
      report({ range: pair.amazon.node.range, message: `\`${pair.amazon.node.source}\` is in a /${length}, but a session has two ends: a /30 or /31 is enough, and a wider one overlaps sooner.` });
    },
  },
  {
    code: "DX207",
    severity: "error",
    title: "An IPv6 session has no peer addresses of its own choice.",
    aws: "documented",
    why: "Amazon assigns them, from a /125.",
    source: "API model, NewBGPPeer; user guide, add-peer-to-vif",
    maps,
    map: (view, report) => {
      const [first, second] = sidesOf(view);
      if (familyOf(view) !== "ipv6" || first === undefined || sidesOf(view).some((side) => side.address.family === "ipv4")) return;
      report({
        range: first.node.range,
        message: `Amazon assigns the peer addresses of an IPv6 session: \`${first.node.source}\` cannot be chosen. Remove ${second === undefined ? "it" : "both addresses"}.`,
        ...(second === undefined ? {} : { related: [{ range: second.node.range, message: "And this one" }] }),
        ...removal(inMap(view), ...sidesOf(view).map(({ field }) => field)),
      });
    },
  },
  {
    code: "DX208",
    severity: "error",
    title: "Peer addresses are of the session's address family.",
    aws: "documented",
    why: "A session has one family; without `addressFamily` it is ipv4.",
    source: "API model, NewBGPPeer",
    maps,
    map: (view, report) => {
      const family = familyOf(view);
      const [first, second] = sidesOf(view).filter((side) => side.address.family !== family);
      if (first === undefined || family === undefined) return;
      const given = has(view, "addressFamily") ? `\`addressFamily\` is ${family}` : `\`addressFamily\` is ${family} unless given`;
      report({
        range: first.node.range,
        message: `\`${first.node.source}\` is an ${first.address.family === "ipv4" ? "IPv4" : "IPv6"} address, but ${given}. Change one of them.`,
        ...(second === undefined ? {} : { related: [{ range: second.node.range, message: "The other address" }] }),
      });
    },
  },
  {
    code: "DX209",
    severity: "error",
    title: "`amazonAddress` and `customerAddress` stand together or not at all.",
    aws: "documented",
    why: "AWS assigns either both or none.",
    source: "API model, NewBGPPeer",
    maps,
    map: (view, report) => {
      const [amazon, customer] = [has(view, "amazonAddress"), has(view, "customerAddress")];
      const [given, missing]: readonly [string, string] = amazon ? ["amazonAddress", "customerAddress"] : ["customerAddress", "amazonAddress"];
      // Of the other family, or of IPv6 at all, it cannot stay either, which is told instead.
      if (amazon === customer || !lacks(view, missing) || sidesOf(view).some((side) => side.address.family !== "ipv4" || !isExpectedFamily(view, side))) return;
      report({ range: keyOf(view, given), message: `\`${given}\` stands without \`${missing}\`. Add it, or remove both to let AWS choose.`, ...partnerFix(view, { of: sidesOf(view)[0], field: missing }) });
    },
  },
];

/** The addresses of a public session that only a private network has. */
function privateSides(view: View): ReturnType<typeof sidesOf> {
  return textOf(view.parent ?? view, "type") === "public" ? sidesOf(view).filter(({ address }) => isPrivateAddress(address)) : [];
}

interface Side {
  readonly field: string;
  readonly node: ScalarNode;
  readonly address: Address;
}

interface Pair {
  readonly amazon: Side;
  readonly customer: Side;
}

/** Every rule of this family asks, so it is read once. */
const sidesOf = onceFor((view: View): readonly Side[] => {
  const sides: Side[] = [];
  for (const field of ["amazonAddress", "customerAddress"]) {
    const node = scalarOf(view, field);
    const address = node && addressIn(node);
    if (node !== undefined && address !== undefined) sides.push({ field, node, address });
  }
  return sides;
});

/** Undefined where `addressFamily` is there and means nothing. */
function familyOf(view: View): "ipv4" | "ipv6" | undefined {
  if (!has(view, "addressFamily")) return "ipv4";
  const family = textOf(view, "addressFamily");
  return family === "ipv4" || family === "ipv6" ? family : undefined;
}

function isExpectedFamily(view: View, side: Side): boolean {
  return side.address.family === familyOf(view);
}

/** Both addresses, where each is of the right family, they have the same length and differ. */
function soundPair(view: View): Pair | undefined {
  const { 0: amazon, 1: customer } = sidesOf(view);
  if (amazon?.address.family !== "ipv4" || customer?.address.family !== "ipv4" || familyOf(view) !== "ipv4") return undefined;
  const hasLength = amazon.address.length !== undefined && amazon.address.length === customer.address.length;
  return hasLength && amazon.address.value !== customer.address.value ? { amazon, customer } : undefined;
}

function sharesSubnet({ amazon, customer }: Pair): boolean {
  return networkOf(amazon.address) === networkOf(customer.address);
}

function subnet(address: Address): string {
  return `${formatAddress(networkOf(address))}/${address.length ?? bitsOf(address)}`;
}

function reportEnds(view: View, report: Report, { end, what }: { end: (address: Ipv4Address) => number; what: string }): void {
  const sides = sidesOf(view);
  const pair = soundPair(view);
  // Where the two have no subnet in common, or are one, that comes first.
  if (sides.length > 1 && (pair === undefined || !sharesSubnet(pair))) return;
  for (const { field, node, address } of sides) {
    if (address.family !== "ipv4" || (address.length ?? 32) >= 31 || end(address) !== address.value || familyOf(view) !== "ipv4") continue;
    const first = formatAddress(networkOf(address) + 1);
    const last = formatAddress(broadcastOf(address) - 1);
    report({ range: node.range, message: `\`${node.source}\` ${what} of ${subnet(address)}. Choose one from ${first} to ${last}.`, ...partnerFix(view, { of: sides.find((other) => other.node !== node), field }) });
  }
}

function reportPair(view: View, report: Report): void {
  const [amazon, customer] = sidesOf(view);
  if (amazon === undefined || customer === undefined || !isExpectedFamily(view, amazon) || !isExpectedFamily(view, customer) || amazon.address.family === "ipv6") return;
  const related = [{ range: amazon.node.range, message: "Amazon's address" }];
  if (amazon.address.length !== customer.address.length) {
    report({ range: customer.node.range, related, message: `The prefix lengths differ: \`${amazon.node.source}\` and \`${customer.node.source}\`. Use one for both.`, ...sameLengthFix(view, amazon, customer) });
  } else if (amazon.address.value === customer.address.value) {
    report({ range: customer.node.range, related, message: `Both ends have \`${customer.node.source}\`. Give the customer's end an address of its own.`, ...partnerFix(view, { of: amazon, field: "customerAddress" }) });
  }
}

/** The one address that is left beside the other end, in a subnet for two. */
function partnerOf({ address }: Side): string | undefined {
  if (address.family !== "ipv4" || (address.length !== 30 && address.length !== 31)) return undefined;
  const offset = address.value - networkOf(address);
  if (address.length === 30 && (offset === 0 || offset === 3)) return undefined;
  const other = address.length === 30 ? 3 - offset : 1 - offset;
  return `${formatAddress(networkOf(address) + other)}/${address.length}`;
}

function partnerFix(view: View, { of, field }: { readonly of: Side | undefined; readonly field: string }): { readonly fix?: Fix } {
  const partner = of && isExpectedFamily(view, of) ? partnerOf(of) : undefined;
  return partner === undefined ? {} : setting(inMap(view), field, partner);
}

/** Where the customer's address is the other end of Amazon's subnet all the same. */
function sameLengthFix(view: View, amazon: Side, customer: Side): { readonly fix?: Fix } {
  const isPartner = partnerOf(amazon)?.startsWith(`${formatAddress(customer.address.value)}/`) === true;
  return isPartner ? partnerFix(view, { of: amazon, field: "customerAddress" }) : {};
}

function usualLength(side: Side, sides: readonly Side[]): number {
  return sides.find((other) => other !== side)?.address.length ?? 30;
}

function lengthFix(side: Side, sides: readonly Side[]): { fix?: Fix } {
  const length = sides.find((other) => other !== side)?.address.length;
  return length === undefined ? {} : { fix: replace(`Add the prefix length /${length}`, side.node.range, `${side.node.source}/${length}`) };
}
