import { summaryOf, titleOf } from "../model/describe.ts";
import { factsOf } from "../model/facts.ts";
import { indexResources, resourcesOf, type Inventory } from "../model/inventory.ts";
import { contextValueOf, type Resource } from "../model/resource.ts";
import { said, type Text } from "../model/text.ts";
import type { ShownFact } from "../protocol/graph-view.ts";
import type { Translate } from "./translate.ts";

/**
 * What the card beside the drawing tells of a resource. The BGP peers of a virtual interface, for which nothing is drawn,
 * are lines of their own with their own menus.
 */
export function shownFacts(resource: Resource, inventory: Inventory, t: Translate): readonly ShownFact[] {
  const put = (text: Text): string => said(text, t);
  const index = indexResources(inventory);
  const facts = factsOf(resource, index).map(({ label, value }) => ({ label: put(label), value: put(value) }));
  if (resource.kind !== "virtualInterface") return facts;
  const peers = resourcesOf(inventory, "bgpPeer").filter(({ virtualInterfaceId }) => virtualInterfaceId === resource.id);
  const lines = peers.map((peer) => ({
    label: t("BGP peer"),
    value: `${titleOf(peer, index)} · ${put(summaryOf(peer))}`,
    menu: { webviewSection: contextValueOf(peer), resourceKey: peer.key },
  }));
  // Behind what it is and how it is, before what does not change.
  const [id, state, ...others] = facts;
  return [id, state, ...lines, ...others].filter((fact) => fact !== undefined);
}
