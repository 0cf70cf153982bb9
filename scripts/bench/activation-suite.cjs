// Runs inside the extension host: how long extensions take to load and to activate, in this order, each once.
const { writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const vscode = require("vscode");

exports.run = async () => {
  const results = {};
  try {
    for (const id of process.env.DX_BENCH_EXTENSIONS.split(",")) results[id] = await measure(id);
  } catch (error) {
    results.error = error.stack;
  }
  writeFileSync(process.env.DX_BENCH_RESULTS, JSON.stringify(results));
};

async function measure(id) {
  const extension = vscode.extensions.getExtension(id);
  if (extension === undefined) throw new Error(`${id} is not installed in this window`);
  if (extension.isActive) throw new Error(`${id} was active before it was used`);

  const load = createRequire(join(extension.extensionPath, "package.json"));
  const main = load.resolve(join(extension.extensionPath, extension.packageJSON.main));
  const start = performance.now();
  const loaded = load(main);
  const loadMs = performance.now() - start;

  // The host takes a loaded module from the cache and calls what it finds there.
  let activateMs;
  load.cache[main].exports = {
    ...loaded,
    activate: async (context) => {
      const activating = performance.now();
      const api = await loaded.activate(context);
      activateMs = performance.now() - activating;
      return api;
    },
  };
  await extension.activate();
  if (activateMs === undefined) throw new Error(`${id} was not activated from ${main}`);
  return { loadMs, activateMs };
}
