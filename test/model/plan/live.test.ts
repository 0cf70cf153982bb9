import { expect, it } from "vitest";
import { phrase } from "../../../src/model/text.ts";
import { liveStateForPlan, liveStateOf, readAccounts } from "../../../src/model/plan/live.ts";
import { networkTeamAccount, partnerAccount, sampleAccount, sampleInventory } from "../../support/sample-inventory.ts";

const readAt = 1_700_000_000_000;
const secret = "SuperSecretKey";

it("holds what is the account's, and what others have on its ports", () => {
  const state = liveStateOf(sampleInventory(), sampleAccount, readAt);
  expect(state).toMatchObject({ account: sampleAccount, readAt, regions: ["us-east-1", "eu-west-1"], isGlobalRead: true });
  const portIds = new Set(state?.ports.map(({ id }) => id));
  expect(state?.interfaces.every(({ ownerAccount, connectionId }) => ownerAccount === sampleAccount || portIds.has(connectionId))).toBe(true);
  expect(state?.interfaces.length).toBeGreaterThan(5);
  expect([state?.gateways, state?.associations, state?.proposals, state?.locations].every((list) => (list?.length ?? 0) > 0)).toBe(true);
});

it("is nothing for an account that no profile is of", () => {
  expect(liveStateOf(sampleInventory(), networkTeamAccount, readAt)).toBeUndefined();
  expect(liveStateOf(sampleInventory(), partnerAccount, readAt)).toBeUndefined();
});

it("does not count a Region as read where a call failed", () => {
  const failure = { profile: "prod", action: "DescribeLags", reason: "denied", message: "", text: phrase("Not a Direct Connect partner"), requestId: undefined } as const;
  const inventory = sampleInventory();
  expect(liveStateOf({ ...inventory, failures: [{ ...failure, region: "eu-west-1" }] }, sampleAccount, readAt)).toMatchObject({ regions: ["us-east-1"], isGlobalRead: true });
  expect(liveStateOf({ ...inventory, failures: [{ ...failure, region: undefined }] }, sampleAccount, readAt)).toMatchObject({ isGlobalRead: false });
});

it("carries no record and no secret", () => {
  const inventory = sampleInventory();
  const resources = inventory.resources.map((resource) => ({ ...resource, tags: { "db-password": secret, "aws:note": secret, note: "shown" }, record: { ...resource.record, authKey: secret, bgpPeers: [{ authKey: secret }] } }));
  const state = liveStateOf({ ...inventory, resources }, sampleAccount, readAt);
  expect(JSON.stringify(state)).not.toContain(secret);
  expect(state?.tags).toEqual([{ key: "db-password", values: [] }, { key: "note", values: ["shown"] }]);
});

it("knows whose the profiles are that are read, each account once", () => {
  const accounts = [["prod", "1"], ["team", "2"], ["ops", "1"], ["new", undefined]].map(([profile = "", id]) => ({ profile, id, regions: [] }));
  expect(readAccounts({ ...sampleInventory(), accounts })).toEqual([{ id: "1", profiles: ["prod", "ops"] }, { id: "2", profiles: ["team"] }]);
});

it("is for a plan that names no account the only one there is", () => {
  const inventory = sampleInventory();
  expect(liveStateForPlan(inventory, undefined, readAt)?.account).toBe(sampleAccount);
  expect(liveStateForPlan(inventory, networkTeamAccount, readAt)).toBeUndefined();
  const two = [...inventory.accounts, { profile: "team", id: networkTeamAccount, regions: ["us-east-1"] }];
  expect(liveStateForPlan({ ...inventory, accounts: two }, undefined, readAt)).toBeUndefined();
  expect(liveStateForPlan({ ...inventory, accounts: two }, networkTeamAccount, readAt)?.account).toBe(networkTeamAccount);
});
