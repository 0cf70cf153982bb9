import { expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { maskSecrets } from "../../../src/model/plan/mask-secrets.ts";
import { vif } from "../../support/plans.ts";

it("replaces what is secret by as many asterisks, and nothing else", () => {
  expect(maskSecrets(new PlanDocument(vif("authKey: secret1 # note")))).toBe(vif("authKey: ******* # note"));
  expect(maskSecrets(new PlanDocument(vif("authKey: ${env:KEY}")))).toBe(vif("authKey: ${env:KEY}"));
  expect(maskSecrets(new PlanDocument(vif("authKey: a\n      b")))).toBe(vif("authKey: *\n      *"));
});
