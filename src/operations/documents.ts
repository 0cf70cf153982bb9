import { arnOf } from "../model/arn.ts";
import { labelOf, type BgpPeer, type Resource } from "../model/resource.ts";
import { phrase, verbatim } from "../model/text.ts";
import { maskRouterConfiguration } from "./mask-router-configuration.ts";
import { operation, type Offer } from "./operation.ts";
import { providerName } from "./port-parameters.ts";
import { checkRouterType, routerTypes } from "./router-types.ts";
import { taggable } from "./tags.ts";

// A letter is written when AWS has chosen the port, which makes it pending.
const letterable = ["pending", "available", "down"] as const;
const sessions = { kind: "virtualInterface", states: ["verifying", "pending", "available", "down", "testing"], traits: ["owned"] } as const satisfies Offer;

/** What is read to be looked at or kept, and is not in the tree. */
export const documentOperations = {
  saveLetter: operation({
    action: "DescribeLoa",
    label: phrase("Save Letter of Authorization…"),
    verb: phrase("Save"),
    icon: "file-pdf",
    on: [
      { kind: "connection", states: letterable, traits: ["owned"], without: ["hosted"] },
      { kind: "lag", states: letterable, traits: ["owned"] },
      { kind: "interconnect", states: letterable, traits: ["owned"] },
    ],
    danger: "reads",
    then: "save",
    parameters: { providerName: { ...providerName, hint: phrase("Whose name the letter names as the one who asks for it") } },
    input: ({ providerName: provider }, { id }) => ({ connectionId: id, loaContentType: "application/pdf", ...(provider === undefined ? {} : { providerName: provider }) }),
    document: ({ loaContent }, port) => ({ form: "file", name: `loa-${fileName(port)}.pdf`, content: loaContent ?? new Uint8Array() }),
  }),
  openRouterConfiguration: operation({
    action: "DescribeRouterConfiguration",
    label: phrase("Open Router Configuration…"),
    verb: phrase("Open"),
    icon: "file-code",
    on: [sessions],
    danger: "reads",
    then: "show",
    parameters: {
      routerType: { type: "choice", label: phrase("Router"), hint: phrase("Choose the router by vendor, platform and software"), options: routerTypes, other: checkRouterType },
      withKey: { type: "yesNo", label: phrase("BGP Key"), yes: phrase("show the key in clear"), no: phrase("leave the key masked"), optional: true },
    },
    input: ({ routerType }, { id }) => ({ virtualInterfaceId: id, routerTypeIdentifier: routerType }),
    document: ({ customerRouterConfig = "" }, virtualInterface, { withKey }) => ({
      form: "text",
      name: `${fileName(virtualInterface)}.txt`,
      content: withKey === true ? customerRouterConfig : maskRouterConfiguration(customerRouterConfig),
    }),
  }),
  showRoutes: operation({
    action: "ListVirtualInterfaceRoutes",
    label: phrase("Show Routes…"),
    verb: phrase("Show"),
    icon: "list-tree",
    on: [sessions],
    danger: "reads",
    then: "show",
    pages: "routes",
    parameters: {
      direction: {
        type: "choice",
        label: phrase("Direction"),
        optional: true,
        options: [
          { value: "accepted", label: phrase("Accepted from your router") },
          { value: "advertised", label: phrase("Advertised to your router") },
        ],
      },
    },
    input: ({ direction }, { id }) => ({ virtualInterfaceId: id, ...(direction === undefined ? {} : { filters: { routeDirection: direction } }) }),
    document: ({ routes = [] }, virtualInterface) => ({
      form: "table",
      title: phrase("Routes of {0}", labelOf(virtualInterface)),
      columns: [phrase("Prefix"), phrase("Direction"), phrase("AS path"), phrase("Communities"), phrase("Since")],
      rows: routes.map(({ cidr = "", routeDirection = "", asPath = [], communities = [], routeInstalledAt }) =>
        [cidr, routeDirection, asPath.flatMap(({ path = [] }) => path).join(" "), communities.join(" "), timeOf(routeInstalledAt)].map(verbatim),
      ),
      none: phrase("It has no routes."),
    }),
  }),
  showTestHistory: operation({
    action: "ListVirtualInterfaceTestHistory",
    label: phrase("Show History of Failover Tests"),
    verb: phrase("Show"),
    icon: "history",
    on: [sessions],
    danger: "reads",
    then: "show",
    pages: "virtualInterfaceTestHistory",
    parameters: {},
    input: (_, { id }) => ({ virtualInterfaceId: id }),
    document: ({ virtualInterfaceTestHistory: tests = [] }, virtualInterface) => ({
      form: "table",
      title: phrase("Failover tests of {0}", labelOf(virtualInterface)),
      columns: [phrase("Start"), phrase("End"), phrase("Minutes"), phrase("Status"), phrase("BGP peers"), phrase("Test")],
      rows: tests.map(({ startTime, endTime, testDurationInMinutes, status = "", bgpPeers = [], testId = "" }) =>
        [timeOf(startTime), timeOf(endTime), String(testDurationInMinutes ?? ""), status, bgpPeers.join(" "), testId].map(verbatim),
      ),
      none: phrase("It has not been tested."),
    }),
  }),
  showTags: operation({
    action: "DescribeTags",
    label: phrase("Show Tags"),
    verb: phrase("Show"),
    icon: "tag",
    on: taggable,
    danger: "reads",
    then: "show",
    parameters: {},
    input: (_, resource, region) => ({ resourceArns: [arnOf(resource, region) ?? ""] }),
    refusal: (resource) => (arnOf(resource, resource.region) === undefined ? { message: phrase("The account of {0} is not known, and tags are read by ARN. Refresh and try again.", labelOf(resource)), because: [] } : undefined),
    document: ({ resourceTags = [] }, resource) => ({
      form: "table",
      title: phrase("Tags of {0}", labelOf(resource)),
      columns: [phrase("Key"), phrase("Value")],
      rows: resourceTags.flatMap(({ tags = [] }) => tags.map(({ key = "", value = "" }) => [verbatim(key), verbatim(value)])),
      none: phrase("It has no tags."),
    }),
  }),
};

function fileName(resource: Exclude<Resource, BgpPeer>): string {
  return labelOf(resource).replace(/[^\w.-]+/g, "-");
}

function timeOf(date: Date | undefined): string {
  return date === undefined ? "" : date.toISOString();
}

