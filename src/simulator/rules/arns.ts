import type { ConnectionRecord, ResiliencyGroupRecord, Tag } from "../world/records.ts";
import { isGone } from "../world/links.ts";
import { refusal } from "./api-failure.ts";
import type { Asker } from "./ownership.ts";
import { partitionOf } from "./partitions.ts";
import { simulatorTexts } from "./texts.ts";

/** Whatever can have tags. */
export interface Tagged {
  readonly ownerAccount: string;
  readonly state: string;
  tags: readonly Tag[];
}

const arnForm = /^arn:aws[a-z-]*:directconnect:([a-z0-9-]*):(\d{12}):(dxcon|dxlag|dxvif|dx-gateway|dx-resiliency-group)\/([0-9a-zA-Z-]+)$/;

/** The resource of an ARN, if it exists in the asker's Region; gateways are in none. Refuses what is no ARN. */
export function findTagged(asker: Asker, arn: string): Tagged | undefined {
  const parts = arnForm.exec(arn);
  if (parts === null) throw refusal(simulatorTexts.arnMalformed(arn));
  const [, region, account, type = "", id = ""] = parts;
  const record = findByType(asker, type, id);
  if (record === undefined || record.ownerAccount !== account || isGone(record)) return undefined;
  if (record.region === undefined) return record;
  // A resiliency group is in a Region although its ARN names none.
  return isHere(asker, record.region, type === "dx-resiliency-group" ? asker.region : region) ? record : undefined;
}

/** The ARN of a connection or a resiliency group. */
export function arnOf({ kind, id, ownerAccount, region }: ConnectionRecord | ResiliencyGroupRecord): string {
  const place = kind === "connection" ? `${region}:${ownerAccount}:dxcon` : `:${ownerAccount}:dx-resiliency-group`;
  return `arn:${partitionOf(region)}:directconnect:${place}/${id}`;
}

function isHere(asker: Asker, recordRegion: string, arnRegion: string | undefined): boolean {
  return recordRegion === asker.region && recordRegion === arnRegion;
}

function findByType({ world }: Asker, type: string, id: string): (Tagged & { readonly region?: string }) | undefined {
  switch (type) {
    case "dxcon":
      return world.find("connection", id) ?? world.find("interconnect", id);
    case "dxlag":
      return world.find("lag", id);
    case "dxvif":
      return world.find("virtualInterface", id);
    case "dx-resiliency-group":
      return world.find("resiliencyGroup", id);
    default:
      return world.find("directConnectGateway", id);
  }
}
