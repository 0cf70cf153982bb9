import { activityCommands, callCommands } from "./activity.mjs";

/**
 * The commands that act on no resource. `palette` is the condition under which the command palette lists one (absent:
 * always, false: never), `keys` are its bindings.
 */
const viewCommands = {
  refresh: { title: "Refresh", icon: "refresh" },
  chooseProfiles: { title: "Choose Profiles…", icon: "account" },
  chooseRegions: { title: "Choose Regions…", icon: "globe" },
  groupByLocation: { title: "Group by Location", icon: "location" },
  groupByGateway: { title: "Group by Gateway", icon: "server" },
  groupByType: { title: "Group by Type", icon: "symbol-class" },
  exploreSimulator: { title: "Explore with the Built-in Simulator", icon: "beaker" },
  stopSimulator: { title: "Stop the Built-in Simulator", icon: "debug-stop", palette: "directConnect.simulatorRunning" },
  unlockProfile: { title: "Unlock Profile…", icon: "unlock" },
  lockProfiles: { title: "Lock Profiles Again", icon: "lock" },
  showLog: { title: "Show Log", icon: "output" },
  restartLanguageServer: { title: "Restart the Plan Language Server", icon: "debug-restart" },
};

export const graphPanel = "activeWebviewPanelId == 'directConnect.graph'";

const graphCommands = {
  showGraph: { title: "Show Topology Graph", icon: "type-hierarchy" },
  "graph.fit": { title: "Fit Graph to Panel", icon: "screen-full", palette: graphPanel, keys: ["alt+0"] },
  "graph.zoomIn": { title: "Zoom In on Graph", icon: "zoom-in", palette: graphPanel, keys: ["alt+="] },
  "graph.zoomOut": { title: "Zoom Out of Graph", icon: "zoom-out", palette: graphPanel, keys: ["alt+-"] },
  "graph.search": { title: "Search in Graph", icon: "search", palette: graphPanel, keys: ["ctrl+f"], mac: ["cmd+f"] },
  "graph.attention": { title: "Go to What Needs Attention in Graph", icon: "warning", palette: graphPanel, keys: ["alt+a"] },
  "graph.focusNeighbours": { title: "Focus on Neighbours in Graph", icon: "target", palette: graphPanel, keys: ["alt+n"] },
  "graph.failure": { title: "What If This Fails", icon: "zap", palette: graphPanel, keys: ["alt+w"] },
  "graph.arrange": { title: "Arrange Graph Anew", icon: "layout", palette: graphPanel },
  "graph.facts": { title: "Show or Hide the Facts of the Selection in Graph", icon: "layout-sidebar-right", palette: graphPanel, keys: ["alt+i"] },
  "graph.legend": { title: "Show or Hide the Graph's Legend", icon: "list-unordered", palette: graphPanel },
};

/** @type {Record<string, { title: string; icon: string; enablement?: string; palette?: string; keys?: string[]; mac?: string[] }>} */
export const plainCommands = { ...viewCommands, ...graphCommands, ...activityCommands, ...callCommands };
