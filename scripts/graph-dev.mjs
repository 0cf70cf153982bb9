// Opens the drawing in a plain browser, on a fixture instead of VS Code.
//
//   node scripts/graph-dev.mjs [--port N]     then e.g. http://127.0.0.1:N/?estate=2000&theme=light
//
// estate: sample, grouped (with a resiliency group), empty, failing, or about how many nodes. theme: dark, light, highContrast, highContrastLight.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { at, say } from "./project.mjs";

const sources = { "main.js": "src/webview/main.ts", "graph-host.js": "test/support/graph-host.ts" };

/**
 * Serves the page with freshly bundled scripts.
 *
 * @param {number} [port] a free one if not given
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function serveGraphPage(port = 0) {
  const { build } = await import("esbuild");
  const files = new Map([
    ["/", { type: "text/html", body: readFileSync(at("src", "webview", "dev.html")) }],
    ["/page.css", { type: "text/css", body: readFileSync(at("src", "webview", "page.css")) }],
  ]);
  for (const [name, source] of Object.entries(sources)) {
    const { outputFiles } = await build({ entryPoints: [at(source)], bundle: true, format: "iife", platform: "browser", target: "chrome124", minify: true, write: false });
    files.set(`/${name}`, { type: "text/javascript", body: outputFiles[0].contents });
  }
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? "/", "http://localhost").pathname);
    response.writeHead(file === undefined ? 404 : 200, { "content-type": `${file?.type ?? "text/plain"}; charset=utf-8` });
    response.end(file?.body);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { port: { type: "string" } } });
  const { url } = await serveGraphPage(Number(values.port ?? 0));
  say(`listening on ${url}`);
}
