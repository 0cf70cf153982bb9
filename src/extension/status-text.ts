import type { Inventory } from "../model/inventory.ts";
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

/** A simulator's profile carries its account in its name. */
function one(id: string | undefined, profile: string): string {
  if (id === undefined) return profile;
  return profile.includes(id) ? id : `${id} · ${profile}`;
}
