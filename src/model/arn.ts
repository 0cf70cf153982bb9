import type { Resource, ResourceKind } from "./resource.ts";

/**
 * The resource's Amazon Resource Name; undefined for kinds that have none (BGP peers, associations, attachments,
 * proposals), and while its account is not known. `home` is a Region of the account: it tells the partition of what is
 * global.
 * Source of the forms: the Direct Connect user guide on tags; a gateway is global and names no Region, and a resiliency
 * group names none either (API model, ResiliencyGroupArn).
 */
export function arnOf(resource: Resource, home?: string): string | undefined {
  const form = forms[resource.kind];
  if (form === undefined || resource.ownerAccount === "") return undefined;
  const region = form.global === true ? "" : (resource.region ?? "");
  if (region === "" && form.global !== true) return undefined;
  const partition = partitionOf(resource.region ?? home);
  return ["arn", partition, form.service, region, resource.ownerAccount, `${form.type}/${resource.id}`].join(":");
}

/** The partition of a Region: `aws`, `aws-cn`, `aws-us-gov` …; `aws` where no Region is known. */
export function partitionOf(region: string | undefined): string {
  return partitions.find(({ prefix }) => region?.startsWith(prefix))?.partition ?? "aws";
}

const partitions = [
  { prefix: "cn-", partition: "aws-cn" },
  { prefix: "us-gov-", partition: "aws-us-gov" },
  { prefix: "us-isob-", partition: "aws-iso-b" },
  { prefix: "us-isof-", partition: "aws-iso-f" },
  { prefix: "us-iso-", partition: "aws-iso" },
  { prefix: "eu-isoe-", partition: "aws-iso-e" },
  { prefix: "eusc-", partition: "aws-eusc" },
];

interface ArnForm {
  readonly service: "directconnect" | "ec2";
  readonly type: string;
  readonly global?: boolean;
}

const forms: Readonly<Partial<Record<ResourceKind, ArnForm>>> = {
  connection: { service: "directconnect", type: "dxcon" },
  interconnect: { service: "directconnect", type: "dxcon" },
  lag: { service: "directconnect", type: "dxlag" },
  virtualInterface: { service: "directconnect", type: "dxvif" },
  directConnectGateway: { service: "directconnect", type: "dx-gateway", global: true },
  resiliencyGroup: { service: "directconnect", type: "dx-resiliency-group", global: true },
  virtualPrivateGateway: { service: "ec2", type: "vpn-gateway" },
  transitGateway: { service: "ec2", type: "transit-gateway" },
};
