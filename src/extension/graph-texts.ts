import type { GraphViewTexts } from "../protocol/graph-view.ts";
import type { Translate } from "./translate.ts";

/** The drawing's words in the window's language. */
export function graphTexts(t: Translate): GraphViewTexts {
  return {
    title: t("Direct Connect topology"),
    keyboardHelp: t(
      "Up and Down go through all nodes, Right and Left along the links. Enter shows details, Space selects, Shift+F10 opens the menu, Escape leaves.",
    ),
    toolbar: t("Tools of the drawing"),
    zoomIn: t("Zoom In"),
    zoomOut: t("Zoom Out"),
    fit: t("Fit to Panel"),
    search: t("Search in the drawing"),
    searchHint: t("Search name, ID, VLAN, state"),
    searchCount: t("{0} of {1}"),
    searchNone: t("No match"),
    focusNeighbours: t("Focus on Neighbours"),
    leaveFocus: t("Show All"),
    arrange: t("Arrange Anew"),
    legend: t("Legend"),
    reading: t("Reading Direct Connect resources…"),
    emptyTitle: t("Nothing to draw yet"),
    emptyHint: t("The chosen profiles and Regions have no connections, virtual interfaces or gateways. Choose others in the Direct Connect view."),
    failedTitle: t("The graph could not be loaded"),
    tryAgain: t("Try Again"),
    details: t("Details"),
    revealInTree: t("Reveal in Tree"),
    close: t("Close"),
    facts: t("Facts of the selection"),
    kindHeading: t("What it is"),
    stateHeading: t("How it is"),
    lineHeading: t("Lines and frames"),
    partlyBad: t("needs attention in part"),
    notOwned: t("another account's"),
    outsideInventory: t("known by name only"),
    selectedOne: t("{0} selected"),
    selectedMany: t("{0} selected"),
    selectedNone: t("Nothing selected"),
    changedOne: t("{0}: {1}"),
    changedMany: t("{0} changed"),
    focusOn: t("{0} and what it connects: {1} shown"),
    focusOff: t("All shown"),
    leadsTo: t("leads to {0}"),
    kinds: kindTexts(t),
    healths: {
      good: t("works"),
      bad: t("needs attention"),
      waiting: t("waits for somebody"),
      changing: t("is changing"),
      ended: t("has ended"),
      unknown: t("state not known"),
    },
  };
}

function kindTexts(t: Translate): GraphViewTexts["kinds"] {
  return {
    customer: t("customer router"),
    location: t("location"),
    connection: t("connection"),
    lag: t("LAG"),
    interconnect: t("interconnect"),
    virtualInterface: t("virtual interface"),
    directConnectGateway: t("Direct Connect gateway"),
    virtualPrivateGateway: t("virtual private gateway"),
    transitGateway: t("transit gateway"),
    coreNetwork: t("Cloud WAN core network"),
    publicServices: t("AWS public services"),
    unattached: t("group of gateways"),
    crossConnect: t("cross connect"),
    attachment: t("gateway attachment"),
    association: t("gateway association"),
    proposal: t("association proposal"),
  };
}
