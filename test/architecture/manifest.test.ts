import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyStates } from "../../scripts/manifest/views.mjs";
import { emptyStates as emptyStatesOfModel } from "../../src/model/empty-state.ts";
import { placeOf, type PlaceState } from "../../src/model/place.ts";
import { contextValueOf, type Resource } from "../../src/model/resource.ts";
import { resourceCommandIds, resourceCommandOf, type Place } from "../../src/extension/resource-command-table.ts";
import { operationIds, operationOf, operationsFor } from "../../src/operations/index.ts";
import { beginsAt, isOffered, placeContextValue } from "../../src/operations/operation.ts";
import { sampleInventory } from "../support/sample-inventory.ts";
import { isTrue, type Context } from "../support/when-clause.ts";

const root = join(import.meta.dirname, "../..");

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly icon: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string; readonly icon: string }[];
    readonly submenus: readonly { readonly id: string; readonly label: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>> & Readonly<Record<"view/title" | "view/item/context" | "webview/context" | "commandPalette" | "editor/title", readonly MenuItem[]>>;
    readonly keybindings: readonly (MenuItem & { readonly key: string })[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string; readonly default?: unknown; readonly markdownDescription: string }>> };
    readonly viewsWelcome: readonly { readonly contents: string; readonly when?: string }[];
  };
}

// That these files are what the tables say is a step of `npm run check`.
const text = readFileSync(join(root, "package.json"), "utf8");
const manifest = JSON.parse(text) as Manifest;
const texts = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")) as Readonly<Record<string, string>>;
const { commands, submenus, menus, keybindings, configuration, viewsWelcome } = manifest.contributes;
const known = new Set(commands.map(({ command }) => command));

test("menus, keys and welcome texts name commands that are contributed", () => {
  const named = [...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []);
  const linked = [...Object.values(texts).join("\n").matchAll(/\(command:(directConnect\.[\w.]+)\)/g)].map(([, command]) => command ?? "");
  expect([...named, ...linked].filter((command) => !known.has(command))).toEqual([]);
});

test("every command has a category, a title in title case and an icon", () => {
  for (const { command, title, category, icon } of commands) {
    expect(category).toBe("%category%");
    expect(texts[title.slice(1, -1)], command).toMatch(/^[A-Z]\S*( ([A-Z]\S*|on|of|to|by|or|as|with|in|from|the|and))*$/);
    expect(icon).toMatch(/^\$\([a-z-]+\)$/);
  }
});

test("every key of a text is there, and none is left over", () => {
  const used = [...text.matchAll(/%([\w.]+)%/g)].map(([, key]) => key ?? "");
  expect(used.filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
  expect(Object.keys(texts).filter((key) => !used.includes(key))).toEqual([]);
});

test("every file that the manifest names is there", () => {
  const paths = [...text.matchAll(/"(?:\.\/)?((?:media|syntaxes|snippets|l10n)(?:\/[\w./-]+)?|language-configuration\.json)"/g)].map(([, path]) => path ?? "");
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("submenus are those that are contributed, and each stands in a menu", () => {
  const ids = submenus.map(({ id }) => id).sort();
  const placed = new Set(Object.values(menus).flat().flatMap(({ submenu }) => submenu ?? []));
  expect([...placed].sort()).toEqual(ids);
  for (const id of ids) expect(menus[id]?.length, id).toBeGreaterThan(1);
  // VS Code leaves out what stands in a menu for the second time.
  for (const menu of Object.values(menus)) {
    const inside = menu.flatMap(({ submenu }) => submenu ?? []);
    expect(new Set(inside).size).toBe(inside.length);
  }
});

/** The entries of a menu for somebody who right-clicks a resource, without its buttons. */
function entries(menu: readonly MenuItem[], context: Context): readonly MenuItem[] {
  return menu.filter(({ when, group }) => group !== "inline@1" && isTrue(when ?? "", context));
}

/** What a menu and its submenus show, in its order. */
function shown(menu: readonly MenuItem[], context: Context): readonly string[] {
  return entries(menu, context).flatMap(({ command, submenu }) => (submenu === undefined ? (command ?? "").replace("directConnect.", "") : shown(menus[submenu] ?? [], context)));
}

function expected(resource: Resource, place: Place): readonly string[] {
  const others = resourceCommandIds.filter((id) => {
    const { kinds, places } = resourceCommandOf(id);
    return places.includes(place) && (kinds?.includes(resource.kind) ?? true);
  });
  return [...operationsFor(resource), ...others];
}

test("tree and drawing offer the same operations, those that the table offers", () => {
  for (const resource of sampleInventory().resources) {
    const value = contextValueOf(resource);
    const tree = { view: "directConnect.resources", viewItem: value };
    const graph = { webviewId: "directConnect.graph", webviewSection: value };
    expect([...shown(menus["view/item/context"], tree)].sort(), value).toEqual([...expected(resource, "tree")].sort());
    expect([...shown(menus["webview/context"], graph)].sort(), value).toEqual([...expected(resource, "graph")].sort());
  }
});

const placeStates = new Set(
  operationIds.flatMap((id) => {
    const { on, alsoAt = [] } = operationOf(id);
    return [...on.flatMap((offer) => (offer.kind === "place" ? (offer.states as readonly PlaceState[]) : [])), ...alsoAt];
  }),
);

test.each([...placeStates])("tree and drawing offer at a heading what can be begun there: %s", (state) => {
  const place = placeOf({ state, profile: "prod", region: "us-east-1" });
  const wanted = operationIds.filter((id) => isOffered(operationOf(id), place) || beginsAt(operationOf(id), place)).sort();
  const begun = (menu: readonly MenuItem[], context: Context) => shown(menu, context).filter((id) => (operationIds as readonly string[]).includes(id)).sort();
  expect(begun(menus["view/item/context"], { view: "directConnect.resources", viewItem: placeContextValue(state) })).toEqual(wanted);
  expect(begun(menus["webview/context"], { webviewId: "directConnect.graph", webviewSection: placeContextValue(state) })).toEqual(wanted);
});

test("no menu is longer than a person reads at a glance, whatever it was opened on", () => {
  for (const resource of sampleInventory().resources) {
    const context = { view: "directConnect.resources", viewItem: contextValueOf(resource) };
    const menu = entries(menus["view/item/context"], context);
    const inside = menu.flatMap(({ submenu }) => (submenu === undefined ? [] : [shown(menus[submenu] ?? [], context)])).filter(({ length }) => length > 0);
    const own = menu.filter(({ command }) => command !== undefined).length;
    expect(own + inside.length, resource.key).toBeLessThanOrEqual(16);
    for (const listed of inside) expect(listed.length, listed.join()).toBeLessThanOrEqual(10);
  }
});

test("other views, other webviews, headings and simulated consoles are left alone", () => {
  const [resource] = sampleInventory().resources;
  const value = resource === undefined ? "" : contextValueOf(resource);
  expect(shown(menus["view/item/context"], { view: "other.view", viewItem: value })).toEqual([]);
  expect(shown(menus["webview/context"], { webviewId: "other.webview", webviewSection: value })).toEqual([]);
  expect(shown(menus["view/item/context"], { view: "directConnect.resources", viewItem: "heading:bgpPeer" })).toEqual([]);
  const simulated = { view: "directConnect.resources", viewItem: value, "directConnect.isSimulated": true };
  expect(shown(menus["view/item/context"], simulated)).not.toContain("openInConsole");
});

test("a failure offers a way on", () => {
  const items = (reason: string) => shown(menus["view/item/context"], { view: "directConnect.resources", viewItem: `failure:${reason}` });
  expect(items("throttled")).toEqual(["refresh", "showLog"]);
  expect(items("expired")).toEqual(["refresh", "showLog", "chooseProfiles"]);
});

test("what destroys stands last, in a group of its own, and is never a button", () => {
  for (const menu of [menus["view/item/context"], menus["webview/context"], ...submenus.map(({ id }) => menus[id] ?? [])]) {
    const groups = [...new Set(menu.map(({ group }) => group?.split("@")[0] ?? ""))].filter((group) => group !== "inline").sort();
    if (groups.includes("9_destroy")) expect(groups.at(-1)).toBe("9_destroy");
    for (const { command, group } of menu) {
      if (command === undefined) continue;
      const id = operationIds.find((one) => `directConnect.${one}` === command);
      const destroys = id !== undefined && operationOf(id).danger === "destroys";
      expect(group?.startsWith("9_destroy"), command).toBe(destroys);
    }
  }
});

test("keys belong to the drawing alone", () => {
  for (const { command, when } of keybindings) {
    expect(command).toMatch(/^directConnect\.graph\./);
    expect(when).toContain("directConnect.graph");
  }
});

test("a workspace can choose neither endpoint nor profiles nor Regions, and weaken no protection", () => {
  const ofScope = (wanted: string) => Object.entries(configuration.properties).filter(([, { scope }]) => scope === wanted).map(([name]) => name);
  const chosen = ["directConnect.defaultProfiles", "directConnect.defaultRegions", "directConnect.endpoint"];
  const protections = ["directConnect.confirmation", "directConnect.protectedProfiles"];
  expect(ofScope("machine").sort()).toEqual(chosen);
  expect(ofScope("application").sort(), "a protection holds in windows on other machines, too").toEqual(protections);
  expect([...manifest.capabilities.untrustedWorkspaces.restrictedConfigurations].sort()).toEqual([...protections, ...chosen].sort());
});

test("each reason for an empty tree has its text with one next step first", () => {
  expect(Object.keys(emptyStates).sort()).toEqual([...emptyStatesOfModel].sort());
  for (const reason of emptyStatesOfModel) {
    const welcome = viewsWelcome.filter(({ when }) => when !== undefined && isTrue(when, { "directConnect.empty": reason }));
    expect(welcome, reason).toHaveLength(1);
    if (reason !== "loading") expect(texts[welcome[0]?.contents.slice(1, -1) ?? ""]).toMatch(/\]\(command:/);
  }
  expect(viewsWelcome.some(({ when }) => when !== undefined && isTrue(when, { "directConnect.empty": "" }))).toBe(false);
});

test("newcomers are offered the simulator before anything else", () => {
  expect(texts["welcome.noProfile"]).toMatch(/^[^[]*\[Explore with the Built-in Simulator\]\(command:directConnect\.exploreSimulator\)/);
});
