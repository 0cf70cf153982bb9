import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { longestPlan, PlanDocument, type TextEdit } from "../../../src/model/plan/document.ts";
import { locate } from "../../../src/model/plan/locate.ts";
import { association, connection, group, head, problemsOf, vif } from "../../support/plans.ts";

const samples = join(import.meta.dirname, "../../../samples");
const clean = readFileSync(join(samples, "clean.dx.yaml"), "utf8");
const mistakes = readFileSync(join(samples, "mistakes.dx.yaml"), "utf8");

describe("the samples", () => {
  it("clean is clean", () => {
    expect(problemsOf(clean)).toEqual([]);
  });

  it("mistakes has the ones that its comments announce, on their lines, and no others", () => {
    const plan = new PlanDocument(mistakes);
    const found = plan.problems.map(({ code, range }) => `${plan.lines.lineOf(range.start) + 1} ${code}`);
    const announced = mistakes.split("\n").flatMap((line, index) => (/# (DX\d{3}):/.exec(line)?.[1] ?? "") === "" ? [] : [`${index + 1} ${/# (DX\d{3}):/.exec(line)?.[1] ?? ""}`]);
    expect(announced.length).toBeGreaterThanOrEqual(12);
    expect(found).toEqual(announced);
  });
});

it("the plan in the documentation is legal", () => {
  const page = readFileSync(join(samples, "../docs/plan-format.md"), "utf8");
  expect(problemsOf(/```yaml\n(version: 1[^]*?)```/.exec(page)?.[1] ?? "")).toEqual([]);
});

describe("an updated document", () => {
  it.each([
    ["clean", clean, 11],
    ["mistakes", mistakes, 23],
    ["a plan whose parts depend on each other", tangled(), 31],
    ["a one-line plan", JSON.stringify({ version: 1, connections: { a: { location: "EqDC2", bandwidth: "1Gbps" } } }), 5],
    ["line ends of two characters", mistakes.replaceAll("\n", "\r\n"), 7],
  ])("equals a fresh one after each of 100 random edits of %s", { timeout: 60_000 }, (_, text, seed) => {
    const random = seeded(seed);
    const document = new PlanDocument(text);
    for (let round = 0; round < 100; round += 1) {
      const next = randomEdit(document.text, random, text);
      const { start, end } = next.range;
      const edited = document.text.slice(0, start) + next.text + document.text.slice(end);
      if (random() < 0.8) document.edit(next);
      else document.update(edited);
      expect(document.text).toBe(edited);
      const [updated, fresh] = [state(document), state(new PlanDocument(edited))];
      // The matcher tells well what differs, and takes longer than all else until it does.
      if (!isDeepStrictEqual(updated, fresh)) expect(updated, `after round ${round}:\n${edited}`).toEqual(fresh);
    }
  });

  it("does not read again what an edit left alone", () => {
    const document = new PlanDocument(vif());
    const before = new Set(document.pieces.map(({ content }) => content));
    document.update(vif("vlan: 102"));
    expect(document.pieces.filter(({ content }) => !before.has(content)).map(({ kind }) => kind)).toEqual(["resource"]);
  });

  it("equals a fresh one where a section that slipped to the right loses its first resource", () => {
    const text = `${connection()}    lags:\n  b:\n    location: EqDC2\n`;
    const document = new PlanDocument(text);
    const start = text.indexOf("  b:");
    document.edit({ range: { start, end: start + "  b:\n".length }, text: "" });
    expect(state(document)).toEqual(state(new PlanDocument(document.text)));
  });

  it("reads again what an anchor ties to the edit", () => {
    const text = `${head}x-vlan: &vlan 101\n${vif("vlan: *vlan").slice(head.length)}`;
    const document = new PlanDocument(text);
    expect(document.problems).toEqual([]);
    document.update(text.replace("&vlan 101", "&vlan 5000"));
    expect(document.problems.map(({ code, range }) => code + document.text.slice(range.start, range.end))).toEqual(["DX101*vlan"]);
  });
});

describe("anchors", () => {
  it("tell one mistake once, where the anchored value itself is checked", () => {
    const text = `${vif("vlan: &v 5000")}  y:\n    type: private\n    connection: a\n    vlan: *v\n    asn: 65001\n    directConnectGateway: core\n    addressFamily: ipv6\n`;
    expect(problemsOf(text)).toEqual(["DX101 &v 5000".replace("&v ", "")]);
  });

  it("bring fields in with a merge key", () => {
    const text = `${head}x-d: &d { type: public, connection: dxcon-fg5678gh, routeFilterPrefixes: [198.51.100.0/24] }\nvirtualInterfaces:\n  p: { <<: *d, vlan: 1, asn: 1 }\n  q:\n    <<: *d\n    vlan: 2\n    asn: 1\n    type: publik\n`;
    expect(problemsOf(text)).toEqual(["DX005 publik"]);
  });
});

describe("independent mistakes", () => {
  const resource = "  x:\n    type: private\n    connection: a\n    vlan: 101\n    asn: 65001\n    directConnectGateway: core\n";

  it.each([
    ["a wrong name below a lone word deeper than it", connection("tags: \n      zz", "macSecKey: 12"), ["DX003 zz", "DX002 macSecKey"]],
    ["a wrong name below a list", connection("macSecKeys: \n      - abc", "lagg: nosuch"), ["DX003 abc", "DX002 lagg"]],
    ["a secret above a lone word", vif("authKey: hunter2secret\n    zz"), ["DX112 hunter2secret", "DX001 zz"]],
    ["an unknown name above a lone word", connection("lag: nosuch\n    xyz"), ["DX801 nosuch", "DX001 xyz"]],
    ["a misplaced resource below a place that is not known", `${head}connections:\n  a:\n    bandwidth: 1Gbps\n    location: ZZ99\n${resource}directConnectGateways:\n  core: { amazonSideAsn: 64512 }\n`, ["DX137 ZZ99", "DX003 x", "DX210 x", "DX418 core"]],
    ["a wrong name below a tag without a value", `${connection("tags: \n      x-team:")}  b:\n    locatio: EqDC2\n    bandwidth: 1Gbps\n`, ["DX002 locatio"]],
  ])("are each told: %s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("hide nothing without being told: a colon alone on a line, put anywhere", () => {
    const text = vif("connection: port", "tags: { env: prod }", "authKey: ${env:KEY}");
    const clean = Array.from(text).flatMap((_, at) => (new PlanDocument(`${text.slice(0, at)}\n:\n${text.slice(at)}`).problems.some(({ severity }) => severity === "error") ? [] : [at]));
    expect(clean).toEqual([]);
  });
});

describe("what depends on how lines are written", () => {
  it.each([
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["CR", (text: string) => text.replaceAll("\n", "\r")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
    ["a document marker", (text: string) => `---\n${text}`],
    ["a directive", (text: string) => `%YAML 1.2\n---\n${text}...\n`],
    ["no line end", (text: string) => text.trimEnd()],
    ["an indented whole", (text: string) => text.replace(/^(?=.)/gm, "  ")],
  ])("is the same with %s", (_, change) => {
    const expected = new PlanDocument(mistakes).problems.map(({ code, message }) => code + message);
    expect(new PlanDocument(change(mistakes)).problems.map(({ code, message }) => code + message)).toEqual(expected);
  });

  it("is the same in flow style", () => {
    const text = '{"version": 1, "virtualInterfaces": {"x": {"type": "transit", "connection": "a", "vlan": 0, "asn": 1, "ownerAccount": "444455556666", "addressFamily": "ipv6"}}}';
    expect(problemsOf(text)).toEqual(['DX801 "a"', "DX101 0"]);
  });
});

describe("one mistake", () => {
  it.each([
    ["a word that is being typed", vif().replace("    vlan: 101\n", "    vl\n"), ["DX001 vl"]],
    ["a misspelt required field", vif("-vlan", "vln: 101"), ["DX002 vln"]],
    ["an unclosed brace", `${head}connections:\n  a: { location: EqDC2, bandwidth: 1Gbps\n  b: { location: CSVA1, bandwidth: 1Gbps }\n`, ["DX001 {"]],
    ["a resource that is a list", `${head}connections:\n  a: [1]\n`, ["DX003 [1]"]],
    ["an invalid type", vif("type: hosted"), ["DX005 hosted"]],
    ["a family that is none", vif("addressFamily: ip", "amazonAddress: 169.254.1.1/30", "customerAddress: 169.254.1.2/30"), ["DX005 ip"]],
    ["a resource without any field", `${head}virtualInterfaces:\n  v:\n`, ["DX004 v"]],
    ["Enter inside a name", vif().replace("    vlan: 101", "    vl\n    an: 101"), ["DX001 vl"]],
    ["Enter inside a value", vif("addressFamily: ipv4").replace("ipv4", "ip\n    v4"), ["DX001 v4"]],
    ["a field begun below a wrong value, beside that", vif("vlan: 5000").replace("5000", "5000\n    mt"), ["DX101 5000", "DX001 mt"]],
    ["Enter inside a speed", connection().replace("10Gbps", "10\n    Gbps"), ["DX001 Gbps"]],
    ["Enter inside true", connection("requestMACSec: tru\n    e"), ["DX001 e"]],
    ["Enter inside a location", connection().replace("EqDC2", "Eq\nDC2"), ["DX001 DC2"]],
    ["Enter inside one of two addresses", vif("amazonAddress: 169.254.100.1/3\n0"), ["DX001 0"]],
    ["Enter inside a reference", vif("connection: dxco\n    n-a"), ["DX001 n-a"]],
    ["Enter inside a reference, where a field could begin", vif("directConnectGateway: cor\ne"), ["DX001 e"]],
    ["Enter inside a name at the top", vif().replace("region:", "reg\nion:"), ["DX001 reg"]],
    ["Enter inside the name of a section", vif().replace("virtualInterfaces:", "virtual\nInterfaces:"), ["DX001 virtual"]],
    ["Enter inside a logical name", vif("connection: port").replace("  a: {", "  po\n  rt: {"), ["DX003 po"]],
    ["Enter inside a logical name, without indentation", vif("connection: port").replace("  a: {", "  b: { location: EqDC2, bandwidth: 1Gbps }\n  po\nrt: {"), ["DX001 po"]],
    ["Enter before the number in a logical name", vif("connection: a1").replace("  a: {", "  a\n  1: {"), ["DX003 a"]],
    ["Enter inside a name, without indentation", vif().replace("    vlan", "    vl\nan"), ["DX001 vl"]],
    ["Enter inside the last name of a resource", `${connection("bandwi\ndth: 1Gbps", "-bandwidth")}  y: { location: EqDC2, bandwidth: 1Gbps }\n`, ["DX001 bandwi"]],
    ["Enter inside the last name of a resource, before brackets", `${connection("ta\ngs: { env: prod }")}  y: { location: EqDC2, bandwidth: 1Gbps }\n`, ["DX001 ta"]],
    ["Enter before a colon at the top", `${vif()}removed\n:\n  old: dxvif-ab12cd34\n`, ["DX001 removed"]],
    ["Enter inside the name of a list", connection("requestMACSec: true", "macSec\nKeys: \n      - ckn: abc\n        cak: ${env:CAK}"), ["DX001 macSec"]],
    ["Enter inside the first name of a list's member", connection("requestMACSec: true", "macSecKeys: \n      - ck\n        n: abc\n        cak: ${env:CAK}"), ["DX001 ck"]],
    ["Enter inside a name in brackets", vif().replace("{ location", "{ loca\ntion"), ["DX001 loca"]],
    ["Enter inside a value in brackets", vif().replace("EqDC2,", "Eq\nDC2,"), ["DX001"]],
    ["Enter inside brackets at the top", vif().replace("region:", "tags: { own\ner: network }\nregion:"), ["DX001 own"]],
    ["Enter inside a list in brackets", association("allowedPrefixes: [10.0.0.0/2\n    4]"), ["DX001"]],
    ["Enter inside a reference in brackets", group("connections: [dxcon\n-fg5678gh]"), ["DX001"]],
    ["a secret of the wrong type", vif("authKey: 12345678"), ["DX003 12345678"]],
    ["a name and its colon, each alone on its line", `${head}connections:\n  a\n:\n    location: EqDC2\n    bandwidth: 10Gbps\n`, ["DX003 a"]],
  ])("is told once: %s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it.each([
    ["a word between fields", vif().replace("    vlan", "    foo\n    vlan"), ["DX001 foo"]],
    ["a word at the column of the resources", vif().replace("    vlan", "  foo\n    vlan"), ["DX001 foo"]],
    ["a word at the beginning of a line", vif().replace("    vlan", "foo\n    vlan"), ["DX001 foo"]],
    ["a word below a name", vif().replace("    type", "  foo\n    type"), ["DX001 foo"]],
    ["a colon that is missing", vif().replace("  x:", "  x"), ["DX001 x"]],
    ["a section without its colon", vif().replace("virtualInterfaces:", "virtualInterfaces"), ["DX001 virtualInterfaces"]],
    ["a section that is misspelt", vif().replace("virtualInterfaces:", "virtualInterface:"), ["DX002 virtualInterface"]],
    ["a blank that is missing", vif().replace("vlan: ", "vlan:"), ["DX001 :"]],
    ["a field that is indented too little", vif().replace("    vlan", "  vlan"), ["DX001"]],
    ["the last field indented too little", connection().replace("    bandwidth", "  bandwidth"), ["DX003 bandwidth"]],
    ["a resource that is indented too little", vif().replace("  x:", "x:"), ["DX001"]],
    ["a tab", vif().replace("    vlan", "\tvlan"), ["DX001"]],
    ["a sign before a name", vif().replace("    vlan", "    {vlan"), ["DX001 {"]],
    ["a brace without its colon", vif().replace("a: {", "a {"), ["DX001 a"]],
    ["a quote before a name", vif().replace("    vlan", '    "vlan'), ['DX001 "']],
    ["the name of a resource that has gone", vif().replace("  x:\n", ""), ["DX003 type"]],
    ["a resource renamed by hand", vif().replace("  a:", "  aa:").replace("virtualInterfaces:", "resiliencyGroups: { g: { intendedResiliencyModel: high-resiliency, connections: [a] } }\nvirtualInterfaces:"), ["DX801 aa"]],
    ["a section without its first line", vif().replace("virtualInterfaces:\n", ""), ["DX003 x"]],
    ["a section without its first line, and its colon below", vif().replace("virtualInterfaces:\n", "virtualInterfaces\n:\n"), ["DX001 virtualInterfaces"]],
    ["gateways that are there, below LAGs", `${head}lags: {}\nconnections:\n  a: { location: EqDC2, bandwidth: 1Gbps }\n  g: { id: 7d6e53b8-a063-4bd9-a8ee-fb20546505b3 }\n`, ["DX003 g"]],
    ["a field of another kind of resource", connection("amazonSideAsn: 64512"), ["DX002 amazonSideAsn"]],
    ...["   ", "    ", "\t"].flatMap((blanks): [string, string, string[]][] => [
      [`${JSON.stringify(blanks)} before a section`, vif().replace("virtualInterfaces", `${blanks}virtualInterfaces`), ["DX001"]],
      [`${JSON.stringify(blanks)} before what is to be removed`, `${vif()}${blanks}removed:\n  old: dxvif-ab12cd34\n`, ["DX001"]],
    ]),
    ["the id of what is there misspelt", connection("-location", "-bandwidth", "idd: dxcon-fg5678gh"), ["DX002 idd"]],
  ])("of the hand is told once: %s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("of the hand, wherever it slips, is told once and near", () => {
    const plan = clean.replace(/x-defaults:[^]*?\n\n/, "").replaceAll("<<: *prod", "asn: 65001\n    mtu: 8500");
    const lines = plan.split("\n").flatMap((line, index) => (/^ *[\w-]+:/.test(line) ? [index] : []));
    const document = new PlanDocument(plan);
    expect(document.problems).toEqual([]);
    const random = seeded(17);
    for (let round = 0; round < 120; round += 1) {
      const at = lines[Math.floor(random() * lines.length)] ?? 0;
      const slip = slips[round % slips.length] ?? slips[0];
      document.update(plan.split("\n").flatMap((line, index) => (index === at ? slip(line, random) : [line])).join("\n"));
      const places = document.problems.map(({ range }) => document.lines.lineOf(range.start) - at);
      expect(places.length, document.text).toBeLessThan(2);
      expect(places.every((distance) => distance >= -1 && distance <= 1), document.text).toBe(true);
    }
  });

  it("does not show a secret of the wrong type", () => {
    expect(new PlanDocument(vif("authKey: 12345678")).problems[0]?.message).not.toContain("12345678");
  });
});

describe("comments that switch rules off", () => {
  it.each([
    ["at the line's end", vif("vlan: 0 # dx-ignore DX101"), []],
    ["on the line above", vif().replace("    vlan: 101\n", "    # dx-ignore DX101: lab\n    vlan: 0\n"), []],
    ["stacked", vif("authKey: abc").replace("    authKey", "    # dx-ignore DX110\n    # dx-ignore DX112: lab\n    authKey"), []],
    ["several codes", vif("authKey: abc # dx-ignore DX110, DX112: lab"), []],
    ["not in text", vif('authKey: "# dx-ignore DX112"'), ['DX112 "# dx-ignore DX112"']],
    ["another code", vif("vlan: 0 # dx-ignore DX102"), ["DX101 0", "DX811 DX102"]],
    ["no code", vif("vlan: 101 # dx-ignore"), ["DX811 # dx-ignore"]],
    ["a whole file, only at its top", `${vif()}# dx-ignore-file DX101\n`, ["DX811 DX101"]],
  ])("%s", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe("hostile text gets its diagnostic within a second", () => {
  const million = 1_000_000;
  const floods = [": ", "- ", "[", "{a: ", "*a ", "'", "\n", "\r", "a:\n", "- - \n", "a: |\n", "&a [*a,", "<<: *a\n", "  a:\n", "\0", "\ud800", "---\n", "# dx-ignore DX101\n", " a: 'b\n"];
  const wrapped = [": ", "{", '"', "#\n", "   x: y\n"].map((part) => [`${head}connections:\n  a:\n    location: `, part] as const);

  it.each([...floods.map((part) => ["", part] as const), ...wrapped, ["# dx-ignore ", "DX112, "] as const])("%j then a megabyte of %j", { timeout: 15_000 }, (start, part) => {
    const text = start + part.repeat(Math.ceil(million / part.length));
    const began = process.cpuUsage();
    const { problems } = new PlanDocument(text);
    // Time on the processor: what else the machine does meanwhile is not the reader's fault.
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(problems.length).toBeGreaterThan(0);
  });

  it("takes thousands of resources of one name away, and brings them again, in as little", { timeout: 15_000 }, () => {
    const document = new PlanDocument(`connections: {${"a: {location: EqDC2}, ".repeat(12_000)}}`);
    const began = process.cpuUsage();
    document.edit({ range: { start: 2, end: 2 }, text: "q" });
    document.edit({ range: { start: 2, end: 3 }, text: "" });
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(document.index.resources).toHaveLength(12_000);
  });

  it("says so where a text is too long to be read at all", () => {
    expect(new PlanDocument("#".repeat(longestPlan + 1)).problems.map(({ code }) => code)).toEqual(["DX001"]);
  });
});

/** What a document says, and what its index knows, by name. */
function state(document: PlanDocument): unknown {
  const { resources, ports } = document.index;
  return {
    problems: document.problems,
    secrets: document.secrets,
    resources: resources.map(({ section, view, key, references, place }) => [section, view.name, key.range.start + place.start, [...view.fields.keys()], references.map(({ field, node }) => [field, node.source]), view.isComplete]),
    ports: [...ports.values()].map(({ key, vlans }) => [key, [...vlans.keys()]]),
    pieces: document.pieces.map(({ kind, start, end }) => [kind, start, end]),
    located: locate(document, Math.floor(document.text.length / 2))?.node,
  };
}

const insertions = [" ", "\n", "  ", ":", "- ", "{", "}", "[", "]", '"', "'", "#", "&a ", "*a", "x", "vlan: 7\n", "\n    vlan: 101\n", "connections:\n", "---\n", "|", ">", "\t", "\r\n", "\r", "\uFEFF", "${env:X}", "1", "# dx-ignore DX306\n"];

function randomEdit(text: string, random: () => number, original: string): TextEdit {
  const pick = (most: number) => Math.floor(random() * most);
  const at = pick(text.length + 1);
  const kind = random();
  if (kind < 0.4) return { range: { start: at, end: at }, text: insertions[pick(insertions.length)] ?? "" };
  if (kind < 0.7) return { range: { start: at, end: Math.min(text.length, at + 1 + pick(12)) }, text: "" };
  if (kind < 0.8) {
    const from = pick(original.length);
    return { range: { start: at, end: at }, text: original.slice(from, from + pick(200)) };
  }
  if (kind < 0.9) return { range: wordAt(text, at), text: wordOf(original, pick(original.length)) };
  return kind < 0.95 ? { range: { start: at, end: Math.min(text.length, at + pick(300)) }, text: "" } : { range: { start: 0, end: text.length }, text: original };
}

/** Names and numbers take each other's places, so that references and groups change. */
function wordOf(text: string, at: number): string {
  const { start, end } = wordAt(text, at);
  return text.slice(start, end);
}

function wordAt(text: string, at: number): { start: number; end: number } {
  const isWord = (index: number) => /[\w-]/.test(text.charAt(index));
  let [start, end] = [at, at];
  while (isWord(start - 1)) start -= 1;
  while (isWord(end)) end += 1;
  return { start, end };
}

/** Many resources that share ports, gateways, VLANs and names. */
function tangled(): string {
  const pick = (one: number, of: number) => (one * 7 + 3) % of;
  const lags = [0, 1].map((lag) => `  l${lag}: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 1, minimumLinks: 2 }\n`);
  const ports = [0, 1, 2, 3, 2].map((port, at) => `  c${port}:\n    location: EqDC2\n    bandwidth: 10Gbps\n${at % 2 === 0 ? `    lag: l${at % 3}\n` : ""}${at === 3 ? "    hosted: true\n    id: dxcon-fg5678gh\n    vlan: 103\n" : ""}`);
  const gateways = [0, 1].map((one) => `  g${one}: { amazonSideAsn: 64512 }\n`);
  const interfaces = Array.from({ length: 24 }, (_, one) =>
    `  v${one % 20}:\n    type: ${one % 5 === 0 ? "transit" : "private"}\n    ${one % 4 === 0 ? `lag: l${one % 3}` : `connection: ${one % 6 === 1 ? "dxcon-fg5678gh" : `c${pick(one, 4)}`}`}\n    vlan: ${100 + (one % 6)}\n    asn: 65001\n    ${one % 7 === 0 ? "virtualGateway: vgw-0a1b2c3d4e5f60718" : `directConnectGateway: g${one % 3}`}\n`);
  const associations = [0, 1].map((one) => `  a${one}: { directConnectGateway: g${one}, gateway: vgw-0a1b2c3d4e5f60718, gatewayRegion: eu-west-${one} }\n`);
  return `${head}tags: { team: network }\nconnections:\n${ports.join("")}lags:\n${lags.join("")}directConnectGateways:\n${gateways.join("")}virtualInterfaces:\n${interfaces.join("")}associations:\n${associations.join("")}`;
}

/** What happens to a line while somebody types: it goes wrong, or gets a neighbour that is not finished. */
const slips: readonly [(line: string, random: () => number) => readonly string[], ...((line: string, random: () => number) => readonly string[])[]] = [
  (line, random) => [line, `${" ".repeat(Math.floor(random() * 9))}vl`],
  (line) => [line, `${/^ */.exec(line)?.[0] ?? ""}"`],
  (line) => [line, `${/^ */.exec(line)?.[0] ?? ""}{`],
  (line) => [/^ *[\w-]+:$/.test(line) ? line : ` ${line}`],
  (line) => [line.replace(/^( *)/, "$1%")],
];

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe("a name that is not found", () => {
  it.each([
    ["of a LAG under connection", vif("connection: b"), "lags:\n  b: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 2 }\n", "It is a LAG: write `lag: b`."],
    ["where one stands twice", vif("connection: other"), "x-y: 1\nconnections:\n  a: { location: EqDC2, bandwidth: 1Gbps }\n", "There is `a`; an AWS id works too."],
  ])("%s is told what to write instead", (_, text, rest, remedy) => {
    const messages = new PlanDocument(text + rest).problems.filter(({ code }) => code === "DX801").map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining(remedy)]);
  });
});

it("says one thing about a gateway that is still to be named", () => {
  expect(problemsOf(vif("virtualGateway: "))).toEqual(["DX003 virtualGateway"]);
});

it("says one thing about a line that a tab indents", () => {
  expect(problemsOf(`${head}connections:\n  a:\n    location: EqDC2\n    bandwidth: 1Gbps\n\tname: x\n`).filter((problem) => problem.startsWith("DX001"))).toHaveLength(1);
});
