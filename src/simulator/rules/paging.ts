import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

/** Members of every input that asks for a page. */
export interface PageInput {
  readonly maxResults?: number;
  readonly nextToken?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextToken: string | undefined;
}

/** A larger wish gets this many all the same. */
const largestPage = 100;

/** Cuts a page out of records in their order. A token names the place where the page before it ended. */
export function pageOf<T extends { readonly order: number }>(records: readonly T[], input: PageInput): Page<T> {
  const { maxResults = largestPage, nextToken } = input;
  if (maxResults < 1) throw refusal(simulatorTexts.pageSizeInvalid(maxResults));
  const after = nextToken === undefined ? 0 : readToken(nextToken);
  const rest = after === 0 ? records : records.filter((record) => record.order > after);
  const items = rest.slice(0, Math.min(maxResults, largestPage));
  const last = items.at(-1);
  return { items, nextToken: last === undefined || items.length === rest.length ? undefined : writeToken(last.order) };
}

const tokenForm = /^dx:(\d{1,15})$/;

function writeToken(order: number): string {
  return Buffer.from(`dx:${order}`).toString("base64url");
}

function readToken(token: string): number {
  const order = tokenForm.exec(Buffer.from(token, "base64url").toString("latin1"))?.[1];
  if (order === undefined) throw refusal(simulatorTexts.pageTokenInvalid());
  return Number(order);
}
