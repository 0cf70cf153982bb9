import type { Graph } from "./graph.ts";
import { GraphSketch, isPort, portKey, type Port } from "./graph-sketch.ts";
import { healthOf, type Health } from "./health.ts";
import { resourcesOf, type Inventory } from "./inventory.ts";
import { resourceKey, type GatewayReference, type Resource, type VirtualInterface } from "./resource.ts";
import { noText, phrase, type Text } from "./text.ts";

/**
 * The topology that an inventory shows. Every resource of a kind that is drawn as a node is exactly one; what is only
 * named by others (another account's port or gateway) is a node that is not `listed`. No edge lacks an end.
 */
export function buildGraph(inventory: Inventory): Graph<Text> {
  const sketch = new GraphSketch(inventory);
  for (const resource of inventory.resources) sketch.addResource(resource);
  for (const virtualInterface of resourcesOf(inventory, "virtualInterface")) connectVirtualInterface(sketch, virtualInterface);
  for (const resource of inventory.resources) connectGateways(sketch, resource);
  connectUnusedPorts(sketch, inventory.resources.filter(isPort));
  return sketch.finish();
}

function connectVirtualInterface(sketch: GraphSketch, virtualInterface: VirtualInterface): void {
  const { key, connectionId, location, region, ownerAccount } = virtualInterface;
  const health = sketch.healthAt(key);
  if (connectionId !== "") {
    const port = carrierOf(sketch, virtualInterface);
    sketch.join({ kind: "crossConnect", source: sketch.customer(virtualInterface.asn), target: port, health: sketch.healthAt(port) });
    sketch.join({ kind: "virtualInterface", source: port, target: key, label: phrase("VLAN {0}", virtualInterface.vlan), health });
  }
  if (virtualInterface.type === "public") {
    sketch.join({ kind: "virtualInterface", source: key, target: sketch.publicServices(region ?? location), health });
  }
  if (virtualInterface.virtualGatewayId !== undefined) {
    const target = sketch.named("virtualPrivateGateway", virtualInterface.virtualGatewayId, { account: ownerAccount, region });
    sketch.join({ kind: "attachment", source: key, target, health });
  }
  if (virtualInterface.directConnectGatewayId !== undefined) {
    const attachment = resourceKey("attachment", `${virtualInterface.directConnectGatewayId}/${virtualInterface.id}`);
    const target = sketch.named("directConnectGateway", virtualInterface.directConnectGatewayId, {});
    if (!sketch.isListed(attachment)) sketch.join({ kind: "attachment", source: key, target, health });
  }
}

/** The port that carries it: listed as a connection, an interconnect or a LAG, or another account's. */
function carrierOf(sketch: GraphSketch, { connectionId, location, region }: VirtualInterface): string {
  const interconnect = resourceKey("interconnect", connectionId);
  if (sketch.isListed(interconnect)) return interconnect;
  return sketch.named(connectionId.startsWith("dxlag-") ? "lag" : "connection", connectionId, { location, region });
}

function connectGateways(sketch: GraphSketch, resource: Resource): void {
  if (resource.kind === "attachment") {
    const source = sketch.named("virtualInterface", resource.virtualInterfaceId, {
      account: resource.virtualInterfaceOwnerAccount,
      region: resource.virtualInterfaceRegion,
    });
    const target = sketch.named("directConnectGateway", resource.directConnectGatewayId, {});
    sketch.connect(resource, "attachment", { source, target, label: noText, health: pathHealth(healthOf(resource), sketch.healthAt(source)) });
  }
  if (resource.kind === "association") {
    const source = sketch.named("directConnectGateway", resource.directConnectGatewayId, {});
    const target = gatewayNode(sketch, resource.gateway);
    const count = resource.allowedPrefixes.length;
    sketch.connect(resource, "association", { source, target, label: count === 1 ? phrase("1 prefix") : phrase("{0} prefixes", count), health: healthOf(resource) });
  }
  if (resource.kind === "proposal" && resource.state !== "accepted" && resource.state !== "deleted") {
    const source = sketch.named("directConnectGateway", resource.directConnectGatewayId, { account: resource.directConnectGatewayOwnerAccount });
    const target = gatewayNode(sketch, resource.gateway);
    sketch.connect(resource, "proposal", { source, target, label: phrase("proposed"), health: healthOf(resource) });
  }
}

/** A path is as good as what leads to it, as far as that is known. */
function pathHealth(own: Health, origin: Health): Health {
  return own === "good" && origin !== "unknown" ? origin : own;
}

function gatewayNode(sketch: GraphSketch, { type, id, ownerAccount, region }: GatewayReference): string {
  return sketch.named(type, id, { account: ownerAccount, region: region === "" ? undefined : region });
}

/** A port that carries nothing still has a customer's side; a bundle's members and carriers of others are within theirs. */
function connectUnusedPorts(sketch: GraphSketch, ports: readonly Port[]): void {
  const carriers = new Set(ports.flatMap((port) => carriersOf(port)));
  for (const port of ports) {
    const isMember = port.kind !== "lag" && port.lagId !== undefined && sketch.isListed(resourceKey("lag", port.lagId));
    if (isMember || sketch.hasCrossConnect(port.key) || carriers.has(port.key)) continue;
    sketch.join({ kind: "crossConnect", source: sketch.customer(0), target: port.key, health: healthOf(port) });
  }
}

function carriersOf(port: Port): readonly string[] {
  if (port.kind !== "connection" || port.parentId === undefined) return [];
  return [portKey(port.parentId, "interconnect")];
}
