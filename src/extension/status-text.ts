import type { Inventory } from "../model/inventory.ts";
import { failureLabel } from "../model/outline.ts";
import { said } from "../model/text.ts";
import { escapeMarkdown, timeText } from "./tooltip.ts";
import type { Translate } from "./translate.ts";

/** The status bar's text: account, profile and Regions, counted where there are several. */
export function statusText({ accounts, failures }: Inventory, isSimulated: boolean, t: Translate): string {
  const [first, ...others] = accounts;
  if (first === undefined) return `$(plug) ${t("Direct Connect: no profile")}`;
  const regions = [...new Set(accounts.flatMap((account) => account.regions))];
  const words = [
    isSimulated ? t("simulator") : "",
    others.length > 0 ? t("{0} profiles", accounts.length) : one(first.id, first.profile),
    regions.length > 2 ? t("{0} Regions", regions.length) : regions.join(", "),
  ];
  const icon = failures.length > 0 ? "warning" : isSimulated ? "beaker" : "plug";
  return `$(${icon}) ${words.filter((word) => word !== "").join(" · ")}`;
}

export interface Source {
  /** Whether a simulator answers. */
  readonly isSimulated: boolean;
  /** When the oldest of it was read, in milliseconds since 1970; undefined where nothing was. */
  readonly readAt: number | undefined;
}

/** Its tooltip as Markdown: each profile with its account, its Regions and what failed, then from when and whose answers these are. */
export function statusTooltip({ accounts, failures }: Inventory, { isSimulated, readAt }: Source, t: Translate): string {
  const profiles = accounts.map(({ profile, id, regions }) => {
    const reasons = [...new Set(failures.filter((failure) => failure.profile === profile).map(({ reason }) => reason))];
    const facts = [id ?? "", regions.join(", "), ...reasons.map((reason) => said(failureLabel(reason), t))];
    return `**${escapeMarkdown(profile)}**: ${escapeMarkdown(facts.filter((fact) => fact !== "").join(" · "))}`;
  });
  const time = readAt === undefined ? [] : [t("Read at {0}", timeText(readAt))];
  const source = isSimulated ? [t("A simulator answers, not AWS.")] : [];
  return [...profiles, ...[...time, ...source, t("Click to choose profiles")].map(escapeMarkdown)].join("\n\n");
}

/** A simulator's profile carries its account in its name. */
function one(id: string | undefined, profile: string): string {
  if (id === undefined) return profile;
  return profile.includes(id) ? id : `${id} · ${profile}`;
}
