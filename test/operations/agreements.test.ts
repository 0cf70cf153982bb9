import { expect, test } from "vitest";
import { placeOf } from "../../src/model/place.ts";
import { agreementOperations } from "../../src/operations/agreements.ts";
import { inEnglish } from "../support/in-english.ts";

const { confirmAgreement, showCustomerMetadata } = agreementOperations;
const account = placeOf({ state: "account", profile: "prod" });
const output = { agreements: [{ agreementName: "Terms", status: "unsigned" }], nniPartnerType: "nonPartner" } as const;

test("agreements are shown, looked up and confirmed by name", () => {
  expect(inEnglish(showCustomerMetadata.document?.(structuredClone(output) as never, account, {}))).toMatchObject({
    title: "Agreements of prod (partner type: nonPartner)",
    rows: [["Terms", "unsigned"]],
  });
  expect(confirmAgreement.parameters.agreement.lookup.options(structuredClone(output) as never).map(({ value }) => value)).toEqual(["Terms"]);
  expect(confirmAgreement.input({ agreement: "Terms" }, account, "us-east-1")).toEqual({ agreementName: "Terms" });
  expect(inEnglish(confirmAgreement.parameters.agreement.other("x".repeat(101)))).toMatch(/100 characters/);
});
