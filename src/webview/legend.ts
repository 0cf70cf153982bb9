import type { GraphEdgeKind, GraphNodeKind } from "../model/graph.ts";
import type { Health } from "../model/health.ts";
import type { GraphViewTexts } from "../protocol/graph-view.ts";
import { element } from "./dom.ts";
import { groupIcon, healthIcons, iconElement, kindIcons, partlyBadIcon } from "./icons.ts";

const nodeKinds: readonly GraphNodeKind[] = [
  "customer",
  "location",
  "connection",
  "lag",
  "interconnect",
  "virtualInterface",
  "directConnectGateway",
  "virtualPrivateGateway",
  "transitGateway",
  "coreNetwork",
  "publicServices",
];
const healths: readonly Health[] = ["good", "bad", "waiting", "changing", "ended", "unknown"];
const edgeKinds: readonly GraphEdgeKind[] = ["crossConnect", "virtualInterface", "proposal"];

/** What forms, colours and lines mean. */
export function legendElement(texts: GraphViewTexts): HTMLElement {
  return element(
    "section",
    { class: "panel legend", "aria-label": texts.legend, hidden: "" },
    list(texts.kindHeading, [
      ...nodeKinds.map((kind) => item(`swatch kind-${kind}`, texts.kinds[kind], kindIcons[kind])),
      item("swatch", texts.inAnyGroup, groupIcon),
    ]),
    list(texts.stateHeading, [
      ...healths.flatMap((health) => [
        item(`swatch health-${health}`, texts.healths[health], healthIcons[health]),
        ...(health === "bad" ? [item("swatch health-bad", texts.partlyBad, partlyBadIcon)] : []),
      ]),
    ]),
    list(texts.lineHeading, [
      ...edgeKinds.map((kind) => item(`line line-${kind}`, texts.kinds[kind])),
      item("line line-bad", texts.healths.bad),
      item("frame frame-foreign", texts.notOwned),
    ]),
  );
}

function list(heading: string, items: readonly HTMLElement[]): HTMLElement {
  return element("div", { class: "legend-list" }, element("h2", {}, heading), element("ul", {}, ...items));
}

function item(className: string, text: string, icon?: string): HTMLElement {
  const sample = element("span", { class: className, "aria-hidden": "true" });
  if (icon !== undefined) sample.append(iconElement(icon));
  return element("li", {}, sample, element("span", { class: "words" }, text));
}
