import { expect, test } from "vitest";
import { tableText } from "../../src/extension/table-text.ts";
import { verbatim } from "../../src/model/text.ts";
import type { TableDocument } from "../../src/operations/answer-document.ts";
import { formatText } from "../support/format-text.ts";

const table: TableDocument = { form: "table", title: verbatim("Routes"), columns: [verbatim("Prefix"), verbatim("From")], rows: [], none: verbatim("There are none.") };

test("columns are as wide as their widest cell", () => {
  const rows = [["10.0.0.0/8", "us"], ["::/0", ""]].map((cells) => cells.map(verbatim));
  expect(tableText({ ...table, rows }, formatText)).toBe("Routes\n\nPrefix      From\n----------  ----\n10.0.0.0/8  us\n::/0\n");
});

test("an empty table says so", () => expect(tableText(table, formatText)).toBe("Routes\n\nThere are none.\n"));
