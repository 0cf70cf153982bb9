import type { Text } from "../model/text.ts";

/** What an answer brings to look at or to keep, before a window is thought of. */
export type AnswerDocument = TableDocument | TextDocument | FileDocument;

export interface TableDocument {
  readonly form: "table";
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
  /** What to say where there are no rows. */
  readonly none: Text;
}

/** Text that opens as an untitled document. */
export interface TextDocument {
  readonly form: "text";
  /** A file's name, whose ending tells the language. */
  readonly name: string;
  readonly content: string;
}

/** What is saved where the person says. */
export interface FileDocument {
  readonly form: "file";
  readonly name: string;
  readonly content: Uint8Array;
}
