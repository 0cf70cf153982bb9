import type { GraphCommand } from "../protocol/graph-view.ts";
import type { GraphView } from "./graph-view.ts";
import type { Page } from "./page.ts";

const step = 1.25;

/** What keys, menus and the toolbar do; a menu says on which node or edge. */
export function graphCommandsOf(view: GraphView, page: Page): Readonly<Record<GraphCommand, (id?: string) => void>> {
  return {
    zoomIn: () => page.drawing.zoomBy(step),
    zoomOut: () => page.drawing.zoomBy(1 / step),
    fit: () => view.fit(),
    search: () => page.toolbar.focusSearch(),
    attention: () => view.search.findAttention(),
    focusNeighbours: (id) => view.toggleLens("neighbours", id),
    failure: (id) => view.toggleLens("failure", id),
    arrange: () => view.arrange(),
    facts: () => view.toggleCard(),
    legend: () => view.toggleLegend(),
  };
}
