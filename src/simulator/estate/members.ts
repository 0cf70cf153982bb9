import { describeValue } from "../describe-value.ts";
import type { AssociatedCoreNetwork, AssociatedGateway, AvailableBillingMode, Becomes, Tag } from "../world/records.ts";
import type { Member, MemberType } from "./layout.ts";
import { readTime, writeTime } from "./times.ts";

type Named = Exclude<MemberType, readonly string[] | "peers" | "keys">;

/** How one type of member is read from a file and written to one. */
interface Codec {
  readonly wanted: string;
  /** Undefined when the value is none of this type. */
  readonly read: (value: unknown, now: number) => unknown;
  readonly write: (value: never) => unknown;
}

const same = (value: unknown) => value;
const isText = (value: unknown): value is string => typeof value === "string";
const readText = (value: unknown) => (isText(value) ? value : undefined);

const codecs: Readonly<Record<Named, Codec>> = {
  text: { wanted: "a text", read: readText, write: same },
  account: {
    wanted: "an account id of twelve digits in quotes",
    read: (value) => (isText(value) && /^\d{12}$/.test(value) ? value : undefined),
    write: same,
  },
  integer: {
    wanted: "a whole number",
    read: (value) => (Number.isSafeInteger(value) ? value : undefined),
    write: same,
  },
  boolean: { wanted: "true or false", read: (value) => (typeof value === "boolean" ? value : undefined), write: same },
  time: {
    wanted: "a time such as 2026-01-31T12:00:00Z or, counted from now, PT2M or -P3D",
    read: readTime,
    write: writeTime,
  },
  texts: { wanted: "a list of texts", read: (value) => readList(value, readText), write: same },
  prefixes: {
    wanted: 'a list of {"cidr": "10.0.0.0/8"}',
    read: (value) => readList(value, (item) => readText(asObject(item)?.["cidr"])),
    write: (prefixes: readonly string[]) => prefixes.map((cidr) => ({ cidr })),
  },
  tags: { wanted: 'a list of {"key": …, "value": …}', read: (value) => readList(value, readTag), write: same },
  billingModes: {
    wanted: "a list of {billingMode, availablePortSpeeds, includedRegions}",
    read: (value) => readList(value, readBillingMode),
    write: same,
  },
  coreNetwork: {
    wanted: "{id, ownerAccount, attachmentId}, such as core-network-1a and attachment-1a",
    read: readCoreNetwork,
    write: same,
  },
  gateway: { wanted: "{id, type, ownerAccount, region}, all texts", read: readGateway, write: same },
  becomes: {
    wanted: '{"state": …, "at": a time}',
    read: readBecomes,
    write: (becomes: Becomes) => ({ state: becomes.state, at: writeTime(becomes.at) }),
  },
};

/** Reads one member; a text result says what is wrong with the value. */
export function readMember(member: Member, value: unknown, now: number): { readonly value: unknown } | string {
  if (value === undefined || value === null) {
    if ("otherwise" in member) return { value: member.otherwise };
    return `it is missing; give ${wantedOf(member.type)}`;
  }
  const read = isWordList(member.type) ? readWord(member.type, value) : codecs[member.type as Named].read(value, now);
  if (read !== undefined) return { value: read };
  return `it is ${describeValue(value)}; give ${wantedOf(member.type)}`;
}

/** The value as it stands in a file. */
export function writeMember(type: MemberType, value: unknown): unknown {
  return isWordList(type) ? value : codecs[type as Named].write(value as never);
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return value as Readonly<Record<string, unknown>>;
}

function isWordList(type: MemberType): type is readonly string[] {
  return typeof type !== "string";
}

function wantedOf(type: MemberType): string {
  return isWordList(type) ? `one of ${type.join(", ")}` : codecs[type as Named].wanted;
}

function readWord(words: readonly string[], value: unknown): string | undefined {
  return words.find((word) => word === value);
}

function readList<T>(value: unknown, readItem: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(readItem);
  return items.includes(undefined) ? undefined : (items as T[]);
}

function readTag(value: unknown): Tag | undefined {
  const tag = asObject(value);
  const { key, value: text = "" } = tag ?? {};
  return isText(key) && isText(text) ? { key, value: text } : undefined;
}

function readBillingMode(value: unknown): AvailableBillingMode | undefined {
  const { billingMode, ...lists } = asObject(value) ?? {};
  const availablePortSpeeds = readList(lists["availablePortSpeeds"], readText);
  const includedRegions = readList(lists["includedRegions"] ?? [], readText);
  if (!isText(billingMode) || availablePortSpeeds === undefined || includedRegions === undefined) return undefined;
  return { billingMode, availablePortSpeeds, includedRegions };
}

function readGateway(value: unknown): AssociatedGateway | undefined {
  const { id, type, ownerAccount, region } = asObject(value) ?? {};
  if (!isText(id) || !isText(ownerAccount) || !isText(region)) return undefined;
  if (type !== "virtualPrivateGateway" && type !== "transitGateway") return undefined;
  return { id, type, ownerAccount, region };
}

function readCoreNetwork(value: unknown): AssociatedCoreNetwork | undefined {
  const { id, ownerAccount, attachmentId } = asObject(value) ?? {};
  if (!isText(id) || !isText(ownerAccount) || !isText(attachmentId)) return undefined;
  const isNamed = /^core-network-[0-9a-f]{1,17}$/.test(id) && /^attachment-[0-9a-f]{1,17}$/.test(attachmentId);
  return isNamed ? { id, ownerAccount, attachmentId } : undefined;
}

function readBecomes(value: unknown, now: number): Becomes | undefined {
  const { state, at } = asObject(value) ?? {};
  const moment = readTime(at, now);
  return isText(state) && moment !== undefined ? { state, at: moment } : undefined;
}
