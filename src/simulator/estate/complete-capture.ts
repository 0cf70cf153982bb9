import { testInProgress } from "../world/links.ts";
import type { Captured, CapturedEntry, Members } from "./capture-files.ts";
import type { Lists } from "./merge-capture.ts";
import { addStandIns } from "./stand-ins.ts";

const unknownAccount = "111122223333";
const unknownRegion = "us-east-1";

/** Adds to the lists what the answers leave out and what they refer to; the result is the rest of the estate. */
export function completeCapture(lists: Lists, captured: Captured): Members {
  const places = findPlaces(lists);
  change(lists, "interconnects", (entry) => ({ ownerAccount: accountOf(entry, places), ...entry.members }));
  change(lists, "agreements", (entry) => ({ ownerAccount: accountOf(entry, places), ...entry.members }));
  keepOnce(lists, "agreements", ["agreementName", "ownerAccount"]);
  change(lists, "resiliencyGroups", (entry) => ({ region: entry.file.region ?? places.region, ...entry.members }));
  change(lists, "virtualInterfaces", ({ members }) => ({ ...members, bgpPeers: completePeers(members) }));
  addTags(lists, captured);
  addAttachments(lists, captured);
  addStandIns(lists);
  for (const list of lists.keys()) change(lists, list, ({ members }) => withFuture(list, members));
  return {
    estate: 1,
    gateways: cloudGateways(lists, captured, places),
    anyGateway: true,
    partners: findPartners(lists, captured, places),
  };
}

/** Whose an answer is, and where, if neither it nor its file's path says so. */
interface Places {
  readonly account: string;
  readonly region: string;
}

function findPlaces(lists: Lists): Places {
  const all = [...lists.values()].flat();
  return { account: commonest(all, "ownerAccount") ?? unknownAccount, region: commonest(all, "region") ?? unknownRegion };
}

function commonest(entries: readonly CapturedEntry[], member: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { members } of entries) {
    const value = members[member];
    if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function accountOf(entry: CapturedEntry, places: Places): string {
  return entry.file.account ?? places.account;
}

function change(lists: Lists, list: string, complete: (entry: CapturedEntry) => Members): void {
  lists.set(list, (lists.get(list) ?? []).map((entry) => ({ ...entry, members: complete(entry) })));
}

/** What an account is told in every Region is one thing, which shows once it is known whose it is. */
function keepOnce(lists: Lists, list: string, names: readonly string[]): void {
  const entries = (lists.get(list) ?? []).map((entry) => [JSON.stringify(names.map((name) => entry.members[name])), entry] as const);
  lists.set(list, [...new Map(entries).values()]);
}

/** Old answers have no peers, and peers no ids: then the virtual interface itself is the peer. */
function completePeers(owner: Members): unknown {
  const given = Array.isArray(owner["bgpPeers"]) ? (owner["bgpPeers"] as readonly Members[]) : [];
  const { customerAddress } = owner;
  const address = typeof customerAddress === "string" ? customerAddress : "";
  const defaults = {
    bgpPeerState: "available",
    bgpStatus: "unknown",
    asn: owner["asn"],
    asnLong: owner["asnLong"],
    authKey: owner["authKey"] ?? "",
    addressFamily: owner["addressFamily"] ?? (address.includes(":") ? "ipv6" : "ipv4"),
    amazonAddress: owner["amazonAddress"] ?? "",
    customerAddress: address,
  };
  const stem = String(owner["virtualInterfaceId"]).replace("dxvif-", "dxpeer-").slice(0, -1);
  return (given.length === 0 ? [{}] : given).map((peer, index) => ({ bgpPeerId: `${stem}${index}`, ...defaults, ...peer }));
}

function addTags(lists: Lists, captured: Captured): void {
  const tags = new Map<string, unknown>();
  for (const { members } of captured.get("resourceTags") ?? []) {
    tags.set(String(members["resourceArn"]).split("/").at(-1) ?? "", members["tags"]);
  }
  const idNames = ["connectionId", "interconnectId", "lagId", "virtualInterfaceId", "directConnectGatewayId", "resiliencyGroupId"];
  for (const [position, list] of ["connections", "interconnects", "lags", "virtualInterfaces", "directConnectGateways", "resiliencyGroups"].entries()) {
    change(lists, list, ({ members }) => {
      const found = tags.get(String(members[idNames[position] ?? ""]));
      return found === undefined ? members : { ...members, tags: found };
    });
  }
}

function addAttachments(lists: Lists, captured: Captured): void {
  const attachments = new Map((captured.get("directConnectGatewayAttachments") ?? []).map(({ members }) => [members["virtualInterfaceId"], members]));
  change(lists, "virtualInterfaces", ({ members }) => {
    const { attachmentState } = attachments.get(members["virtualInterfaceId"]) ?? {};
    return attachmentState === undefined ? members : { attachmentState, ...members };
  });
}

const endings: Readonly<Record<string, readonly [member: string, states: readonly string[], becomes: string, after: string]>> = {
  connections: ["connectionState", ["deleted", "rejected"], "forgotten", "PT15M"],
  interconnects: ["interconnectState", ["deleted"], "forgotten", "PT15M"],
  lags: ["lagState", ["deleted"], "forgotten", "PT15M"],
  virtualInterfaces: ["virtualInterfaceState", ["deleted", "rejected"], "forgotten", "PT15M"],
  directConnectGatewayAssociationProposals: ["proposalState", ["accepted", "deleted"], "forgotten", "P3D"],
};

/** What has ended leaves the listings some time, and tests and proposals end; otherwise a capture stays as it was. */
function withFuture(list: string, members: Members): Members {
  const [member = "", states = [], state = "", at = ""] = endings[list] ?? [];
  const now = members[member];
  if (states.some((ended) => ended === now)) return { ...members, becomes: { state, at } };
  if (members["proposalState"] === "requested") return { ...members, becomes: { state: "deleted", at: "P7D" } };
  if (members["status"] !== testInProgress) return members;
  return { ...members, becomes: { state: "Completed", at: `PT${Number(members["testDurationInMinutes"] ?? 180)}M` } };
}

/** The gateways on the VPCs' side that anything names. */
function cloudGateways(lists: Lists, captured: Captured, places: Places): unknown[] {
  const found = new Map<string, Members>();
  const note = (id: unknown, members: Members) => {
    if (typeof id === "string" && id !== "") found.set(id, { gatewayId: id, ...members, ...found.get(id) });
  };
  for (const { members } of lists.get("virtualInterfaces") ?? []) {
    const { virtualGatewayId, ownerAccount, region, amazonSideAsn } = members;
    note(virtualGatewayId, { type: "virtualPrivateGateway", ownerAccount, region, amazonSideAsn });
  }
  for (const list of ["directConnectGatewayAssociations", "directConnectGatewayAssociationProposals"]) {
    for (const { members } of lists.get(list) ?? []) {
      const { id, type, ownerAccount, region } = (members["associatedGateway"] ?? {}) as Members;
      note(id, { type, ownerAccount, region });
    }
  }
  for (const entry of captured.get("virtualGateways") ?? []) {
    const { virtualGatewayId, virtualGatewayState } = entry.members;
    const region = entry.file.region ?? places.region;
    note(virtualGatewayId, { type: "virtualPrivateGateway", ownerAccount: accountOf(entry, places), region, gatewayState: virtualGatewayState });
  }
  return [...found.values()];
}

function findPartners(lists: Lists, captured: Captured, places: Places): unknown[] {
  const customers = (captured.get("customers") ?? []).filter(({ members }) => members["nniPartnerType"] !== "nonPartner");
  const owners = (lists.get("interconnects") ?? []).map(({ members }) => members["ownerAccount"]);
  return [...new Set([...owners, ...customers.map((entry) => accountOf(entry, places))])];
}
