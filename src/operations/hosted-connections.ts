import { hostedBandwidths } from "../model/plan/speeds.ts";
import { megabitsOf } from "../model/port-limits.ts";
import { resourcesOf } from "../model/inventory.ts";
import type { Interconnect, Lag } from "../model/resource.ts";
import { phrase } from "../model/text.ts";
import { vlansOn } from "../model/vlan.ts";
import { isPort } from "./context.ts";
import { vlan } from "./interface-parameters.ts";
import { newTags, tagList } from "./new-tags.ts";
import { operation } from "./operation.ts";
import type { FormContext } from "./parameter.ts";
import { otherAccount, requiredName, speedOptions } from "./parameters.ts";

/** What a Direct Connect partner does for its customers. */
export const hostedConnectionOperations = {
  allocateHostedConnection: operation({
    action: "AllocateHostedConnection",
    label: phrase("Allocate Hosted Connection…"),
    verb: phrase("Allocate"),
    icon: "link",
    on: [
      { kind: "interconnect", states: ["available", "down"], traits: ["owned"], without: ["inLag"] },
      { kind: "lag", states: ["available", "down"], traits: ["owned", "hostable"] },
    ],
    alsoAt: ["account", "region", "location", "hostedConnection", "interconnect", "lag"],
    danger: "changes",
    touches: ["connection"],
    parameters: {
      ownerAccount: otherAccount,
      bandwidth: { type: "choice", label: phrase("Bandwidth"), options: ({ target }) => speedOptions(speedsOn(target)) },
      name: requiredName(phrase("Name of the new hosted connection")),
      vlan,
      tags: newTags,
    },
    members: { ownerAccount: "ownerAccount" },
    input: ({ ownerAccount, bandwidth, name, vlan: tag, tags }, { id }) => ({ connectionId: id, ownerAccount, bandwidth, connectionName: name, vlan: tag, ...tagList(tags) }),
    consequence: (_, __, { ownerAccount }) => phrase("It waits until account {0} confirms it, and takes its VLAN from now on.", ownerAccount),
  }),
  moveHostedConnection: operation({
    action: "AssociateHostedConnection",
    label: phrase("Move Hosted Connection…"),
    verb: phrase("Move"),
    icon: "move",
    on: [{ kind: "connection", states: ["ordering", "available", "down"], traits: ["hosted", "carried"] }],
    danger: "interrupts",
    touches: ["interconnect", "virtualInterface"],
    parameters: {
      port: {
        type: "resource",
        label: phrase("Interconnect or LAG"),
        hint: phrase("What is to carry it from now on"),
        options: hostsFor,
        none: phrase("No other interconnect and no LAG at its location can take it: it has to be in service, as fast at least, and its VLAN free there."),
      },
    },
    input: ({ port }, { id }) => ({ connectionId: id, parentConnectionId: port.id }),
    consequence: () => phrase("The customer's connection and the virtual interface on it go down for some minutes."),
  }),
};

function speedsOn(target: FormContext["target"]): readonly string[] {
  const most = isPort(target) ? megabitsOf(target.bandwidth) : 0;
  return hostedBandwidths.filter((speed) => megabitsOf(speed) <= most);
}

function hostsFor({ target, inventory }: FormContext): readonly (Interconnect | Lag)[] {
  if (target.kind !== "connection") return [];
  const lags = resourcesOf(inventory, "lag").filter(({ allowsHostedConnections }) => allowsHostedConnections);
  const interconnects = resourcesOf(inventory, "interconnect").filter(({ lagId }) => lagId === undefined);
  return [...interconnects, ...lags].filter(
    (port) =>
      port.owned &&
      (port.state === "available" || port.state === "down") &&
      port.id !== target.parentId &&
      port.region === target.region &&
      port.location === target.location &&
      megabitsOf(port.bandwidth) >= megabitsOf(target.bandwidth) &&
      (target.vlan === undefined || !vlansOn(port, inventory).has(target.vlan)),
  );
}
