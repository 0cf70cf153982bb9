// Makes what package.json says about commands, menus, views and settings from the tables of the source.
//
//   node scripts/manifest.mjs           writes package.json, package.nls.json, l10n/bundle.l10n.json, docs/rules.md and the schema
//   node scripts/manifest.mjs --check   writes nothing; exits 1 naming the files that are stale
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { shownTexts } from "./manifest/bundle.mjs";
import { plainCommands, graphPanel } from "./manifest/commands.mjs";
import { language } from "./manifest/language.mjs";
import { menusFrom } from "./manifest/menus.mjs";
import { configurationFrom, settingTexts } from "./manifest/settings.mjs";
import { submenus } from "./manifest/submenus.mjs";
import { loadTables } from "./manifest/tables.mjs";
import { activityWelcome, emptyStates, views, viewsContainers, viewsWelcome } from "./manifest/views.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function run(argv) {
  const unknown = argv.find((argument) => argument !== "--check");
  if (unknown !== undefined) {
    process.stderr.write(`Unknown argument: ${unknown}. The only one is --check.\n`);
    process.exit(2);
  }
  const stale = Object.entries(await manifestFiles()).filter(([path, text]) => readIfThere(join(root, path)) !== text);
  if (argv.includes("--check")) check(stale.map(([path]) => path));
  else for (const [path, text] of stale) write(path, text);
  // The reference of the plan's rules and the format's schema are generated too, and one command keeps all of it current.
  for (const script of ["rules-doc.mjs", "plan-schema.mjs"]) {
    const { status } = spawnSync(process.execPath, [join(root, "scripts", script), ...argv], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}

/**
 * Every generated file as it should be, by its path from the project's folder.
 *
 * @returns {Promise<Record<string, string>>}
 */
async function manifestFiles() {
  const tables = await loadTables(root);
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    "package.json": print({ ...manifest, contributes: contributions(tables) }),
    "package.nls.json": print(texts(tables, manifest)),
    [join("l10n", "bundle.l10n.json")]: print(shownTexts(join(root, "src"))),
  };
}

function contributions(tables) {
  return {
    viewsContainers,
    views,
    viewsWelcome,
    commands: commandsFrom(tables),
    submenus: Object.keys(submenus).map((id) => ({ id: `directConnect.${id}`, label: `%submenu.${id}%` })),
    menus: menusFrom(tables),
    keybindings,
    configuration: configurationFrom(),
    ...language,
  };
}

function commandsFrom({ operationIds, operationOf, resourceCommandIds, resourceCommandOf }) {
  const all = [
    ...Object.entries(plainCommands),
    ...resourceCommandIds.map((id) => [id, resourceCommandOf(id)]),
    ...operationIds.map((id) => [id, operationOf(id)]),
  ];
  return all.map(([id, { icon, enablement }]) => ({
    command: `directConnect.${id}`,
    title: `%command.${id}%`,
    category: "%category%",
    icon: `$(${icon})`,
    ...(enablement === undefined ? {} : { enablement }),
  }));
}

const keybindings = Object.entries(plainCommands).flatMap(([id, { keys = [], mac }]) =>
  keys.map((key, index) => ({
    command: `directConnect.${id}`,
    key,
    ...(mac?.[index] === undefined ? {} : { mac: mac[index] }),
    when: graphPanel,
  })),
);

function texts({ operationIds, operationOf, resourceCommandIds, resourceCommandOf }, manifest) {
  return Object.fromEntries([
    ["category", "Direct Connect"],
    ["container.title", "Direct Connect"],
    ["view.resources.name", "Resources"],
    ["view.activity.name", "Activity"],
    ["welcome.activity", activityWelcome],
    ...Object.entries(plainCommands).map(([id, { title }]) => [`command.${id}`, title]),
    ...resourceCommandIds.map((id) => [`command.${id}`, resourceCommandOf(id).label.words]),
    ...operationIds.map((id) => [`command.${id}`, operationOf(id).label.words]),
    ...Object.entries(submenus).map(([id, { label }]) => [`submenu.${id}`, label]),
    ...Object.entries(emptyStates).map(([reason, text]) => [`welcome.${reason}`, text]),
    ...settingTexts(),
    ...Object.entries(capabilityTexts).filter(([key]) => JSON.stringify(manifest.capabilities ?? {}).includes(`%${key}%`)),
  ]);
}

const capabilityTexts = {
  "capability.untrusted":
    "In Restricted Mode a workspace's own settings choose neither the endpoint nor the profiles; the tree, the graph, the simulator and plan files work.",
  "capability.virtual": "Plan files work. Reading AWS needs the AWS configuration of this computer.",
};

function check(stale) {
  if (stale.length === 0) return;
  process.stderr.write(`Stale: ${stale.join(", ")}. Run "npm run manifest".\n`);
  process.exitCode = 1;
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  process.stdout.write(`Written: ${path}\n`);
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function print(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(process.argv.slice(2));
