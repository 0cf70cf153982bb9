import { type Address, addressIn, broadcastOf, networkOf } from "../addresses.ts";
import { blocksOf } from "../enclosing-blocks.ts";
import { isNew, keyOf, lacks, nodeOf, textOf, textsOf } from "../view.ts";
import { familyOf } from "./sessions.ts";
import type { Rule } from "./rule.ts";

const mostRoutes = 1000;

/** No registry gives them to anybody: RFC 1918, RFC 6598, RFC 6890, RFC 4193, multicast. Those for documents are left, as examples need some. */
const unowned = blocksOf(undefined, [
  "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8", "0.0.0.0/8", "224.0.0.0/3", "fc00::/7", "fe80::/10", "ff00::/8",
]);

/** What public virtual interfaces advertise. */
export const publicInterfaceRules: readonly Rule[] = [
  {
    code: "DX322",
    severity: "error",
    title: "A public virtual interface for IPv4 advertises at least one prefix.",
    aws: "documented",
    why: "AWS demands one, and verifies that it is yours.",
    source: "user guide, create-vif",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (textOf(view, "type") !== "public" || !isNew(view) || familyOf(view) !== "ipv4") return;
      const node = nodeOf(view, "routeFilterPrefixes");
      const isEmpty = node?.kind === "list" && node.items.length === 0;
      if (!isEmpty && !lacks(view, "routeFilterPrefixes")) return;
      report({ range: keyOf(view, "routeFilterPrefixes"), message: `The public \`${view.name}\` advertises nothing. Add your own prefixes as \`routeFilterPrefixes\`.` });
    },
  },
  {
    code: "DX323",
    severity: "warning",
    title: "What a public virtual interface advertises are public prefixes.",
    aws: "accepts",
    why: "A prefix has to be yours in a registry. One that is not keeps the virtual interface in `verifying`, for up to 72 hours.",
    source: "user guide, routing-and-bgp and create-vif",
    formats: ["routeFilterPrefix"],
    value: (node, _, report) => {
      const address = addressIn(node);
      const range = address && unowned.find((one) => overlap(one.address, address));
      if (range === undefined) return;
      const relation = range.text === node.value ? "is" : (range.address.length ?? 0) <= (address?.length ?? 0) ? `is in \`${range.text}\`,` : `holds \`${range.text}\`,`;
      report({ range: node.range, origin: node.origin, message: `\`${node.source}\` ${relation} a range that nobody can own: AWS will not verify it. Advertise public prefixes of yours.` });
    },
  },
  {
    code: "DX711",
    severity: "error",
    title: "A public virtual interface advertises at most 1000 prefixes.",
    aws: "documented",
    why: "It is a fixed quota.",
    source: "quotas page",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      const count = textsOf(view, "routeFilterPrefixes").length;
      if (count <= mostRoutes) return;
      report({ range: keyOf(view, "routeFilterPrefixes"), message: `${count} prefixes are more than the ${mostRoutes} that a public virtual interface can advertise. Join neighbouring ones.` });
    },
  },
];

function overlap(one: Address, other: Address): boolean {
  return one.family === other.family && networkOf(one) <= broadcastOf(other) && networkOf(other) <= broadcastOf(one);
}
