// How soon the topology is on the screen, beside plain Cytoscape with the same nodes, edges and labels.
import { chromium } from "playwright-core";
import { serveGraphPage } from "../graph-dev.mjs";
import { installBrowser } from "../hosts/install-browser.mjs";
import { at, step } from "../project.mjs";

const sizes = [100, 500, 2000];
const runs = 5;
const viewport = { width: 1280, height: 820 };
/** What plain Cytoscape does with the same graph: a layout that it ships, and none at all. */
const peers = { "plain Cytoscape, breadthfirst": "breadthfirst", "plain Cytoscape, places given": "preset" };

/** Median times in milliseconds from a graph's arrival to the first complete picture of it. */
export async function measureGraph() {
  const server = await serveGraphPage();
  const { executablePath, args, env } = await installBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const rows = [];
    for (const size of sizes) rows.push(...(await step(`graph, ${size} nodes`, () => measureSize({ browser, url: server.url, size }))));
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}

/** In turns, so that what else the machine does falls on all of them alike. */
async function measureSize({ browser, url, size }) {
  const plain = await plainScript();
  const samples = { ours: [], ...Object.fromEntries(Object.keys(peers).map((name) => [name, []])) };
  for (let run = 0; run < runs; run += 1) {
    const { took, graph, places } = await drawOurs(browser, `${url}?estate=${size}`);
    samples.ours.push(took);
    for (const [name, layout] of Object.entries(peers)) samples[name].push(await drawPlainly(browser, plain, { graph, places, layout }));
  }
  const value = middle(samples.ours);
  return Object.keys(peers).map((peerName) => ({ name: `first picture, ${size} nodes`, unit: "ms", value, peer: middle(samples[peerName]), peerName }));
}

async function drawOurs(browser, url) {
  const page = await browser.newPage({ viewport });
  await page.addInitScript(() => {
    // The drawing's own instance is noted on the element that it draws in.
    const look = () => {
      const cy = document.querySelector(".drawing-stage")?._cyreg?.cy;
      if (cy === undefined) requestAnimationFrame(look);
      else cy.on("render", () => cy.nodes().length > 0 && setTimeout(() => (window.drawnAt ??= performance.now())));
    };
    look();
  });
  await page.goto(url);
  await page.waitForFunction(() => window.drawnAt !== undefined);
  const drawn = await page.evaluate(() => {
    const { cy } = document.querySelector(".drawing-stage")._cyreg;
    const asked = window.graphHost.asked.find(({ name }) => name === "loadGraph");
    return { took: window.drawnAt - asked.at, graph: window.graphHost.graph(), places: Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }])) };
  });
  await page.close();
  return drawn;
}

async function drawPlainly(browser, script, drawn) {
  const page = await browser.newPage({ viewport });
  await page.setContent('<div id="stage" style="position: absolute; inset: 0"></div>');
  await page.addScriptTag({ content: script });
  const took = await page.evaluate((what) => window.drawPlainly(what), drawn);
  await page.close();
  return took;
}

/** Plain Cytoscape as its manual begins: every node a box with its name, every edge a curve with its own. */
async function plainScript() {
  const { build } = await import("esbuild");
  const contents = `
    import cytoscape from "cytoscape";
    window.drawPlainly = ({ graph, places, layout }) => new Promise((resolve) => {
      const started = performance.now();
      const nodes = graph.nodes.map(({ id, label, parent }) => ({ data: { id, label, ...(parent ? { parent } : {}) }, position: places[id] }));
      const edges = graph.edges.map(({ id, source, target, label }) => ({ data: { id, source, target, label } }));
      const cy = cytoscape({
        container: document.getElementById("stage"),
        elements: { nodes, edges },
        style: [
          { selector: "node", style: { shape: "round-rectangle", width: 304, height: 42, label: "data(label)", "text-valign": "center" } },
          { selector: "edge", style: { "curve-style": "bezier", label: "data(label)" } },
        ],
        layout: { name: layout, animate: false },
      });
      cy.one("render", () => setTimeout(() => resolve(performance.now() - started)));
    });`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: at(".") }, bundle: true, format: "iife", minify: true, write: false });
  return outputFiles[0].text;
}

const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
