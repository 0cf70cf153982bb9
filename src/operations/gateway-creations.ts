import { checkGatewayAsn } from "../model/asn.ts";
import type { Association, CloudGateway } from "../model/resource.ts";
import { phrase, type Text } from "../model/text.ts";
import { textIn } from "./context.ts";
import { checkAllowedPrefixes, cloudGateway, region } from "./gateway-parameters.ts";
import { newTags, tagList } from "./new-tags.ts";
import { operation } from "./operation.ts";
import type { FormContext } from "./parameter.ts";
import { newName, requiredName } from "./parameters.ts";

export const gatewayCreations = {
  createDirectConnectGateway: operation({
    action: "CreateDirectConnectGateway",
    label: phrase("Create Direct Connect Gateway…"),
    verb: phrase("Create"),
    icon: "circuit-board",
    on: [{ kind: "place", states: ["account", "region", "directConnectGateway"] }],
    danger: "changes",
    isGlobal: true,
    touches: ["directConnectGateway"],
    parameters: {
      name: requiredName(phrase("Name of the new Direct Connect gateway")),
      amazonSideAsn: {
        type: "number",
        label: phrase("BGP ASN of Amazon's Side"),
        hint: phrase("For its side of BGP: 64512 to 65534, or 4200000000 to 4294967294; fixed for good, and not that of a transit gateway behind it"),
        initial: () => 64512,
        check: checkGatewayAsn,
      },
      tags: newTags,
    },
    input: ({ name, amazonSideAsn, tags }) => ({ directConnectGatewayName: name, amazonSideAsn, ...tagList(tags) }),
  }),
  renameDirectConnectGateway: operation({
    action: "UpdateDirectConnectGateway",
    label: phrase("Rename Direct Connect Gateway…"),
    verb: phrase("Rename"),
    icon: "edit",
    on: [{ kind: "directConnectGateway", states: ["pending", "available"], traits: ["owned"] }],
    danger: "changes",
    parameters: { name: newName },
    input: ({ name }, { id }) => ({ directConnectGatewayId: id, newDirectConnectGatewayName: name }),
  }),
  createAssociation: operation({
    action: "CreateDirectConnectGatewayAssociation",
    label: phrase("Associate Gateway…"),
    verb: phrase("Associate"),
    icon: "git-compare",
    on: [{ kind: "directConnectGateway", states: ["available"], traits: ["owned"] }],
    alsoAt: ["account", "region", "directConnectGateway", "association"],
    danger: "changes",
    touches: ["association"],
    parameters: {
      gateway: cloudGateway,
      region,
      allowedPrefixes: {
        type: "prefixes",
        label: phrase("Allowed Prefixes"),
        hint: phrase("What the Direct Connect gateway announces to your routers. For a virtual private gateway it may be empty: its VPC's blocks are announced then."),
        initial: () => [],
        check: checkChosen,
      },
    },
    input: ({ gateway, allowedPrefixes }, { id }) => ({
      directConnectGatewayId: id,
      gatewayId: gateway,
      ...(allowedPrefixes.length === 0 ? {} : { addAllowedPrefixesToDirectConnectGateway: cidrs(allowedPrefixes) }),
    }),
  }),
  setAllowedPrefixes: operation({
    action: "UpdateDirectConnectGatewayAssociation",
    label: phrase("Change Allowed Prefixes…"),
    verb: phrase("Change"),
    icon: "list-unordered",
    on: [{ kind: "association", states: ["associated"] }],
    danger: "interrupts",
    touches: ["association"],
    parameters: {
      allowedPrefixes: {
        type: "prefixes",
        label: phrase("Allowed Prefixes"),
        hint: phrase("The whole list of what the Direct Connect gateway announces to your routers."),
        initial: ({ target }) => (target.kind === "association" ? target.allowedPrefixes : []),
        check: checkChosen,
      },
    },
    input: ({ allowedPrefixes }, association) => {
      const { added, removed } = differences(association, allowedPrefixes);
      return {
        associationId: association.id,
        ...(added.length === 0 ? {} : { addAllowedPrefixesToDirectConnectGateway: cidrs(added) }),
        ...(removed.length === 0 ? {} : { removeAllowedPrefixesToDirectConnectGateway: cidrs(removed) }),
      };
    },
    consequence: (association, _, { allowedPrefixes }) => {
      const { removed } = differences(association, allowedPrefixes);
      return removed.length === 0 ? undefined : phrase("Your routers lose the routes to {0} as soon as the association has been updated, within some minutes.", removed.join(", "));
    },
  }),
  proposeAssociation: operation({
    action: "CreateDirectConnectGatewayAssociationProposal",
    label: phrase("Propose Association to Another Account…"),
    verb: phrase("Propose"),
    icon: "mail",
    on: [
      { kind: "virtualPrivateGateway", states: ["available", "unknown"], traits: ["owned"] },
      { kind: "transitGateway", states: ["available", "unknown"], traits: ["owned"] },
      { kind: "place", states: ["account", "region", "proposal", "virtualPrivateGateway", "transitGateway"] },
    ],
    danger: "changes",
    touches: ["proposal"],
    parameters: {
      gateway: cloudGateway,
      directConnectGatewayId: {
        type: "text",
        label: phrase("Id of the Direct Connect Gateway"),
        hint: phrase("Its owner tells you: 36 characters, such as 5f294f92-bafb-4011-916d-9b0bec7ad1c1"),
        check: (id) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? undefined : phrase("An id is 32 hexadecimal digits with four hyphens.")),
      },
      owner: {
        type: "text",
        label: phrase("Account of Its Owner"),
        hint: phrase("Twelve digits; it accepts the proposal within seven days"),
        check: (account) => (/^\d{12}$/.test(account) ? undefined : phrase("An account has twelve digits.")),
      },
      allowedPrefixes: {
        type: "prefixes",
        label: phrase("Allowed Prefixes"),
        hint: phrase("What you ask to be announced to the other side's routers."),
        initial: () => [],
        check: checkChosen,
      },
    },
    members: { owner: "directConnectGatewayOwnerAccount" },
    input: ({ gateway, directConnectGatewayId, owner, allowedPrefixes }, target) => ({
      directConnectGatewayId,
      directConnectGatewayOwnerAccount: owner,
      gatewayId: gateway ?? ("id" in target ? target.id : ""),
      ...(allowedPrefixes.length === 0 ? {} : { addAllowedPrefixesToDirectConnectGateway: cidrs(allowedPrefixes) }),
    }),
    consequence: (_, __, { owner }) => phrase("It waits seven days for account {0} to accept it.", owner),
  }),
};

function checkChosen(prefixes: readonly string[], context: FormContext): Text | undefined {
  const { target, inventory } = context;
  if (target.kind === "association") {
    const { added, removed } = differences(target, prefixes);
    if (added.length === 0 && removed.length === 0) return phrase("These are the prefixes that it has: nothing would change. Add one or take one away.");
    const { directConnectGatewayId, gateway } = target;
    return checkAllowedPrefixes({ directConnectGatewayId, gatewayId: gateway.id, isTransit: gateway.type === "transitGateway", prefixes }, inventory);
  }
  const gatewayId = isBehind(target) ? target.id : textIn(context, "gateway");
  const directConnectGatewayId = target.kind === "directConnectGateway" ? target.id : textIn(context, "directConnectGatewayId");
  return checkAllowedPrefixes({ directConnectGatewayId, gatewayId, isTransit: gatewayId.startsWith("tgw-"), prefixes }, inventory);
}

function isBehind(target: FormContext["target"]): target is CloudGateway {
  return target.kind === "virtualPrivateGateway" || target.kind === "transitGateway";
}

function differences({ allowedPrefixes: before }: Association, now: readonly string[]) {
  return { added: now.filter((prefix) => !before.includes(prefix)), removed: before.filter((prefix) => !now.includes(prefix)) };
}

function cidrs(prefixes: readonly string[]): { cidr: string }[] {
  return prefixes.map((cidr) => ({ cidr }));
}

