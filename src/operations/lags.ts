import { directDependantsOf, namesOf } from "../model/dependants.ts";
import { labelOf } from "../model/resource.ts";
import { operation } from "./operation.ts";

export const lagOperations = {
  deleteLag: operation({
    action: "DeleteLag",
    label: "Delete LAG",
    verb: "Delete",
    icon: "trash",
    on: [{ kind: "lag", states: ["requested", "pending", "available", "down"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, lag) => ({ lagId: lag.id }),
    /** Source: DeleteLag, not with active virtual interfaces or hosted connections (DX518). */
    refusal: (lag, inventory) => {
      const carried = directDependantsOf(inventory, lag);
      if (carried.length === 0) return undefined;
      const them = carried.length === 1 ? "it" : "them";
      return {
        message: `LAG ${labelOf(lag)} still carries ${namesOf(carried)}. Delete ${them} or move ${them} to another port first.`,
        because: carried.map(({ key }) => key),
      };
    },
    consequence: ({ connectionIds }) =>
      connectionIds.length === 0
        ? undefined
        : `Its ${connectionIds.length === 1 ? "connection stays and goes" : `${connectionIds.length} connections stay and go`} on being charged.`,
  }),
};
