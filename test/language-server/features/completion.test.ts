import { describe, expect, it } from "vitest";
import { completionsAt } from "../../../src/language-server/features/completion.ts";
import { emptyInventory } from "../../../src/model/inventory.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { liveStateOf } from "../../../src/model/plan/live.ts";
import { liveState } from "../../model/plan/rules/cases/live.ts";
import { atCursor } from "../../support/plans.ts";
import { connection, sampleAccount, sampleInventory, virtualInterface } from "../../support/sample-inventory.ts";

const ports = "version: 1\nregion: us-east-1\nconnections:\n  a: { location: EqDC2, bandwidth: 10Gbps }\n  b: { location: CSVA1, bandwidth: 10Gbps }\ndirectConnectGateways:\n  core: {}\n  hub: {}\n";
const tagged = 'connections:\n  a: { location: EqDC2, providerName: Lumen, tags: { env: prod, owner: "1" } }\n  b: { location: CSVA1, providerName: Zayo, tags: { env: lab, db-password: hunter2 } }\n  d: { tags: { env: prod } }\n';
const associated = 'associations:\n  x: { directConnectGateway: core, gateway: tgw-0a1b2c3e, allowedPrefixes: [10.1.0.0/16, 10.2.0.0/16] }\n  z: { gateway: vgw-0a1b2c3f, allowedPrefixes: [10.2.0.0/16, "2001:db8::/32"] }\n';
const used = "  used: { type: private, connection: a, vlan: 101, asn: 1, directConnectGateway: core }\n  hubbed: { type: transit, connection: a, vlan: 102, asn: 1, directConnectGateway: hub }\n";

function itemsAt(marked: string, live?: typeof liveState) {
  const { text, offset } = atCursor(marked);
  const plan = new PlanDocument(text);
  plan.useLive(live);
  return [...completionsAt(plan, offset)].sort((one, other) => ((one.sortText ?? one.label) < (other.sortText ?? other.label) ? -1 : 1));
}

function labelsAt(marked: string): readonly string[] {
  return itemsAt(marked).map(({ label }) => label);
}

describe("fields", () => {
  it("come with the required ones first, those there already left out", () => {
    const labels = labelsAt("virtualInterfaces:\n  v:\n    type: private\n    |");
    expect(labels.slice(0, 3)).toEqual(["connection", "lag", "vlan"]);
    expect(labels).not.toContain("type");
    expect(labels).toContain("bgpPeers");
  });

  it.each([
    ["half a word", "virtualInterfaces:\n  v:\n    vl|", "vlan"],
    ["an empty line between fields", "connections:\n  a:\n    location: EqDC2\n    |\n    tags: {}\n", "bandwidth"],
    ["flow style", "connections:\n  a: { location: EqDC2, | }", "bandwidth"],
    ["the top", "version: 1\n|", "connections"],
    ["a peer", "virtualInterfaces:\n  v:\n    bgpPeers:\n      p:\n        |", "addressFamily"],
    ["a member of a list", "connections:\n  a:\n    macSecKeys:\n      - |", "secretARN"],
  ])("are offered at %s", (_, marked, expected) => {
    expect(labelsAt(marked)).toContain(expected);
  });

  it("leave out the other one of two that exclude each other", () => {
    expect(labelsAt("virtualInterfaces:\n  v:\n    connection: a\n    |")).not.toContain("lag");
    expect(labelsAt("virtualInterfaces:\n  v:\n    type: private\n    directConnectGateway: core\n    |")).not.toContain("virtualGateway");
    expect(labelsAt("virtualInterfaces:\n  v:\n    bgpPeers:\n      p:\n        addressFamily: ipv6\n        |")).not.toContain("amazonAddress");
    expect(labelsAt("virtualInterfaces:\n  v:\n    conn|ection: a\n")).toEqual(expect.arrayContaining(["connection", "lag"]));
  });

  it("replace the word at the cursor, and keep a colon that is there", () => {
    const vlan = itemsAt("virtualInterfaces:\n  v:\n    vl|").find(({ label }) => label === "vlan");
    expect(vlan?.textEdit).toEqual({ range: { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } }, newText: "vlan: " });
    const kept = itemsAt("virtualInterfaces:\n  v:\n    vl|an: 1\n").find(({ label }) => label === "vlan");
    expect(kept?.textEdit?.newText).toBe("vlan");
  });
});

describe("values", () => {
  it.each([
    ["an enumeration", "virtualInterfaces:\n  v:\n    type: |", ["private", "public", "transit"]],
    ["a boolean", "virtualInterfaces:\n  v:\n    enableSiteLink: |", ["true", "false"]],
    ["a reference", `${ports}virtualInterfaces:\n  v:\n    connection: |`, ["a", "b"]],
    ["a reference before more fields", `${ports}virtualInterfaces:\n  v:\n    connection: |\n    vlan: 1\n`, ["a", "b"]],
    ["a list of references", `${ports}resiliencyGroups:\n  g:\n    connections: [a, |]`, ["b"]],
    ["speeds at a location", "connections:\n  a:\n    location: EirCl\n    bandwidth: |", ["1Gbps", "10Gbps"]],
    ["speeds of a hosted connection", "connections:\n  a:\n    hosted: true\n    bandwidth: |", ["50Mbps", "100Mbps", "200Mbps", "300Mbps", "400Mbps", "500Mbps", "1Gbps", "2Gbps", "5Gbps", "10Gbps", "25Gbps"]],
    ["packet sizes", "virtualInterfaces:\n  v:\n    type: transit\n    mtu: |", ["1500", "8500"]],
    ["a secret", "virtualInterfaces:\n  v:\n    authKey: |", ["${env:NAME}", "${secret:NAME}"]],
    ["gateways of private ones", `${ports}virtualInterfaces:\n${used}  v:\n    type: private\n    directConnectGateway: |`, ["core"]],
    ["gateways of transit ones", `${ports}virtualInterfaces:\n${used}  v:\n    type: transit\n    directConnectGateway: |`, ["hub"]],
    ["free VLANs", `${ports}virtualInterfaces:\n${used}  v:\n    connection: a\n    vlan: |`, ["103", "104", "105", "106", "107"]],
    ["free VLANs between those in use", `${ports}virtualInterfaces:\n${used}  w: { connection: a, vlan: 104 }\n  x: { connection: a, vlan: 300 }\n  v:\n    connection: a\n    vlan: |`, ["103", "105", "106", "107", "301"]],
    ["keys of tags, the most used first", `${tagged}  c:\n    tags:\n      |`, ["env", "owner", "db-password"]],
    ["keys of tags that are not there yet", `${tagged}  c:\n    tags: { env: lab, | }`, ["owner", "db-password"]],
    ["the plan's keys of tags", `tags:\n  o|: x\n${tagged}`, ["env", "owner", "db-password"]],
    ["values of a tag", `${tagged}  c:\n    tags:\n      env: |`, ["prod", "lab"]],
    ["no value of a tag that sounds secret", `${tagged}  c:\n    tags:\n      db-password: |`, []],
    ["providers, those at the location first", `${tagged}  c:\n    location: CSVA1\n    providerName: |`, ["Zayo", "Lumen"]],
    ["ASNs that no gateway has", "directConnectGateways:\n  core: {}\n  hub: { amazonSideAsn: 64514 }\n  new:\n    amazonSideAsn: |", ["64513", "64515", "64516", "64517", "4200000000", "64512"]],
    ["AWS's default ASN", "virtualInterfaces:\n  v: { asn: 64513 }\ndirectConnectGateways:\n  new:\n    amazonSideAsn: |", ["64512", "64514", "64515", "64516", "64517", "4200000000"]],
    ["prefixes of other lists", `${associated}  y:\n    gateway: vgw-0a1b2c3d\n    allowedPrefixes: [10.1.0.0/16, |]`, ["10.2.0.0/16", "2001:db8::/32"]],
    ["no prefixes that lead to another transit gateway", `${associated}  y:\n    directConnectGateway: core\n    gateway: tgw-0a1b2c3d\n    allowedPrefixes:\n      - |`, ["2001:db8::/32"]],
    ["no prefixes within or around those that lead to another transit gateway", `${associated}  w: { gateway: vgw-0a1b2c3e, allowedPrefixes: [10.0.0.0/8, 10.1.7.0/24, 10.3.0.0/16, 9.0.0.0/8] }\n  y:\n    directConnectGateway: core\n    gateway: tgw-0a1b2c3d\n    allowedPrefixes:\n      - |`, ["2001:db8::/32", "10.3.0.0/16", "9.0.0.0/8"]],
    ["prefixes of public ones", "virtualInterfaces:\n  u: { type: public, routeFilterPrefixes: [198.51.100.0/24] }\n  v:\n    type: public\n    routeFilterPrefixes: |", ["198.51.100.0/24"]],
    ["accounts that the plan names", 'hostedConnections:\n  h: { ownerAccount: "222233334444" }\nassociations:\n  s:\n    gatewayOwnerAccount: |', ["222233334444"]],
    ["not the plan's own account as another's", 'account: "222233334444"\nassociations:\n  s: { gatewayOwnerAccount: "222233334444" }\nvirtualInterfaces:\n  v:\n    ownerAccount: |', []],
    ["nothing for a text of a resource that is called tags", `${tagged}  tags:\n    name: |`, []],
    ["the other end of a session", "virtualInterfaces:\n  v:\n    amazonAddress: 169.254.10.1/30\n    customerAddress: |", ["169.254.10.2/30"]],
    ["the other end of a peer's session", "virtualInterfaces:\n  v:\n    bgpPeers:\n      p:\n        customerAddress: 10.0.0.0/31\n        amazonAddress: |", ["10.0.0.1/31"]],
    ["an end of a subnet that is free", "virtualInterfaces:\n  u: { amazonAddress: 169.254.0.1/30 }\n  v:\n    customerAddress: |", ["169.254.0.6/30"]],
    ["the member at the cursor too", `${ports}resiliencyGroups:\n  g:\n    connections: [b, |a]`, ["a"]],
    ["the VLAN of a hosted connection", "connections:\n  h: { hosted: true, id: dxcon-fg5678gh, vlan: 7 }\nvirtualInterfaces:\n  v:\n    connection: h\n    vlan: |", ["7"]],
    ["the other end of an IPv6 session", 'virtualInterfaces:\n  v:\n    amazonAddress: "2001:db8::1/126"\n    customerAddress: |', ['"2001:db8::2/126"']],
    ["LAGs of the same place and speed", "lags:\n  l: { location: EqDC2, connectionsBandwidth: 10Gbps }\n  m: { location: CSVA1, connectionsBandwidth: 10Gbps }\nconnections:\n  c:\n    location: EqDC2\n    bandwidth: 10Gbps\n    lag: |", ["l"]],
    ["gateways of transit gateways", `${ports}virtualInterfaces:\n${used}associations:\n  t:\n    gateway: tgw-0a1b2c3d\n    directConnectGateway: |`, ["hub"]],
    ["hosted connections that are free", `${ports.replace("  b:", "  h: { hosted: true, id: dxcon-fg5678gh }\n  i: { hosted: true, id: dxcon-fg5678gi }\n  b:")}virtualInterfaces:\n  u: { connection: h }\n  v:\n    connection: |`, ["a", "i", "b"]],
    ["as many connections as a LAG can have", "lags:\n  l:\n    connectionsBandwidth: 100Gbps\n    numberOfConnections: |", ["1", "2"]],
    ["ASNs of the plan", "virtualInterfaces:\n  u: { asn: 65001 }\n  v:\n    asn: |", ["65001"]],
    ["no packet size for a public one", "virtualInterfaces:\n  v:\n    type: public\n    mtu: |", []],
    ["none for a public session", "virtualInterfaces:\n  v:\n    type: public\n    customerAddress: |", []],
  ])("%s", (_, marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  it.each([
    [`${tagged}  c:\n    tags:\n      |`, "env: "],
    [`${tagged}  c:\n    tags:\n      "|`, "env"],
    [`${tagged}  c:\n    tags:\n      owner: |`, '"1"'],
    [`${tagged}  c:\n    tags:\n      owner: "|"`, "1"],
    ['connections:\n  a: { providerName: "O\'Neil" }\n  b:\n    providerName: \'|', "O''Neil"],
    ['connections:\n  a: { providerName: "O\'Neil" }\n  b:\n    providerName: "|', "O'Neil"],
    ["connections:\n  a: { tags: { x: 'say \"hi\"' } }\n  b:\n    tags:\n      x: '|", 'say "hi"'],
    ["connections:\n  a: { tags: { x: 'say \"hi\"' } }\n  b:\n    tags:\n      x: \"|", String.raw`say \"hi\"`],
    [`${associated}  y:\n    allowedPrefixes: |`, "[10.1.0.0/16]"],
    [`${associated}  y:\n    allowedPrefixes:\n      |`, "- 10.1.0.0/16"],
    [`${associated}  y:\n    allowedPrefixes:\n      - 10.1.0.0/16\n      - 10.2.0.0/16\n      - |`, '"2001:db8::/32"'],
  ])("stand as YAML needs them at %j", (marked, inserted) => {
    expect(itemsAt(marked)[0]?.textEdit?.newText).toBe(inserted);
  });

  it("have the next free VLAN selected", () => {
    const items = itemsAt(`${ports}virtualInterfaces:\n${used}  w: { connection: a, vlan: 104 }\n  v:\n    connection: a\n    vlan: |`);
    expect(items.filter(({ preselect }) => preselect).map(({ label }) => label)).toEqual(["105"]);
  });

  it("name locations, those of the Region first", () => {
    const items = itemsAt("region: eu-west-1\nconnections:\n  a:\n    location: |");
    expect(items.slice(0, 4).every(({ detail }) => detail?.endsWith("eu-west-1"))).toBe(true);
    expect(items.find(({ label }) => label === "EqDC2")?.detail).toBe("Equinix DC2/DC11, Ashburn, VA · us-east-1");
  });
});

describe("whole resources", () => {
  it("are offered where a logical name stands", () => {
    const item = itemsAt("virtualInterfaces:\n  |").find(({ label }) => label === "new private virtual interface");
    expect(item?.insertText).toContain("type: private");
    expect(item?.insertText?.split("\n")[0]).toBe("${1:private}:");
  });
});

describe("nothing is offered", () => {
  it.each(["# c|", "region: us-east-1 # |", "x-own:\n  |", "connections:\n  a:\n    tags:\n      |"])("at %j", (marked) => {
    expect(labelsAt(marked)).toEqual([]);
  });
});

describe("codes of rules", () => {
  it("are offered in a comment, those first that speak of its line or the next", () => {
    const items = itemsAt(`${ports}virtualInterfaces:\n  v:\n    # dx-ignore DX1|\n    vlan: 0\n`);
    expect(items[0]).toMatchObject({ label: "DX101", textEdit: { newText: "DX101", range: { start: { character: 16 }, end: { character: 19 } } } });
    expect(items.length).toBeGreaterThan(50);
    expect(labelsAt("region: us-east-1 # dx-ignore-file DX101, |\n")).toContain("DX112");
  });

  it("are not what any other comment is about", () => {
    expect(labelsAt("# see DX1|\n")).toEqual([]);
  });
});

it("offers what the live account holds by id, with its name, behind the plan's own", () => {
  const { text, offset } = atCursor(`${ports}virtualInterfaces:\n  v:\n    connection: |`);
  const plan = new PlanDocument(text);
  plan.useLive(liveState);
  const port = liveState?.ports.find(({ kind }) => kind === "connection");
  const items = completionsAt(plan, offset);
  expect(items.slice(0, 2).map(({ label }) => label)).toEqual(["a", "b"]);
  expect(items.find(({ label }) => label === port?.id)?.detail).toContain(port?.name);
});

describe("half-written text", () => {
  const section = `${ports}virtualInterfaces:\n  x:\n    type: private\n`;
  const resources = "new private virtual interface";

  it.each<readonly [marked: string, first: string | undefined, inserted?: string]>([
    ["|", "version", "version: "],
    ["\uFEFFver|", "version"],
    ["---\n|", "version"],
    ["{|", "version"],
    ["version: 1\n\n|\nconnections:\n  a: {}\n", "account"],
    ["version: 1\n  |", "account"],
    ["connections:\n|", "version"],
    ["connections:\n  n|", "new connection"],
    ["connections:\n  a:\n  |", "new connection"],
    ["connections:\n  a:\n      |", "location"],
    ["connections:\n  a|:\n    location: EqDC2\n", undefined],
    ["connections: { |", "new connection", "${1:primary}: { location: ${2:EqDC2}, bandwidth: ${3|1Gbps,10Gbps,100Gbps,400Gbps|} }"],
    ["connections: {a: {location: EqDC2}, |}", "new connection"],
    ["connections:\n  a: {|", "location"],
    ["connections:\n  a: { lo|", "location", "location: "],
    ["connections:\n  a: { lo|: EqDC2 }", "location", "location"],
    ["connections:\n  a: { location: EqDC2,|", "bandwidth"],
    ["connections:\n  a: { location: EqDC2, |\n  b: {}\n", "bandwidth"],
    ["connections:\n  a: { requestMACSec:|}", "true", " true"],
    ["connections:\n  a: { requestMACSec: |}", "true", "true"],
    ["connections:\n  a:\n    macSecKeys:\n    - |", "secretARN"],
    ["connections:\n  a:\n    macSecKeys:\n      - ckn: ab\n        |", "cak", "cak: "],
    ["connections:\n  a:\n    macSecKeys: [{ | }]", "secretARN"],
    [`${section}|`, "account"],
    [`${section}  |`, resources],
    [`${section}    |`, "connection", "connection: "],
    [`${section}      |`, "connection"],
    [`${section}    vl|an: 3\n`, "connection", "connection"],
    [`${section}    "vl|`, "connection", "connection"],
    [`${section}    connection:|`, "a", " a"],
    [`${section}    connection:|\n    vlan: 1\n`, "a", " a"],
    [`${section}    connection: |`, "a", "a"],
    [`${section}    connection: | # which`, "a", "a"],
    [`${section}    connection: "|"`, "a", "a"],
    [`${section}    connection: '|`, "a", "a"],
    [`${section}    connection: a # |`, undefined],
    [`${section}    # |`, undefined],
    [`${section}    ? |`, undefined],
    [`${section}    connection:\n      |\n    vlan: 1\n`, "a", "a"],
    [`${section}    connection:\n      b|`, "a", "a"],
    [`${section}foo\n    connection: |\n    vlan: 1\n`, "a", "a"],
    [`${section}    tags: { a: b\n    |\n    vlan: 1\n`, "connection"],
    [`${section}\tvl|`, "connection", "connection: "],
    [`${section}    # dx-|`, "dx-ignore", "dx-ignore "],
    [`x-own: &own {}\n${section}    <<: *|`, "*own", "*own"],
    [`x-own: &own {}\n${section}    <<: |`, "*own", "*own"],
    [`x-own: &own {}\n${section}    <<: [|]`, "*own", "*own"],
    [`${ports}resiliencyGroups:\n  g:\n    connections:\n      |`, "a", "- a"],
    ["connections:\n  a:\n    macSecKeys:\n      |", "secretARN", "- secretARN: "],
    [`${section}    vlan: 1\n    |\n  y:\n    type: transit\n`, "connection"],
    [`${section}    vlan: 1\n  |\n  y:\n    type: transit\n`, resources],
    [`${section}    vlan: 1\n|\n  y:\n    type: transit\n`, "account"],
    [`${section}    bgpPeers:\n      |`, "IPv6 peer"],
    [`${section}    bgpPeers: { v6: { | } }`, "asn"],
    [`${section}    |`.replaceAll("\n", "\r\n"), "connection"],
    [`${ports}resiliencyGroups:\n  g:\n    connections: |`, "a", "[a]"],
    [`${ports}resiliencyGroups:\n  g:\n    connections:\n      - |`, "a", "a"],
    [`${ports}resiliencyGroups:\n  g:\n    connections: [a,|]`, "b"],
  ])("%j", (marked, first, inserted) => {
    const [item] = itemsAt(marked ?? "");
    expect(item?.label).toBe(first);
    if (inserted !== undefined) expect(item?.textEdit?.newText).toBe(inserted);
  });
});

describe("live ids", () => {
  function liveLabels(marked: string): readonly string[] {
    const { text, offset } = atCursor(marked);
    const plan = new PlanDocument(text);
    plan.useLive(liveState);
    return completionsAt(plan, offset).map(({ label }) => label);
  }
  const { ports: livePorts = [], interfaces = [], gateways = [], associations = [] } = liveState ?? {};

  it("are what a resource of their kind can adopt, those in the plan left out", () => {
    const connections = livePorts.filter(({ kind }) => kind === "connection").map(({ id }) => id);
    expect(connections.length).toBeGreaterThan(1);
    expect(liveLabels("connections:\n  a:\n    id: |")).toEqual(connections);
    expect(liveLabels(`connections:\n  b: { id: ${connections[0] ?? ""} }\n  a:\n    id: |`)).toEqual(connections.slice(1));
    expect(liveLabels("virtualInterfaces:\n  a:\n    id: |")).toEqual(interfaces.map(({ id }) => id));
    expect(liveLabels("directConnectGateways:\n  a: { id: | }")).toEqual(gateways.map(({ id }) => id));
  });

  it("are what an association can name, and what can be removed", () => {
    const named = [...new Set(associations.map(({ gateway }) => gateway.id))].filter((id) => /^[vt]gw-/.test(id));
    expect(liveLabels("associations:\n  a:\n    gateway: |")).toEqual(named);
    expect(liveLabels("removed:\n  x: |")).toEqual([...livePorts, ...gateways, ...interfaces].map(({ id }) => id));
    expect(labelsAt("removed:\n  x: |")).toEqual([]);
  });

  it("take the VLANs of the live port, so that none of these is offered", () => {
    const used = interfaces.find(({ connectionId }) => livePorts.some(({ id }) => id === connectionId));
    const marked = `connections:\n  a: { id: ${used?.connectionId ?? ""} }\nvirtualInterfaces:\n  o: { type: private, connection: a, vlan: ${(used?.vlan ?? 0) - 1} }\n  x:\n    connection: a\n    vlan: |`;
    expect(labelsAt(marked)[0]).toBe(String(used?.vlan));
    expect(liveLabels(marked)).not.toContain(String(used?.vlan));
  });
});

describe("what the live account knows", () => {
  const here = `version: 1\naccount: "${sampleAccount}"\nregion: us-east-1\n`;

  it.each<readonly [what: string, marked: string, expected: readonly string[]]>([
    ["providers at a location", `${here}connections:\n  a:\n    location: EqDC2\n    providerName: |`, ["AT&T", "Equinix, Inc.", "Lumen"]],
    ["the provider of a port", `${here}connections:\n  a:\n    id: dxcon-small111\n    providerName: |`, ["Equinix"]],
    ["the ASN of a gateway", `${here}directConnectGateways:\n  a:\n    id: 5f294f92-bafb-4011-916d-9b0b00000000\n    amazonSideAsn: |`, ["64513"]],
    ["the VLAN of a virtual interface", `${here}virtualInterfaces:\n  a:\n    id: dxvif-slow1111\n    vlan: |`, ["500"]],
    ["the VLAN of a hosted connection", `${here}connections:\n  a:\n    id: dxcon-hosted33\n    hosted: true\n    vlan: |`, ["300"]],
    ["the VLAN of the hosted connection that one is put on", `${here}connections:\n  h: { id: dxcon-hosted33, hosted: true }\nvirtualInterfaces:\n  a:\n    connection: h\n    vlan: |`, ["300"]],
    ["the VLAN of a hosted connection that is named by id", `${here}virtualInterfaces:\n  a:\n    connection: dxcon-hosted33\n    vlan: |`, ["300"]],
    ["the account that is read, not its partners", 'version: 1\naccount: |', [sampleAccount]],
    ["prefixes that a proposal asks for", `${here}associations:\n  a:\n    proposal: 2c8f9f7e-1425-453c-a074-71da13dcf254\n    allowedPrefixes: |`, ["10.60.0.0/16", "10.80.0.0/16"]],
    ["prefixes that are advertised", `${here}virtualInterfaces:\n  a:\n    routeFilterPrefixes:\n      - |`, ["198.51.100.0/24"]],
    ["the owner of a gateway", `${here}associations:\n  a:\n    gateway: tgw-0a1b2c3d\n    gatewayOwnerAccount: |`, ["222233334444"]],
    ["keys of tags", `${here}lags:\n  a:\n    tags:\n      |`, ["env"]],
    ["values of tags", `${here}lags:\n  a:\n    tags:\n      env: |`, ["test"]],
  ])("%s", (_, marked, expected) => {
    const state = liveState && { ...liveState, tags: [{ key: "env", values: ["test"] }] };
    expect(itemsAt(marked, state).map(({ label }) => label)).toEqual(expected);
    expect(itemsAt(marked)).not.toEqual(itemsAt(marked, state));
  });

  it("never offers the plan's own account as a gateway's owner", () => {
    const items = itemsAt(`${here}associations:\n  a:\n    gateway: vgw-0a1b2c3d\n    gatewayOwnerAccount: |`, liveState);
    expect(items.map(({ label, preselect }) => [label, preselect])).toEqual([["222233334444", undefined]]);
  });

  it("offers at the top the accounts that are read", () => {
    const { text, offset } = atCursor("version: 1\naccount: |");
    const [item] = completionsAt(new PlanDocument(text), offset, [{ id: sampleAccount, profiles: ["prod", "ops"] }]);
    expect(item).toMatchObject({ label: sampleAccount, detail: "profiles prod, ops", textEdit: { newText: `"${sampleAccount}"` } });
  });
});

describe("what is free beside the live account", () => {
  const port = connection({ id: "dxcon-inter222", name: "big" });
  const customers = [310, 311].map((vlan) => connection({ id: `dxcon-client${vlan}`, hosted: true, vlan, parentId: port.id, ownerAccount: "222233334444" }));
  const there = virtualInterface({ id: "dxvif-x", connectionId: port.id, vlan: 309, amazonAddress: "169.254.0.1/30", customerAddress: "169.254.0.2/30" });
  const live = liveStateOf({ ...emptyInventory, accounts: sampleInventory().accounts, resources: [port, ...customers, there] }, sampleAccount, 0);
  const withVlan = (vlan: string) => `version: 1\naccount: "${sampleAccount}"\nregion: us-east-1\nvirtualInterfaces:\n  v:\n    type: private\n    connection: dxcon-inter222\n    vlan: ${vlan}`;

  function beside(text: string): PlanDocument {
    const plan = new PlanDocument(text);
    plan.useLive(live);
    return plan;
  }

  it("is a VLAN of neither a virtual interface nor a hosted connection, in a fix and in completion", () => {
    const text = withVlan("309\n");
    const fixes = beside(text).problems.filter(({ code }) => code === "DX306").flatMap(({ fix }) => fix?.edits ?? []);
    expect(fixes.map((edit) => edit.text)).toEqual(["312"]);
    const other = `${withVlan("309\n")}  w:\n    type: private\n    connection: dxcon-inter222\n    vlan: `;
    expect(completionsAt(beside(other), other.length).map(({ label }) => label)).toEqual(["312", "313", "314", "315", "316"]);
  });

  it("is a subnet that no live session has", () => {
    const text = `${withVlan("7")}\n    amazonAddress: `;
    expect(completionsAt(beside(text), text.length).map(({ label }) => label)).toEqual(["169.254.0.5/30"]);
  });
});
