import { checkLinkCount, mostLinks } from "../model/port-limits.ts";
import { phrase } from "../model/text.ts";
import { textIn } from "./context.ts";
import { newTags, tagList } from "./new-tags.ts";
import { operation } from "./operation.ts";
import { requiredName } from "./parameters.ts";
import { bandwidth, billingMode, billingModeMember, location, orderMembers, providerName, requestMacSec } from "./port-parameters.ts";
import { isPlace, type Target } from "./target.ts";

const places = { kind: "place", states: ["account", "region", "location"] } as const;
const charges = phrase("AWS charges for its port hours from the moment it is up, at the latest 90 days after its letter of authorization was issued.");

export const portOrders = {
  createConnection: operation({
    action: "CreateConnection",
    label: phrase("Create Connection…"),
    verb: phrase("Create"),
    icon: "plug",
    on: [{ ...places, states: [...places.states, "connection"] }],
    danger: "changes",
    touches: ["connection"],
    parameters: {
      location,
      bandwidth,
      name: requiredName(phrase("Name of the new connection")),
      providerName,
      requestMacSec,
      billingMode: { ...billingMode, optional: true },
      tags: newTags,
    },
    input: ({ name, bandwidth: speed, location: code, tags, billingMode: mode, ...others }, target) => ({
      connectionName: name,
      location: codeOf(target, code),
      bandwidth: speed ?? "",
      ...orderMembers(others),
      ...billingModeMember(mode),
      ...tagList(tags),
    }),
    consequence: () => charges,
  }),
  addConnectionToLag: operation({
    action: "CreateConnection",
    label: phrase("Add New Connection to LAG…"),
    verb: phrase("Create"),
    icon: "plug",
    on: [{ kind: "lag", states: ["requested", "pending", "available", "down"], traits: ["owned"] }],
    danger: "changes",
    touches: ["connection"],
    parameters: { name: requiredName(phrase("Name of the new connection")), providerName, tags: newTags },
    input: ({ name, tags, ...others }, lag) => ({
      connectionName: name,
      location: lag.location,
      bandwidth: lag.bandwidth,
      lagId: lag.id,
      ...orderMembers({ ...others, ...(lag.macSec.capable ? { requestMacSec: true } : {}) }),
      ...tagList(tags),
    }),
    refusal: ({ bandwidth: speed, connectionIds, key, name, id }) => {
      const most = mostLinks(speed);
      if (connectionIds.length < most) return undefined;
      return { message: phrase("LAG {0} has {1} connections, and a LAG of {2} takes no more.", name || id, connectionIds.length, speed), because: [key] };
    },
    consequence: () => charges,
  }),
  createLag: operation({
    action: "CreateLag",
    label: phrase("Create LAG…"),
    verb: phrase("Create"),
    icon: "layers",
    on: [{ ...places, states: [...places.states, "lag"] }],
    danger: "changes",
    touches: ["lag", "connection"],
    parameters: {
      location,
      bandwidth,
      numberOfConnections: {
        type: "number",
        label: phrase("Number of Connections"),
        hint: phrase("New connections, all on one device of AWS; each is charged"),
        initial: () => 2,
        check: (count, context) => checkLinkCount(count, textIn(context, "bandwidth")),
      },
      name: requiredName(phrase("Name of the new LAG")),
      providerName,
      requestMacSec,
      billingMode: { ...billingMode, optional: true },
      tags: newTags,
    },
    input: ({ name, bandwidth: speed, location: code, numberOfConnections, tags, billingMode: mode, ...others }, target) => ({
      lagName: name,
      location: codeOf(target, code),
      connectionsBandwidth: speed ?? "",
      numberOfConnections,
      ...orderMembers(others),
      ...billingModeMember(mode),
      ...tagList(tags),
    }),
    consequence: () => charges,
  }),
  createLagFromConnection: operation({
    action: "CreateLag",
    label: phrase("Create LAG from Connection…"),
    verb: phrase("Create"),
    icon: "layers",
    on: [{ kind: "connection", states: ["requested", "available", "down"], traits: ["owned"], without: ["hosted", "inLag"] }],
    danger: "interrupts",
    touches: ["lag", "virtualInterface"],
    parameters: {
      name: requiredName(phrase("Name of the new LAG")),
      numberOfConnections: {
        type: "number",
        label: phrase("Number of Connections"),
        hint: phrase("This one included; the others are ordered and charged"),
        initial: () => 1,
        check: (count, { target }) => (target.kind === "connection" ? checkLinkCount(count, target.bandwidth) : undefined),
      },
      tags: newTags,
    },
    input: ({ name, numberOfConnections, tags }, connection) => ({
      lagName: name,
      numberOfConnections,
      connectionId: connection.id,
      location: connection.location,
      connectionsBandwidth: connection.bandwidth,
      ...orderMembers(connection.macSec.capable ? { requestMacSec: true } : {}),
      ...tagList(tags),
    }),
    consequence: () => phrase("The connection goes down for some minutes while it becomes the LAG's; its virtual interfaces move to the LAG."),
  }),
  createInterconnect: operation({
    action: "CreateInterconnect",
    label: phrase("Create Interconnect as Partner…"),
    verb: phrase("Create"),
    icon: "server",
    on: [{ ...places, states: [...places.states, "interconnect"] }],
    danger: "changes",
    touches: ["interconnect"],
    parameters: { location, bandwidth, name: requiredName(phrase("Name of the new interconnect")), providerName, requestMacSec, tags: newTags },
    input: ({ name, bandwidth: speed, location: code, tags, ...others }, target) => ({
      interconnectName: name,
      location: codeOf(target, code),
      bandwidth: speed ?? "",
      ...orderMembers(others),
      ...tagList(tags),
    }),
    consequence: () => charges,
  }),
};

/** A form that was opened on a location does not ask for one. */
function codeOf(target: Target, answered: string | undefined): string {
  return answered ?? (isPlace(target) ? target.location : undefined) ?? "";
}
