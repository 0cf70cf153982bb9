import { Asker, hearEvents, type Pipe } from "../protocol/channel.ts";
import type { GraphViewEvents, GraphViewRequests, GraphViewTexts } from "../protocol/graph-view.ts";
import { graphCommandsOf } from "./graph-commands.ts";
import { GraphView } from "./graph-view.ts";
import { offerMenus } from "./menu-context.ts";
import { Page } from "./page.ts";
import { readTheme, watchTheme } from "./theme.ts";
import { viewStateFrom } from "./view-state.ts";

interface VsCode {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCode;

start(acquireVsCodeApi());

/** Joins the page with the host that it is shown by. */
function start(vscode: VsCode): void {
  const pipe: Pipe = {
    post: (message) => vscode.postMessage(message),
    listen: (heard) => {
      const listener = (event: MessageEvent<unknown>): void => heard(event.data);
      window.addEventListener("message", listener);
      return () => window.removeEventListener("message", listener);
    },
  };
  const texts = JSON.parse(document.body.dataset["texts"] ?? "{}") as GraphViewTexts;
  const page: Page = new Page(document.body, texts, readTheme(), {
    drawing: {
      selected: (ids) => {
        view.select(ids);
        page.mirror.focus();
      },
      opened: (id) => view.open(id),
      viewChanged: () => view.saveSoon(),
      hovered: (id) => {
        page.drawingElement.classList.toggle("over-node", id !== undefined);
        page.drawingElement.title = id === undefined ? "" : view.scene.hoverText(id);
      },
    },
    mirror: {
      activeChanged: (id, isMoved) => view.activate(id, isMoved),
      selected: (id) => view.toggle(id),
      opened: (id) => view.open(id),
      escaped: () => view.escape(),
      linkFrom: (id, direction) => view.scene.linkFrom(id, direction),
    },
    toolbar: {
      invoked: (command) => commands[command](),
      leaveLens: () => view.lookThrough(undefined),
      searched: (text) => view.search.find(text),
      searchMoved: (by) => view.search.move(by),
      searchEnded: () => view.search.end(),
    },
    inspector: {
      details: (id) => view.open(id),
      revealInTree: (id) => view.revealInTree(id),
      focusNeighbours: (id) => view.lookThrough({ kind: "neighbours", id }),
      failure: (id) => view.lookThrough({ kind: "failure", id }),
      showGroup: (id) => view.lookThrough({ kind: "group", id }),
      menu: (id, at) => menus.openAt(id, at),
      closed: () => view.toggleCard(false),
      focusLeft: () => page.mirror.focus(),
    },
    tryAgain: () => void view.load(),
  });
  const view: GraphView = new GraphView({
    asker: new Asker<GraphViewRequests>(pipe),
    texts,
    page,
    saved: viewStateFrom(vscode.getState()),
    save: (state) => vscode.setState(state),
  });
  const commands = graphCommandsOf(view, page);
  hearEvents<GraphViewEvents>(pipe, { ...view.hearers, commandInvoked: ({ command, id }) => commands[command](id) });
  const menus = offerMenus(page.drawingElement, page, view);
  watchTheme(() => page.setTheme(readTheme()));
  new ResizeObserver(() => page.drawing.resize()).observe(page.drawingElement);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") view.escape();
  });
  window.addEventListener("focus", () => {
    if (document.activeElement === document.body) page.mirror.focus();
  });
  void view.load();
}
