import { activityItems, activityTitle, callTitle } from "./activity.mjs";
import { graphPanel, plainCommands } from "./commands.mjs";

const tree = "view == directConnect.resources";
const graph = "webviewId == 'directConnect.graph'";

// Groups are sorted by name: what the state calls for first, what destroys last.
const groups = { show: "2_show", copy: "3_copy", act: "1_act", reads: "4_read", tags: "5_tags", destroys: "9_destroy" };

/**
 * The menus of the tree, the drawing, the palette and the title bars.
 *
 * @param {Awaited<ReturnType<typeof import("./tables.mjs").loadTables>>} tables
 */
export function menusFrom(tables) {
  return {
    "view/title": [...viewTitle, ...activityTitle],
    "view/item/context": [...itemMenu(tables, "tree"), ...activityItems],
    "webview/context": itemMenu(tables, "graph"),
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
  return [...operationItems(tables, place), ...resourceItems(tables, place), ...(place === "tree" ? troubleItems : [])];
}

function operationItems({ operationIds, operationOf, whenClause }, place) {
  const { is, key } = places[place];
  return operationIds.flatMap((id, index) => {
    const operation = operationOf(id);
    const item = { command: `directConnect.${id}`, when: `${is} && (${whenClause(operation.on, key)})` };
    const listed = { ...item, group: `${groupOf(operation)}@${index + 1}` };
    return operation.inline && place === "tree" ? [{ ...item, group: "inline@1" }, listed] : [listed];
  });
}

function groupOf(operation) {
  if (operation.danger === "destroys") return groups.destroys;
  if (operation.danger === "reads") return groups.reads;
  return operation.icon === "tag" ? groups.tags : groups.act;
}

function resourceItems({ resourceCommandIds, resourceCommandOf }, place) {
  const { is, key } = places[place];
  return resourceCommandIds
    .map((id, index) => ({ id, index, ...resourceCommandOf(id) }))
    .filter((command) => command.places.includes(place))
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
