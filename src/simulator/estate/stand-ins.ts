import type { CapturedEntry, Members } from "./capture-files.ts";
import type { Lists } from "./merge-capture.ts";

/** The account of what is known only because something of another account refers to it. */
const someoneElse = "000000000000";

/** Adds the resources that others refer to and that were not captured, mostly because they are another account's. */
export function addStandIns(lists: Lists): void {
  for (const entry of listOf(lists, "virtualInterfaces")) addPort(lists, entry);
  addGateways(lists);
  for (const entry of [...listOf(lists, "connections"), ...listOf(lists, "interconnects")]) addLag(lists, entry);
  for (const [position, entry] of listOf(lists, "connections").entries()) addCarrier(lists, entry, position);
  dropLoose(lists, "virtualInterfaceTestHistory", (members) => has(lists, "virtualInterfaces", "virtualInterfaceId", members["virtualInterfaceId"]));
  dropLoose(lists, "resiliencyGroupAssociations", (members) => {
    const connectionId = String(members["connectionArn"]).split("/").at(-1);
    const isInGroup = has(lists, "resiliencyGroups", "resiliencyGroupId", members["resiliencyGroupId"]);
    return isInGroup && has(lists, "connections", "connectionId", connectionId);
  });
}

function listOf(lists: Lists, list: string): readonly CapturedEntry[] {
  return lists.get(list) ?? [];
}

function has(lists: Lists, list: string, member: string, id: unknown): boolean {
  return listOf(lists, list).some(({ members }) => members[member] === id);
}

function add(lists: Lists, list: string, from: CapturedEntry, members: Members): void {
  lists.set(list, [...listOf(lists, list), { ...from, members }]);
}

function dropLoose(lists: Lists, list: string, isHeld: (members: Members) => boolean): void {
  lists.set(list, listOf(lists, list).filter(({ members }) => isHeld(members)));
}

/** A virtual interface says of its gateway's owner only that it is its own; associations and proposals name the owner. */
function addGateways(lists: Lists): void {
  const joined = [...listOf(lists, "directConnectGatewayAssociations"), ...listOf(lists, "directConnectGatewayAssociationProposals")];
  for (const entry of joined) {
    const { directConnectGatewayId, directConnectGatewayOwnerAccount: ownerAccount } = entry.members;
    addGateway(lists, entry, { directConnectGatewayId, ownerAccount });
  }
  for (const entry of listOf(lists, "virtualInterfaces")) {
    const { directConnectGatewayId, ownerAccount, amazonSideAsn } = entry.members;
    addGateway(lists, entry, { directConnectGatewayId, ownerAccount, amazonSideAsn });
  }
}

function addGateway(lists: Lists, from: CapturedEntry, known: Members): void {
  const { directConnectGatewayId: id } = known;
  if (typeof id !== "string" || id === "" || has(lists, "directConnectGateways", "directConnectGatewayId", id)) return;
  add(lists, "directConnectGateways", from, { directConnectGatewayName: id, directConnectGatewayState: "available", ...known });
}

/** The port of a hosted virtual interface belongs to whoever allocated it. */
function addPort(lists: Lists, from: CapturedEntry): void {
  const { connectionId: id, region, location, awsDeviceV2, awsLogicalDeviceId } = from.members;
  const isKnown = has(lists, "connections", "connectionId", id) || has(lists, "interconnects", "interconnectId", id) || has(lists, "lags", "lagId", id);
  if (isKnown || typeof id !== "string") return;
  const place = { ownerAccount: someoneElse, region, location, awsDeviceV2, awsLogicalDeviceId };
  if (id.startsWith("dxlag-")) {
    add(lists, "lags", from, { lagId: id, lagName: id, lagState: "available", connectionsBandwidth: "10Gbps", ...place });
  } else {
    add(lists, "connections", from, { connectionId: id, connectionName: id, connectionState: "available", bandwidth: "10Gbps", ...place });
  }
}

function addLag(lists: Lists, from: CapturedEntry): void {
  const { lagId: id, ownerAccount, region, location, bandwidth, awsDeviceV2, awsLogicalDeviceId } = from.members;
  if (typeof id !== "string" || id === "" || has(lists, "lags", "lagId", id)) return;
  const place = { ownerAccount, region, location, awsDeviceV2, awsLogicalDeviceId };
  add(lists, "lags", from, { lagId: id, lagName: id, lagState: "available", connectionsBandwidth: bandwidth, ...place });
}

/** A connection with a VLAN is a hosted one: something of a partner's on the same device carries it. */
function addCarrier(lists: Lists, from: CapturedEntry, position: number): void {
  const { members } = from;
  const { vlan, region, location, awsDeviceV2, awsLogicalDeviceId } = members;
  if (vlan === undefined && members["parentConnectionId"] === undefined) return;
  const named = members["parentConnectionId"];
  const isKnown = ["interconnectId", "lagId", "connectionId"].some((id) => has(lists, `${id.slice(0, -2)}s`, id, named));
  const carrier = isKnown ? named : (findCarrier(lists, members) ?? named ?? standInId(members));
  setMembers(lists, position, { ...members, parentConnectionId: carrier });
  if (isKnown || has(lists, "interconnects", "interconnectId", carrier) || has(lists, "lags", "lagId", carrier)) return;
  const place = { ownerAccount: someoneElse, region, location, awsDeviceV2, awsLogicalDeviceId };
  add(lists, "interconnects", from, { interconnectId: carrier, interconnectName: carrier, interconnectState: "available", bandwidth: "100Gbps", ...place });
}

function setMembers(lists: Lists, position: number, members: Members): void {
  const connections = lists.get("connections") ?? [];
  lists.set("connections", connections.map((entry, index) => (index === position ? { ...entry, members } : entry)));
}

/** The only interconnect, or LAG for hosted connections, on the device. */
function findCarrier(lists: Lists, { awsDeviceV2, region }: Members): unknown {
  if (awsDeviceV2 === undefined) return undefined;
  const isThere = ({ members }: CapturedEntry) => members["awsDeviceV2"] === awsDeviceV2 && members["region"] === region;
  const interconnects = listOf(lists, "interconnects").filter(isThere).map(({ members }) => members["lagId"] ?? members["interconnectId"]);
  const lags = listOf(lists, "lags").filter((entry) => isThere(entry) && entry.members["allowsHostedConnections"] === true);
  const found = new Set([...interconnects, ...lags.map(({ members }) => members["lagId"])]);
  return found.size === 1 ? [...found][0] : undefined;
}

/** An id of the right form that follows from the device, so that what is on one device shares its carrier. */
function standInId({ awsDeviceV2, connectionId }: Members): string {
  const seed = String(awsDeviceV2 ?? connectionId).toLowerCase().replace(/[^0-9a-z]/g, "");
  return `dxcon-${`00000000${seed}`.slice(-8)}`;
}
