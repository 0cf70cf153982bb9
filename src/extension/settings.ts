import * as vscode from "vscode";
import { endpointFrom } from "./endpoint.ts";
import { refreshMinutesFrom } from "./refresh-regularly.ts";

/** The extension's settings as the user's own machine has them; of these a workspace can set `refreshMinutes` alone. */
export interface Settings {
  /** Another endpoint than AWS's, for every call. */
  readonly endpoint: string | undefined;
  readonly defaultProfiles: readonly string[];
  readonly defaultRegions: readonly string[];
  /** Profiles that only read until they are unlocked. */
  readonly protectedProfiles: readonly string[];
  /** How what destroys is confirmed. */
  readonly confirmation: "button" | "typedName";
  /** After how many minutes everything is read again; 0 for never. */
  readonly refreshMinutes: number;
}

export function readSettings(): Settings {
  const settings = vscode.workspace.getConfiguration("directConnect");
  return {
    endpoint: endpointFrom(settings.get<unknown>("endpoint")),
    defaultProfiles: textsFrom(settings.get<unknown>("defaultProfiles")),
    defaultRegions: textsFrom(settings.get<unknown>("defaultRegions")),
    protectedProfiles: textsFrom(settings.get<unknown>("protectedProfiles")),
    confirmation: settings.get<unknown>("confirmation") === "typedName" ? "typedName" : "button",
    refreshMinutes: refreshMinutesFrom(settings.get<unknown>("refreshMinutes")),
  };
}

/** Fires after a setting was changed that decides what is read. */
export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (["endpoint", "defaultProfiles", "defaultRegions"].some((name) => change.affectsConfiguration(`directConnect.${name}`))) listener();
  });
}

function textsFrom(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string" && item !== "") : [];
}
