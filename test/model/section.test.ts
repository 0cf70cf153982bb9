import { describe, expect, test } from "vitest";
import type { ReadFailure } from "../../src/model/inventory.ts";
import type { Resource } from "../../src/model/resource.ts";
import { mergeSections, sectionKey, sectionOfKind, sectionsOf, type Section, type SectionAnswer, type SectionName } from "../../src/model/section.ts";
import {
  attachment,
  cloudGateway,
  connection,
  directConnectGateway,
  interconnect,
  networkTeamAccount,
  partnerAccount,
  sampleAccount,
  sampleInventory,
  virtualInterface,
} from "../support/sample-inventory.ts";
import { noText } from "../../src/model/text.ts";

const choices = [
  { profile: "prod", regions: ["us-east-1"] },
  { profile: "network", regions: ["us-east-1"] },
];

function answer(profile: string, name: SectionName, resources: readonly Resource[], more: Partial<SectionAnswer> = {}): SectionAnswer {
  const section: Section = { profile, region: "us-east-1", name };
  return { section, account: undefined, resources: resources.map((resource) => ({ ...resource, profile })), locations: [], failures: [], ...more };
}

/** What a profile without ports of its own answers. */
function noPorts(profile: string): readonly SectionAnswer[] {
  return (["connections", "interconnects", "lags"] as const).map((name) => answer(profile, name, []));
}

function only(resources: readonly Resource[]): Resource {
  expect(resources).toHaveLength(1);
  const [resource] = resources;
  if (resource === undefined) throw new Error("There is none.");
  return resource;
}

describe("the sections of a choice", () => {
  test("are each Region's, and what is global once", () => {
    const sections = sectionsOf([{ profile: "prod", regions: ["us-east-1", "eu-west-1"] }]);
    expect(sections.filter(({ name }) => name === "connections").map(({ region }) => region)).toEqual(["us-east-1", "eu-west-1"]);
    expect(sections.filter(({ name }) => name === "gateways").map(({ region }) => region)).toEqual(["us-east-1"]);
    expect(new Set(sections.map(sectionKey)).size).toBe(sections.length);
  });

  test("are none without a Region", () => expect(sectionsOf([{ profile: "prod", regions: [] }])).toEqual([]));

  test("cover every kind", () => {
    const names = new Set(sectionsOf(choices).map(({ name }) => name));
    for (const name of Object.values(sectionOfKind)) expect(names).toContain(name);
  });
});

describe("one inventory from all answers", () => {
  test("lists what two profiles see once, as its owner sees it", () => {
    const shared = virtualInterface({ id: "dxvif-1", connectionId: "dxcon-1" });
    const { resources, accounts } = mergeSections(choices, [
      answer("network", "connections", [connection({ id: "dxcon-1", ownerAccount: networkTeamAccount })]),
      answer("network", "virtualInterfaces", [shared]),
      ...noPorts("prod"),
      answer("prod", "virtualInterfaces", [shared]),
    ]);
    expect(accounts.map(({ id }) => id)).toEqual([sampleAccount, networkTeamAccount]);
    expect(resources.find(({ id }) => id === "dxvif-1")).toMatchObject({ profile: "prod", owned: true });
    expect(resources.find(({ id }) => id === "dxcon-1")).toMatchObject({ profile: "network", owned: true });
  });

  test("takes what several sections bring from the section of its kind, whichever came first", () => {
    const member = connection({ id: "dxcon-1", state: "down" });
    const stale = { ...member, state: "available", record: { a: 1, b: 2, c: 3, d: 4 } };
    const answers = [answer("prod", "lags", [stale]), answer("prod", "connections", [member])];
    for (const order of [answers, answers.toReversed()]) expect(only(mergeSections(choices, order).resources).state).toBe("down");
    expect(only(mergeSections(choices, answers.slice(0, 1)).resources).state).toBe("available");
  });

  test("prefers a gateway's own listing to what an association tells of it", () => {
    const told = cloudGateway("virtualPrivateGateway", { id: "vgw-1", state: "unknown" });
    const listed = cloudGateway("virtualPrivateGateway", { id: "vgw-1" });
    const answers = [answer("prod", "gateways", [told]), answer("prod", "virtualGateways", [listed])];
    for (const order of [answers, answers.toReversed()]) expect(only(mergeSections(choices, order).resources).state).toBe("available");
  });

  test("keeps what only the partner knows of a hosted connection", () => {
    const hosted = connection({ id: "dxcon-1", hosted: true, vlan: 5 });
    const answers = [
      answer("prod", "connections", [hosted, connection({ id: "dxcon-own" })]),
      answer("network", "interconnects", [
        interconnect({ id: "dxcon-9", ownerAccount: partnerAccount }),
        { ...hosted, parentId: "dxcon-9", record: { a: 1, b: 2, c: 3, d: 4 } },
      ], { account: partnerAccount }),
    ];
    for (const order of [answers, answers.toReversed()]) {
      const merged = mergeSections(choices, order).resources.find(({ id }) => id === "dxcon-1");
      expect(merged).toMatchObject({ profile: "prod", owned: true, parentId: "dxcon-9" });
    }
  });

  test("says whose the things are that the API names no owner of", () => {
    const anonymous = interconnect({ id: "dxcon-9", ownerAccount: "" });
    const { resources } = mergeSections(choices, [answer("prod", "interconnects", [anonymous], { account: partnerAccount })]);
    expect(only(resources)).toMatchObject({ ownerAccount: partnerAccount, owned: true });
  });

  test("collects locations by Region and every failure", () => {
    const failure: ReadFailure = { profile: "prod", region: "us-east-1", action: "DescribeLags", reason: "denied", message: "", text: noText, requestId: undefined };
    const { locations } = sampleInventory();
    const merged = mergeSections(choices, [
      answer("prod", "locations", [], { locations }),
      answer("network", "locations", [], { locations }),
      answer("prod", "lags", [], { failures: [failure] }),
    ]);
    expect(merged.locations).toHaveLength(locations.length);
    expect(merged.failures).toEqual([failure]);
  });
});

describe("whose account a profile is", () => {
  const foreign = connection({ id: "dxcon-2", ownerAccount: networkTeamAccount, hosted: true, parentId: "dxcon-9" });
  const gateway = directConnectGateway({ id: "g" });
  const onForeignPort = virtualInterface({ id: "v", connectionId: "elsewhere" });
  const denied: ReadFailure = { profile: "prod", region: "us-east-1", action: "DescribeConnections", reason: "denied", message: "", text: noText, requestId: undefined };
  const cases: readonly (readonly [string, readonly SectionAnswer[], string | undefined])[] = [
    ["is what its credentials tell", [answer("prod", "connections", [], { account: partnerAccount })], partnerAccount],
    ["is told by what only owners list", [answer("prod", "gateways", [gateway])], sampleAccount],
    ["is not told by a customer's connection on its interconnect", [answer("prod", "interconnects", [foreign])], undefined],
    ["is told by a virtual interface on a port that is not listed", [...noPorts("prod"), answer("prod", "virtualInterfaces", [onForeignPort])], sampleAccount],
    ["is not told by a virtual interface while the ports are not read", [answer("prod", "virtualInterfaces", [onForeignPort])], undefined],
    [
      "is not told by a virtual interface when the ports could not be read",
      [...noPorts("prod").slice(1), answer("prod", "connections", [], { failures: [denied] }), answer("prod", "virtualInterfaces", [onForeignPort])],
      undefined,
    ],
    ["is not told by an attachment of another's virtual interface", [answer("prod", "gateways", [attachment({ directConnectGatewayId: "g", virtualInterfaceId: "v", ownerAccount: "" })])], undefined],
    ["is not known from nothing", [], undefined],
  ];
  test("is not needed to tell that a customer's connection is not the reader's own", () => {
    const { resources } = mergeSections(choices.slice(0, 1), [answer("prod", "interconnects", [{ ...foreign, owned: true }])]);
    expect(only(resources).owned).toBe(false);
  });
  test.each(cases)("%s", (_, answers, id) => expect(mergeSections(choices.slice(0, 1), answers).accounts[0]?.id).toBe(id));
});
