import { arnOf } from "../model/arn.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { phrase } from "../model/text.ts";
import { isOffered, operation, type Offer, type Refusal } from "./operation.ts";

export const taggable = [
  { kind: "connection", states: ["ordering", "requested", "pending", "available", "down"], traits: ["owned"] },
  { kind: "interconnect", states: ["requested", "pending", "available", "down"], traits: ["owned"] },
  { kind: "lag", states: ["requested", "pending", "available", "down"], traits: ["owned"] },
  {
    kind: "virtualInterface",
    states: ["confirming", "verifying", "pending", "available", "down", "testing"],
    traits: ["owned"],
  },
  { kind: "directConnectGateway", states: ["pending", "available"], traits: ["owned"] },
] as const satisfies readonly Offer[];

/** Whether the resource is one whose tags this account may change now. */
export function isTaggable(resource: Resource): boolean {
  return isOffered({ on: taggable }, resource);
}

export const tagOperations = {
  setTags: operation({
    action: "TagResource",
    label: phrase("Add or Edit Tags…"),
    verb: phrase("Set Tags"),
    icon: "tag",
    on: taggable,
    danger: "changes",
    parameters: { tags: { type: "tags", label: phrase("Tags"), hint: phrase("A key that the resource already has gets the new value.") } },
    input: ({ tags }, resource, region) => ({
      resourceArn: arnOf(resource, region),
      tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
    }),
    refusal: refuseWithoutArn,
  }),
  removeTags: operation({
    action: "UntagResource",
    label: phrase("Remove Tags…"),
    verb: phrase("Remove Tags"),
    icon: "tag",
    on: taggable.map((offer) => ({ ...offer, traits: [...offer.traits, "tagged"] as const })),
    danger: "changes",
    parameters: { tagKeys: { type: "tagKeys", label: phrase("Tags to Remove") } },
    input: ({ tagKeys }, resource, region) => ({ resourceArn: arnOf(resource, region), tagKeys: [...tagKeys] }),
    refusal: refuseWithoutArn,
  }),
};

/** Tags are set by ARN, and an ARN names the account. */
function refuseWithoutArn(resource: Resource): Refusal | undefined {
  if (arnOf(resource, resource.region) !== undefined) return undefined;
  return { message: phrase("The account of {0} is not known, and tags are set by ARN. Refresh and try again.", labelOf(resource)), because: [] };
}
