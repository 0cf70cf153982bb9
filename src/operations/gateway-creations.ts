import { phrase } from "../model/text.ts";
import { checkGatewayAsn } from "../model/asn.ts";
import { operation } from "./operation.ts";
import { requiredName } from "./parameters.ts";
import { newTags, tagList } from "./new-tags.ts";

export const gatewayCreations = {
  createDirectConnectGateway: operation({
    action: "CreateDirectConnectGateway",
    label: phrase("Create Direct Connect Gateway…"),
    verb: phrase("Create"),
    icon: "add",
    on: [{ kind: "place", states: ["account", "region", "directConnectGateway"] }],
    danger: "changes",
    isGlobal: true,
    touches: ["directConnectGateway"],
    parameters: {
      name: requiredName(phrase("Name of the new Direct Connect gateway")),
      amazonSideAsn: {
        type: "number",
        label: phrase("Amazon's ASN"),
        hint: phrase("A private ASN. It cannot be changed later, and has to differ from those of the transit gateways behind it."),
        initial: () => 64512,
        check: checkGatewayAsn,
      },
      tags: newTags,
    },
    input: ({ name, amazonSideAsn, tags }) => ({ directConnectGatewayName: name, amazonSideAsn, ...tagList(tags) }),
  }),
};
