import { durations } from "./durations.ts";
import { holdPeersDown, refreshSessions, settleLag, settlePort } from "./links.ts";
import type { BgpPeerRecord, RecordOf, TimedRecord, VirtualInterfaceRecord } from "./records.ts";
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
    follow(world, due.record);
  }
  world.now = Math.max(world.now, until);
}

/** Lists something that has ended for as long as AWS does, then forgets it. */
export function end(world: World, record: TimedRecord, state: string): void {
  const after = record.kind === "proposal" ? durations.proposalRemembrance : durations.remembrance;
  world.change(record, state, { state: "forgotten", after });
}

/** Takes a virtual interface out of service; what hangs on it goes with it. */
export function deleteVirtualInterface(world: World, virtualInterface: VirtualInterfaceRecord): void {
  world.change(virtualInterface, "deleting", { state: "deleted", after: durations.deletion });
  if (virtualInterface.attachmentState !== undefined) virtualInterface.attachmentState = "detaching";
  for (const peer of virtualInterface.bgpPeers) {
    world.change(peer, "deleting");
    peer.bgpStatus = "down";
  }
}

/** Puts a virtual interface to the test: the peers of the test stop speaking. */
export function startTest(world: World, test: RecordOf<"failoverTest">, virtualInterface: VirtualInterfaceRecord): void {
  world.add(test);
  world.change(virtualInterface, "testing");
  holdPeersDown(world, virtualInterface);
}

/** Ends a failover test before or at its time and gives the sessions back. */
export function endTest(world: World, test: RecordOf<"failoverTest">, status: "Completed" | "Cancelled"): void {
  const forgottenAfter = test.startTime + durations.testHistory - world.now;
  world.change(test, status, { state: "forgotten", after: Math.max(0, forgottenAfter) });
  test.endTime = world.now;
  const virtualInterface = world.find("virtualInterface", test.virtualInterfaceId);
  if (virtualInterface?.state !== "testing") return;
  world.change(virtualInterface, "available");
  refreshSessions(world, virtualInterface);
}

/** What a new state entails, where it entails something. */
function follow(world: World, record: TimedRecord): void {
  switch (record.kind) {
    case "connection":
      return followConnection(world, record);
    case "interconnect":
      return followInterconnect(world, record);
    case "lag":
      if (record.state === "pending") world.change(record, "pending", { state: "available", after: durations.provisioning });
      else if (record.state === "available") settleLag(world, record);
      return;
    case "virtualInterface":
      return followVirtualInterface(world, record);
    case "bgpPeer":
      return followPeer(world, record);
    case "directConnectGateway":
    case "association":
      if (record.state === "deleted" || record.state === "disassociated") world.remove(record);
      return;
    case "proposal":
      return end(world, record, record.state);
    case "failoverTest":
      return endTest(world, record, "Completed");
    case "cloudGateway":
      return;
  }
}

function followConnection(world: World, connection: RecordOf<"connection">): void {
  if (connection.state === "pending") {
    world.change(connection, "pending", { state: "available", after: durations.provisioning });
  }
  if (connection.state === "deleted") end(world, connection, "deleted");
  settlePort(world, connection);
}

function followInterconnect(world: World, interconnect: RecordOf<"interconnect">): void {
  if (interconnect.state === "pending") {
    world.change(interconnect, "pending", { state: "available", after: durations.provisioning });
  }
  if (interconnect.state === "deleted") end(world, interconnect, "deleted");
  settlePort(world, interconnect);
}

function followVirtualInterface(world: World, virtualInterface: VirtualInterfaceRecord): void {
  switch (virtualInterface.state) {
    case "pending":
      for (const peer of virtualInterface.bgpPeers) world.change(peer, "pending");
      return world.change(virtualInterface, "pending", { state: "available", after: durations.session });
    case "available":
      if (virtualInterface.attachmentState !== undefined) virtualInterface.attachmentState = "attached";
      for (const peer of virtualInterface.bgpPeers) {
        if (peer.state === "pending" && peer.becomes === undefined) world.change(peer, "available");
      }
      return refreshSessions(world, virtualInterface);
    case "deleted":
      if (virtualInterface.attachmentState !== undefined) virtualInterface.attachmentState = "detached";
      for (const peer of virtualInterface.bgpPeers) world.change(peer, "deleted");
      return end(world, virtualInterface, "deleted");
    case "testing":
      return holdPeersDown(world, virtualInterface);
  }
}

function followPeer(world: World, peer: BgpPeerRecord): void {
  if (peer.state === "pending") return world.change(peer, "pending", { state: "available", after: durations.session });
  if (peer.state === "deleted") world.remove(peer);
  const virtualInterface = world.find("virtualInterface", peer.virtualInterfaceId);
  if (virtualInterface !== undefined) refreshSessions(world, virtualInterface);
}
