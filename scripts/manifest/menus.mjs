import { graphPanel, plainCommands } from "./commands.mjs";

const tree = "view == directConnect.resources";
const graph = "webviewId == 'directConnect.graph'";

// Groups are sorted by name: what the state calls for first, what destroys last.
const groups = { show: "2_show", copy: "3_copy", act: "1_act", tags: "5_tags", destroys: "9_destroy" };

/**
 * The menus of the tree, the drawing, the palette and the title bars.
 *
 * @param {Awaited<ReturnType<typeof import("./tables.mjs").loadTables>>} tables
 */
export function menusFrom(tables) {
  return {
    "view/title": viewTitle,
    "view/item/context": itemMenu(tables, "tree"),
    "webview/context": itemMenu(tables, "graph"),
    "editor/title": editorTitle,
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

const editorTitle = ["graph.search", "graph.focusNeighbours", "graph.fit"].map((id, index) => ({
  command: `directConnect.${id}`,
  when: graphPanel,
  group: `navigation@${index + 1}`,
}));

function itemMenu(tables, place) {
  const [place_, key] = place === "tree" ? [tree, "viewItem"] : [graph, "webviewSection"];
  return [...operationItems(tables, place, place_, key), ...resourceItems(tables, place, place_, key)];
}

function operationItems({ operationIds, operationOf, whenClause }, place, place_, key) {
  return operationIds.flatMap((id, index) => {
    const operation = operationOf(id);
    const item = { command: `directConnect.${id}`, when: `${place_} && (${whenClause(operation.on, key)})` };
    const listed = { ...item, group: `${groupOf(operation)}@${index + 1}` };
    return operation.inline && place === "tree" ? [{ ...item, group: "inline@1" }, listed] : [listed];
  });
}

function groupOf(operation) {
  if (operation.danger === "destroys") return groups.destroys;
  return operation.icon === "tag" ? groups.tags : groups.act;
}

function resourceItems({ resourceCommandIds, resourceCommandOf }, place, place_, key) {
  return resourceCommandIds
    .map((id, index) => ({ id, index, ...resourceCommandOf(id) }))
    .filter(({ places }) => places.includes(place))
    .map(({ id, index, kinds, group, when }) => ({
      command: `directConnect.${id}`,
      when: [place_, `${key} =~ /^${kinds === undefined ? "[a-zA-Z]+" : `(${kinds.join("|")})`}:.*;/`, ...(when === undefined ? [] : [when])].join(" && "),
      group: `${groups[group]}@${index + 1}`,
    }));
}

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
