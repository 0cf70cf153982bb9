// The extension under test, as another extension would meet it.
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import type { Inventory, ReadFailure } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";

export const extensionId = "dx-topology.dx-topology";

export function extension(): vscode.Extension<DirectConnectApi> {
  const found = vscode.extensions.getExtension<DirectConnectApi>(extensionId);
  assert.ok(found, `${extensionId} is not installed`);
  return found;
}

/** What `activate()` has returned; activates it where nothing else has. */
export async function api(): Promise<DirectConnectApi> {
  return extension().activate();
}

/** Opens the view, which begins to read, and waits until everything chosen has been read once. */
export async function openView(): Promise<DirectConnectApi> {
  await vscode.commands.executeCommand("workbench.view.extension.directConnect");
  await until(() => extension().isActive, "the extension to be active");
  const directConnect = await api();
  await directConnect.refresh();
  return directConnect;
}

/** Polls, because what a window does shows in no event. Fails with what it has waited for. */
export async function until(condition: () => boolean | Promise<boolean>, what: string, milliseconds = 10_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > deadline) assert.fail(`Waited ${milliseconds / 1_000} s for ${what}`);
    await pause(25);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** `kind/id` of every resource, sorted. */
export function keysOf({ resources }: Inventory): readonly string[] {
  return resources.map(({ key }) => key).sort();
}

export function resourceOf({ resources }: Inventory, key: string): Resource {
  const found = resources.find((resource) => resource.key === key);
  assert.ok(found, `${key} is not listed`);
  return found;
}

/** What failed, without the wording: for comparing whole lists. */
export function failuresOf({ failures }: Inventory): readonly Pick<ReadFailure, "profile" | "region" | "action" | "reason">[] {
  return failures.map(({ profile, region, action, reason }) => ({ profile, region, action, reason }));
}
