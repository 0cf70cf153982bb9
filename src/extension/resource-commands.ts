import * as vscode from "vscode";
import { arnOf } from "../model/arn.ts";
import { consoleUrlOf } from "../model/console-url.ts";
import { indexResources, type Inventory } from "../model/inventory.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { said } from "../model/text.ts";
import { isTaggable } from "../operations/tags.ts";
import { resourceKeysFrom } from "./command-targets.ts";
import type { DetailsDocuments } from "./details-document.ts";
import { chooseResource } from "./operation-ui.ts";
import { resourceCommandIds, resourceCommandOf, type ResourceCommandId } from "./resource-command-table.ts";
import type { TagDocuments } from "./tag-documents.ts";

export interface ResourceCommandDeps {
  readonly store: { readonly inventory: Inventory; ready(): Promise<void> };
  readonly details: DetailsDocuments;
  readonly tagDocuments: TagDocuments;
  readonly revealInTree: (resourceKey: string) => unknown;
  readonly revealInGraph: (resourceKey: string) => unknown;
  /** Whether a profile's calls go elsewhere than to AWS, whose console then knows nothing of its resources. */
  readonly isSimulated: (profile: string) => boolean;
}

/** The commands on resources that call no API: one for each entry of their table. */
export function registerResourceCommands(deps: ResourceCommandDeps): vscode.Disposable {
  return vscode.Disposable.from(
    ...resourceCommandIds.map((id) =>
      vscode.commands.registerCommand(`directConnect.${id}`, async (first: unknown, selection: unknown) => {
        const resources = await resourcesFor(deps, id, resourceKeysFrom(first, selection));
        const [leading] = resources;
        if (leading !== undefined) await actions[id](deps, resources, leading);
      }),
    ),
  );
}

type Action = (deps: ResourceCommandDeps, resources: readonly Resource[], leading: Resource) => unknown;

const actions: Readonly<Record<ResourceCommandId, Action>> = {
  showDetails: async ({ details }, resources) => {
    for (const { key } of resources) await details.showResource(key, { preview: resources.length === 1 });
  },
  revealInGraph: ({ revealInGraph }, _, leading) => revealInGraph(leading.key),
  revealInTree: ({ revealInTree }, _, leading) => revealInTree(leading.key),
  openInConsole,
  editTags,
  copyId: (_, resources) => copy(resources.map(({ id }) => id)),
  copyArn: ({ store }, resources) => copy(resources.flatMap((resource) => arnOf(resource, homeOf(resource, store.inventory)) ?? [])),
  copyJson: (_, resources, leading) =>
    copy([JSON.stringify(resources.length === 1 ? leading.record : resources.map(({ record }) => record), undefined, 2)]),
};

/** The resources of the keys that are still listed, or the one that the person chooses. */
async function resourcesFor(
  { store }: ResourceCommandDeps,
  id: ResourceCommandId,
  keys: readonly string[] | undefined,
): Promise<readonly Resource[]> {
  const { label, kinds } = resourceCommandOf(id);
  const fits = (resource: Resource): boolean => kinds?.includes(resource.kind) ?? true;
  if (keys === undefined) {
    const chosen = await chooseResource(said(label, vscode.l10n.t), store.ready().then(() => store.inventory.resources.filter(fits)));
    return chosen === undefined ? [] : [chosen];
  }
  const index = indexResources(store.inventory);
  const found = keys.flatMap((key) => index.get(key) ?? []);
  if (found.length === 0) {
    const ids = keys.map((key) => key.slice(key.indexOf("/") + 1));
    await vscode.window.showInformationMessage(vscode.l10n.t("{0} is gone: it is listed no more.", ids.join(", ")));
  }
  return found.filter(fits);
}

async function editTags({ tagDocuments }: ResourceCommandDeps, _: readonly Resource[], leading: Resource): Promise<void> {
  if (isTaggable(leading)) return tagDocuments.show(leading);
  const message = vscode.l10n.t("The tags of {0} cannot be changed: another account owns it, or it is {1}.", labelOf(leading), leading.state);
  await vscode.window.showInformationMessage(message);
}

async function copy(lines: readonly string[]): Promise<void> {
  if (lines.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("Nothing to copy: its account is not known yet."));
    return;
  }
  await vscode.env.clipboard.writeText(lines.join("\n"));
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(copy) Copied"), 3000);
}

async function openInConsole({ store, isSimulated }: ResourceCommandDeps, resources: readonly Resource[]): Promise<void> {
  const real = resources.filter(({ profile }) => !isSimulated(profile));
  const urls = real.flatMap((resource) => consoleUrlOf(resource, homeOf(resource, store.inventory) ?? "us-east-1") ?? []);
  if (urls.length === 0) {
    const message = vscode.l10n.t("AWS's console does not show it: it is simulated, or its partition has no public console.");
    await vscode.window.showInformationMessage(message);
  }
  for (const url of new Set(urls)) await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

function homeOf(resource: Resource, inventory: Inventory): string | undefined {
  return inventory.accounts.find(({ profile }) => profile === resource.profile)?.regions[0];
}

