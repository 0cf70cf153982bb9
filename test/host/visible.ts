// Which resources of an estate an account can list, worked out from the simulator's records by AWS's rules alone.
import type { ResourceKind } from "../../src/model/resource.ts";
import type { Estate } from "./simulator.ts";

interface View {
  readonly account: string;
  readonly regions: readonly string[];
}

/** The keys, sorted. */
export function visibleTo(estate: Estate, view: View): readonly string[] {
  const listed = rulesFor(estate, view);
  return Object.entries(listed)
    .flatMap(([kind, ids]) => [...new Set(ids)].map((id) => `${kind}/${id}`))
    .sort();
}

function rulesFor(estate: Estate, { account, regions }: View): Readonly<Record<ResourceKind, readonly string[]>> {
  const all = (name: string): readonly Row[] => estate[name] ?? [];
  const isOurs = (row: Row): boolean => row["ownerAccount"] === account;
  const isRead = (row: Row): boolean => regions.includes(text(row["region"]));
  const ours = (name: string): readonly Row[] => all(name).filter((row) => isOurs(row) && isRead(row));

  const lags = ours("lags");
  const interconnects = ours("interconnects");
  const carriers = [...interconnects, ...lags].map((row) => text(row["interconnectId"] ?? row["lagId"]));
  // A partner sees the hosted connections on its own ports, whoever owns them.
  const hosted = all("connections").filter((row) => carriers.includes(text(row["parentConnectionId"])) && isRead(row));
  const connections = [...ours("connections"), ...hosted];
  // A virtual interface is listed to its owner and to the owner of its port.
  const ports = [...lags, ...interconnects, ...ours("connections")].map((row) => text(row["connectionId"] ?? row["lagId"] ?? row["interconnectId"]));
  const virtualInterfaces = all("virtualInterfaces").filter((row) => isRead(row) && (isOurs(row) || ports.includes(text(row["connectionId"]))));
  const gateways = all("directConnectGateways").filter(isOurs);
  const gatewayIds = ids(gateways, "directConnectGatewayId");
  const onOurGateway = (row: Row): boolean => gatewayIds.includes(text(row["directConnectGatewayId"]));
  const associations = all("directConnectGatewayAssociations").filter(onOurGateway);
  const attached = all("virtualInterfaces").filter((row) => onOurGateway(row) && row["attachmentState"] !== undefined);
  const proposals = all("directConnectGatewayAssociationProposals").filter(
    (row) => row["directConnectGatewayOwnerAccount"] === account || associatedOf(row)["ownerAccount"] === account,
  );
  const associated = associations.map((row) => text(associatedOf(row)["id"]));
  return {
    connection: ids(connections, "connectionId"),
    interconnect: ids(interconnects, "interconnectId"),
    lag: ids(lags, "lagId"),
    virtualInterface: ids(virtualInterfaces, "virtualInterfaceId"),
    bgpPeer: virtualInterfaces.flatMap((row) => ids(row["bgpPeers"] as readonly Row[], "bgpPeerId")),
    directConnectGateway: gatewayIds,
    association: ids(associations, "associationId"),
    attachment: attached.map((row) => `${text(row["directConnectGatewayId"])}/${text(row["virtualInterfaceId"])}`),
    proposal: ids(proposals, "proposalId"),
    virtualPrivateGateway: [
      ...ids(ours("gateways").filter(({ type }) => type === "virtualPrivateGateway"), "gatewayId"),
      ...associated.filter((id) => id.startsWith("vgw-")),
    ],
    // Direct Connect lists no transit gateways: they are known from what they are associated with.
    transitGateway: associated.filter((id) => id.startsWith("tgw-")),
    resiliencyGroup: ids(ours("resiliencyGroups"), "resiliencyGroupId"),
    coreNetwork: associated.filter((id) => id.startsWith("core-network-")),
  };
}

type Row = Readonly<Record<string, unknown>>;

function ids(rows: readonly Row[], member: string): readonly string[] {
  return rows.map((row) => text(row[member]));
}

function associatedOf(row: Row): Row {
  return row["associatedGateway"] as Row;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
