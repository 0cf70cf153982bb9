import { type PlanIndex, relatedTo } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { called, has } from "../view.ts";
import { labelOf } from "./live-relations.ts";
import { removedOf } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";

/** The fields that say which port something is on. */
const onPort = ["connection", "lag", "parent"];

/** What `removed` takes away while something still hangs on it. */
export const removalRules: readonly Rule[] = [
  stillUsed("DX415", { fields: ["directConnectGateway"], form: /^[\da-f]{8}-/ }, {
    title: "A Direct Connect gateway that is removed has no virtual interfaces and associations.",
    why: "AWS refuses to delete it before they are gone.",
    source: "API reference, DeleteDirectConnectGateway",
  }),
  stillUsed("DX517", { fields: onPort, form: /^dxcon-/ }, {
    title: "A connection that is removed carries nothing.",
    why: "AWS refuses to delete one with virtual interfaces.",
    source: "user guide, deleteconnection",
  }),
  stillUsed("DX518", { fields: onPort, form: /^dxlag-/ }, {
    title: "A LAG that is removed carries no virtual interfaces and no hosted connections.",
    why: "AWS refuses to delete it before they are gone. Its connections are not deleted with it.",
    source: "API reference, DeleteLag",
  }),
  {
    code: "DX528",
    severity: "hint",
    title: "The cross connect of a removed connection is cancelled elsewhere.",
    aws: "accepts",
    why: "Deleting the connection ends AWS's charges, not those of the location or the partner. Fetch the letter of authorization first: it says what to cancel.",
    source: "user guide, deleteconnection",
    plan: (index, report) => {
      for (const { id, range } of removedOf(index)) {
        if (id.startsWith("dxcon-") && index.adopted(id) === undefined) report({ range, message: `Deleting \`${id}\` does not end its cross connect: fetch its letter of authorization first, and cancel with the location or partner.` });
      }
    },
  },
];

function stillUsed(code: string, { fields, form }: { fields: readonly string[]; form: RegExp }, texts: Pick<Rule, "title" | "why" | "source">): Rule {
  return {
    code,
    severity: "error",
    aws: "documented",
    ...texts,
    live: { plan: (beside, report) => reportLiveUse({ form, fields }, beside, report) },
    resource: (resource, index, report) => {
      if (!has(index.plan, "removed")) return;
      // A LAG's members are let go with it; what AWS waits for is what a port carries.
      for (const { node, field, type } of resource.section === "connections" || resource.section === "interconnects" ? [] : resource.references) {
        // What the plan adopts and removes is told as that.
        const id = index.resolve(type.to, node.source) === undefined ? node.source : undefined;
        if (id === undefined || !fields.includes(field) || !form.test(id)) continue;
        const removed = removedOf(index).find((one) => one.id === id);
        if (removed === undefined) continue;
        report({
          range: removed.range,
          message: `\`${id}\` is to be removed, but ${called(resource.view)} still uses it. Remove that too, or move it elsewhere.`,
          related: [relatedTo(resource, node.range, called(resource.view))],
        });
      }
    },
  };
}

/** What hangs on a removed one in the live account and is neither removed itself nor told above. */
function reportLiveUse({ form, fields }: { readonly form: RegExp; readonly fields: readonly string[] }, { index, live }: Beside, report: PlacedReport): void {
  const removed = removedOf(index);
  const ids = new Set(removed.map(({ id }) => id));
  for (const { id, range } of removed) {
    if (!form.test(id) || index.adopted(id) !== undefined) continue;
    const users = [...live.interfacesOn(id), ...live.interfacesOfGateway(id), ...live.associationsOf(id), ...live.customersOf(id)];
    const left = users.filter((one) => !ids.has(one.id) && !isPlacedByPlan(one.id, fields, index));
    const [first] = left;
    if (first !== undefined) report({ range, message: `\`${id}\` is still used by ${labelOf(first)}${left.length > 1 ? ` and ${left.length - 1} more` : ""}: AWS refuses to delete it. Remove that first.` });
  }
}

/** Where the plan says what an adopted one is on, that is told without the live account. */
function isPlacedByPlan(id: string, fields: readonly string[], index: PlanIndex): boolean {
  const planned = index.resolve(["virtualInterfaces", "associations", "hostedConnections"], id);
  return planned !== undefined && fields.some((field) => has(planned.view, field));
}
