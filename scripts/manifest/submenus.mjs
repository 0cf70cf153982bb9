/**
 * The submenus of what has many entries: in which group of the menus one stands, and on which kinds (`heading` are the
 * places of the tree). Each stands in a menu once: VS Code leaves out a second one.
 *
 * @type {Record<string, { label: string; group: string; kinds: readonly string[] }>}
 */
export const submenus = {
  create: { label: "Create", group: "change", kinds: ["heading", "connection", "lag"] },
  change: { label: "Change", group: "change", kinds: ["connection", "lag", "virtualInterface"] },
  resiliencyGroups: { label: "Resiliency Groups", group: "change", kinds: ["heading"] },
  tags: { label: "Tags", group: "tags", kinds: ["connection", "interconnect", "lag", "virtualInterface", "directConnectGateway"] },
};

/** What a person looks for by itself, though it changes something. */
const prominent = new Set(["moveVirtualInterface", "moveConnectionToLag", "moveHostedConnection", "startFailoverTest"]);

const crowdedPlaces = ["account", "region", "location"];

/**
 * In which submenu an operation stands on a kind, or on a place; undefined for the menu itself.
 *
 * @param {{ id: string; action: string; danger: string; icon: string; inline?: boolean }} operation
 * @param {string} kind
 * @param {string} [place]
 */
export function submenuOf(operation, kind, place) {
  if (kind === "place") return submenuOnPlace(operation, place ?? "");
  if (operation.icon === "tag") return "tags";
  if (operation.inline || operation.danger === "reads" || operation.danger === "destroys" || prominent.has(operation.id)) return undefined;
  if (submenus.create.kinds.includes(kind) && makes(operation)) return "create";
  return submenus.change.kinds.includes(kind) ? "change" : undefined;
}

function submenuOnPlace(operation, place) {
  if (operation.action.includes("ResiliencyGroup")) return crowdedPlaces.includes(place) ? "resiliencyGroups" : undefined;
  return makes(operation) && crowdedPlaces.includes(place) ? "create" : undefined;
}

function makes({ action }) {
  return /^(Create|Allocate)/.test(action);
}
