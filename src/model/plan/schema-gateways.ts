import { id, name, region, tags } from "./schema-ports.ts";
import { choices, type Field, type SectionName } from "./schema-types.ts";

const allowedPrefixes: Field = {
  name: "allowedPrefixes",
  type: { kind: "list", of: { kind: "text", format: "prefix", form: "a prefix such as 10.0.0.0/16" } },
  about: "Prefixes that the Direct Connect gateway advertises to the customer for this association; for a proposal, in place of what was asked for.",
  api: "addAllowedPrefixesToDirectConnectGateway[].cidr",
  source: "CreateDirectConnectGatewayAssociation",
};

export const gatewayFields: readonly Field[] = [
  {
    name: "amazonSideAsn",
    type: { kind: "integer", format: "amazonSideAsn" },
    about: "Private ASN of Amazon's side: 64512 to 65534, or 4200000000 to 4294967294. It cannot be changed afterwards.",
    absent: "`64512`",
    api: "amazonSideAsn",
    source: "CreateDirectConnectGateway",
  },
  name("Direct Connect gateway", "directConnectGatewayName"),
  id("Direct Connect gateway", "uuid"),
  tags,
];

export const associationFields: readonly Field[] = [
  {
    name: "directConnectGateway",
    type: { kind: "reference", to: ["directConnectGateways"], ids: ["uuid"] },
    required: "new",
    about: "The Direct Connect gateway: a logical name or an id.",
    api: "directConnectGatewayId",
    source: "CreateDirectConnectGatewayAssociation",
  },
  {
    name: "gateway",
    type: { kind: "awsId", ids: ["vgw", "tgw"] },
    about: "The virtual private gateway or transit gateway to associate. Either this or `proposal`.",
    api: "gatewayId",
    source: "CreateDirectConnectGatewayAssociation",
  },
  {
    name: "proposal",
    type: { kind: "awsId", ids: ["uuid"] },
    about: "A proposal that another account made to us; applying the plan accepts it.",
    api: "proposalId",
    source: "AcceptDirectConnectGatewayAssociationProposal",
  },
  {
    name: "gatewayRegion",
    type: { kind: "text", format: "region", form: "a Region's code such as eu-west-1" },
    about: "Region of `gateway`.",
    absent: "the plan's `region`",
    api: "associatedGateway.region",
    source: "plan format",
  },
  {
    name: "gatewayOwnerAccount",
    type: { kind: "text", format: "accountId", form: "12 digits in quotes" },
    about: "Account that owns `gateway`. When it is another one, a proposal is made, or the named one accepted.",
    absent: "this account",
    api: "associatedGatewayOwnerAccount",
    source: "AcceptDirectConnectGatewayAssociationProposal",
  },
  allowedPrefixes,
  id("association", "uuid"),
];

export const groupFields: readonly Field[] = [
  {
    name: "intendedResiliencyModel",
    type: {
      kind: "text",
      format: "groupModel",
      form: "maximum-resiliency, high-resiliency or basic-resiliency",
      choices: [
        { value: "maximum-resiliency", about: "Separate devices at two locations or more." },
        { value: "high-resiliency", about: "One connection at each of two locations or more." },
        { value: "basic-resiliency", about: "Separate devices at one location." },
      ],
    },
    required: "new",
    about: "The resiliency that the group is meant to have.",
    api: "intendedResiliencyModel",
    source: "CreateResiliencyGroup",
  },
  {
    name: "connections",
    type: { kind: "list", of: { kind: "reference", to: ["connections"], ids: ["dxcon"] } },
    required: "new",
    about: "Connections of the group: logical names or ids.",
    api: "connectionIdentifiers",
    source: "AssociateConnectionsToResiliencyGroup",
  },
  name("resiliency group", "resiliencyGroupName", { kind: "text", format: "groupName", form: "up to 255 letters, digits, _ and -" }),
  id("resiliency group", "dxrg"),
  region,
  tags,
];

function section(sectionName: SectionName, about: string, source: string): Field {
  return { name: sectionName, type: { kind: "named", map: sectionName }, about, api: source, source };
}

export const planFields: readonly Field[] = [
  {
    name: "version",
    type: { kind: "integer", format: "version", choices: choices(["1"], "The only version there is.") },
    required: "always",
    about: "Version of the plan format.",
    api: "nothing: it is the file's own",
    source: "plan format",
  },
  {
    name: "account",
    type: { kind: "text", format: "accountId", form: "12 digits in quotes" },
    about: "The account that the plan is for: it is not applied anywhere else.",
    absent: "whatever account the profile is of",
    api: "the account of the caller",
    source: "plan format",
  },
  {
    ...region,
    about: "Default Region of connections, LAGs, interconnects and virtual interfaces. Gateways are global.",
    absent: "each resource's own `region`",
  },
  {
    name: "resiliency",
    type: {
      kind: "choice",
      choices: [
        { value: "maximum", about: "Separate devices at two locations or more." },
        { value: "high", about: "One connection at each of two locations or more." },
        { value: "development", about: "Separate devices at one location." },
      ],
    },
    about: "The resiliency that the plan promises to have.",
    absent: "no promise",
    api: "nothing: it is the file's own",
    source: "Direct Connect Resiliency Toolkit",
  },
  { ...tags, about: "Tags that every resource of the plan gets.", absent: "no tags" },
  section("connections", "Connections by logical name: dedicated ones, and hosted ones that a partner ordered for us.", "CreateConnection"),
  section("lags", "Link aggregation groups by logical name.", "CreateLag"),
  section("interconnects", "Interconnects by logical name. For partners.", "CreateInterconnect"),
  section("hostedConnections", "Hosted connections that we allocate to other accounts, by logical name. For partners.", "AllocateHostedConnection"),
  section("directConnectGateways", "Direct Connect gateways by logical name. They are global.", "CreateDirectConnectGateway"),
  section("virtualInterfaces", "Virtual interfaces by logical name.", "CreatePrivateVirtualInterface"),
  section("associations", "Virtual private gateways and transit gateways on our Direct Connect gateways, by logical name.", "CreateDirectConnectGatewayAssociation"),
  section("resiliencyGroups", "Resiliency groups by logical name.", "CreateResiliencyGroup"),
  {
    name: "removed",
    type: { kind: "ids" },
    about: "Resources that the plan used to hold and that applying it deletes: logical name to AWS id. Nothing is deleted for being absent.",
    api: "the Delete… operations",
    source: "plan format",
  },
];
