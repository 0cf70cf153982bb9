import { expect, test } from "vitest";
import { letterPdf } from "../../src/simulator/loa.ts";

const facts = {
  connectionId: "dxcon-ffabc123",
  location: "EqDC2",
  bandwidth: "10Gbps",
  awsDevice: "EqDC2-19y7z3m17xpuz",
  requester: "Équinix (Ashburn) \\ VA",
  issued: "2026-01-01T00:00:00.000Z",
};

test("the letter is a PDF whose table points at its objects", () => {
  const file = letterPdf(facts).toString("latin1");
  expect(file.startsWith("%PDF-1.4\n")).toBe(true);
  expect(file.endsWith("%%EOF\n")).toBe(true);
  const table = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
  expect(file.slice(table, table + 4)).toBe("xref");
  const positions = [...file.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, position]) => Number(position));
  expect(positions).toHaveLength(5);
  positions.forEach((position, index) => {
    expect(file.slice(position)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  });
});

test("its stream is as long as it says", () => {
  const file = letterPdf(facts).toString("latin1");
  const [, length, content = ""] = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(file) ?? [];
  expect(content.length).toBe(Number(length));
});

test("brackets and backslashes are escaped and letters that the font lacks are replaced", () => {
  expect(letterPdf(facts).toString("latin1")).toContain("?quinix \\(Ashburn\\) \\\\ VA");
});
