import { type Address, addressIn, bitsOf, formatAddress, networkOf, parseAddress } from "../addresses.ts";
import { type Fix, replace } from "../problem.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import type { View } from "../view.ts";
import type { Rule } from "./rule.ts";

/** Prefixes and the form of addresses. */
export const prefixRules: readonly Rule[] = [
  {
    code: "DX120",
    severity: "error",
    title: "Addresses and prefixes are well-formed, and a prefix has no host bits set.",
    aws: "documented",
    why: "The API refuses a prefix whose address is not the first of its range.",
    source: "API model, RouteFilterPrefix; Terraform provider, public_virtual_interface",
    formats: ["prefix", "routeFilterPrefix", "peerAddress"],
    value: (node, view, report) => {
      const isPeer = isPeerAddress(node, view);
      if (typeof node.value !== "string" || (!isPeer && isCommaList(node.value))) return;
      const address = addressIn(node);
      if (address === undefined) report({ range: node.range, origin: node.origin, message: `\`${node.value}\` is not ${isPeer ? forms.peer : forms.prefix}.` });
      else if (!isPeer) reportPrefix(node, address, report);
    },
  },
  {
    code: "DX121",
    severity: "error",
    title: "IPv6 prefixes of a public virtual interface are /64 or shorter.",
    aws: "documented",
    why: "The API refuses longer ones.",
    source: "API model, RouteFilterPrefix",
    formats: ["routeFilterPrefix"],
    value: (node, _, report) => {
      const address = addressIn(node);
      if (address?.family !== "ipv6" || address.length === undefined || address.length <= 64) return;
      report({ range: node.range, origin: node.origin, message: `\`${node.source}\` is longer than /64. Advertise the /64 or a shorter prefix that holds it.` });
    },
  },
  {
    code: "DX122",
    severity: "warning",
    title: "Each prefix is an element of its own.",
    aws: "accepts",
    why: "The wording about commas in the API model is from a time when the field was one text.",
    source: "API model, RouteFilterPrefix",
    formats: ["prefix", "routeFilterPrefix"],
    value: (node, _, report) => {
      if (typeof node.value !== "string" || !isCommaList(node.value)) return;
      const members = node.value.split(",").map((member) => member.trim()).filter((member) => member !== "");
      report({ range: node.range, origin: node.origin, message: `One element holds ${members.length} prefixes: \`${node.value.slice(0, 80)}\`. Make each an element of its own.`, ...membersFix(node, members) });
    },
  },
];

const forms = {
  peer: "an address. Write one with its prefix length, such as 169.254.10.1/30",
  prefix: "a prefix. Write one with its length, such as 10.0.0.0/16",
};

function isPeerAddress(node: ScalarNode, { fields }: View): boolean {
  return fields.get("amazonAddress")?.value === node || fields.get("customerAddress")?.value === node;
}

function membersFix(node: ScalarNode, members: readonly string[]): { readonly fix?: Fix } {
  if (node.origin !== undefined || members.length < 2 || members.some((member) => parseAddress(member) === undefined)) return {};
  return { fix: { title: `Make it ${members.length} elements`, edits: [{ range: node.range, text: members.map(plainOrQuoted).join(", "), as: "members" }] } };
}

/** IPv6 in quotes, since a colon can end a plain text. */
function plainOrQuoted(prefix: string): string {
  return prefix.includes(":") ? `"${prefix}"` : prefix;
}

function isCommaList(text: string): boolean {
  return text.includes(",");
}

function reportPrefix(node: ScalarNode, address: Address, report: Parameters<NonNullable<Rule["value"]>>[2]): void {
  const network = networkOf(address);
  if (address.length !== undefined && network === address.value) return;
  const bare = formatAddress(address.value);
  if (address.length === undefined) {
    const whole = `${bare}/${bitsOf(address)}`;
    report({ range: node.range, origin: node.origin, message: `\`${node.source}\` has no prefix length. For this one address write \`${whole}\`.` });
    return;
  }
  const fixed = `${formatAddress(network)}/${address.length}`;
  report({
    range: node.range,
    origin: node.origin,
    message: `\`${node.source}\` has host bits set: its range begins at \`${fixed}\`.`,
    fix: replace(`Change to \`${fixed}\``, node.range, fixed),
  });
}
