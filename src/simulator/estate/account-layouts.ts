import { type Layout, optional, required } from "./layout.ts";

const becomes = optional("becomes");

export const customerAgreement: Layout = {
  members: {
    name: required("text", "agreementName"),
    state: required(["signed", "unsigned"], "status"),
    ownerAccount: required("account"),
  },
  derived: [],
};

export const resiliencyGroup: Layout = {
  members: {
    id: required("text", "resiliencyGroupId"),
    name: required("text", "resiliencyGroupName"),
    state: required(["pending", "available", "deleting", "deleted"]),
    ownerAccount: required("account"),
    region: required("text"),
    tags: optional("tags", []),
    intendedResiliencyModel: optional(["maximum-resiliency", "high-resiliency", "basic-resiliency"], "basic-resiliency"),
    becomes,
  },
  derived: ["resiliencyGroupArn", "resiliencyGroupType"],
};

export const resiliencyGroupAssociation: Layout = {
  members: {
    resiliencyGroupId: required("text"),
    connectionArn: required("text"),
    state: required(["associating", "associated", "disassociating", "disassociated"]),
    becomes,
  },
  derived: [],
};

/** Calls with a client token that have been answered. Nobody writes one by hand; a state file holds them. */
export const tokenCall: Layout = {
  members: {
    id: required("text", "call"),
    state: optional("text", "answered"),
    input: required("text"),
    answer: required("text"),
    becomes,
  },
  derived: [],
};
