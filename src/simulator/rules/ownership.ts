import type {
  ConnectionRecord,
  GatewayRecord,
  InterconnectRecord,
  LagRecord,
  RecordOf,
  VirtualInterfaceRecord,
} from "../world/records.ts";
import { findPort, isGone, type Port } from "../world/links.ts";
import type { World } from "../world/world.ts";
import { refusal } from "./api-failure.ts";
import { checkId } from "./ids.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

/** Who asks, where. */
export interface Asker {
  readonly world: World;
  readonly account: string;
  readonly region: string;
}

/** Whether it is the asker's, in the Region that is asked. */
export function isOwn(asker: Asker, record: { readonly ownerAccount: string; readonly region: string }): boolean {
  return record.ownerAccount === asker.account && record.region === asker.region;
}

/** All of a kind that are the asker's, in the Region that is asked. */
export function ownOf<K extends Regional>(asker: Asker, kind: K): RecordOf<K>[] {
  const own: RecordOf<Regional>[] = asker.world.linked<Regional>(kind, "owner", asker.account);
  return own.filter(({ region }) => region === asker.region) as RecordOf<K>[];
}

type Regional = "connection" | "interconnect" | "lag" | "cloudGateway" | "resiliencyGroup";

export function findConnection(asker: Asker, id: string): ConnectionRecord {
  checkId("connection", id);
  return own(asker, asker.world.find("connection", id)) ?? fail(awsTexts.connectionNotFound(id));
}

export function findLag(asker: Asker, id: string): LagRecord {
  checkId("lag", id);
  return own(asker, asker.world.find("lag", id)) ?? fail(awsTexts.lagNotFound(id));
}

/** One that is not deleted. */
export function findLiveConnection(asker: Asker, id: string): ConnectionRecord {
  const found = findConnection(asker, id);
  return isGone(found) ? fail(awsTexts.connectionNotFound(id)) : found;
}

/** One that is not deleted. */
export function findLiveLag(asker: Asker, id: string): LagRecord {
  const found = findLag(asker, id);
  return isGone(found) ? fail(awsTexts.lagNotFound(id)) : found;
}

/** A connection or an interconnect of the asker's that is not deleted. */
export function findLink(asker: Asker, id: string): ConnectionRecord | InterconnectRecord {
  checkId("connection", id);
  const interconnect = own(asker, asker.world.find("interconnect", id));
  return interconnect === undefined || isGone(interconnect) ? findLiveConnection(asker, id) : interconnect;
}

/** A connection, an interconnect or a LAG of the asker's that is not deleted. */
export function findLivePort(asker: Asker, id: string): Port {
  checkId("port", id);
  return id.startsWith("dxlag-") ? findLiveLag(asker, id) : findLink(asker, id);
}

export function findInterconnect(asker: Asker, id: string): InterconnectRecord {
  checkId("connection", id);
  return own(asker, asker.world.find("interconnect", id)) ?? fail(simulatorTexts.doesNotExist("Interconnect", id));
}

/** A virtual interface shows itself to its owner and to the owner of the port that carries it. */
export function isVisible(asker: Asker, virtualInterface: VirtualInterfaceRecord): boolean {
  return virtualInterface.region === asker.region && isInvolved(asker, virtualInterface);
}

/** All virtual interfaces that the asker may see in the Region, in the order of the listings. */
export function visibleVirtualInterfaces(asker: Asker): VirtualInterfaceRecord[] {
  const { world, account, region } = asker;
  const own = world.linked("virtualInterface", "owner", account).filter((found) => found.region === region);
  const ports = (["connection", "lag", "interconnect"] as const).flatMap((kind) => ownOf<Regional>(asker, kind));
  const guests = ports.flatMap((port) => {
    return world.linked("virtualInterface", "port", port.id).filter(({ ownerAccount }) => ownerAccount !== account);
  });
  return guests.length === 0 ? own : [...own, ...guests].sort((one, other) => one.order - other.order);
}

/** One that the asker may see and that is not deleted. */
export function findVirtualInterface(asker: Asker, id: string): VirtualInterfaceRecord {
  checkId("virtualInterface", id);
  const found = asker.world.find("virtualInterface", id);
  if (found === undefined || !isVisible(asker, found) || isGone(found)) {
    return fail(simulatorTexts.doesNotExist("VirtualInterface", id));
  }
  return found;
}

/** One that the asker owns and that is not deleted. */
export function findOwnVirtualInterface(asker: Asker, operation: string, id: string): VirtualInterfaceRecord {
  const found = findVirtualInterface(asker, id);
  return found.ownerAccount === asker.account ? found : fail(simulatorTexts.notOwner(operation, id));
}

/** A Direct Connect gateway of the asker's. Gateways belong to no Region. */
export function findGateway(asker: Asker, id: string): GatewayRecord {
  checkId("gateway", id);
  const found = asker.world.find("directConnectGateway", id);
  if (found?.ownerAccount !== asker.account) return fail(simulatorTexts.doesNotExist("Direct Connect Gateway", id));
  return found;
}

/** Refuses what cannot be the id of an account. */
export function checkAccount(account: string): void {
  if (!/^\d{12}$/.test(account)) fail(simulatorTexts.accountMalformed(account));
}

/** Refuses whoever is no Direct Connect partner. */
export function checkPartner({ world, account, region }: Asker): void {
  const { partners } = world.settings;
  if (partners !== undefined && !partners.includes(account)) fail(awsTexts.notPartner(account, region));
}

function isInvolved(asker: Asker, virtualInterface: VirtualInterfaceRecord): boolean {
  if (virtualInterface.ownerAccount === asker.account) return true;
  return findPort(asker.world, virtualInterface.connectionId)?.ownerAccount === asker.account;
}

function own<T extends { readonly ownerAccount: string; readonly region: string }>(
  asker: Asker,
  record: T | undefined,
): T | undefined {
  return record !== undefined && isOwn(asker, record) ? record : undefined;
}

function fail(message: string): never {
  throw refusal(message);
}

