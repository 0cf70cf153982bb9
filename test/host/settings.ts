// What a person has set on this machine, changed for a test and put back.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";

export interface Settings {
  readonly endpoint?: string;
  readonly defaultProfiles?: readonly string[];
  readonly defaultRegions?: readonly string[];
  readonly protectedProfiles?: readonly string[];
  readonly confirmation?: "button" | "typedName";
}

/** Writes settings as the settings editor does. The extension begins to read anew; that is not waited for. */
export async function change(settings: Settings): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("directConnect");
  for (const [name, value] of Object.entries(settings)) {
    if (JSON.stringify(configuration.get(name)) !== JSON.stringify(value)) await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  }
}

/** The settings that the window was started with. */
export function startingSettings(): Settings {
  return {
    endpoint: process.env["DX_SIMULATOR_URL"] ?? "",
    defaultProfiles: ["dx-sample"],
    defaultRegions: ["us-east-1", "eu-west-1"],
    protectedProfiles: [],
    confirmation: "button",
  };
}

/** Adds a section to the AWS configuration file, and gives a function that takes it away again. */
export function addProfile(section: string): () => void {
  const file = process.env["AWS_CONFIG_FILE"];
  if (file === undefined) throw new Error("AWS_CONFIG_FILE names no file");
  const before = readFileSync(file, "utf8");
  appendFileSync(file, `\n${section}\n`);
  return () => writeFileSync(file, before);
}
