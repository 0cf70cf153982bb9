import type { ParsedIniData } from "@smithy/types";
import { environmentProfile, type Profile, type ProfileSource } from "../model/profile.ts";

/**
 * The profiles of the AWS configuration and credentials files, and the environment's credentials where it has any.
 * Both files may be missing; `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` name others.
 */
export async function listProfiles(environment: NodeJS.ProcessEnv = process.env): Promise<readonly Profile[]> {
  const { loadSharedConfigFiles } = await import("@smithy/shared-ini-file-loader");
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  return [...profilesOf(configFile, credentialsFile), ...environmentProfiles(environment)];
}

/** The files in which profiles are written, whether they exist or not. */
export function profileFiles(home: string, environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  return [
    environment["AWS_CONFIG_FILE"] ?? `${home}/.aws/config`,
    environment["AWS_SHARED_CREDENTIALS_FILE"] ?? `${home}/.aws/credentials`,
  ];
}

export function profilesOf(configFile: ParsedIniData, credentialsFile: ParsedIniData): readonly Profile[] {
  const names = new Set([...Object.keys(configFile).filter(isProfileName), ...Object.keys(credentialsFile)]);
  return [...names].sort(defaultFirst).map((name) => {
    const settings = { ...configFile[name], ...credentialsFile[name] };
    return { name, source: sourceOf(settings), region: settings["region"], account: accountOf(settings) };
  });
}

/** The loader lists `[sso-session x]` and `[services x]` as `sso-session.x` and `services.x`. */
function isProfileName(section: string): boolean {
  return !section.startsWith("sso-session.") && !section.startsWith("services.");
}

function defaultFirst(a: string, b: string): number {
  if (a === "default") return -1;
  return b === "default" ? 1 : a.localeCompare(b, "en", { numeric: true });
}

type Settings = Readonly<Record<string, string | undefined>>;

/** In the order in which the SDK decides. */
function sourceOf(settings: Settings): ProfileSource {
  const has = (name: string): boolean => settings[name] !== undefined;
  if (has("role_arn") && (has("source_profile") || has("credential_source"))) return "assumeRole";
  if (has("aws_access_key_id")) return "static";
  if (has("role_arn") && has("web_identity_token_file")) return "webIdentity";
  if (has("credential_process")) return "process";
  if (has("sso_session") || has("sso_start_url")) return "sso";
  return "other";
}

/** Where the settings tell it without asking AWS; those of another source that they hold too do not count. */
function accountOf(settings: Settings): string | undefined {
  const told = accountMember(settings);
  return told !== undefined && /^\d{12}$/.test(told) ? told : undefined;
}

function accountMember(settings: Settings): string | undefined {
  switch (sourceOf(settings)) {
    case "assumeRole":
    case "webIdentity":
      return settings["role_arn"]?.split(":")[4];
    case "sso":
      return settings["sso_account_id"];
    default:
      return settings["aws_account_id"];
  }
}

function environmentProfiles(environment: NodeJS.ProcessEnv): readonly Profile[] {
  if (environment["AWS_ACCESS_KEY_ID"] === undefined || environment["AWS_ACCESS_KEY_ID"] === "") return [];
  return [
    {
      name: environmentProfile,
      source: "environment",
      region: environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"],
      account: environment["AWS_ACCOUNT_ID"],
    },
  ];
}
