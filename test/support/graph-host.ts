import { shownFacts } from "../../src/extension/graph-facts.ts";
import { graphTexts } from "../../src/extension/graph-texts.ts";
import { applyGraphChange, diffGraph } from "../../src/model/graph-change.ts";
import type { Graph } from "../../src/model/graph.ts";
import { emptyInventory, indexResources, type Inventory } from "../../src/model/inventory.ts";
import { fillWords } from "../../src/model/text.ts";
import { answerRequests, tell, type Pipe } from "../../src/protocol/channel.ts";
import type { GraphViewEvents, GraphViewRequests } from "../../src/protocol/graph-view.ts";
import { englishGraph } from "./in-english.ts";
import { largeInventory } from "./large-inventory.ts";
import { resiliencyGroup, sampleInventory } from "./sample-inventory.ts";
import { pageThemes, type PageTheme } from "./themes.ts";

/** What a page's script may do to the drawing in place of VS Code; `window.graphHost`. */
export interface GraphHost {
  /** What the drawing asked for, in order. */
  readonly asked: { readonly name: string; readonly params: unknown; /** As `performance.now()`. */ readonly at: number }[];
  readonly violations: string[];
  graph(): Graph;
  setTheme(name: string): void;
  tell<N extends keyof GraphViewEvents>(name: N, params: GraphViewEvents[N]): void;
  /** Tells what has changed if these resources had other states; `""` removes one. */
  setStates(states: Readonly<Record<string, string>>): void;
}

const query = new URLSearchParams(location.search);
const estate = query.get("estate") ?? "sample";
setUp(inventoryOf(estate));

function inventoryOf(name: string): Inventory {
  const sample = sampleInventory();
  const group = resiliencyGroup({ id: "dxrg-1", name: "pair", connectionIds: ["dxcon-ffabc001", "dxcon-ffabc002"] });
  const named: Readonly<Record<string, Inventory>> = { empty: emptyInventory, sample, failing: sample, grouped: { ...sample, resources: [...sample.resources, group] } };
  return named[name] ?? largeInventory(Number(name));
}

/** Stands in for VS Code around the page: themes, state and the answers of an extension on a fixture. */
function setUp(first: Inventory): void {
  const [navigation] = performance.getEntriesByType("navigation");
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== "reload") sessionStorage.clear();
  const host = { inventory: first, graph: englishGraph(first), failures: estate === "failing" ? 1 : 0 };
  const asked: { name: string; params: unknown; at: number }[] = [];
  const violations: string[] = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));
  const heard: ((message: unknown) => void)[] = [];
  const pipe: Pipe = {
    post: (message) => window.postMessage(structuredClone(message)),
    listen: (listener) => {
      heard.push(listener);
      return () => void heard.splice(heard.indexOf(listener), 1);
    },
  };
  const api = {
    postMessage: (message: unknown) => setTimeout(() => heard.forEach((listener) => listener(structuredClone(message)))),
    getState: (): unknown => JSON.parse(sessionStorage.getItem("state") ?? "null"),
    setState: (state: unknown) => sessionStorage.setItem("state", JSON.stringify(state)),
  };
  const noted = <R>(name: string, params: unknown, result: R): R => {
    asked.push({ name, params, at: performance.now() });
    return result;
  };
  answerRequests<GraphViewRequests>(
    pipe,
    {
      loadGraph: {
        accepts: (params): params is null => params === null,
        answer: (params) => {
          host.failures -= 1;
          if (host.failures >= 0) throw new Error("The endpoint cannot be reached.");
          return noted("loadGraph", params, { graph: host.graph, selection: [], isReading: false });
        },
      },
      loadFacts: {
        accepts: hasId,
        answer: (params) => {
          const resource = indexResources(host.inventory).get(params.id);
          return noted("loadFacts", params, resource === undefined ? [] : shownFacts(resource, host.inventory, fillWords));
        },
      },
      select: { accepts: (params): params is { ids: string[] } => typeof params === "object" && params !== null && "ids" in params, answer: (params) => noted("select", params, null) },
      showDetails: { accepts: hasId, answer: (params) => noted("showDetails", params, null) },
      revealInTree: { accepts: hasId, answer: (params) => noted("revealInTree", params, null) },
    },
    (name, error) => asked.push({ name: `failed ${name}`, params: String(error), at: performance.now() }),
  );
  const graphHost: GraphHost = {
    asked,
    violations,
    graph: () => host.graph,
    setTheme,
    tell: (name, params) => tell<GraphViewEvents, typeof name>(pipe, name, params),
    setStates: (states) => {
      const resources = host.inventory.resources.flatMap((resource) => {
        const state = states[resource.key];
        if (state === "") return [];
        return [state === undefined ? resource : { ...resource, state }];
      });
      host.inventory = { ...host.inventory, resources };
      const change = diffGraph(host.graph, englishGraph(host.inventory));
      host.graph = applyGraphChange(host.graph, change);
      tell<GraphViewEvents, "graphChanged">(pipe, "graphChanged", change);
    },
  };
  Object.assign(window, { acquireVsCodeApi: () => api, graphHost });
  document.body.dataset["texts"] = JSON.stringify(
    graphTexts((text, ...values) => text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole))),
  );
  setTheme(query.get("theme") ?? "dark");
}

function hasId(params: unknown): params is { id: string } {
  return typeof params === "object" && params !== null && "id" in params;
}

function setTheme(name: string): void {
  const themes: Readonly<Record<string, PageTheme>> = pageThemes;
  const theme = themes[name] ?? pageThemes.dark;
  document.documentElement.removeAttribute("style");
  for (const [variable, value] of Object.entries(theme.variables)) document.documentElement.style.setProperty(`--vscode-${variable}`, value);
  document.documentElement.style.setProperty("--vscode-font-family", "system-ui, 'Segoe UI', 'Open Sans', sans-serif");
  document.documentElement.style.setProperty("--vscode-font-size", "13px");
  document.body.className = theme.bodyClass;
}
