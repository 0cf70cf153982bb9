import { describe, expect, it } from "vitest";
import { waitingIn } from "../../src/model/attention.ts";
import { buildGraph } from "../../src/model/build-graph.ts";
import type { Graph, GraphEdge, GraphNode } from "../../src/model/graph.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import type { Resource } from "../../src/model/resource.ts";
import {
  association,
  attachment,
  bgpPeer,
  cloudGateway,
  connection,
  directConnectGateway,
  interconnect,
  lag,
  networkTeamAccount,
  proposal,
  resiliencyGroup,
  sampleInventory,
  virtualInterface,
} from "../support/sample-inventory.ts";
import { inEnglish } from "../support/in-english.ts";

const drawn = new Set(["connection", "interconnect", "lag", "virtualInterface", "directConnectGateway", "virtualPrivateGateway", "transitGateway"]);

function graphOf(...resources: Resource[]): Graph {
  return inEnglish(buildGraph({ ...emptyInventory, resources }));
}

function node(graph: Graph, id: string): GraphNode {
  const found = graph.nodes.filter((candidate) => candidate.id === id);
  expect(found, `nodes ${id}`).toHaveLength(1);
  return found[0] as GraphNode;
}

function edge(graph: Graph, id: string): GraphEdge {
  const found = graph.edges.filter((candidate) => candidate.id === id);
  expect(found, `edges ${id} among ${graph.edges.map((each) => each.id).join(" ")}`).toHaveLength(1);
  return found[0] as GraphEdge;
}

describe("the whole sample", () => {
  const inventory = sampleInventory();
  const graph = inEnglish(buildGraph(inventory));

  it("draws every resource of a graph kind as exactly one node", () => {
    const expected = inventory.resources.filter(({ kind }) => drawn.has(kind)).map(({ key }) => key);
    const ids = graph.nodes.filter(({ kind, listed }) => drawn.has(kind) && listed).map(({ id }) => id);
    expect([...ids].sort()).toEqual([...expected].sort());
    expect(new Set(graph.nodes.map(({ id }) => id)).size).toBe(graph.nodes.length);
  });

  it("counts at its nodes what the tree counts as down or waiting", () => {
    const waiting = waitingIn(inventory);
    expect(waiting.length).toBeGreaterThan(2);
    expect(graph.nodes.reduce((count, each) => count + each.waiting, 0)).toBe(waiting.length);
  });

  it("draws attachments, associations and open proposals as edges of their own", () => {
    const expected = inventory.resources.filter(({ kind }) => kind === "attachment" || kind === "association" || kind === "proposal");
    for (const { key } of expected) edge(graph, key);
  });

  it("leaves no edge without an end, and leads from column to later column", () => {
    const columns = ["customer", "port", "virtualInterface", "directConnectGateway", "cloudGateway"];
    for (const { id, source, target } of graph.edges) {
      const from = node(graph, source).column ?? "";
      const to = node(graph, target).column ?? "";
      expect(columns.indexOf(from), id).toBeLessThan(columns.indexOf(to));
    }
  });

  it("holds nothing that is not a node's field worth sending", () => {
    expect(JSON.stringify(graph)).not.toMatch(/authKey|cak|secret/i);
  });
});

describe("ports", () => {
  const bundle = lag({ id: "dxlag-1", connectionIds: ["dxcon-1", "dxcon-2"] });
  const members = ["dxcon-1", "dxcon-2"].map((id) => connection({ id, lagId: "dxlag-1" }));

  it("are drawn inside their location, members inside their LAG", () => {
    const graph = graphOf(bundle, ...members, connection({ id: "dxcon-3" }));
    expect(node(graph, "lag/dxlag-1").parent).toBe("location/EqDC2");
    expect(node(graph, "connection/dxcon-1").parent).toBe("lag/dxlag-1");
    expect(node(graph, "connection/dxcon-3").parent).toBe("location/EqDC2");
    expect(node(graph, "location/EqDC2").column).toBeUndefined();
  });

  it("stand in their location when their LAG is not listed", () => {
    expect(node(graphOf(...members), "connection/dxcon-1").parent).toBe("location/EqDC2");
  });

  it("that are hosted stand inside the interconnect or LAG that carries them", () => {
    const graph = graphOf(
      interconnect({ id: "dxcon-ic" }),
      connection({ id: "dxcon-h1", hosted: true, parentId: "dxcon-ic" }),
      lag({ id: "dxlag-1" }),
      connection({ id: "dxcon-h2", hosted: true, parentId: "dxlag-1" }),
    );
    expect(node(graph, "connection/dxcon-h1").parent).toBe("interconnect/dxcon-ic");
    expect(node(graph, "connection/dxcon-h2").parent).toBe("lag/dxlag-1");
  });

  it("have a customer's side also when no virtual interface tells whose", () => {
    const graph = graphOf(bundle, ...members, connection({ id: "dxcon-3" }));
    expect(graph.edges.map(({ id }) => id).sort()).toEqual(["customer/unknown>connection/dxcon-3", "customer/unknown>lag/dxlag-1"]);
    expect(node(graph, "customer/unknown").label).toBe("Customer side");
  });

  it("are joined once with each customer ASN that uses them", () => {
    const on = { connectionId: "dxcon-3" };
    const graph = graphOf(
      connection({ id: "dxcon-3" }),
      virtualInterface({ id: "dxvif-1", ...on, asn: 65001 }),
      virtualInterface({ id: "dxvif-2", ...on, asn: 65001, vlan: 2 }),
      virtualInterface({ id: "dxvif-3", ...on, asn: 4200000001, vlan: 3 }),
    );
    const crossConnects = graph.edges.filter(({ kind }) => kind === "crossConnect").map(({ source }) => source);
    expect(crossConnects).toEqual(["customer/65001", "customer/4200000001"]);
  });

  it("without a location stand in none", () => {
    expect(node(graphOf(connection({ id: "dxcon-3", location: "" })), "connection/dxcon-3").parent).toBeUndefined();
  });
});

it("a port tells which resiliency groups it is in, as long as there are they", () => {
  const groups = ["pair", "old"].map((name) => resiliencyGroup({ id: `dxrg-${name}`, name, connectionIds: ["dxcon-1"], state: name === "old" ? "deleted" : "available" }));
  const graph = graphOf(connection({ id: "dxcon-1" }), connection({ id: "dxcon-2" }), ...groups, resiliencyGroup({ id: "dxrg-unread", connectionIds: undefined }));
  expect(node(graph, "connection/dxcon-1").groups).toEqual([{ id: "resiliencyGroup/dxrg-pair", name: "pair" }]);
  expect(node(graph, "connection/dxcon-2").groups).toEqual([]);
});

describe("what hangs on what", () => {
  it("leads a virtual interface to its Direct Connect gateway through its attachment", () => {
    const graph = graphOf(
      virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1", directConnectGatewayId: "gw" }),
      directConnectGateway({ id: "gw" }),
      attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-1" }),
    );
    expect(edge(graph, "attachment/gw/dxvif-1")).toMatchObject({ source: "virtualInterface/dxvif-1", target: "directConnectGateway/gw", state: "attached" });
    expect(graph.edges.filter(({ target }) => target === "directConnectGateway/gw")).toHaveLength(1);
  });

  it("leads it there also when attachments could not be read", () => {
    const graph = graphOf(virtualInterface({ id: "dxvif-1", directConnectGatewayId: "gw" }));
    expect(edge(graph, "virtualInterface/dxvif-1>directConnectGateway/gw").menu).toBe("");
    expect(node(graph, "directConnectGateway/gw")).toMatchObject({ listed: false, owned: false, menu: "" });
  });

  it("leads a public one to the public services, a private one without gateway to its virtual private gateway", () => {
    const graph = graphOf(
      virtualInterface({ id: "dxvif-1", type: "public" }),
      virtualInterface({ id: "dxvif-2", virtualGatewayId: "vgw-1" }),
    );
    edge(graph, "virtualInterface/dxvif-1>publicServices/us-east-1");
    edge(graph, "virtualInterface/dxvif-2>virtualPrivateGateway/vgw-1");
  });

  it("draws another account's port, gateway and virtual interface as known by name only", () => {
    const graph = graphOf(
      virtualInterface({ id: "dxvif-1", connectionId: "dxlag-x", location: "EqDC2" }),
      attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-2", virtualInterfaceOwnerAccount: networkTeamAccount }),
      association({ id: "a", directConnectGatewayId: "gw", gateway: { id: "tgw-1", type: "transitGateway", ownerAccount: networkTeamAccount, region: "eu-west-1" } }),
    );
    expect(node(graph, "lag/dxlag-x")).toMatchObject({ listed: false, parent: "location/EqDC2" });
    expect(node(graph, "virtualInterface/dxvif-2")).toMatchObject({ listed: false, account: networkTeamAccount });
    expect(node(graph, "transitGateway/tgw-1")).toMatchObject({ listed: false, region: "eu-west-1" });
  });

  it("draws a core network of Cloud WAN as what it is", () => {
    const gateway = { id: "core-network-1", type: "coreNetwork", ownerAccount: networkTeamAccount, region: "" } as const;
    const graph = graphOf(directConnectGateway({ id: "gw" }), association({ id: "a", directConnectGatewayId: "gw", gateway }));
    expect(node(graph, "coreNetwork/core-network-1")).toMatchObject({ kind: "coreNetwork", column: "cloudGateway", region: undefined });
    expect(edge(graph, "association/a")).toMatchObject({ source: "directConnectGateway/gw", target: "coreNetwork/core-network-1" });
  });

  it("names the public services of each Region by the Region first", () => {
    const graph = graphOf(...["us-east-1", "eu-west-1"].map((region) => virtualInterface({ id: `dxvif-${region}`, type: "public", region })));
    const names = graph.nodes.filter(({ kind }) => kind === "publicServices").map(({ label, summary }) => [label, summary]);
    expect(names).toEqual([
      ["us-east-1 public", "US East (N. Virginia)"],
      ["eu-west-1 public", "Europe (Ireland)"],
    ]);
  });

  it("gathers the gateways that nothing leads to", () => {
    const graph = graphOf(directConnectGateway({ id: "gw" }), cloudGateway("virtualPrivateGateway", { id: "vgw-1" }), directConnectGateway({ id: "used" }), virtualInterface({ id: "v", directConnectGatewayId: "used" }));
    expect(["directConnectGateway/gw", "virtualPrivateGateway/vgw-1", "directConnectGateway/used"].map((id) => node(graph, id).parent)).toEqual(["unattached", "unattached", undefined]);
    expect(node(graph, "unattached")).toMatchObject({ label: "Not attached", column: undefined, menu: "" });
  });

  it("says beside a virtual interface how long its failover test goes on", () => {
    const graph = graphOf(virtualInterface({ id: "dxvif-1", state: "testing", testMinutesLeft: 42 }), virtualInterface({ id: "dxvif-2" }));
    expect(["1", "2"].map((index) => node(graph, `virtualInterface/dxvif-${index}`).notice)).toEqual(["42 min left", ""]);
  });

  it("draws an open proposal as an edge, an accepted one not beside its association", () => {
    const gateway = { id: "vgw-1", type: "virtualPrivateGateway", ownerAccount: networkTeamAccount, region: "us-east-1" } as const;
    const open = proposal({ id: "p1", directConnectGatewayId: "gw", gateway });
    const accepted = proposal({ id: "p2", directConnectGatewayId: "gw", gateway, state: "accepted" });
    const graph = graphOf(directConnectGateway({ id: "gw" }), open, accepted);
    expect(graph.edges.map(({ id, kind, health }) => [id, kind, health])).toEqual([["proposal/p1", "proposal", "waiting"]]);
  });
});

describe("health", () => {
  const peers = (...statuses: string[]): Resource[] =>
    statuses.map((bgpStatus, index) => bgpPeer({ id: `dxpeer-${index}`, virtualInterfaceId: "dxvif-1", bgpStatus }));

  it("of an available virtual interface is bad while a BGP session is down", () => {
    const graph = graphOf(virtualInterface({ id: "dxvif-1" }), ...peers("up", "down"));
    expect(node(graph, "virtualInterface/dxvif-1")).toMatchObject({ state: "available", health: "bad", summary: "BGP 1/2 up · private · VLAN 101" });
    expect(node(graphOf(virtualInterface({ id: "dxvif-1" }), ...peers("up", "up")), "virtualInterface/dxvif-1").health).toBe("good");
  });

  it("does not count a deleted peer", () => {
    const gone = bgpPeer({ id: "dxpeer-9", virtualInterfaceId: "dxvif-1", bgpStatus: "down", state: "deleted" });
    const graph = graphOf(virtualInterface({ id: "dxvif-1" }), ...peers("up"), gone);
    expect(node(graph, "virtualInterface/dxvif-1")).toMatchObject({ health: "good", summary: "private · VLAN 101 · BGP 1/1 up" });
  });

  it("of a virtual interface runs along its attachment", () => {
    const graph = graphOf(
      virtualInterface({ id: "dxvif-1", directConnectGatewayId: "gw" }),
      ...peers("down"),
      attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-1" }),
    );
    expect(edge(graph, "attachment/gw/dxvif-1").health).toBe("bad");
  });

  it("of a LAG is bad in part while a link is down and another up, and bad with none up", () => {
    const bundle = (...states: readonly string[]) =>
      node(graphOf(lag({ id: "dxlag-1", connectionIds: ["dxcon-0", "dxcon-1"], minimumLinks: 0 }), ...states.map((state, index) => connection({ id: `dxcon-${String(index)}`, lagId: "dxlag-1", state }))), "lag/dxlag-1");
    expect(bundle("available", "available")).toMatchObject({ health: "good", summary: "2 × 10 Gbps", leastLinks: 1 });
    expect(bundle("available", "down")).toMatchObject({ health: "bad", partly: true, summary: "1/2 links up · 2 × 10 Gbps" });
    expect(bundle("down", "down")).toMatchObject({ health: "bad", partly: false, summary: "0/2 links up · 2 × 10 Gbps" });
    expect(bundle("available", "requested")).toMatchObject({ health: "good", partly: false, summary: "1/2 links up · 2 × 10 Gbps" });
  });

  it("of a location is that of its worst port", () => {
    const graph = graphOf(connection({ id: "dxcon-1" }), connection({ id: "dxcon-2", state: "down" }), connection({ id: "dxcon-3", location: "CSVA1" }));
    expect(node(graph, "location/EqDC2").health).toBe("bad");
    expect(node(graph, "location/CSVA1").health).toBe("good");
  });

  it("counts a customer's BGP sessions by their ASN", () => {
    const graph = graphOf(connection({ id: "dxcon-1" }), virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1" }), ...peers("up", "down"));
    expect(node(graph, "customer/65001")).toMatchObject({ health: "bad", partly: true, summary: "1 of 2 BGP sessions up" });
    const down = graphOf(connection({ id: "dxcon-1" }), virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1" }), ...peers("down", "down"));
    expect(node(down, "customer/65001")).toMatchObject({ health: "bad", partly: false });
  });
});

describe("menus", () => {
  it("match the tree item's context value, for what is listed only", () => {
    const graph = graphOf(
      connection({ id: "dxcon-1", hosted: true, state: "ordering" }),
      cloudGateway("transitGateway", { id: "tgw-1", ownerAccount: networkTeamAccount }),
    );
    expect(node(graph, "connection/dxcon-1").menu).toBe("connection:ordering;hosted;owned;");
    expect(node(graph, "transitGateway/tgw-1").menu).toBe("transitGateway:available;");
    expect(node(graph, "transitGateway/tgw-1").target).toBe("transitGateway/tgw-1");
  });

  it("offer at a location what can be made there, with the place where only one profile sees it", () => {
    const one = graphOf(connection({ id: "dxcon-1" }), connection({ id: "dxcon-2" }));
    const target = placeOf({ state: "location", profile: connection({ id: "dxcon-1" }).profile, region: "us-east-1", location: "EqDC2" }).key;
    expect(node(one, "location/EqDC2")).toMatchObject({ menu: "heading:location", target });
    const two = graphOf(connection({ id: "dxcon-1" }), connection({ id: "dxcon-2", profile: "partner" }));
    expect(node(two, "location/EqDC2")).toMatchObject({ menu: "heading:location", target: "" });
  });
});
