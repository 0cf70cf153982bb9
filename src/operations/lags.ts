import { directDependantsOf, namesOf } from "../model/dependants.ts";
import { indexResources } from "../model/inventory.ts";
import { labelOf, type Resource } from "../model/resource.ts";
import { phrase } from "../model/text.ts";
import { operation } from "./operation.ts";

export const lagOperations = {
  deleteLag: operation({
    action: "DeleteLag",
    label: phrase("Delete LAG"),
    verb: phrase("Delete"),
    icon: "trash",
    on: [{ kind: "lag", states: ["requested", "pending", "available", "down"], traits: ["owned"] }],
    danger: "destroys",
    parameters: {},
    input: (_, lag) => ({ lagId: lag.id }),
    /** Source: DeleteLag, not with active virtual interfaces or hosted connections (DX518). */
    refusal: (lag, inventory) => {
      const carried = directDependantsOf(inventory, lag);
      if (carried.length === 0) return undefined;
      return {
        message:
          carried.length === 1
            ? phrase("LAG {0} still carries {1}. Delete it or move it to another port first.", labelOf(lag), namesOf(carried, inventory))
            : phrase("LAG {0} still carries {1}. Delete them or move them to another port first.", labelOf(lag), namesOf(carried, inventory)),
        because: carried.map(({ key }) => key),
      };
    },
    consequence: ({ connectionIds }, inventory) => {
      if (connectionIds.length === 0) return undefined;
      const index = indexResources(inventory);
      const names = connectionIds.map((id) => nameOf(index.get(`connection/${id}`) ?? index.get(`interconnect/${id}`), id)).join(", ");
      return connectionIds.length === 1
        ? phrase("Its connection {0} stays and goes on being charged.", names)
        : phrase("Its {0} connections stay and go on being charged: {1}.", connectionIds.length, names);
    },
  }),
};

function nameOf(member: Resource | undefined, id: string): string {
  return member === undefined ? id : labelOf(member);
}
