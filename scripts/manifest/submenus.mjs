/**
 * The submenus of what has many entries. `at` says in which group of the menus a submenu stands, and on which kinds
 * (`heading` are the places of the tree).
 *
 * @type {Record<string, { label: string; at: Record<string, readonly string[]> }>}
 */
export const submenus = {
  create: { label: "Create", at: { act: ["heading"], change: ["connection", "lag"] } },
  change: { label: "Change", at: { change: ["connection", "lag", "virtualInterface"] } },
  resiliencyGroups: { label: "Resiliency Groups", at: { act: ["heading"] } },
  tags: { label: "Tags", at: { tags: ["connection", "interconnect", "lag", "virtualInterface", "directConnectGateway"] } },
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
  if (submenus.create.at.change.includes(kind) && makes(operation)) return "create";
  return submenus.change.at.change.includes(kind) ? "change" : undefined;
}

function submenuOnPlace(operation, place) {
  if (operation.action.includes("ResiliencyGroup")) return "resiliencyGroups";
  return makes(operation) && crowdedPlaces.includes(place) ? "create" : undefined;
}

function makes({ action }) {
  return /^(Create|Allocate)/.test(action);
}
