import type { OperationId, operations } from "./index.ts";
import type { Action } from "./sdk.ts";

/** Why an action of the API is no entry of the table. */
export type Excuse = "tree" | "superseded";

export const excuseTexts: Readonly<Record<Excuse, string>> = {
  tree: "It is what the tree, the graph and the details show: refreshing runs it.",
  superseded: "AWS keeps it for older clients and names another action in its place, which is an entry.",
};

type Offered = (typeof operations)[OperationId]["action"];

/** Every action that no operation runs. The compiler asks for each of them when the SDK gains one. */
export const excused: Readonly<Record<Exclude<Action, Offered>, Excuse>> = {
  DescribeConnections: "tree",
  DescribeDirectConnectGatewayAssociationProposals: "tree",
  DescribeDirectConnectGatewayAssociations: "tree",
  DescribeDirectConnectGatewayAttachments: "tree",
  DescribeDirectConnectGateways: "tree",
  DescribeHostedConnections: "tree",
  DescribeInterconnects: "tree",
  DescribeLags: "tree",
  DescribeLocations: "tree",
  DescribeVirtualGateways: "tree",
  DescribeVirtualInterfaces: "tree",
  AllocateConnectionOnInterconnect: "superseded",
  DescribeConnectionLoa: "superseded",
  DescribeConnectionsOnInterconnect: "superseded",
  DescribeInterconnectLoa: "superseded",
};
