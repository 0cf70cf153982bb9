import { completeAssociation } from "./associations.ts";
import { durations } from "./durations.ts";
import { findPort, holdPeersDown, leaveGroups, membersOf, refreshSessions, runningTest, setSession, settleLag, settlePort } from "./links.ts";
import type { BgpPeerRecord, MacSecKeyRecord, RecordOf, TimedRecord, VirtualInterfaceRecord } from "./records.ts";
import { provision } from "./reviews.ts";
import type { World } from "./world.ts";

/** Lets everything happen that is due by then, in order, each at its own moment. */
export function advance(world: World, until: number): void {
  for (let due = world.nextDue(until); due !== undefined; due = world.nextDue(until)) {
    world.now = due.at;
    if (due.state === "forgotten") {
      world.remove(due.record);
      continue;
    }
    world.change(due.record, due.state);
    (follow[due.record.kind] as (world: World, record: TimedRecord) => void)(world, due.record);
  }
  world.now = Math.max(world.now, until);
}

/** Lists something that has ended for as long as AWS does, then forgets it. */
export function end(world: World, record: TimedRecord, state: string): void {
  const after = record.kind === "proposal" ? durations.proposalRemembrance : durations.remembrance;
  world.change(record, state, { state: "forgotten", after });
  if (record.kind === "connection") leaveGroups(world, record.id);
}

/** Takes a virtual interface out of service; what hangs on it goes with it. */
export function deleteVirtualInterface(world: World, virtualInterface: VirtualInterfaceRecord): void {
  world.change(virtualInterface, "deleting", { state: "deleted", after: durations.deletion });
  if (virtualInterface.attachmentState !== undefined) virtualInterface.attachmentState = "detaching";
  for (const peer of virtualInterface.bgpPeers) {
    world.change(peer, "deleting");
    setSession(world, peer, "down");
  }
  const test = runningTest(world, virtualInterface.id);
  if (test !== undefined) endTest(world, test, "Failed");
}

/** Puts a virtual interface to the test: the peers of the test stop speaking. */
export function startTest(world: World, test: RecordOf<"failoverTest">, virtualInterface: VirtualInterfaceRecord): void {
  world.add(test);
  world.change(virtualInterface, "testing");
  holdPeersDown(world, virtualInterface);
}

/** Ends a failover test before or at its time and gives the sessions back. */
export function endTest(world: World, test: RecordOf<"failoverTest">, status: "Completed" | "Cancelled" | "Failed"): void {
  const forgottenAfter = test.startTime + durations.testHistory - world.now;
  world.change(test, status, { state: "forgotten", after: Math.max(0, forgottenAfter) });
  test.endTime = world.now;
  const virtualInterface = world.find("virtualInterface", test.virtualInterfaceId);
  if (virtualInterface?.state !== "testing") return;
  world.change(virtualInterface, "available");
  refreshSessions(world, virtualInterface);
}

/** What a new state entails, by kind. */
const follow: { readonly [K in TimedRecord["kind"]]: (world: World, record: Extract<TimedRecord, { kind: K }>) => void } = {
  connection: followLink,
  interconnect: followLink,
  lag(world, lag) {
    if (lag.state === "pending") provision(world, lag);
    else settleLag(world, lag);
  },
  virtualInterface(world, virtualInterface) {
    followVirtualInterface[virtualInterface.state]?.(world, virtualInterface);
  },
  bgpPeer: followPeer,
  macSecKey: followKey,
  directConnectGateway(world, gateway) {
    if (gateway.state === "deleted") world.remove(gateway);
  },
  association(world, association) {
    if (association.state === "disassociated") world.remove(association);
    else completeAssociation(world, association);
  },
  proposal(world, proposal) {
    end(world, proposal, proposal.state);
  },
  failoverTest(world, test) {
    endTest(world, test, "Completed");
  },
  cloudGateway() {
    // EC2's business; nothing here depends on its state.
  },
  resiliencyGroup(world, group) {
    if (group.state !== "deleted") return;
    for (const membership of world.linked("resiliencyGroupAssociation", "group", group.id)) world.remove(membership);
    end(world, group, "deleted");
  },
  resiliencyGroupAssociation(world, membership) {
    if (membership.state === "disassociated") world.remove(membership);
  },
  customerAgreement() {
    // It waits for a person.
  },
  tokenCall() {
    // It is only ever forgotten.
  },
};

function followLink(world: World, link: RecordOf<"connection" | "interconnect">): void {
  if (link.state === "pending") provision(world, link);
  if (link.state === "deleted") end(world, link, "deleted");
  settlePort(world, link);
}

const followVirtualInterface: Readonly<Record<string, (world: World, record: VirtualInterfaceRecord) => void>> = {
  pending(world, virtualInterface) {
    for (const peer of virtualInterface.bgpPeers) world.change(peer, "pending");
    world.change(virtualInterface, "pending", { state: "available", after: durations.session });
  },
  available(world, virtualInterface) {
    if (virtualInterface.attachmentState !== undefined) virtualInterface.attachmentState = "attached";
    for (const peer of virtualInterface.bgpPeers) {
      if (peer.state === "pending" && peer.becomes === undefined) world.change(peer, "available");
    }
    refreshSessions(world, virtualInterface);
  },
  deleted(world, virtualInterface) {
    if (virtualInterface.attachmentState !== undefined) virtualInterface.attachmentState = "detached";
    for (const peer of virtualInterface.bgpPeers) world.change(peer, "deleted");
    end(world, virtualInterface, "deleted");
  },
};

function followPeer(world: World, peer: BgpPeerRecord): void {
  if (peer.state === "pending") world.change(peer, "pending", { state: "available", after: durations.session });
  if (peer.state === "deleted") world.remove(peer);
  const virtualInterface = world.find("virtualInterface", peer.virtualInterfaceId);
  if (virtualInterface !== undefined) refreshSessions(world, virtualInterface);
}

function followKey(world: World, key: MacSecKeyRecord): void {
  if (key.state === "disassociated") world.remove(key);
  const port = findPort(world, key.portId);
  if (port === undefined) return;
  for (const link of port.kind === "lag" ? membersOf(world, port) : [port]) settlePort(world, link);
}
