import { titleOf } from "../model/describe.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { countByKind, kindName } from "../model/kind-name.ts";
import { leastLinks } from "../model/lag-links.ts";
import type { Loss } from "../model/loss.ts";
import type { BgpPeer, Resource, ResourceKind } from "../model/resource.ts";
import { said } from "../model/text.ts";
import type { Danger } from "../operations/operation.ts";
import { targetTitle } from "./target-title.ts";
import type { Translate } from "./translate.ts";

/** What resources are called by, and in which language. */
export interface Words {
  readonly inventory: Inventory;
  readonly t: Translate;
}

/** Whether traffic can stop with it, for a while or for good. */
export function stopsSomething(danger: Danger): boolean {
  return danger === "interrupts" || danger === "destroys";
}

/**
 * What is lost, in the few sentences that a dialog has room for: how many of each kind, and the first by name. None for
 * what takes nothing away.
 */
export function lossSentences({ dependants, lags, sessions, cutOff }: Loss, danger: Danger, { inventory, t }: Words): readonly string[] {
  if (!stopsSomething(danger)) return [];
  const isForGood = danger === "destroys";
  const kinds = countedByKind(dependants, { inventory, t });
  const ups = some(sessions.map((peer) => sessionName(peer, { inventory, t })), t);
  return [
    ...(kinds === "" ? [] : [isForGood ? t("What stops with it: {0}.", kinds) : t("What it can interrupt: {0}.", kinds)]),
    ...(sessions.length === 0 ? [] : [isForGood ? goDownText(sessions.length, ups, t) : upNowText(sessions.length, ups, t)]),
    ...lags.map(({ lag, links }) => t("LAG {0} keeps {1} of the links that have to be up, at least {2}, and goes down.", targetTitle(lag, inventory), links, leastLinks(lag))),
    ...(cutOff.length === 0 ? [] : [t("No other BGP session that is up reaches {0}.", some(cutOff.map((gateway) => kindAndName(gateway, { inventory, t })), t))]),
  ];
}

/** The same for a document: each by its kind, name, id and state. */
export function lossList({ dependants, lags, sessions, cutOff }: Loss, danger: Danger, { inventory, t }: Words): readonly string[] {
  const isForGood = danger === "destroys";
  const section = (heading: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [[heading, ...lines.map((line) => `• ${line}`)].join("\n")]);
  const inLine = (resource: Resource): string => {
    const name = kindAndName(resource, { inventory, t });
    return `${name.endsWith(resource.id) ? name : `${name} (${resource.id})`}, ${resource.state}`;
  };
  return [
    ...section(isForGood ? t("What stops with it:") : t("What it can interrupt:"), dependants.map(inLine)),
    ...section(isForGood ? t("BGP sessions that are up and go down:") : t("BGP sessions on it that are up:"), sessions.map((peer) => `${sessionName(peer, { inventory, t })} (${peer.id})`)),
    ...section(t("LAGs that go down with too few links:"), lags.map(({ lag }) => inLine(lag))),
    ...section(t("Gateways that no other BGP session that is up reaches:"), cutOff.map(inLine)),
  ];
}

/** What has no name of its own is called after its virtual interface, which is there already. */
const nameless: readonly ResourceKind[] = ["bgpPeer", "attachment"];

function countedByKind(resources: readonly Resource[], { inventory, t }: Words): string {
  const kinds = [...new Set(resources.map(({ kind }) => kind))];
  const counts = kinds.map((kind) => {
    const ofKind = resources.filter((resource) => resource.kind === kind);
    const count = said(countByKind(ofKind), t);
    return nameless.includes(kind) ? count : t("{0} ({1})", count, some(ofKind.map((resource) => targetTitle(resource, inventory)), t));
  });
  return counts.join(", ");
}

function goDownText(count: number, names: string, t: Translate): string {
  return count === 1 ? t("1 BGP session that is up goes down: {0}.", names) : t("{0} BGP sessions that are up go down: {1}.", count, names);
}

function upNowText(count: number, names: string, t: Translate): string {
  return count === 1 ? t("1 BGP session on it is up: {0}.", names) : t("{0} BGP sessions on it are up: {1}.", count, names);
}

/** `prod-iad-a-private 169.254.96.2/30`: a session is known by its virtual interface and your address. */
function sessionName(peer: BgpPeer, { inventory }: Words): string {
  const index = indexResources(inventory);
  const virtualInterface = index.get(`virtualInterface/${peer.virtualInterfaceId}`);
  const title = titleOf(peer, index);
  return virtualInterface === undefined ? title : `${titleOf(virtualInterface, index)} ${title}`;
}

function kindAndName(resource: Resource, { inventory, t }: Words): string {
  return t("{0} {1}", said(kindName(resource.kind), t), targetTitle(resource, inventory));
}

function some(names: readonly string[], t: Translate): string {
  const most = 3;
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? t("{0} and {1} more", shown, names.length - most) : shown;
}
