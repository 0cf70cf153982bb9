import { choices, type Field, type FieldType, flag, text } from "./schema-types.ts";
import { dedicatedBandwidths, hostedBandwidths } from "./speeds.ts";

const location: Field = {
  name: "location",
  type: { kind: "text", format: "location", form: "a location code such as EqDC2" },
  required: "new",
  about: "Code of the Direct Connect location where the port is. Codes are case-sensitive; DescribeLocations lists those of a Region.",
  api: "location",
  source: "DescribeLocations",
};

export const region: Field = {
  name: "region",
  type: { kind: "text", format: "region", form: "a Region's code such as us-east-1" },
  about: "Region whose API the resource is managed through.",
  absent: "the plan's `region`",
  api: "the Region of the endpoint",
  source: "plan format",
};

export const tags: Field = {
  name: "tags",
  type: { kind: "tags" },
  about: "Tags of the resource, at most 50 together with the plan's own; keys up to 128 characters, values up to 256.",
  absent: "only the plan's `tags`",
  api: "tags",
  source: "TagResource",
};

const macSec: readonly Field[] = [
  {
    name: "requestMACSec",
    type: flag,
    about: "Orders a port that can do MACsec. It cannot be added to a port afterwards.",
    absent: "`false`",
    api: "requestMACSec",
    source: "CreateConnection",
  },
  {
    name: "encryptionMode",
    type: {
      kind: "text",
      format: "encryptionMode",
      form: "no_encrypt, should_encrypt or must_encrypt",
      choices: [
        { value: "no_encrypt", about: "MACsec is off." },
        { value: "should_encrypt", about: "Traffic goes on in clear when MACsec is down." },
        { value: "must_encrypt", about: "The link goes down when MACsec is down." },
      ],
    },
    about: "What happens to traffic when MACsec is down.",
    absent: "AWS's own choice, which `UpdateConnection` can change",
    api: "encryptionMode",
    source: "UpdateConnection",
  },
  {
    name: "macSecKeys",
    type: { kind: "list", of: { kind: "map", map: "macSecKeys" } },
    about: "MACsec keys of the port: each a `secretARN`, or a `ckn` with its `cak`.",
    api: "AssociateMacSecKey",
    source: "AssociateMacSecKey",
  },
];

export const macSecKeyFields: readonly Field[] = [
  {
    name: "secretARN",
    type: text,
    about: "ARN of a Secrets Manager secret that Direct Connect made for a key it was given before.",
    api: "secretARN",
    source: "AssociateMacSecKey",
  },
  {
    name: "ckn",
    type: { kind: "text", format: "hexKey", form: "64 hexadecimal digits" },
    about: "Connectivity association key name: 64 hexadecimal digits.",
    api: "ckn",
    source: "AssociateMacSecKey",
  },
  {
    name: "cak",
    type: { kind: "text", format: "cak", form: "64 hexadecimal digits, written as a secret reference", secret: true },
    about: "Connectivity association key: 64 hexadecimal digits. Secret: write `${env:NAME}` or `${secret:NAME}`.",
    api: "cak",
    source: "AssociateMacSecKey",
  },
];

const providerName: Field = {
  name: "providerName",
  type: { kind: "text", format: "providerName" },
  about: "The service provider that brings the circuit to the location, as DescribeLocations names it.",
  api: "providerName",
  source: "CreateConnection",
};

const billingMode: Field = {
  name: "billingMode",
  type: {
    kind: "text",
    format: "billingMode",
    form: "PayAsYouGo or FlatRateTier1 to FlatRateTier5",
    choices: [
      { value: "PayAsYouGo", about: "Port hours and data transfer as they come." },
      ...choices(["FlatRateTier1", "FlatRateTier2", "FlatRateTier3", "FlatRateTier4", "FlatRateTier5"], "A flat rate."),
    ],
  },
  about: "How the port is billed.",
  absent: "`PayAsYouGo`",
  api: "billingMode",
  source: "UpdateConnectionsBillingMode",
};

export function name(what: string, api: string, type: FieldType = text): Field {
  return { name: "name", type, about: `Name of the ${what}.`, absent: "the logical name", api, source: "plan format" };
}

export function id(what: string, kind: Extract<FieldType, { kind: "awsId" }>["ids"][number], requiredWith?: readonly string[]): Field {
  return {
    name: "id",
    type: { kind: "awsId", ids: [kind] },
    about: `AWS id of a ${what} that is there already: the plan adopts it, and leaves alone whatever it does not list.`,
    absent: `a new ${what}`,
    api: `${what} id`,
    source: "plan format",
    ...(requiredWith === undefined ? {} : { requiredWith }),
  };
}

function bandwidth(type: FieldType, fieldName = "bandwidth"): Field {
  return {
    name: fieldName,
    type,
    required: "new",
    about: "Speed, spelt as the API spells it: number and unit without a blank.",
    api: fieldName,
    source: fieldName === "bandwidth" ? "CreateConnection, AllocateHostedConnection" : "CreateLag",
  };
}

const dedicated: FieldType = { kind: "text", format: "dedicatedBandwidth", form: dedicatedBandwidths.join(", "), choices: choices(dedicatedBandwidths) };
const hosted: FieldType = { kind: "text", format: "hostedBandwidth", form: hostedBandwidths.join(", "), choices: choices(hostedBandwidths) };
const eitherBandwidth: FieldType = {
  kind: "text",
  format: "connectionBandwidth",
  form: `${dedicatedBandwidths.join(", ")}; with \`hosted: true\` one of ${hostedBandwidths.join(", ")}`,
  choices: choices(dedicatedBandwidths),
};

const lag: Field = {
  name: "lag",
  type: { kind: "reference", to: ["lags"], ids: ["dxlag"] },
  about: "The LAG that it is a member of. Members share location, speed and MACsec capability.",
  api: "lagId",
  source: "CreateConnection",
};

export const connectionFields: readonly Field[] = [
  location,
  bandwidth(eitherBandwidth),
  name("connection", "connectionName"),
  id("connection", "dxcon", ["hosted"]),
  {
    name: "hosted",
    type: flag,
    about: "A partner ordered it for this account. Applying the plan confirms it.",
    absent: "`false`: a dedicated connection",
    api: "ConfirmConnection",
    source: "plan format",
  },
  {
    name: "vlan",
    type: { kind: "integer", format: "vlan", least: 1, most: 4094 },
    about: "VLAN that the partner gave a hosted connection; its virtual interface uses the same one.",
    api: "vlan",
    source: "AllocateHostedConnection",
  },
  lag,
  providerName,
  ...macSec,
  billingMode,
  region,
  tags,
];

export const lagFields: readonly Field[] = [
  location,
  bandwidth(dedicated, "connectionsBandwidth"),
  {
    name: "numberOfConnections",
    type: { kind: "integer", format: "numberOfConnections", least: 1, most: 4 },
    required: "new",
    about: "Connections that the LAG is created with: up to 4 at 1 or 10 Gbps, up to 2 at 100 or 400 Gbps.",
    api: "numberOfConnections",
    source: "CreateLag",
  },
  {
    name: "minimumLinks",
    type: { kind: "integer", format: "minimumLinks", least: 0 },
    about: "How many members have to be up for the LAG to be up.",
    absent: "`0`",
    api: "minimumLinks",
    source: "UpdateLag",
  },
  name("LAG", "lagName"),
  id("LAG", "dxlag"),
  providerName,
  ...macSec,
  billingMode,
  region,
  tags,
];

export const interconnectFields: readonly Field[] = [
  location,
  bandwidth(dedicated),
  name("interconnect", "interconnectName"),
  id("interconnect", "dxcon"),
  lag,
  providerName,
  ...macSec.slice(0, 1),
  region,
  tags,
];

export const hostedConnectionFields: readonly Field[] = [
  {
    name: "parent",
    type: { kind: "reference", to: ["interconnects", "lags"], ids: ["dxcon", "dxlag"] },
    required: "new",
    about: "The interconnect or LAG of ours that carries it.",
    api: "connectionId",
    source: "AllocateHostedConnection",
  },
  {
    name: "ownerAccount",
    type: { kind: "text", format: "accountId", form: "12 digits in quotes" },
    required: "new",
    about: "Account that the hosted connection is for; its owner has to confirm it.",
    api: "ownerAccount",
    source: "AllocateHostedConnection",
  },
  bandwidth(hosted),
  {
    name: "vlan",
    type: { kind: "integer", format: "vlan", least: 1, most: 4094 },
    required: "new",
    about: "VLAN of the hosted connection, unique on its parent.",
    api: "vlan",
    source: "AllocateHostedConnection",
  },
  name("hosted connection", "connectionName"),
  id("hosted connection", "dxcon"),
  region,
  tags,
];
