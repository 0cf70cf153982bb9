import { findPort } from "../world/links.ts";
import type { BgpPeerRecord, FailoverTestRecord, VirtualInterfaceRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { customerRouterConfig } from "./customer-router-config.ts";
import { asnMembers, prefixList, seconds } from "./values.ts";

/** A VirtualInterface as the API sends it, keys in clear as AWS does. */
export function virtualInterfaceAnswer(world: World, virtualInterface: VirtualInterfaceRecord) {
  const port = findPort(world, virtualInterface.connectionId);
  const devices = { awsDeviceV2: port?.awsDeviceV2, awsLogicalDeviceId: port?.awsLogicalDeviceId };
  return {
    ownerAccount: virtualInterface.ownerAccount,
    virtualInterfaceId: virtualInterface.id,
    location: virtualInterface.location,
    connectionId: virtualInterface.connectionId,
    virtualInterfaceType: virtualInterface.virtualInterfaceType,
    virtualInterfaceName: virtualInterface.name,
    vlan: virtualInterface.vlan,
    ...asnMembers(virtualInterface.asn),
    amazonSideAsn: virtualInterface.amazonSideAsn,
    authKey: virtualInterface.authKey,
    amazonAddress: virtualInterface.amazonAddress,
    customerAddress: virtualInterface.customerAddress,
    addressFamily: virtualInterface.addressFamily,
    virtualInterfaceState: virtualInterface.state,
    customerRouterConfig: customerRouterConfig(virtualInterface),
    mtu: virtualInterface.mtu,
    jumboFrameCapable: virtualInterface.jumboFrameCapable,
    virtualGatewayId: virtualInterface.virtualGatewayId,
    directConnectGatewayId: virtualInterface.directConnectGatewayId,
    routeFilterPrefixes: prefixList(virtualInterface.routeFilterPrefixes),
    bgpPeers: virtualInterface.bgpPeers.map((peer) => ({ ...peerAnswer(peer), ...devices })),
    region: virtualInterface.region,
    ...devices,
    tags: virtualInterface.tags,
    siteLinkEnabled: virtualInterface.siteLinkEnabled,
    rateLimit: virtualInterface.rateLimit,
    prefixPoolAllocatedCountIpv4: virtualInterface.prefixPoolAllocatedCountIpv4,
    prefixPoolAllocatedCountIpv6: virtualInterface.prefixPoolAllocatedCountIpv6,
  };
}

/** A VirtualInterfaceTestHistory as the API sends it. */
export function failoverTestAnswer(test: FailoverTestRecord) {
  return {
    testId: test.id,
    virtualInterfaceId: test.virtualInterfaceId,
    bgpPeers: test.bgpPeers,
    status: test.state,
    ownerAccount: test.ownerAccount,
    testDurationInMinutes: test.testDurationInMinutes,
    startTime: seconds(test.startTime),
    endTime: seconds(test.endTime),
  };
}

function peerAnswer(peer: BgpPeerRecord) {
  return {
    bgpPeerId: peer.id,
    ...asnMembers(peer.asn),
    authKey: peer.authKey,
    addressFamily: peer.addressFamily,
    amazonAddress: peer.amazonAddress,
    customerAddress: peer.customerAddress,
    bgpPeerState: peer.state,
    bgpStatus: peer.bgpStatus,
  };
}
