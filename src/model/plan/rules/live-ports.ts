import { inResource, removal, setting } from "../fixes.ts";
import type { LivePort } from "../live.ts";
import { placed, type Resource } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import { has, isNew, isTrue, keyOf, placeOf, textOf } from "../view.ts";
import { adoptedPort, idMeant, idOf, labelOf } from "./live-relations.ts";
import { removedOf } from "./removed.ts";
import type { Beside, Rule } from "./rule.ts";

const ports = ["connections", "lags", "interconnects"] as const;
const day = 86_400_000;

/** Connections and LAGs of a plan beside those that there are. */
export const livePortRules: readonly Rule[] = [
  {
    code: "DX507",
    severity: "error",
    title: "Removing a member leaves a LAG with its `minimumLinks`.",
    aws: "documented",
    why: "AWS refuses to take out a member below that, except the last one.",
    source: "API reference, DisassociateConnectionFromLag",
    live: {
      plan: ({ index, live }, report) => {
        const removed = removedOf(index);
        const ids = new Set(removed.map(({ id }) => id));
        for (const { id, range } of removed) {
          const lag = live.port(live.port(id)?.lagId);
          const left = lag === undefined ? [] : live.members(lag.id).filter((member) => !ids.has(member.id));
          const minimum = lag?.minimumLinks ?? 0;
          if (lag === undefined || ids.has(lag.id) || left.length === 0 || left.length >= minimum) continue;
          report({ range, message: `Without \`${id}\` LAG ${labelOf(lag)} has ${countOf(left, "member")}, below its \`minimumLinks\` of ${minimum}: AWS refuses. Lower that first.` });
        }
      },
    },
  },
  {
    code: "DX508",
    severity: "warning",
    title: "A connection in use joins or leaves a LAG in a quiet hour.",
    aws: "accepts",
    why: "It is interrupted, and its virtual interfaces move to the LAG and stay there.",
    source: "API reference, AssociateConnectionWithLag",
    live: {
      sections: ["connections"],
      resource: (resource, beside, report) => {
        const port = adoptedPort(resource, beside);
        const to = textOf(resource.view, "lag") ?? "";
        const [lag, planned] = [idMeant(resource, "lag", beside), beside.index.resolve(["lags"], to)];
        const isNewLag = planned !== undefined && isNew(planned.view);
        if (port === undefined || (!isNewLag && (lag === undefined || lag === port.lagId))) return;
        // One that cannot join is told as that.
        if (endElsewhere(port, beside.live.port(lag))) return;
        report({ range: placed(resource, placeOf(resource.view, "lag")), message: `${labelOf(port)} is ${port.lagId === undefined ? "in no LAG" : `in LAG \`${port.lagId}\``}: putting it into \`${to}\` interrupts it and moves its virtual interfaces there. Apply it in a quiet hour.` });
      },
    },
  },
  {
    code: "DX519",
    severity: "error",
    title: "Speed and location of a port stay as they are.",
    aws: "documented",
    why: "Another speed or place is another order, which takes weeks.",
    source: "user guide, dedicated_connection",
    live: { sections: ports, resource: reportMovedPort },
  },
  {
    code: "DX520",
    severity: "warning",
    title: "The provider of a port stays as it is.",
    aws: "accepts",
    why: "No operation changes it, and other tools make the port anew for it.",
    source: "Terraform provider, issue 21068",
    live: {
      sections: ports,
      resource: (resource, beside, report) => {
        const [port, provider] = [adoptedPort(resource, beside), textOf(resource.view, "providerName")];
        if (port === undefined || provider === undefined || port.providerName === provider) return;
        const is = port.providerName === "" ? "no provider" : `\`${port.providerName}\` as its provider`;
        report({ range: placed(resource, placeOf(resource.view, "providerName")), message: `${labelOf(port)} has ${is}, which cannot be changed to \`${provider}\`. ${port.providerName === "" ? "Remove `providerName`" : `Write \`${port.providerName}\``}.`, ...(port.providerName === "" ? removal(inResource(resource), "providerName") : setting(inResource(resource), "providerName", inYaml(port.providerName))) });
      },
    },
  },
  {
    code: "DX523",
    severity: "error",
    title: "A hosted connection that is to be confirmed waits for it.",
    aws: "rejects",
    why: "The API answers that ConfirmConnection failed in that state.",
    source: "AWS SDK for Go, issue 2717",
    live: {
      sections: ["connections"],
      resource: (resource, beside, report) => {
        const port = adoptedPort(resource, beside);
        if (port === undefined || !isTrue(resource.view, "hosted") || !["requested", "deleting", "deleted", "rejected"].includes(port.state)) return;
        report({ range: placed(resource, placeOf(resource.view, "id")), message: `${labelOf(port)} is \`${port.state}\` and cannot be confirmed. ${port.state === "requested" ? "Wait until the partner has set it up" : "Order another one from the partner"}.` });
      },
    },
  },
  {
    code: "DX527",
    severity: "warning",
    title: "A port is up within 90 days of its letter of authorization.",
    aws: "accepts",
    why: "Charges begin after 90 days whether it is up or not.",
    source: "user guide, dedicated_connection",
    live: {
      sections: ports,
      resource: (resource, beside, report) => {
        const port = adoptedPort(resource, beside);
        const days = port?.letterAt === undefined ? 0 : Math.floor((beside.live.state.readAt - port.letterAt) / day);
        if (port === undefined || days <= 90 || port.state !== "pending") return;
        report({ range: placed(resource, placeOf(resource.view, "id")), message: `The letter of authorization of ${labelOf(port)} was issued ${days} days ago and the port is still \`${port.state}\`, but charged. Ask the location about the cross connect, or delete it.` });
      },
    },
  },
  {
    code: "DX602",
    severity: "warning",
    title: "Connections that stand in for each other end on different devices.",
    aws: "accepts",
    why: "Work on the one device is an outage, however many connections there are.",
    source: "AWS's agent toolkit; Direct Connect Resiliency Toolkit",
    live: { plan: reportOneDevice },
  },
];

function countOf(items: readonly unknown[], word: string): string {
  return `${items.length} ${word}${items.length === 1 ? "" : "s"}`;
}

/** A text as a value, in quotes where it needs them. */
function inYaml(text: string): string {
  return /^[A-Za-z][\w .&-]*$/.test(text) && text.trim() === text ? text : JSON.stringify(text);
}

/** Whether two ports are known to end on different devices of AWS. */
export function endElsewhere(one: LivePort, other: LivePort | undefined): other is LivePort {
  return other !== undefined && one.awsDevice !== "" && other.awsDevice !== "" && one.awsDevice !== other.awsDevice;
}

function reportMovedPort(resource: Resource, beside: Beside, report: PlacedReport): void {
  const port = adoptedPort(resource, beside);
  if (port === undefined) return;
  const speed = resource.section === "lags" ? "connectionsBandwidth" : "bandwidth";
  for (const { field, what, is } of [{ field: speed, what: "speed", is: port.bandwidth }, { field: "location", what: "location", is: port.location }]) {
    const wanted = textOf(resource.view, field);
    if (wanted === undefined || is === "" || wanted === is) continue;
    report({ range: placed(resource, placeOf(resource.view, field)), message: `${labelOf(port)} has ${what} ${is}, which cannot be changed to ${wanted}. Write ${is}, or order a new one beside it.` });
  }
}

function reportOneDevice({ index, live }: Beside, report: PlacedReport): void {
  const adopted = index.of("connections").flatMap((resource) => {
    const port = live.port(idOf(resource));
    return port === undefined || port.hosted || port.awsDevice === "" ? [] : [{ resource, port }];
  });
  const [first] = adopted;
  const last = adopted.at(-1);
  // Where one is new or somewhere else, it may well end elsewhere.
  const areAll = adopted.length === index.of("connections").length && adopted.length > 1;
  if (first === undefined || last === undefined || !areAll || adopted.some(({ port }) => port.awsDevice !== first.port.awsDevice)) return;
  // What a promise, or a group, asks for is told as that.
  if (has(index.plan, "resiliency") || index.of("resiliencyGroups").length > 0) return;
  report({ range: placed(last.resource, keyOf(last.resource.view, "id")), message: `All ${adopted.length} connections of the plan end on device \`${first.port.awsDevice}\`: work on it is an outage. Order one on another device, at another location at best.` });
}
