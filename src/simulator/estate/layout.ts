/** What a member of an estate file holds. A list of words means: one of these. */
export type MemberType =
  | "text"
  | "account"
  | "integer"
  | "boolean"
  | "time"
  | "texts"
  | "prefixes"
  | "tags"
  | "billingModes"
  | "gateway"
  | "coreNetwork"
  | "becomes"
  | "peers"
  | "keys"
  | readonly string[];

export interface Member {
  readonly type: MemberType;
  /** What it is when the file leaves it out; without this the file has to say it. */
  readonly otherwise?: unknown;
  /** Its name in the file where that differs from the record's. */
  readonly spelled?: string;
}

export interface Layout {
  readonly members: Readonly<Record<string, Member>>;
  /** Members that AWS prints and that follow from the rest: allowed in a file and not needed. */
  readonly derived: readonly string[];
}

export const required = (type: MemberType, spelled?: string): Member => ({ type, ...(spelled === undefined ? {} : { spelled }) });
export const optional = (type: MemberType, otherwise?: unknown, spelled?: string): Member => ({
  ...required(type, spelled),
  otherwise,
});
