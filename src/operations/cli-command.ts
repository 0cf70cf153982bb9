import { isSecretMember } from "../model/secret-members.ts";

/** A call, in the API's own words. */
export interface CommandLineCall {
  /** The operation: `CreateConnection`. */
  readonly action: string;
  readonly input: object;
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
  /** Another endpoint than AWS's. */
  readonly endpoint?: string | undefined;
}

/**
 * The call as a command of the AWS CLI for a POSIX shell. In a secret's place stands a variable named for its member,
 * `"$AUTH_KEY"`, whether the input holds the secret or its mask.
 */
export function cliCommand({ action, input, profile, region, endpoint }: CommandLineCall): string {
  const members = Object.entries(input).filter(([, value]: [string, unknown]) => value !== undefined);
  return [
    "aws directconnect",
    kebabCase(action),
    ...members.map(([name, value]: [string, unknown]) => option(name, value)),
    ...globalOption("--profile", profile),
    ...globalOption("--region", region),
    ...globalOption("--endpoint-url", endpoint),
  ].join(" ");
}

/** The CLI's name of an operation or a member. Source: botocore's `xform_name`. */
export function kebabCase(name: string): string {
  return name
    .replace(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

function option(member: string, value: unknown): string {
  const name = `--${kebabCase(member)}`;
  if (typeof value === "boolean") return value ? name : `--no-${kebabCase(member)}`;
  if (isSecret(member, value)) return `${name} "$${variableOf(member)}"`;
  if (typeof value === "string" || typeof value === "number") return withValue(name, String(value));
  return `${name} ${isListOfTexts(value) ? value.map(quoted).join(" ") : quotedJson(value)}`;
}

/** The CLI takes a word that begins with a hyphen for an option, unless it is tied to one. */
function withValue(name: string, value: string): string {
  return value.startsWith("-") ? `${name}=${quoted(value)}` : `${name} ${quoted(value)}`;
}

function globalOption(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : [withValue(name, value)];
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string" && !/^[-[{]/.test(item));
}

/** An empty secret says that there is none. */
function isSecret(member: string, value: unknown): boolean {
  return isSecretMember(member) && value !== "" && value !== null;
}

function variableOf(member: string): string {
  return kebabCase(member).toUpperCase().replaceAll("-", "_");
}

function quoted(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Of characters that JSON never leaves bare inside a string, so that no text of the input can be taken for a place. */
const place = /\u0000([A-Z0-9_]+)\u0000/g;

/** JSON in single quotes, which end around each variable. */
function quotedJson(value: unknown): string {
  const marked = jsonOf(value);
  return quoted(marked).replace(place, (_, variable: string) => `"'"$${variable}"'"`);
}

function jsonOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, child]: [string, unknown]) => child !== undefined);
  return `{${members.map(([name, child]: [string, unknown]) => `${JSON.stringify(name)}:${memberJson(name, child)}`).join(",")}}`;
}

function memberJson(name: string, value: unknown): string {
  return isSecret(name, value) ? `\u0000${variableOf(name)}\u0000` : jsonOf(value);
}
