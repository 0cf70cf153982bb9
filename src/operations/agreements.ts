import { phrase, verbatim } from "../model/text.ts";
import type { OutputOf } from "./sdk.ts";
import { operation } from "./operation.ts";

const places = [{ kind: "place", states: ["account", "region"] }] as const;

/** What an account is to AWS: its agreements, and what it may do as a partner. */
export const agreementOperations = {
  showCustomerMetadata: operation({
    action: "DescribeCustomerMetadata",
    label: phrase("Show Agreements and Partner Type"),
    verb: phrase("Show"),
    icon: "account",
    on: places,
    danger: "reads",
    then: "show",
    parameters: {},
    input: () => ({}),
    document: ({ agreements = [], nniPartnerType = "" }, place) => ({
      form: "table",
      title: phrase("Agreements of {0} (partner type: {1})", place.profile, nniPartnerType),
      columns: [phrase("Agreement"), phrase("Status")],
      rows: agreements.map(({ agreementName = "", status = "" }) => [verbatim(agreementName), verbatim(status)]),
      none: phrase("No agreement is known."),
    }),
  }),
  confirmAgreement: operation({
    action: "ConfirmCustomerAgreement",
    label: phrase("Confirm Customer Agreement…"),
    verb: phrase("Confirm"),
    icon: "check",
    on: places,
    danger: "changes",
    then: "nothing",
    parameters: {
      agreement: {
        type: "choice",
        label: phrase("Agreement"),
        hint: phrase("Choose the agreement that is to be signed, or type its name"),
        options: () => [],
        lookup: {
          action: "DescribeCustomerMetadata",
          input: () => ({}),
          options: ({ agreements = [] }: OutputOf<"DescribeCustomerMetadata">) =>
            agreements.flatMap(({ agreementName, status = "" }) => (agreementName === undefined ? [] : [{ value: agreementName, label: verbatim(agreementName), description: verbatim(status) }])),
        },
        other: (name) => (name.length > 100 ? phrase("A name has at most 100 characters.") : undefined),
      },
    },
    input: ({ agreement }) => ({ agreementName: agreement }),
    consequence: () => phrase("It is a contract of the whole account with AWS. It cannot be taken back here."),
  }),
};
