import type { CloudGatewayRecord } from "../world/records.ts";
import { checkId } from "./ids.ts";
import type { Asker } from "./ownership.ts";

/** What EC2 gives a gateway when nobody chooses. */
const defaultAsn = 64512;

/**
 * A virtual private or transit gateway by id. In an estate that lists none, every well-formed id is a gateway of the
 * asker's that is attached to a VPC, since no Direct Connect call makes one.
 */
export function findCloudGateway(asker: Asker, id: string): CloudGatewayRecord | undefined {
  checkId("cloudGateway", id);
  const listed = asker.world.find("cloudGateway", id);
  if (listed !== undefined || !asker.world.settings.anyCloudGateway) return listed;
  return {
    kind: "cloudGateway",
    id,
    order: 0,
    state: "available",
    becomes: undefined,
    type: id.startsWith("tgw-") ? "transitGateway" : "virtualPrivateGateway",
    ownerAccount: asker.account,
    region: asker.region,
    amazonSideAsn: defaultAsn,
    attachedToVpc: true,
  };
}
