import { said } from "../model/text.ts";
import type { TableDocument } from "../operations/answer-document.ts";
import type { Translate } from "./translate.ts";

/** A table in columns of one width, under its title; what to say instead where it has no rows. */
export function tableText({ title, columns, rows, none }: TableDocument, t: Translate): string {
  const heading = said(title, t);
  if (rows.length === 0) return [heading, "", said(none, t), ""].join("\n");
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => said(cell, t)));
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => (cells[index] ?? "").length)));
  const texts = lines.map((cells) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ").trimEnd());
  const [head = "", ...body] = texts;
  return [heading, "", head, widths.map((width) => "-".repeat(width)).join("  "), ...body, ""].join("\n");
}
