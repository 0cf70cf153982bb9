import { activityItems, activityTitle, callTitle } from "./activity.mjs";
import { graphPanel, plainCommands } from "./commands.mjs";
import { submenuOf, submenus } from "./submenus.mjs";

const tree = "view == directConnect.resources";
const graph = "webviewId == 'directConnect.graph'";

// Groups are sorted by name: what the state calls for first, what destroys last.
const groups = { act: "1_act", show: "2_show", copy: "3_copy", change: "4_change", tags: "5_tags", destroys: "9_destroy" };
// What is read of AWS follows, within its group, what is there already.
const firstRead = 100;

/**
 * The menus of the tree, the drawing, the palette and the title bars.
 *
 * @param {Awaited<ReturnType<typeof import("./tables.mjs").loadTables>>} tables
 */
export function menusFrom(tables) {
  return {
    "view/title": [...viewTitle, ...activityTitle],
    "view/item/context": [...itemMenu(tables, "tree"), ...activityItems],
    "webview/context": [...itemMenu(tables, "graph"), ...graphItems],
    ...Object.fromEntries(Object.keys(submenus).map((id) => [`directConnect.${id}`, [...submenu(tables, "tree", id), ...submenu(tables, "graph", id)]])),
    "editor/title": [...editorTitle, ...callTitle],
    commandPalette: commandPalette(tables),
  };
}

const viewTitle = [
  { command: "directConnect.showGraph", when: tree, group: "navigation@1" },
  { command: "directConnect.refresh", when: tree, group: "navigation@2" },
  { command: "directConnect.chooseProfiles", when: tree, group: "1_choose@1" },
  { command: "directConnect.chooseRegions", when: tree, group: "1_choose@2" },
  ...["Location", "Gateway", "Type"].map((grouping, index) => ({
    command: `directConnect.groupBy${grouping}`,
    when: `${tree} && directConnect.grouping != '${grouping.toLowerCase()}'`,
    group: `2_group@${index + 1}`,
  })),
  { command: "directConnect.exploreSimulator", when: `${tree} && !directConnect.simulatorRunning`, group: "3_simulator@1" },
  { command: "directConnect.stopSimulator", when: `${tree} && directConnect.simulatorRunning`, group: "3_simulator@2" },
  { command: "directConnect.showLog", when: tree, group: "4_log@1" },
];

// The drawing has its own tools; what it shows is read by the host.
const editorTitle = [{ command: "directConnect.refresh", when: graphPanel, group: "navigation@1" }];

/** Where a menu opens, and the key that holds the context value of what it is opened on. */
const places = { tree: { is: tree, key: "viewItem" }, graph: { is: graph, key: "webviewSection" } };

function itemMenu(tables, place) {
  return [...operationItems(tables, place, undefined), ...resourceItems(tables, place, undefined), ...submenuItems(place), ...(place === "tree" ? troubleItems : [])];
}

function submenu(tables, place, id) {
  return [...operationItems(tables, place, id), ...resourceItems(tables, place, id)];
}

/** A submenu without entries for what was right-clicked is not shown. */
function submenuItems(place) {
  return Object.entries(submenus).map(([id, { group, kinds }], index) => ({
    submenu: `directConnect.${id}`,
    when: `${places[place].is} && ${places[place].key} =~ /^(${kinds.join("|")}):/`,
    group: `${groups[group]}@${index + 1}`,
  }));
}

/** The operations of a submenu, or of the menu itself: one may be in the one for a crowded kind and in the other elsewhere. */
function operationItems({ operationIds, operationOf, whenClause }, place, within) {
  const { is, key } = places[place];
  return operationIds.flatMap((id, index) => {
    const operation = operationOf(id);
    const itemFor = (offers) => ({ command: `directConnect.${id}`, when: `${is} && (${whenClause(offers, key)})` });
    const offers = offersWithin(operation, id, within);
    const allOffers = [...offers, ...beginningsWithin(operation, id, within)];
    if (allOffers.length === 0) return [];
    const listed = { ...itemFor(allOffers), group: `${groupOf(operation, offers)}@${operation.danger === "reads" ? firstRead + index : index + 10}` };
    return operation.inline && place === "tree" ? [{ ...itemFor(operation.on), group: "inline@1" }, listed] : [listed];
  });
}

/** A place's offer is for several places, of which some are crowded. */
function offersWithin(operation, id, within) {
  return operation.on.flatMap((offer) => {
    if (offer.kind !== "place") return submenuOf({ ...operation, id }, offer.kind) === within ? [offer] : [];
    const states = offer.states.filter((state) => submenuOf({ ...operation, id }, "place", state) === within);
    return states.length === 0 ? [] : [{ ...offer, states }];
  });
}

/** Places where an operation can be begun that asks there for its resource: written as an offer is. */
function beginningsWithin(operation, id, within) {
  const { alsoAt = [] } = operation;
  return offersWithin({ ...operation, on: [{ kind: "place", states: alsoAt }] }, id, within);
}

function groupOf(operation, offers) {
  if (operation.danger === "destroys") return groups.destroys;
  if (operation.icon === "tag") return groups.tags;
  if (operation.danger === "reads") return groups.show;
  return operation.inline || offers.some(({ kind }) => kind === "place") ? groups.act : groups.change;
}

function resourceItems({ resourceCommandIds, resourceCommandOf }, place, within) {
  const { is, key } = places[place];
  return resourceCommandIds
    .map((id, index) => ({ id, index, ...resourceCommandOf(id) }))
    .filter((command) => command.places.includes(place) && (command.group === "tags" ? "tags" : undefined) === within)
    .map(({ id, index, kinds, group, when }) => ({
      command: `directConnect.${id}`,
      when: [is, isOfKind(key, kinds), when].filter((condition) => condition !== undefined).join(" && "),
      group: `${groups[group]}@${index + 1}`,
    }));
}

// A resource's context value has a semicolon behind its state; headings and failures have none.
function isOfKind(key, kinds) {
  return `${key} =~ /^${kinds === undefined ? "[a-zA-Z]+" : `(${kinds.join("|")})`}:.*;/`;
}

// The ground of the drawing has the menu of an account's heading.
const ground = `${graph} && webviewSection == 'heading:account'`;

/** What the drawing itself does: with a node or an edge, and as a whole. */
const graphItems = [
  ...["focusNeighbours", "failure"].map((id, index) => ({ command: `directConnect.graph.${id}`, when: `${graph} && graphId`, group: `6_view@${index + 1}` })),
  ...["fit", "attention", "arrange", "legend"].map((id, index) => ({ command: `directConnect.graph.${id}`, when: ground, group: `6_view@${index + 3}` })),
  ...["refresh", "chooseProfiles", "chooseRegions"].map((id, index) => ({ command: `directConnect.${id}`, when: ground, group: `7_choose@${index + 1}` })),
];

/** What helps where something could not be read, and where accounts and Regions are listed. */
const troubleItems = [
  { command: "directConnect.refresh", when: `${tree} && viewItem =~ /^failure:/`, group: "inline@1" },
  { command: "directConnect.refresh", when: `${tree} && viewItem =~ /^failure:/`, group: "1_act@1" },
  { command: "directConnect.showLog", when: `${tree} && viewItem =~ /^failure:/`, group: "1_act@2" },
  {
    command: "directConnect.chooseProfiles",
    when: `${tree} && viewItem =~ /^(failure:(credentials|expired|denied)|heading:account)$/`,
    group: "2_choose@1",
  },
  { command: "directConnect.chooseRegions", when: `${tree} && viewItem =~ /^heading:region$/`, group: "2_choose@2" },
];

/** Commands on a resource ask for one when the palette starts them; those of a drawing need it in front. */
function commandPalette({ resourceCommandIds, resourceCommandOf }) {
  return [
    ...Object.entries(plainCommands)
      .filter(([, { palette }]) => palette !== undefined)
      .map(([id, { palette }]) => ({ command: `directConnect.${id}`, when: palette })),
    ...resourceCommandIds
      .filter((id) => resourceCommandOf(id).when !== undefined)
      .map((id) => ({ command: `directConnect.${id}`, when: resourceCommandOf(id).when })),
  ];
}
