import { describe, expect, it } from "vitest";
import { PlanDocument } from "../../../../src/model/plan/document.ts";
import type { LiveState } from "../../../../src/model/plan/live.ts";
import { rules } from "../../../../src/model/plan/rules/table.ts";
import { problemsOf } from "../../../support/plans.ts";
import { liveCases, liveState } from "./cases/live.ts";
import { count, plan as planOf, privateVif } from "./cases/rule-case.ts";

const all = Object.entries(liveCases).flatMap(([code, cases]) => cases.map((one) => [code, one] as const));

function besideLive(text: string, live = liveState): PlanDocument {
  const plan = new PlanDocument(text);
  plan.useLive(live);
  return plan;
}

function removing(...ids: readonly string[]): string {
  return `removed:\n${ids.map((id, n) => `  old${n}: ${id}\n`).join("")}`;
}

function codesOf(plan: PlanDocument): readonly string[] {
  return plan.problems.map(({ code }) => code);
}

function told(plan: PlanDocument): readonly string[] {
  return plan.problems.map(({ code, range }) => `${code} ${plan.text.slice(range.start, range.end).split("\n")[0] ?? ""}`.trimEnd());
}

describe.each(all)("%s beside the live account", (code, { wrong, reported, legal }) => {
  it("is broken alone", () => {
    expect(told(besideLive(wrong))).toEqual(reported);
  });

  it("lets the nearest legal case pass, as all rules do", () => {
    expect(told(besideLive(legal))).toEqual([]);
  });

  it("says where its knowledge is from, and is silent without it", () => {
    const alone = new PlanDocument(wrong).problems.filter((problem) => problem.code === code).map(({ message }) => message);
    const fromLive = besideLive(wrong).problems.filter((problem) => problem.code === code && !alone.includes(problem.message));
    for (const { message } of fromLive.filter(() => rules.find((rule) => rule.code === code)?.live !== undefined)) {
      expect(message).toMatch(/ As read from the live account 111122223333 at 2026-11-24 23:45 UTC\.$/);
    }
    if (rules.find((rule) => rule.code === code)?.live !== undefined) expect(alone).toEqual([]);
  });
});

it("every rule with a live check has a case here", () => {
  expect(rules.filter((rule) => rule.live !== undefined && liveCases[rule.code] === undefined).map((rule) => rule.code)).toEqual([]);
});

it("a plan tells what the live account adds, takes it back, and stays what a new one would be through edits", () => {
  const wrong = liveCases.DX310?.[0]?.wrong ?? "";
  const plan = besideLive(wrong);
  expect(told(plan)).toEqual(["DX310 8500"]);
  const at = wrong.indexOf("8500");
  plan.edit({ range: { start: at, end: at + 4 }, text: "1500" });
  expect(told(plan)).toEqual([]);
  plan.update(wrong);
  expect(told(plan)).toEqual(["DX310 8500"]);
  plan.useLive(undefined);
  expect(told(plan)).toEqual(problemsOf(wrong));
});

it("counts what the account has already against a quota", () => {
  const [one] = liveCases.DX702 ?? [];
  const plan = new PlanDocument(one?.legal ?? "");
  const [live] = liveState?.interfaces ?? [];
  if (liveState === undefined || live === undefined) throw new Error("the live account has interfaces");
  plan.useLive({ ...liveState, interfaces: [...liveState.interfaces, { ...live, id: "dxvif-another1", name: "", type: "transit", connectionId: "dxcon-near1111", vlan: 999 }] });
  expect(told(plan)).toEqual(["DX702 t3"]);
  expect(plan.problems[0]?.message).toContain("the plan has 4 and the account 1 more");
});

const onMain = ["dxvif-private1", "dxvif-inlag111"];
const toIreland = "7f294f92-bafb-4011-916d-9b0b00000000";
const toTransit = "8f294f92-bafb-4011-916d-9b0b00000000";

it.each([
  ["DX216", 0, ["dxvif-private1", "dxvif-public11", "dxvif-given111"]],
  ["DX304", 0, [toTransit]],
  ["DX304", 1, [...onMain, toIreland]],
  ["DX306", 0, ["dxvif-public11"]],
  ["DX312", 0, onMain],
  ["DX404", 0, [toTransit]],
  ["DX408", 0, [toIreland]],
  ["DX503", 0, ["dxcon-member11"]],
  ["DX522", 0, ["dxvif-hosted11"]],
  ["DX529", 0, ["dxcon-client11"]],
] as const)("%s (%i) has nothing against what the plan removes", (code, at, ids) => {
  const wrong = (liveCases[code] ?? [])[at]?.wrong ?? "";
  const plan = besideLive(wrong);
  expect(codesOf(plan)).toContain(code);
  plan.update(wrong + removing(...ids));
  expect(codesOf(plan)).not.toContain(code);
});

it.each([
  ["DX126", "dxcon-member11"],
  ["DX531", "dxcon-member11"],
  ["DX608", ...onMain],
] as const)("%s does not count on what the plan removes", (code, ...ids) => {
  const legal = liveCases[code]?.[0]?.legal ?? "";
  const plan = besideLive(legal);
  expect(codesOf(plan)).not.toContain(code);
  plan.update(legal + removing(...ids));
  expect(codesOf(plan)).toContain(code);
});

it("says how many members a LAG keeps", () => {
  const plan = besideLive(`${liveCases.DX503?.[0]?.wrong ?? ""}  m3: { location: EqDC2, bandwidth: 10Gbps, lag: dxlag-bundle11, requestMACSec: false }\n${removing("dxcon-member11")}`);
  expect(plan.problems.find(({ code }) => code === "DX503")?.message).toContain("keeps 1 member, and");
});

const gateway = "5f294f92-bafb-4011-916d-9b0b00000000";
const uuid = (n: number) => `1f294f92-bafb-4011-916d-9b0b00000${n.toString(16).padStart(3, "0")}`;
const copyId = (kind: string, n: number) => `${kind}-copy${String(n).padStart(4, "0")}`;
const associated = (kind: "vgw" | "tgw", hub: (n: number) => string) => (n: number) => ({
  id: uuid(n), name: "", state: "associated", region: "us-east-1", ownerAccount: "111122223333", allowedPrefixes: [], directConnectGatewayId: hub(n),
  gateway: { type: kind === "vgw" ? "virtualPrivateGateway" : "transitGateway", ownerAccount: "111122223333", region: "us-east-1", id: `${kind}-0a1b2c${hub(1) === gateway ? n.toString(16).padStart(2, "0") : "ff"}` },
}) as const;
const adding = (kind: string) => planOf({ associations: [`s: { directConnectGateway: ${gateway}, gateway: ${kind}-0a1b2cff, allowedPrefixes: [10.0.0.0/16] }`] });
const hungOnMain = planOf({ virtualInterfaces: [privateVif("v", 1, `connection: dxcon-near1111, directConnectGateway: ${gateway}`)] });

/** The account's first of a kind so many times. */
function copies<T>([first]: readonly T[] = [], length: number, change: (n: number) => Partial<T>): readonly T[] {
  if (first === undefined) throw new Error("the live account has some");
  return count(length, (n) => ({ ...first, name: "", ...change(n) }));
}

const quotas: readonly (readonly [string, string, Partial<Pick<LiveState, "ports" | "interfaces" | "gateways" | "associations">>])[] = [
  ["DX702", planOf({ virtualInterfaces: [privateVif("v", 1, "connection: dxcon-near1111").replace("private", "transit")] }), { interfaces: copies(liveState?.interfaces, 4, (n) => ({ id: copyId("dxvif", n), type: "transit", connectionId: "dxcon-near1111", vlan: n })) }],
  ["DX704", planOf({ connections: ["c: { location: EqDC2, bandwidth: 10Gbps }"] }), { ports: copies(liveState?.ports, 10, (n) => ({ id: copyId("dxcon", n) })) }],
  ["DX705", planOf({ lags: ["l: { location: EqDC2, connectionsBandwidth: 10Gbps, numberOfConnections: 2 }"] }), { ports: copies(liveState?.ports, 10, (n) => ({ id: copyId("dxlag", n), kind: "lag" })) }],
  ["DX706", planOf({ directConnectGateways: ["g: { amazonSideAsn: 64513 }"] }), { gateways: copies(liveState?.gateways, 200, (n) => ({ id: uuid(n) })) }],
  ["DX707", adding("vgw"), { associations: count(20, associated("vgw", () => gateway)) }],
  ["DX708", adding("tgw"), { associations: count(6, associated("tgw", () => gateway)) }],
  ["DX709", hungOnMain, { interfaces: copies(liveState?.interfaces, 30, (n) => ({ id: copyId("dxvif", n), directConnectGatewayId: gateway })) }],
  ["DX710", adding("tgw"), { associations: count(20, associated("tgw", uuid)) }],
];

it.each(quotas)("%s counts what stays, not what the plan removes", (quota, text, there) => {
  if (liveState === undefined) throw new Error("the live account is read");
  const live = { ...liveState, ...there };
  const [first] = Object.values(there).flat();
  expect(codesOf(besideLive(text, live))).toContain(quota);
  expect(codesOf(besideLive(text + removing(first?.id ?? ""), live))).not.toContain(quota);
});
