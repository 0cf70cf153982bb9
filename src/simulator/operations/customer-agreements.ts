import { reads } from "./operation.ts";

export const customerAgreements = {
  DescribeCustomerMetadata: reads((call) => {
    const { partners } = call.world.settings;
    const isPartner = partners === undefined || partners.includes(call.account);
    return { agreements: [], nniPartnerType: isPartner ? "v2" : "nonPartner" };
  }),
};
