import type { EdgeSingular, StylesheetJson } from "cytoscape";
import type { GraphNodeKind } from "../model/graph.ts";
import { cardSize, frameOf } from "./geometry.ts";
import type { Theme } from "./theme.ts";

/** The form of each kind; what is drawn around others can only be one of Cytoscape's rectangles. */
const shapes: Readonly<Record<GraphNodeKind, string>> = {
  customer: "-1 -1 0.88 -1 1 0 0.88 1 -1 1",
  location: "round-rectangle",
  connection: "rectangle",
  lag: "cut-rectangle",
  interconnect: "cut-rectangle",
  virtualInterface: "round-rectangle",
  directConnectGateway: "-1 0 -0.93 -1 0.93 -1 1 0 0.93 1 -0.93 1",
  virtualPrivateGateway: "bottom-round-rectangle",
  transitGateway: "-1 -0.5 -0.95 -1 0.95 -1 1 -0.5 1 0.5 0.95 1 -0.95 1 -1 0.5",
  coreNetwork: "round-tag",
  publicServices: "barrel",
  unattached: "round-rectangle",
};

/** Seen from afar, dots as wide as the line is thin run into a line of half its colour; strokes keep it. */
const strokes = [9, 4];

/** What is drawn, in the theme's colours; among many edges each is faint until something at its end is selected. Text, icons and rings are painted over it (card-painter.ts). */
export function graphStyle(theme: Theme, isDense: boolean): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        width: cardSize("connection").width,
        height: cardSize("connection").height,
        "background-color": theme.card,
        "border-width": theme.isHighContrast ? 2 : 1,
        "border-color": theme.cardBorder,
        "overlay-opacity": 0,
      },
    },
    ...Object.entries(shapes).map(([kind, shape]) => ({
      selector: `node[kind = "${kind}"]`,
      style: shape.includes(" ") ? { shape: "polygon" as const, "shape-polygon-points": shape } : { shape: shape as "rectangle" },
    })),
    { selector: 'node[kind = "customer"]', style: { width: cardSize("customer").width } },
    { selector: 'node[kind = "virtualInterface"]', style: { "corner-radius": "21px" } },
    ...boxStyles(theme),
    { selector: "node[!owned]", style: { "border-style": "dashed", "border-width": 1.5, "background-color": theme.background } },
    ...healthStyles(theme),
    ...edgeStyles(theme),
    ...fateStyles(theme),
    ...(isDense ? [{ selector: "edge", style: { opacity: 0.4 } }] : []),
    { selector: "edge.near", style: { "line-color": theme.selection, width: 3, opacity: 1, "z-index": 5 } },
    { selector: "edge:selected", style: { "line-color": theme.selection, width: 4, opacity: 1, "z-index": 9 } },
    { selector: "node.dimmed", style: { opacity: 0.12 } },
    { selector: "edge.dimmed", style: { opacity: 0.06 } },
  ] as StylesheetJson;
}

/** Cytoscape counts the borders of what is in a box, of which the layout knows nothing: so much of the padding is theirs. */
export const borderRoom = 4;

function boxStyles(theme: Theme): object[] {
  const box = (kind: GraphNodeKind): object => ({
    padding: `${frameOf(kind).padding - borderRoom}px`,
    "min-height": "data(innerHeight)",
    "min-height-bias-top": `${frameOf(kind).header + borderRoom}%`,
    "min-height-bias-bottom": `${borderRoom}%`,
    "min-width": "data(innerWidth)",
    "compound-sizing-wrt-labels": "exclude",
  });
  return [
    { selector: 'node[kind = "location"], node[kind = "unattached"]', style: { ...box("location"), "background-color": theme.location, "border-color": theme.locationBorder, "corner-radius": "8px" } },
    { selector: 'node[kind = "unattached"]', style: { "border-style": "dashed", "background-opacity": 0 } },
    ...(["lag", "interconnect"] as const).map((kind) => ({ selector: `node[kind = "${kind}"]:parent`, style: { ...box(kind), "background-color": theme.bundle } })),
  ];
}

function healthStyles({ health, isHighContrast }: Theme): object[] {
  const width = isHighContrast ? 3 : 2;
  return [
    { selector: 'node[health = "bad"][!partly][kind != "location"]', style: { "border-color": health.bad, "border-width": width } },
    { selector: 'node[health = "waiting"][kind != "location"]', style: { "border-color": health.waiting, "border-width": width } },
    { selector: 'node[health = "changing"][kind != "location"]', style: { "border-color": health.changing, "border-width": width, "border-style": "dashed", "border-dash-pattern": strokes } },
    { selector: 'node[health = "ended"][kind != "location"]', style: { "border-color": health.ended, "border-style": "dashed", "border-dash-pattern": strokes, "background-opacity": 0.4 } },
  ];
}

/** What a failure that is looked at would make of nodes and edges. */
function fateStyles({ health, isHighContrast }: Theme): object[] {
  const width = isHighContrast ? 3 : 2;
  return [
    { selector: "node.lost[kind != \"location\"]", style: { "border-color": health.bad, "border-width": width } },
    { selector: "node.weakened[kind != \"location\"]", style: { "border-color": health.waiting, "border-width": width } },
    { selector: "edge.lost", style: { "line-color": health.bad, "line-style": "dashed", "line-dash-pattern": [3, 4], width: 2.4 } },
  ];
}

function edgeStyles({ line, health, background, text, fontFamily, isHighContrast }: Theme): object[] {
  const coloured = (["bad", "waiting", "changing", "ended"] as const).map((word) => ({ selector: `edge[health = "${word}"]`, style: { "line-color": health[word] } }));
  return [
    {
      selector: "edge",
      style: {
        width: isHighContrast ? 2 : 1.6,
        "line-color": line,
        "curve-style": "unbundled-bezier",
        "source-endpoint": "50% 0%",
        "target-endpoint": "-50% 0%",
        "edge-distances": "endpoints",
        "control-point-weights": (edge: EdgeSingular) => edge.data("weights") as number[],
        "control-point-distances": (edge: EdgeSingular) => edge.data("distances") as number[],
        "overlay-opacity": 0,
      },
    },
    { selector: 'edge[kind = "crossConnect"]', style: { width: 3, "line-cap": "butt" } },
    ...coloured,
    { selector: 'edge[health = "bad"]', style: { "line-style": "dashed", "line-dash-pattern": [3, 4], width: 2.4 } },
    { selector: 'edge[health = "changing"], edge[health = "ended"]', style: { "line-style": "dashed", "line-dash-pattern": strokes } },
    {
      selector: 'edge[kind = "proposal"]',
      style: {
        "line-style": "dashed",
        "line-dash-pattern": [8, 6],
        label: "data(label)",
        "font-size": 11,
        // Cytoscape takes no single quotes.
        "font-family": fontFamily.replaceAll("'", '"'),
        color: text,
        "text-background-color": background,
        "text-background-opacity": 1,
        "text-background-padding": "3px",
        "min-zoomed-font-size": 8,
      },
    },
  ];
}
