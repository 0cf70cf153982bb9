import { expect, test } from "vitest";
import { confirmationFor, lastQuestion, placeText, shortPlace } from "../../src/extension/confirmation.ts";
import { presetAnswers } from "../../src/extension/operation-form.ts";
import type { Blocked } from "../../src/extension/operation-targets.ts";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import type { Resource } from "../../src/model/resource.ts";
import { operationOf, type OperationId } from "../../src/operations/index.ts";
import { formatText } from "../support/format-text.ts";
import { attachment, bgpPeer, connection, directConnectGateway, lag, virtualInterface } from "../support/sample-inventory.ts";

const virtualInterfaces = [
  virtualInterface({ id: "dxvif-1", name: "prod" }),
  virtualInterface({ id: "dxvif-2", region: "eu-west-1" }),
];
const inventory: Inventory = {
  ...emptyInventory,
  accounts: [{ profile: "prod", id: "111122223333", regions: ["us-east-1"] }],
  resources: [
    ...virtualInterfaces,
    bgpPeer({ id: "dxpeer-1", virtualInterfaceId: "dxvif-1" }),
    bgpPeer({ id: "dxpeer-2", virtualInterfaceId: "dxvif-1", addressFamily: "ipv6" }),
    attachment({ directConnectGatewayId: "gw", virtualInterfaceId: "dxvif-1" }),
  ],
};

function ask(id: OperationId, resources: readonly Resource[], blocked: readonly Blocked[] = []) {
  return confirmationFor({ operation: operationOf(id), targets: resources, answers: presetAnswers(resources), blocked, inventory }, formatText);
}

test("a deletion names the resource, the account, the Region and what stops", () => {
  const { inFull, ...shown } = ask("deleteVirtualInterface", virtualInterfaces.slice(0, 1));
  expect(shown).toEqual({
    message: 'Delete virtual interface "prod"?',
    detail: [
      "dxvif-1\nAccount 111122223333 (profile prod)\nRegion us-east-1",
      "What stops with it: 2 BGP peers, 1 gateway attachment.\n2 BGP sessions that are up go down: prod 169.254.96.2/30, prod 169.254.96.2/30.",
      "Its VLAN, addresses and key are given up.",
      "This cannot be undone.",
    ].join("\n\n"),
    button: "Delete",
    typed: "prod",
  });
  expect(inFull).toMatch(/^Delete virtual interface "prod"\?\n\ndxvif-1\n[^]*\n• BGP peer 169\.254\.96\.2\/30 \(dxpeer-1\), available\n[^]*cannot be undone\.$/);
});

test("what has no name of its own is called as in the tree, with its id below", () => {
  const peers = inventory.resources.filter(({ kind }) => kind === "bgpPeer");
  expect(ask("deleteBgpPeer", peers.slice(0, 1))).toMatchObject({
    message: 'Delete BGP peer "169.254.96.2/30"?',
    detail: expect.stringMatching(/^dxpeer-1\n/) as string,
  });
  expect(ask("deleteBgpPeer", peers).detail).toContain("• 169.254.96.2/30 (dxpeer-1)");
});

test("several are listed by place, and what is left out is said", () => {
  const blocked = [{ key: "connection/c", label: "busy", message: "busy still carries something.", because: [] }];
  const { message, detail, typed } = ask("deleteVirtualInterface", virtualInterfaces, blocked);
  expect([message, typed]).toEqual(["Delete 2 virtual interfaces?", "2 virtual interfaces"]);
  expect(detail).toContain("Account 111122223333 (profile prod), Region us-east-1:\n• prod (dxvif-1)");
  expect(detail).toContain("Account 111122223333 (profile prod), Region eu-west-1:\n• dxvif-2");
  expect(detail).toContain("Left out:\n• busy still carries something.");
});

test("a long list ends with a count, and is whole for whoever wants to look", () => {
  const many = Array.from({ length: 30 }, (_, index) => connection({ id: `dxcon-${index}` }));
  const { detail, inFull } = ask("deleteConnection", many);
  expect(detail).toContain("… and 18 more");
  expect(inFull).toContain("• dxcon-29");
});

test("what interrupts tells the sessions that are up, and promises no loss", () => {
  const { detail, inFull } = ask("moveVirtualInterface", virtualInterfaces.slice(0, 1));
  expect(detail).toContain("What it can interrupt: 2 BGP peers, 1 gateway attachment.\n2 BGP sessions on it are up: prod 169");
  expect(detail).not.toContain("undone");
  expect(inFull).toMatch(/^Move virtual interface "prod"\?\n[^]*\nWhat it can interrupt:\n• BGP peer [^]*\nBGP sessions on it that are up:\n• prod /);
});

test.each([
  [1, false],
  [2, true],
])("a minimum of %s, with one link up, lists what it can interrupt: %s", (minimumLinks, isListed) => {
  const bundle = lag({ id: "dxlag-1", connectionIds: ["dxcon-a", "dxcon-b"] });
  const links = ["available", "down"].map((state) => connection({ id: `dxcon-${state}`, lagId: "dxlag-1", state }));
  const carried = virtualInterface({ id: "dxvif-l", name: "on-lag", connectionId: "dxlag-1" });
  const subject = { operation: operationOf("setMinimumLinks"), targets: [bundle], answers: new Map([[bundle.key, { minimumLinks }]]), blocked: [] };
  const { detail, inFull } = confirmationFor({ ...subject, inventory: { ...inventory, resources: [bundle, ...links, carried] } }, formatText);
  expect(detail.includes("What it can interrupt")).toBe(isListed);
  expect(inFull?.includes("What it can interrupt")).toBe(isListed);
});

test("what is confirmed stops nothing", () => {
  const waiting = connection({ id: "dxcon-a", state: "ordering", partnerName: "Carrier" });
  expect(ask("confirmConnection", [waiting]).detail).not.toContain("stops");
  expect(ask("confirmConnection", [waiting]).button).toBe("Confirm");
  expect(ask("confirmConnection", [waiting]).typed, "only what destroys is typed").toBeUndefined();
});

test.each([
  ["createPrivateVirtualInterface", 'Create Private Virtual Interface: connection "prod"?'],
  ["createLagFromConnection", 'Create LAG from Connection: connection "prod"?'],
  ["deleteConnection", 'Delete connection "prod"?'],
] as const)("%s names what is made, not what it is made on alone", (id, message) => {
  expect(ask(id, [connection({ id: "dxcon-a", name: "prod" })]).message).toBe(message);
});

test("a place names the profile while the account is not known, and all Regions for what is global", () => {
  expect(placeText(directConnectGateway({ id: "g", ownerAccount: "" }), emptyInventory, formatText)).toBe("Profile prod, all Regions");
  expect(shortPlace(directConnectGateway({ id: "g" }), inventory)).toBe("111122223333");
  expect(shortPlace(connection({ id: "c", ownerAccount: "" }), emptyInventory)).toBe("prod, us-east-1");
});

test("what is to be made is asked about where it is made, with the calls that a yes makes", () => {
  const place = placeOf({ state: "region", profile: "prod", region: "us-east-1" });
  const answers = new Map([[place.key, { location: "EqDC2", bandwidth: "10Gbps", name: "edge" }]]);
  const question = lastQuestion({ operation: operationOf("createConnection"), targets: [place], answers, blocked: [], inventory }, formatText);
  expect(question.message).toBe("Create Connection in us-east-1?");
  expect(question.detail).toMatch(/^Account 111122223333 \(profile prod\)\nRegion us-east-1\n\nLocation: EqDC2 · Port Speed: 10 Gbps · Name of the new connection: edge\n\nAWS charges/);
  expect(question.calls).toEqual([
    { profile: "prod", region: "us-east-1", action: "CreateConnection", input: { connectionName: "edge", location: "EqDC2", bandwidth: "10Gbps" } },
  ]);
});
