import * as vscode from "vscode";
import { failureLabel } from "../model/outline.ts";
import { said } from "../model/text.ts";
import type { Inventory } from "../model/inventory.ts";
import type { Profile, ProfileSource } from "../model/profile.ts";
import type { ChoiceMemory } from "./choice.ts";

export interface ProfileChooserConfig {
  readonly choice: ChoiceMemory;
  readonly listProfiles: () => Promise<readonly Profile[]>;
  readonly inventory: () => Inventory;
  readonly isTrusted: () => boolean;
  /** The files in which profiles are written. */
  readonly files: readonly string[];
}

interface ProfileItem extends vscode.QuickPickItem {
  readonly profile?: string;
}

/** Lets the user pick the profiles to read, and keeps the choice for the workspace. */
export async function chooseProfiles(config: ProfileChooserConfig): Promise<void> {
  const { choice } = config;
  const profiles = (await config.listProfiles()).filter(({ source }) => config.isTrusted() || source === "simulator");
  const items = itemsFor(profiles, config.inventory());
  const chosen = choice.chosen.profiles;
  const picked = await pickMany(items, (item) => item.profile !== undefined && chosen.includes(item.profile), {
    title: vscode.l10n.t("Profiles to Read"),
    placeholder: profiles.every(({ source }) => source === "simulator")
      ? vscode.l10n.t("No AWS profile found: edit the AWS configuration, or choose the simulator")
      : vscode.l10n.t("Accounts are read side by side"),
    editFiles: config.files,
  });
  if (picked === undefined) return;
  // What a Restricted Mode hides stays chosen for when the workspace is trusted.
  const hidden = config.isTrusted() ? [] : chosen.filter((name) => !profiles.some((profile) => profile.name === name));
  await choice.keep({ ...choice.own, profiles: [...hidden, ...picked.flatMap(({ profile }) => profile ?? [])] });
}

function itemsFor(profiles: readonly Profile[], inventory: Inventory): readonly ProfileItem[] {
  const separator = { label: vscode.l10n.t("Built-in simulator: needs no AWS account"), kind: vscode.QuickPickItemKind.Separator };
  const own = profiles.filter(({ source }) => source !== "simulator");
  const simulated = profiles.filter(({ source }) => source === "simulator");
  const toItem = (profile: Profile): ProfileItem => itemFor(profile, inventory);
  return [...own.map(toItem), separator, ...simulated.map(toItem)];
}

function itemFor(profile: Profile, inventory: Inventory): ProfileItem {
  const state = stateOf(profile.name, inventory);
  const facts = [sourceText(profile.source), profile.account ?? "", profile.region ?? ""];
  return {
    profile: profile.name,
    label: profile.name,
    description: facts.filter((fact) => fact !== "").join(" · "),
    iconPath: new vscode.ThemeIcon(profile.source === "simulator" ? "beaker" : "account"),
    ...(state === "" ? {} : { detail: state }),
  };
}

/** How the last reading with the profile went; empty while there was none. */
function stateOf(profile: string, inventory: Inventory): string {
  const failure = inventory.failures.find((one) => one.profile === profile && one.reason !== "denied");
  if (failure !== undefined) return `$(warning) ${said(failureLabel(failure.reason), vscode.l10n.t)}`;
  const account = inventory.accounts.find((one) => one.profile === profile);
  return account?.id === undefined ? "" : `$(check) ${vscode.l10n.t("Reads account {0}", account.id)}`;
}

function sourceText(source: ProfileSource): string {
  switch (source) {
    case "static":
      return vscode.l10n.t("access key");
    case "assumeRole":
      return vscode.l10n.t("assumed role");
    case "sso":
      return vscode.l10n.t("IAM Identity Center");
    case "process":
      return vscode.l10n.t("credential process");
    case "webIdentity":
      return vscode.l10n.t("web identity");
    case "environment":
      return vscode.l10n.t("environment variables");
    case "simulator":
      return vscode.l10n.t("sample estate");
    case "other":
      return "";
  }
}

interface PickTexts {
  readonly title: string;
  readonly placeholder: string;
  readonly editFiles: readonly string[];
}

/** A multi-selection with a button that opens the AWS configuration; undefined when the user leaves. */
async function pickMany<T extends vscode.QuickPickItem>(
  items: readonly T[],
  isPicked: (item: T) => boolean,
  { title, placeholder, editFiles }: PickTexts,
): Promise<readonly T[] | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items.filter(isPicked);
  pick.buttons = [{ iconPath: new vscode.ThemeIcon("edit"), tooltip: vscode.l10n.t("Edit AWS configuration") }];
  return new Promise((resolve) => {
    const subscriptions = vscode.Disposable.from(
      pick,
      pick.onDidTriggerButton(() => {
        pick.hide();
        void editConfiguration(editFiles);
      }),
      pick.onDidAccept(() => {
        resolve([...pick.selectedItems]);
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve(undefined);
        subscriptions.dispose();
      }),
    );
    pick.show();
  });
}

/** Opens those that exist; where none does, a new one that is written on save. */
async function editConfiguration(files: readonly string[]): Promise<void> {
  const uris = files.map((file) => vscode.Uri.file(file));
  const found = await Promise.all(uris.map(async (uri) => ((await exists(uri)) ? [uri] : [])));
  const existing = found.flat();
  const [first] = uris;
  if (existing.length === 0 && first !== undefined) {
    await vscode.window.showTextDocument(first.with({ scheme: "untitled" }));
    return;
  }
  for (const uri of existing) await vscode.window.showTextDocument(uri, { preview: false });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
