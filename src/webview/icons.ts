import type { GraphNodeKind } from "../model/graph.ts";
import type { Health } from "../model/health.ts";

/** Outlines to be stroked in a square of 16 units. */
const circle = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z";

export const kindIcons: Readonly<Record<GraphNodeKind, string>> = {
  customer: "M3 14V2.5h6.5V14 M9.5 6.5H13V14 M1.5 14h13 M5.2 5.3h2.1 M5.2 8.2h2.1 M5.2 11.1h2.1",
  location: "M8 14.4s4.6-4.7 4.6-8.1a4.6 4.6 0 0 0-9.2 0c0 3.4 4.6 8.1 4.6 8.1Z M8 8a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 8 8Z",
  connection: "M1 8h3.2 M11.8 8H15 M4.2 5h2.6v6H4.2Z M9.2 5h2.6v6H9.2Z M6.8 6.8h2.4 M6.8 9.2h2.4",
  lag: "M1.5 4.5h13 M1.5 8h13 M1.5 11.5h13 M5 2.5v11 M11 2.5v11",
  interconnect: "M1.5 8H6 M6 8l4.2-5H14.5 M6 8h8.5 M6 8l4.2 5H14.5",
  virtualInterface: "M1 8h3.4 M11.6 8H15 M8 4.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2Z M8 6.9v2.2 M6.9 8h2.2",
  directConnectGateway: `${circle} M2 8h12 M8 2c1.9 1.7 2.7 3.8 2.7 6S9.9 12.3 8 14C6.1 12.3 5.3 10.2 5.3 8S6.1 3.7 8 2Z`,
  virtualPrivateGateway: "M8 1.8l5.2 2v4c0 3.2-2.2 5.3-5.2 6.4C5 13.1 2.8 11 2.8 7.8v-4Z M5.6 8l1.7 1.7 3.2-3.4",
  transitGateway:
    "M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z M8 6.2V2.2 M8 9.8v4 M6.2 8h-4 M9.8 8h4 M6.4 2.2h3.2 M6.4 13.8h3.2 M2.2 6.4v3.2 M13.8 6.4v3.2",
  coreNetwork: "M8 2v4 M8 10v4 M2.8 5l3.5 2 M13.2 5L9.7 7 M2.8 11l3.5-2 M13.2 11L9.7 9 M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z",
  unattached: "M6.5 9.5 3 13 M9.5 6.5 13 3 M5 7.5 8.5 11 M7.5 5 11 8.5",
  publicServices: "M4.6 12.6h6.9a2.9 2.9 0 0 0 .5-5.7 4 4 0 0 0-7.7-.7 3.2 3.2 0 0 0 .3 6.4Z",
};

/** A different form for each, so that colour is not needed to tell them apart. */
export const healthIcons: Readonly<Record<Health, string>> = {
  good: `${circle} M5.2 8.2l2 2 3.6-4.2`,
  bad: "M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4Z M5.8 5.8l4.4 4.4 M10.2 5.8l-4.4 4.4",
  waiting: "M8 2 14.6 13.8H1.4Z M8 6.2v3.6 M8 11.6v.4",
  changing: "M13.6 8a5.6 5.6 0 1 1-1.7-4 M12.3 1.2v3.1H9.2",
  ended: `${circle} M5 8h6`,
  unknown: `${circle} M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2 M8 11.2v.3`,
};

/** Where only some of it is bad. */
export const partlyBadIcon = "M8 1.6 14.4 8 8 14.4 1.6 8Z M8 5v3.6 M8 10.7v.3";

/** Two that stand in for each other. */
export const groupIcon = "M4 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z M12 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z M6.4 8h3.2";

/** The mark of a node or an edge. */
export function iconOfHealth({ health, partly = false }: { readonly health: Health; readonly partly?: boolean }): string {
  return partly ? partlyBadIcon : healthIcons[health];
}

/** The outline as an SVG element that takes its colour from the text around it; hidden from screen readers. */
export function iconElement(outline: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  for (const [name, value] of svgAttributes) svg.setAttribute(name, value);
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", outline);
  svg.append(path);
  return svg;
}

const svgNamespace = "http://www.w3.org/2000/svg";
const svgAttributes: readonly (readonly [string, string])[] = [
  ["viewBox", "0 0 16 16"],
  ["class", "icon"],
  ["aria-hidden", "true"],
];

/** What the buttons show. */
export const buttonIcons = {
  zoomIn: "M8 3v10 M3 8h10",
  zoomOut: "M3 8h10",
  fit: "M2.5 6V2.5H6 M10 2.5h3.5V6 M13.5 10v3.5H10 M6 13.5H2.5V10",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z M10.3 10.3l3.7 3.7",
  focusNeighbours: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z M8 1.5v2 M8 12.5v2 M1.5 8h2 M12.5 8h2",
  failure: "M9 1.5 4 9h3.5L7 14.5 12 7H8.5Z",
  arrange: "M2 3h4v3H2Z M2 10h4v3H2Z M10 6.5h4v3h-4Z M6 4.5h2v7H6 M8 8h2",
  facts: "M2.5 3h11v10h-11Z M9.5 3v10 M11 6h1 M11 8.5h1",
  legend: "M2.5 4h1 M6 4h7.5 M2.5 8h1 M6 8h7.5 M2.5 12h1 M6 12h7.5",
  more: "M3.5 8h.01 M8 8h.01 M12.5 8h.01",
  close: "M4 4l8 8 M12 4l-8 8",
} as const;
