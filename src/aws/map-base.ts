import { resourceKey, type JsonObject, type ResourceBase, type ResourceKind, type Tags } from "../model/resource.ts";
import { MalformedAnswer } from "./api-error.ts";
import { recordsIn, textIn } from "./record.ts";

/** Who reads. */
export interface Reader {
  readonly profile: string;
  readonly region: string;
  /** Twelve digits, where the credentials tell. */
  readonly account: string | undefined;
}

export interface BaseSource {
  readonly kind: ResourceKind;
  readonly record: JsonObject;
  readonly reader: Reader;
  /** The names of the record's members. */
  readonly id: string;
  readonly name?: string;
  readonly state: string;
  readonly global?: boolean;
}

/** Throws a `MalformedAnswer` for a record without an id: nothing could be done with it. */
export function baseOf(source: BaseSource): ResourceBase {
  const { kind, record, reader } = source;
  const id = textIn(record, source.id);
  if (id === "") throw new MalformedAnswer(`a record has no ${source.id}`);
  const ownerAccount = textIn(record, "ownerAccount");
  return {
    key: resourceKey(kind, id),
    id,
    name: source.name === undefined ? "" : textIn(record, source.name),
    state: textIn(record, source.state) || "unknown",
    ownerAccount,
    region: source.global === true ? undefined : textIn(record, "region") || reader.region,
    profile: reader.profile,
    owned: isOwned(ownerAccount, reader),
    tags: tagsOf(record),
    record,
  };
}

/** As long as the reader's account is not known, what it sees counts as its own; merging all answers settles it. */
export function isOwned(ownerAccount: string, { account }: Reader): boolean {
  return account === undefined || ownerAccount === "" || ownerAccount === account;
}

function tagsOf(record: JsonObject): Tags {
  const tags = recordsIn(record, "tags").map((tag) => [textIn(tag, "key"), textIn(tag, "value")] as const);
  return Object.fromEntries(tags.filter(([key]) => key !== ""));
}
