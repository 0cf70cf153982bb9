import { describe, expect, test } from "vitest";
import type { Inventory, ReadFailure } from "../../src/model/inventory.ts";
import { buildOutline, failureLabel, findNode, groupings, type OutlineNode } from "../../src/model/outline.ts";
import type { Resource } from "../../src/model/resource.ts";
import { english, noText, phrase, verbatim } from "../../src/model/text.ts";
import { inEnglish } from "../support/in-english.ts";
import { processorTime } from "../support/processor-time.ts";
import { bgpPeer, connection, directConnectGateway, networkTeamAccount, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

const sample = sampleInventory();

function all(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}

/** The labels from the root to the node of the key. */
function pathTo(nodes: readonly OutlineNode[], key: string): readonly string[] | undefined {
  for (const node of nodes) {
    if (node.id === key) return [english(node.label)];
    const below = pathTo(node.children, key);
    if (below !== undefined) return [english(node.label), ...below];
  }
  return undefined;
}

function failure(more: Partial<ReadFailure>): ReadFailure {
  return { profile: "prod", region: "us-east-1", action: "DescribeLags", reason: "denied", message: "no", text: verbatim("no"), requestId: undefined, ...more };
}

function withFailures(...failures: readonly ReadFailure[]): Inventory {
  return { ...sample, failures };
}

describe.each(groupings)("by %s", (grouping) => {
  const outline = buildOutline(sample, grouping);
  const nodes = all(outline);

  test("ids are unique and hold nothing that changes", () => {
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const changed: Inventory = {
      ...sample,
      resources: sample.resources.map((resource) => ({ ...resource, name: `${resource.name}-renamed`, tags: { a: "b" } })),
    };
    expect(new Set(all(buildOutline(changed, grouping)).map(({ id }) => id))).toEqual(new Set(nodes.map(({ id }) => id)));
  });

  test("no resource is listed twice, and only what another node stands for is left out", () => {
    const shown = new Set(nodes.flatMap((node) => (node.kind === "resource" ? [node.resource.key] : [])));
    const hidden = sample.resources.filter(({ key }) => !shown.has(key)).map(({ kind }) => kind);
    const standIns = ["attachment", "virtualPrivateGateway", "transitGateway"];
    expect(grouping === "gateway" ? hidden.filter((kind) => !standIns.includes(kind)) : hidden).toEqual([]);
  });

  test("no heading is empty", () => {
    for (const node of nodes) if (node.kind === "heading") expect(node.children.length).toBeGreaterThan(0);
  });

  test("a failure stands beside what could be read", () => {
    const failed = all(buildOutline(withFailures(failure({})), grouping));
    expect(failed.filter(({ kind }) => kind === "failure")).toHaveLength(1);
    expect(failed.filter(({ kind }) => kind === "resource")).toHaveLength(nodes.filter(({ kind }) => kind === "resource").length);
  });

  test("2,000 resources take no time that is felt", () => {
    const copies = Array.from({ length: 34 }, (_, copy) => sample.resources.map((resource) => renumbered(resource, copy)));
    const large: Inventory = { ...sample, resources: copies.flat() };
    const spent = processorTime();
    buildOutline(large, grouping);
    expect(large.resources.length).toBeGreaterThan(2_000);
    expect(spent()).toBeLessThan(250);
  });
});

function renumbered(resource: Resource, copy: number): Resource {
  return { ...resource, key: `${resource.key}-${copy}`, id: `${resource.id}-${copy}` };
}

describe("where things stand", () => {
  const cases = [
    ["location", "bgpPeer/dxpeer-prv00100", ["us-east-1", "EqDC2", "prod-iad-a", "prod-private-a", "169.254.96.2/30"]],
    ["location", "connection/dxcon-ffabc010", ["us-east-1", "EqDC2", "prod-iad-lag", "prod-iad-lag-1"]],
    ["location", "connection/dxcon-fgpart02", ["us-east-1", "EqDC2", "transport-iad", "tenant-1g"]],
    ["location", "directConnectGateway/5f294f92-bafb-4011-916d-9b0bec7ad1c1", ["Direct Connect gateways", "prod-private"]],
    ["location", "virtualPrivateGateway/vgw-0a1b2c3d", ["us-east-1", "Virtual private gateways", "lab-vpc"]],
    ["location", "virtualInterface/dxvif-fgcnf001", ["us-east-1", "EqDC2", "shared-private"]],
    ["gateway", "virtualInterface/dxvif-fgprv001", ["prod-private", "prod-private-a"]],
    ["gateway", "virtualInterface/dxvif-fglab001", ["Virtual private gateways", "lab-vpc", "lab-private"]],
    ["gateway", "virtualInterface/dxvif-fgpub001", ["Virtual interfaces without a gateway", "prod-public"]],
    ["gateway", "attachment/0c2f7a6e-94cd-4df5-8f1a-6b3b2f0c9d11/dxvif-fgdub004", ["lab", "dub-new"]],
    ["gateway", "connection/dxcon-ffabc010", ["us-east-1", "EqDC2", "prod-iad-lag", "prod-iad-lag-1"]],
    ["type", "connection/dxcon-ffabc020", ["Hosted connections", "branch-500m"]],
    ["type", "connection/dxcon-ffabc010", ["Connections", "prod-iad-lag-1"]],
    ["type", "bgpPeer/dxpeer-prv00100", ["Virtual interfaces", "prod-private-a", "169.254.96.2/30"]],
  ] as const;
  test.each(cases)("by %s: %s", (grouping, key, path) => expect(pathTo(buildOutline(sample, grouping), key)).toEqual(path));

  test("gateways come first when they group, and numbers within names count", () => {
    expect(buildOutline(sample, "gateway").slice(0, 3).map(({ label }) => english(label))).toEqual(["lab", "prod-private", "prod-transit"]);
    const resources = ["link-10", "link-2"].map((name) => connection({ id: name, name }));
    const [region] = buildOutline({ ...sample, resources }, "location");
    expect(region?.children[0]?.children.map(({ label }) => english(label))).toEqual(["link-2", "link-10"]);
  });
});

describe("several profiles", () => {
  const theirs = connection({ id: "dxcon-theirs", name: "theirs", ownerAccount: networkTeamAccount, profile: "network", owned: true });
  const ours = virtualInterface({ id: "dxvif-ours", name: "ours", connectionId: "dxcon-theirs" });
  const both: Inventory = {
    ...sample,
    accounts: [...sample.accounts, { profile: "network", id: networkTeamAccount, regions: ["us-east-1"] }],
    resources: [ours, theirs],
  };

  test("each have a branch, and what hangs on another's port stays with its owner", () => {
    const outline = buildOutline(both, "location");
    expect(outline.map(({ label }) => english(label))).toEqual(["prod", "network"]);
    expect(pathTo(outline, ours.key)).toEqual(["prod", "us-east-1", "EqDC2", "ours"]);
    expect(pathTo(outline, theirs.key)).toEqual(["network", "us-east-1", "EqDC2", "theirs"]);
  });

  test("a failure stays in its branch", () => {
    const outline = buildOutline({ ...both, failures: [failure({ profile: "network", reason: "expired" })] }, "location");
    expect(outline[1]?.children[0]).toMatchObject({ kind: "failure", label: failureLabel("expired") });
    expect(all([outline[0]].filter((node) => node !== undefined)).some(({ kind }) => kind === "failure")).toBe(false);
  });
});

describe("failures", () => {
  test("of one reason in one Region are one node with every call", () => {
    const outline = buildOutline(withFailures(failure({}), failure({ action: "DescribeConnections" })), "location");
    const [region] = outline.filter(({ label }) => english(label) === "us-east-1");
    expect(region?.children[0]).toMatchObject({ kind: "failure", reason: "denied", label: failureLabel("denied") });
    expect(region?.children[0]?.kind === "failure" && region.children[0].failures.map(({ action }) => action)).toEqual(["DescribeLags", "DescribeConnections"]);
  });

  test("that lie with the credentials are said once, not for every Region", () => {
    const expired = ["us-east-1", "eu-west-1"].map((region) => failure({ region, reason: "expired" }));
    const outline = buildOutline(withFailures(...expired), "location");
    expect(outline[0]).toMatchObject({ kind: "failure", reason: "expired" });
    expect(all(outline).filter(({ kind }) => kind === "failure")).toHaveLength(1);
  });

  test("that hit every Region and the global calls alike are said once", () => {
    const everywhere = [undefined, "us-east-1", "eu-west-1"].map((region) => failure({ region, reason: "unreachable" }));
    const nodes = all(buildOutline(withFailures(...everywhere), "location")).filter(({ kind }) => kind === "failure");
    expect(nodes).toHaveLength(1);
    expect(all(buildOutline(withFailures(...everywhere.slice(1)), "location")).filter(({ kind }) => kind === "failure")).toHaveLength(2);
  });

  test("of global calls stand at the top, and of a Region without anything in it", () => {
    const outline = buildOutline(withFailures(failure({ region: undefined }), failure({ region: "ap-south-1", reason: "unreachable" })), "location");
    expect(outline[0]).toMatchObject({ kind: "failure" });
    const alone = outline.find(({ label }) => english(label) === "ap-south-1");
    expect(alone).toMatchObject({ detail: verbatim("Asia Pacific (Mumbai)") });
    expect(alone?.children.map(({ label }) => english(label))).toEqual(["Endpoint unreachable"]);
  });
});

describe("a virtual interface with several sessions", () => {
  const port = connection({ id: "c" });
  const carried = virtualInterface({ id: "v", connectionId: "c" });
  const peer = (id: string, bgpStatus: string): Resource => bgpPeer({ id, virtualInterfaceId: "v", bgpStatus });
  const nodeFor = (...statuses: readonly string[]): OutlineNode | undefined => {
    const resources = [port, carried, ...statuses.map((status, index) => peer(`p${index}`, status))];
    return findNode(buildOutline({ ...sampleInventory(), resources }, "location"), carried.key);
  };

  test.each([
    [["up", "up"], "good", ""],
    [["up", "down"], "bad", "BGP 1/2 up"],
    [["down"], "bad", "BGP 0/1 up"],
    [[], "good", ""],
  ])("of which are %j is %s", (statuses, health, notice) => expect(inEnglish(nodeFor(...statuses))).toMatchObject({ health, notice }));
});

test("what waits is counted on everything above it, and once", () => {
  const port = connection({ id: "c" });
  const waiting = virtualInterface({ id: "v", connectionId: "c", state: "confirming" });
  const resources = [port, waiting, connection({ id: "d", state: "down" }), virtualInterface({ id: "w", connectionId: "d", state: "down" })];
  const outline = buildOutline({ ...sampleInventory(), resources }, "location");
  const notices = all(outline).map((node) => [english(node.label), english(node.notice)]);
  expect(notices).toEqual([
    ["us-east-1", "1 down · 1 to confirm"],
    ["EqDC2", "1 down · 1 to confirm"],
    ["c", "1 to confirm"],
    ["v", ""],
    ["d", ""],
    ["w", ""],
  ]);
});

test("what is down because of something in another branch is counted in its own, or its gateway would seem to work", () => {
  const carried = virtualInterface({ id: "w", connectionId: "d", state: "down", directConnectGatewayId: "g" });
  const resources = [connection({ id: "d", state: "down" }), carried, directConnectGateway({ id: "g" })];
  const nodes = all(buildOutline({ ...sampleInventory(), resources }, "gateway"));
  expect(nodes.find(({ id }) => id === "directConnectGateway/g")).toMatchObject({ notice: phrase("1 down below") });
  expect(nodes.find(({ id }) => id === "connection/d")).toMatchObject({ notice: noText });
});

test("a node is found by its resource's key", () => {
  expect(inEnglish(findNode(buildOutline(sample, "type"), "connection/dxcon-ffabc001"))?.label).toBe("prod-iad-a");
  expect(findNode(buildOutline(sample, "type"), "connection/none")).toBeUndefined();
});
