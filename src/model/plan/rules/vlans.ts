import { placed, type PlanIndex, type PortUse, relatedTo, type Resource } from "../plan-index.ts";
import { replace, type Report } from "../problem.ts";
import { called, integerOf, isTrue, nodeOf, placeOf } from "../view.ts";
import type { Rule } from "./rule.ts";

/** Which virtual interface has which VLAN. */
export const vlanRules: readonly Rule[] = [
  {
    code: "DX306",
    severity: "error",
    title: "A VLAN is used once on a connection or LAG.",
    aws: "documented",
    why: "Members of a LAG share its VLANs.",
    source: "user guide, create-vif",
    plan: reportSharedVlans,
  },
  {
    code: "DX307",
    severity: "error",
    title: "The virtual interface on a hosted connection uses the connection's VLAN.",
    aws: "documented",
    why: "The partner chose it, and frames with another tag do not arrive.",
    source: "user guide, WorkingWithVirtualInterfaces",
    plan: (index, report) => {
      for (const resource of index.of("virtualInterfaces")) {
        const carrier = index.portOf(resource)?.resource;
        if (carrier === undefined || !isTrue(carrier.view, "hosted")) continue;
        const [own, given] = [integerOf(resource.view, "vlan"), integerOf(carrier.view, "vlan")];
        if (own === undefined || given === undefined || own === given) continue;
        const node = nodeOf(resource.view, "vlan");
        report({
          range: placed(resource, placeOf(resource.view, "vlan")),
          message: `VLAN ${own} is not that of hosted ${called(carrier.view)}, which is ${given}. Use ${given}.`,
          related: [relatedTo(carrier, placeOf(carrier.view, "vlan"), `The VLAN of \`${carrier.view.name}\``)],
          ...(node?.origin === undefined ? { fix: replace(`Change to ${given}`, placed(resource, placeOf(resource.view, "vlan")), String(given)) } : {}),
        });
      }
    },
  },
];

function reportSharedVlans(index: PlanIndex, report: Report): void {
  for (const use of index.ports.values()) {
    for (const [vlan, [first, ...others]] of use.vlans) {
      for (const second of first === undefined ? [] : others) reportSharedVlan(use, { vlan, first, second }, report);
    }
  }
}

function reportSharedVlan(use: PortUse, shared: { vlan: number; first: Resource | undefined; second: Resource }, report: Report): void {
  const { vlan, first, second } = shared;
  if (first === undefined) return;
  const free = nextFreeVlan(use, vlan);
  const range = placed(second, placeOf(second.view, "vlan"));
  const isOwn = nodeOf(second.view, "vlan")?.origin === undefined;
  report({
    range,
    message: `VLAN ${vlan} is already used by \`${first.view.name}\` on ${use.label}${free === undefined ? "." : `; the next free one is ${free}.`}`,
    related: [relatedTo(first, placeOf(first.view, "vlan"), `\`${first.view.name}\` uses VLAN ${vlan}`)],
    ...(free === undefined || !isOwn ? {} : { fix: replace(`Change to ${free}, the next free VLAN`, range, String(free)) }),
  });
}

/** The first VLAN after `from`, or else the lowest, that nothing in the plan uses on the port. */
export function nextFreeVlan(use: PortUse, from: number): number | undefined {
  for (let step = 0; step < 4094; step += 1) {
    const candidate = ((from + step) % 4094) + 1;
    if (!use.vlans.has(candidate)) return candidate;
  }
  return undefined;
}
