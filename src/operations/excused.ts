import type { OperationId, operations } from "./index.ts";
import type { Action } from "./sdk.ts";

/** Why an action of the API is nothing that a person runs on a resource. */
export type Excuse = "read" | "form" | "rehearsal" | "partner" | "superseded" | "agreement";

export const excuseTexts: Readonly<Record<Excuse, string>> = {
  read: "It changes nothing: the tree, the graph and the details show what it answers, or it answers nothing that they show.",
  form: "It needs many values at once: a plan file or AWS's console is the place to give them, a menu is not.",
  rehearsal: "A failover test takes sessions down for minutes to days: it is started and stopped as one piece of work, beside its history.",
  partner: "Only a Direct Connect partner or the owner of a shared port runs it, as part of an order of its customer.",
  superseded: "AWS keeps it for older clients and names another action in its place.",
  agreement: "It accepts a contract for the whole account and has no resource to right-click.",
};

type Offered = (typeof operations)[OperationId]["action"];

/** Every action of the SDK that no operation runs. The compiler asks for each of them when the SDK gains one. */
export const excused: Readonly<Record<Exclude<Action, Offered>, Excuse>> = {
  DescribeConnections: "read",
  DescribeCustomerMetadata: "read",
  DescribeDirectConnectGatewayAssociationProposals: "read",
  DescribeDirectConnectGatewayAssociations: "read",
  DescribeDirectConnectGatewayAttachments: "read",
  DescribeDirectConnectGateways: "read",
  DescribeHostedConnections: "read",
  DescribeInterconnects: "read",
  DescribeLags: "read",
  DescribeLoa: "read",
  DescribeLocations: "read",
  DescribeRouterConfiguration: "read",
  DescribeTags: "read",
  DescribeVirtualGateways: "read",
  DescribeVirtualInterfaces: "read",
  ListVirtualInterfaceTestHistory: "read",
  AssociateConnectionWithLag: "form",
  AssociateMacSecKey: "form",
  AssociateVirtualInterface: "form",
  CreateBGPPeer: "form",
  CreateConnection: "form",
  CreateDirectConnectGateway: "form",
  CreateDirectConnectGatewayAssociation: "form",
  CreateDirectConnectGatewayAssociationProposal: "form",
  CreateLag: "form",
  CreatePrivateVirtualInterface: "form",
  CreatePublicVirtualInterface: "form",
  CreateTransitVirtualInterface: "form",
  DisassociateConnectionFromLag: "form",
  DisassociateMacSecKey: "form",
  StartBgpFailoverTest: "rehearsal",
  StopBgpFailoverTest: "rehearsal",
  UpdateConnection: "form",
  UpdateDirectConnectGateway: "form",
  UpdateDirectConnectGatewayAssociation: "form",
  UpdateLag: "form",
  UpdateVirtualInterfaceAttributes: "form",
  AllocateHostedConnection: "partner",
  AllocatePrivateVirtualInterface: "partner",
  AllocatePublicVirtualInterface: "partner",
  AllocateTransitVirtualInterface: "partner",
  AssociateHostedConnection: "partner",
  CreateInterconnect: "partner",
  AllocateConnectionOnInterconnect: "superseded",
  DescribeConnectionLoa: "superseded",
  DescribeConnectionsOnInterconnect: "superseded",
  DescribeInterconnectLoa: "superseded",
  ConfirmCustomerAgreement: "agreement",
};
