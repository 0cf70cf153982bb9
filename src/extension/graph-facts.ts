import { summaryOf, titleOf } from "../model/describe.ts";
import { factsOf } from "../model/facts.ts";
import { indexResources, resourcesOf, type Inventory } from "../model/inventory.ts";
import { contextValueOf, type Resource } from "../model/resource.ts";
import { said, type Text } from "../model/text.ts";
import type { ShownFact } from "../protocol/graph-view.ts";
import type { Translate } from "./translate.ts";

/**
 * What the card beside the drawing tells of a resource. What nothing is drawn for, the BGP peers of a virtual interface and
 * the resiliency groups that a port is in, are lines of their own with their own menus.
 */
export function shownFacts(resource: Resource, inventory: Inventory, t: Translate): readonly ShownFact[] {
  const put = (text: Text): string => said(text, t);
  const index = indexResources(inventory);
  const facts = factsOf(resource, index).map(({ label, value }) => ({ label: put(label), value: put(value) }));
  const peers = resource.kind === "virtualInterface" ? resourcesOf(inventory, "bgpPeer").filter(({ virtualInterfaceId }) => virtualInterfaceId === resource.id) : [];
  const groups = resourcesOf(inventory, "resiliencyGroup").filter(({ connectionIds = [] }) => connectionIds.includes(resource.id));
  const lines = [...peers, ...groups].map((one) => ({
    label: one.kind === "bgpPeer" ? t("BGP peer") : t("Resiliency group"),
    value: `${titleOf(one, index)} · ${put(summaryOf(one))}`,
    menu: { webviewSection: contextValueOf(one), resourceKey: one.key },
  }));
  // Behind what it is and how it is, before what does not change.
  const [id, state, ...others] = facts;
  return [id, state, ...lines, ...others].filter((fact) => fact !== undefined);
}
