import * as vscode from "vscode";
import { isRegionCode, regionName, regions } from "../model/region.ts";
import type { Choice } from "../model/section.ts";
import type { ChoiceMemory } from "./choice.ts";

interface RegionItem extends vscode.QuickPickItem {
  readonly code: string;
}

/** Lets the user pick the Regions to read, for all chosen profiles, and keeps the choice for the workspace. */
export async function chooseRegions(choice: ChoiceMemory, choices: readonly Choice[]): Promise<void> {
  const current = new Set([...(choice.chosen.regions ?? []), ...choices.flatMap((one) => one.regions)]);
  const picked = await pickRegions(current);
  if (picked !== undefined) await choice.keep({ ...choice.own, regions: picked });
}

async function pickRegions(current: ReadonlySet<string>): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<RegionItem>();
  const codes = [...current, ...regions.map(({ code }) => code).filter((code) => !current.has(code))];
  const items = codes.map(itemFor);
  pick.title = vscode.l10n.t("Regions to Read");
  pick.placeholder = vscode.l10n.t("Direct Connect gateways are global and always read");
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ code }) => current.has(code));
  return new Promise((resolve) => {
    const subscriptions = vscode.Disposable.from(
      pick,
      pick.onDidChangeValue((value) => offerTyped(pick, items, value)),
      pick.onDidAccept(() => {
        resolve(pick.selectedItems.map(({ code }) => code));
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

/** A Region that is newer than the table can be typed. */
function offerTyped(pick: vscode.QuickPick<RegionItem>, known: readonly RegionItem[], value: string): void {
  const code = value.trim();
  const selected = pick.selectedItems;
  const kept = pick.items.filter((item) => known.includes(item) || selected.includes(item));
  const isNew = isRegionCode(code) && !kept.some((item) => item.code === code);
  const items = isNew ? [...kept, itemFor(code)] : kept;
  if (items.length === pick.items.length && items.every((item, index) => item === pick.items[index])) return;
  pick.items = items;
  pick.selectedItems = selected;
}

function itemFor(code: string): RegionItem {
  return { code, label: code, description: regionName(code) };
}
