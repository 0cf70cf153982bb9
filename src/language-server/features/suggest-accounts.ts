import type { CompletionItem } from "vscode-languageserver";
import type { Cursor } from "../../model/plan/cursor.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { ReadAccount } from "../../model/plan/live.ts";
import type { PlanIndex } from "../../model/plan/plan-index.ts";
import type { Choice } from "../../model/plan/schema-types.ts";
import { textOf } from "../../model/plan/view.ts";
import { firstOfEach, numbered, preselecting } from "./numbered.ts";
import { resourceOf } from "./resource-at.ts";
import { asTexts } from "./written.ts";

/**
 * Accounts that are known: at the top those that are read, which a plan can be applied to, else the live one; for an owner the one that owns
 * what is named beside it, then others of the plan and of the live account. Nothing is handed to the plan's own account.
 */
export function suggestAccounts(plan: PlanDocument, cursor: Cursor, read: readonly ReadAccount[]): CompletionItem[] {
  const { index } = plan;
  const profiles = read.map(({ id, profiles }) => ({ value: id, about: `${profiles.length === 1 ? "profile" : "profiles"} ${profiles.join(", ")}` }));
  if (cursor.path.length === 1) return itemsFor(profiles.length > 0 ? profiles : liveAccountOf(index));
  const owner = ownerBeside(plan, cursor);
  const own = [textOf(index.plan, "account"), index.live?.state.account];
  const others = [...owner, ...plannedOwners(plan, cursor), ...profiles, ...liveOwners(index)].filter(({ value }) => !own.includes(value));
  return preselecting(itemsFor(others), owner[0]?.value);
}

const mostOffered = 50;

function itemsFor(accounts: readonly Choice[]): CompletionItem[] {
  return asTexts(numbered(firstOfEach(accounts.filter(({ value }) => /^\d{12}$/.test(value))).slice(0, mostOffered)));
}

/** The account of the gateway or proposal that an association names, where the live account tells. */
function ownerBeside(plan: PlanDocument, cursor: Cursor): readonly Choice[] {
  const [view, { live }] = [resourceOf(plan, cursor)?.view, plan.index];
  if (view === undefined || cursor.path.at(-1) !== "gatewayOwnerAccount") return [];
  const [gateway, proposal] = [textOf(view, "gateway"), textOf(view, "proposal")];
  const known = live?.associationsOfCloudGateway(gateway)[0]?.gateway ?? live?.proposal(proposal)?.gateway;
  return known === undefined ? [] : [{ value: known.ownerAccount, about: `the owner of ${known.id}` }];
}

function plannedOwners(plan: PlanDocument, cursor: Cursor): readonly Choice[] {
  const self = resourceOf(plan, cursor);
  return ownerFields.flatMap(([section, field]) =>
    plan.index.of(section).flatMap((resource) => {
      const value = resource === self ? undefined : textOf(resource.view, field);
      return value === undefined ? [] : [{ value, about: `named by \`${resource.view.name}\`` }];
    }),
  );
}

const ownerFields = [
  ["virtualInterfaces", "ownerAccount"],
  ["hostedConnections", "ownerAccount"],
  ["associations", "gatewayOwnerAccount"],
] as const;

function liveAccountOf({ live }: PlanIndex): readonly Choice[] {
  return live === undefined ? [] : [{ value: live.state.account, about: "the live account" }];
}

/** Whose the things are that the live account sees. */
function liveOwners({ live }: PlanIndex): readonly Choice[] {
  const { ports = [], interfaces = [], associations = [], proposals = [] } = live?.state ?? {};
  const owned = [...ports, ...interfaces].map(({ ownerAccount, id }) => ({ value: ownerAccount, about: `owns ${id}` }));
  const beyond = [...associations, ...proposals].map(({ gateway }) => ({ value: gateway.ownerAccount, about: `owns ${gateway.id}` }));
  return [...owned, ...beyond];
}
