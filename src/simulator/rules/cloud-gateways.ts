import type { AssociatedGateway, CloudGatewayRecord } from "../world/records.ts";
import { refusal } from "./api-failure.ts";
import { checkId } from "./ids.ts";
import { type Asker, isOwn } from "./ownership.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

/** What EC2 gives a gateway when nobody chooses. */
const defaultAsn = 64512;

/**
 * A virtual private or transit gateway by id. In an estate that lists none, every well-formed id is a gateway that is
 * attached to a VPC, since no Direct Connect call makes one: whose the associations say it is, or else the asker's.
 */
export function findCloudGateway(asker: Asker, id: string): CloudGatewayRecord | undefined {
  checkId("cloudGateway", id);
  const listed = asker.world.find("cloudGateway", id);
  if (listed !== undefined || !asker.world.settings.anyCloudGateway) return listed;
  return {
    kind: "cloudGateway",
    order: 0,
    state: "available",
    becomes: undefined,
    ...(findAssociated(asker, id) ?? newlyNamed(asker, id)),
    amazonSideAsn: defaultAsn,
    attachedToVpc: true,
  };
}

/** One of the asker's in the Region that is asked. To everyone else, and elsewhere, AWS says that there is none. */
export function findOwnCloudGateway(asker: Asker, id: string): CloudGatewayRecord {
  const found = findCloudGateway(asker, id);
  if (found !== undefined && isOwn(asker, found) && !found.state.startsWith("delet")) return found;
  throw refusal(id.startsWith("tgw-") ? simulatorTexts.transitGatewayMissing(id) : awsTexts.virtualGatewayMissing(id));
}

function findAssociated({ world }: Asker, id: string): AssociatedGateway | undefined {
  const [association] = world.linked("association", "cloudGateway", id);
  const [proposal] = world.linked("proposal", "cloudGateway", id);
  return association?.associatedGateway ?? proposal?.associatedGateway;
}

function newlyNamed({ account, region }: Asker, id: string): AssociatedGateway {
  return { id, type: id.startsWith("tgw-") ? "transitGateway" : "virtualPrivateGateway", ownerAccount: account, region };
}
