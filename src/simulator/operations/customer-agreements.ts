import { refusal } from "../rules/api-failure.ts";
import { simulatorTexts } from "../rules/texts.ts";
import type { AgreementRecord } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

export const customerAgreements = {
  DescribeCustomerMetadata: reads((call) => {
    const { partners } = call.world.settings;
    const isPartner = partners === undefined || partners.includes(call.account);
    const agreements = call.world.linked("customerAgreement", "owner", call.account);
    return {
      agreements: agreements.map(({ name, state }) => ({ agreementName: name, status: state })),
      nniPartnerType: isPartner ? "v2" : "nonPartner",
    };
  }),

  ConfirmCustomerAgreement: writes<{ agreementName?: string }>((call) => {
    const own = call.world.linked("customerAgreement", "owner", call.account);
    const agreement = choose(own, call.input.agreementName);
    call.world.change(agreement, "signed");
    return { status: agreement.state };
  }),
};

/** The named one, or the only one that waits for a signature. */
function choose(own: readonly AgreementRecord[], agreementName: string | undefined): AgreementRecord {
  if (agreementName !== undefined) {
    const named = own.find(({ name }) => name === agreementName);
    if (named === undefined) throw refusal(simulatorTexts.agreementNotFound(agreementName));
    return named;
  }
  const [only, ...others] = own.filter(({ state }) => state === "unsigned");
  if (only === undefined || others.length > 0) throw refusal(simulatorTexts.agreementChoiceNeeded());
  return only;
}
