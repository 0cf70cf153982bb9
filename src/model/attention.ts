import { titleOf } from "./describe.ts";
import { attentionOf, type Attention } from "./health.ts";
import { indexResources, type Inventory } from "./inventory.ts";
import type { Resource } from "./resource.ts";
import { dotted, noText, phrase, verbatim, type Text } from "./text.ts";

/** Something that waits for the user. */
export interface Waiting {
  readonly attention: Attention;
  readonly resource: Resource;
  /** What to call it in a list. */
  readonly name: Text;
}

/**
 * Everything that waits for the user. What is down because that which carries it is down is not counted again, and a
 * session that a failover test holds down is as somebody wants it.
 */
export function waitingIn(inventory: Inventory): readonly Waiting[] {
  const index = indexResources(inventory);
  return waitingAmong(inventory.resources, index).map((waiting) => ({ ...waiting, name: listName(waiting.resource, index) }));
}

/** The same of some: what is down because of something that is not among them is counted, or it would seem to work. */
export function waitingAmong(some: readonly Resource[], index: ReadonlyMap<string, Resource>): readonly Pick<Waiting, "attention" | "resource">[] {
  const among = new Set(some.map(({ key }) => key));
  const holdsDown = (carrier: Resource): boolean => carrier.state === "testing" || (among.has(carrier.key) && attentionOf(carrier) === "down");
  return some.flatMap((resource) => {
    const attention = attentionOf(resource);
    const isCounted = attention !== undefined && !(attention === "down" && carriersOf(resource, index).some(holdsDown));
    return isCounted ? [{ attention, resource }] : [];
  });
}

/** In the order of urgency. */
export const attentions: readonly Attention[] = ["down", "confirm", "accept"];

/** How much waits under a heading, where there is little room: `2 down · 1 to confirm`; no text for nothing. */
export function waitingText(waiting: readonly Attention[]): Text {
  return countsOf(waiting, counted);
}

/** The same of what hangs on a resource: `2 down below`, since the resource itself may be up. */
export function waitingOnText(waiting: readonly Attention[]): Text {
  return countsOf(waiting, { ...counted, down: downBelow });
}

interface Counted {
  readonly single: Text;
  several(count: number): Text;
}

function countsOf(waiting: readonly Attention[], words: Readonly<Record<Attention, Counted>>): Text {
  return dotted(
    attentions.map((attention) => {
      const count = waiting.filter((one) => one === attention).length;
      if (count === 0) return noText;
      return count === 1 ? words[attention].single : words[attention].several(count);
    }),
  );
}

const counted: Readonly<Record<Attention, Counted>> = {
  down: { single: phrase("1 down"), several: (count) => phrase("{0} down", count) },
  confirm: { single: phrase("1 to confirm"), several: (count) => phrase("{0} to confirm", count) },
  accept: { single: phrase("1 to accept"), several: (count) => phrase("{0} to accept", count) },
};

const downBelow: Counted = { single: phrase("1 down below"), several: (count) => phrase("{0} down below", count) };

function carriersOf(resource: Resource, index: ReadonlyMap<string, Resource>): readonly Resource[] {
  return carrierKeys(resource).flatMap((key) => index.get(key) ?? []);
}

function carrierKeys(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case "bgpPeer":
      return [`virtualInterface/${resource.virtualInterfaceId}`];
    case "virtualInterface":
      return ["connection", "lag", "interconnect"].map((kind) => `${kind}/${resource.connectionId}`);
    default:
      return [];
  }
}

/** What to call a resource in a list without its surroundings: a BGP peer is known by its virtual interface. */
export function listName(resource: Resource, index: ReadonlyMap<string, Resource>): Text {
  const title = titleOf(resource, index);
  if (resource.kind !== "bgpPeer") return verbatim(title);
  const virtualInterface = index.get(`virtualInterface/${resource.virtualInterfaceId}`);
  return virtualInterface === undefined ? verbatim(title) : phrase("{0} ({1})", titleOf(virtualInterface, index), title);
}
