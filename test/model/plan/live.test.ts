import { expect, it } from "vitest";
import { phrase } from "../../../src/model/text.ts";
import { liveStateForPlan, liveStateOf } from "../../../src/model/plan/live.ts";
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

it("carries no record, tag or key", () => {
  const inventory = sampleInventory();
  const resources = inventory.resources.map((resource) => ({ ...resource, tags: { note: secret }, record: { ...resource.record, authKey: secret, bgpPeers: [{ authKey: secret }] } }));
  expect(JSON.stringify(liveStateOf({ ...inventory, resources }, sampleAccount, readAt))).not.toContain(secret);
});

it("is for a plan that names no account the only one there is", () => {
  const inventory = sampleInventory();
  expect(liveStateForPlan(inventory, undefined, readAt)?.account).toBe(sampleAccount);
  expect(liveStateForPlan(inventory, networkTeamAccount, readAt)).toBeUndefined();
  const two = [...inventory.accounts, { profile: "team", id: networkTeamAccount, regions: ["us-east-1"] }];
  expect(liveStateForPlan({ ...inventory, accounts: two }, undefined, readAt)).toBeUndefined();
  expect(liveStateForPlan({ ...inventory, accounts: two }, networkTeamAccount, readAt)?.account).toBe(networkTeamAccount);
});
