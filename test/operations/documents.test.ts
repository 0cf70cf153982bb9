import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { documentOperations } from "../../src/operations/documents.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, virtualInterface } from "../support/sample-inventory.ts";

const { openRouterConfiguration, saveLetter, showRoutes, showTags, showTestHistory } = documentOperations;
const subject = virtualInterface({ id: "dxvif-1", name: "prod / a" });

test("a letter is a file named for its port", () => {
  const content = new Uint8Array([37, 80, 68, 70]);
  const port = connection({ id: "dxcon-a", name: "prod iad" });
  expect(saveLetter.document?.({ loaContent: content }, port, { providerName: undefined })).toEqual({ form: "file", name: "loa-prod-iad.pdf", content });
  expect(saveLetter.input({ providerName: "Lumen" }, port, "us-east-1")).toEqual({ connectionId: "dxcon-a", loaContentType: "application/pdf", providerName: "Lumen" });
});

test.each([
  ["Cisco", "neighbor 169.254.9.1 password hidden-key", "neighbor 169.254.9.1 password ********"],
  ["Nexus", "    password 0 hidden-key", "    password 0 ********"],
  ["Juniper", 'neighbor 169.254.9.1 authentication-key "hidden-key"', "neighbor 169.254.9.1 authentication-key ********"],
  ["Palo Alto", "auth-profile aws secret hidden-key", "auth-profile aws secret ********"],
  ["AWS's XML", "<bgp_auth_key>hidden-key</bgp_auth_key>", "<bgp_auth_key>********</bgp_auth_key>"],
])("the key in a configuration of %s is masked unless it is asked for", (_, customerRouterConfig, expected) => {
  const shown = (withKey: boolean | undefined) => openRouterConfiguration.document?.({ customerRouterConfig }, subject, { routerType: "x", withKey });
  expect(shown(undefined)).toMatchObject({ form: "text", name: "prod-a.txt", content: expected });
  expect(shown(true)).toMatchObject({ content: customerRouterConfig });
});

test("a configuration is of the router that was chosen", () => {
  const { options, other } = openRouterConfiguration.parameters.routerType;
  expect(options).toHaveLength(9);
  expect(inEnglish(other("two words"))).toMatch(/identifier of a router type/);
  expect(openRouterConfiguration.input({ routerType: "a-b", withKey: undefined }, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", routerTypeIdentifier: "a-b" });
});

test("routes, tests and tags are tables", () => {
  const routeInstalledAt = new Date("2026-11-20T10:00:00Z");
  const route = { cidr: "10.0.0.0/8", routeDirection: "accepted", asPath: [{ path: [65001, 65002] }], communities: ["7224:7100"], routeInstalledAt };
  expect(inEnglish(showRoutes.document?.({ routes: [route] }, subject, { direction: undefined }))).toMatchObject({
    title: "Routes of prod / a",
    rows: [["10.0.0.0/8", "accepted", "65001 65002", "7224:7100", "2026-11-20T10:00:00.000Z"]],
  });
  expect(showRoutes.input({ direction: "accepted" }, subject, "us-east-1")).toEqual({ virtualInterfaceId: "dxvif-1", filters: { routeDirection: "accepted" } });
  const done = { testId: "t", status: "Completed", testDurationInMinutes: 5, startTime: routeInstalledAt, bgpPeers: ["dxpeer-1"] };
  expect(inEnglish(showTestHistory.document?.({ virtualInterfaceTestHistory: [done] }, subject, {}))).toMatchObject({
    rows: [["2026-11-20T10:00:00.000Z", "", "5", "Completed", "dxpeer-1", "t"]],
  });
  expect(inEnglish(showTags.document?.({ resourceTags: [{ resourceArn: "arn", tags: [{ key: "Owner", value: "me" }] }] }, subject, {}))).toMatchObject({ rows: [["Owner", "me"]] });
  expect(showTags.refusal?.({ ...subject, ownerAccount: "" }, emptyInventory)).toBeDefined();
});
