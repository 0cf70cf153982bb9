import { isOver } from "../model/dependants.ts";
import { accepts } from "../model/gateway-use.ts";
import { resourcesOf, type Inventory } from "../model/inventory.ts";
import { findOverlap } from "../model/prefix.ts";
import { regions } from "../model/region.ts";
import { labelOf, type CloudGateway } from "../model/resource.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import { isSameAccount, textIn } from "./context.ts";
import type { FormContext } from "./parameter.ts";
import { isPlace } from "./target.ts";

/** The gateway on the VPC's side: one that is listed, or another whose id is typed, because no listing has all of them. */
export const cloudGateway = {
  type: "choice",
  label: phrase("Virtual Private Gateway or Transit Gateway"),
  hint: phrase("Choose one, or type the id of another: vgw-… or tgw-…"),
  options: (context: FormContext) =>
    gatewaysFor(context).map((gateway) => ({ value: gateway.id, label: verbatim(labelOf(gateway)), description: verbatim(gateway.region ?? ""), detail: verbatim(gateway.name === "" ? "" : gateway.id) })),
  other: (id: string) => (/^[vt]gw-[0-9a-f]{8,17}$/.test(id) ? undefined : phrase("An id begins with vgw- or tgw-, followed by 8 or 17 hexadecimal digits.")),
  when: ({ target }: FormContext) => target.kind !== "virtualPrivateGateway" && target.kind !== "transitGateway",
} as const;

/** The gateway's Region, in which the API has to be called. */
export const region = {
  type: "choice",
  label: phrase("Region of the Gateway"),
  options: (context: FormContext) => {
    const known = listedRegion(context);
    return regions.filter(({ code }) => known === undefined || code === known).map(({ code, name }) => ({ value: code, label: verbatim(code), description: verbatim(name) }));
  },
  other: (code: string) => (/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(code) ? undefined : phrase("Write a Region's code, such as us-east-1.")),
  initial: (context: FormContext) => regionOf(context),
  when: (context: FormContext) => cloudGateway.when(context) && context.target.region === undefined,
} as const;

function regionOf(context: FormContext): string | undefined {
  const { target, inventory } = context;
  return listedRegion(context) ?? inventory.accounts.find(({ profile }) => profile === target.profile)?.regions[0];
}

function listedRegion(context: FormContext): string | undefined {
  return context.inventory.resources.find(({ id }) => id === textIn(context, "gateway"))?.region;
}

/** Those of the account that do not hang on this Direct Connect gateway yet and go with what does. */
function gatewaysFor({ target, inventory }: FormContext): readonly CloudGateway[] {
  const own = inventory.resources.filter((resource): resource is CloudGateway => isCloudGateway(resource.kind) && isUsable(resource.state) && resource.owned && isSameAccount(resource, target, inventory));
  if (isPlace(target)) return own.filter(({ region: where }) => target.region === undefined || where === target.region);
  if (target.kind !== "directConnectGateway") return own;
  return own.filter(
    ({ id, kind }) =>
      accepts(target, kind === "transitGateway" ? "transit" : "private", inventory) &&
      !associationsOf(inventory, id).some(({ directConnectGatewayId }) => kind === "virtualPrivateGateway" || directConnectGatewayId === target.id),
  );
}

function isCloudGateway(kind: string): boolean {
  return kind === "virtualPrivateGateway" || kind === "transitGateway";
}

function isUsable(state: string): boolean {
  return state === "available" || state === "unknown";
}

function associationsOf(inventory: Inventory, gatewayId: string) {
  return resourcesOf(inventory, "association").filter((association) => association.gateway.id === gatewayId && !isOver(association));
}

/** What a Direct Connect gateway may announce for a gateway behind it. */
export interface Announcement {
  readonly directConnectGatewayId: string;
  readonly gatewayId: string;
  readonly isTransit: boolean;
  readonly prefixes: readonly string[];
}

/** Source: needed for a transit gateway (DX403), at most 200 (DX405), without overlaps between transit gateways (DX404). */
export function checkAllowedPrefixes({ directConnectGatewayId, gatewayId, isTransit, prefixes }: Announcement, inventory: Inventory): Text | undefined {
  if (!isTransit) return undefined;
  if (prefixes.length === 0) return phrase("A transit gateway needs at least one allowed prefix.");
  if (prefixes.length > 200) return phrase("A transit gateway takes at most 200 allowed prefixes; these are {0}. Summarise them.", prefixes.length);
  const neighbours = resourcesOf(inventory, "association").filter(
    (association) =>
      association.directConnectGatewayId === directConnectGatewayId && association.gateway.id !== gatewayId && association.gateway.type === "transitGateway" && !isOver(association),
  );
  for (const neighbour of neighbours) {
    const overlap = findOverlap(prefixes, neighbour.allowedPrefixes);
    if (overlap === undefined) continue;
    const [mine, theirs] = overlap;
    return phrase("{0} overlaps {1}, which {2} already has on this Direct Connect gateway.", mine, theirs, neighbour.gateway.id);
  }
  return undefined;
}
