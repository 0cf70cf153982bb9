import { expect, test } from "vitest";
import type { ActivityEntry } from "../../src/extension/activity-log.ts";
import { entryDescription, entryDocument, entryTooltip, exportText, outcomeIcon } from "../../src/extension/activity-text.ts";
import { phrase } from "../../src/model/text.ts";
import { callReport } from "../support/call-reports.ts";
import { formatText } from "../support/format-text.ts";

const done: ActivityEntry = { ...callReport(), id: "1", account: "111122223333" };
const failed: ActivityEntry = { ...done, outcome: "AccessDeniedException", isExpected: false, text: phrase("{0} may not do it.", "alice"), account: undefined };

test.each([
  [done, "pass"],
  [failed, "error"],
  [{ ...done, outcome: "cancelled" }, "circle-slash"],
  [{ ...done, outcome: "DirectConnectClientException" }, "circle-slash"],
])("the icon says how it ended", (entry, icon) => expect(outcomeIcon(entry).icon).toBe(icon));

test("a line says what it was about, whose and where, and what went wrong", () => {
  expect(entryDescription(done, formatText)).toMatch(/^dxcon-1 · 111122223333 · us-east-1 · \S+/);
  expect(entryDescription(failed, formatText)).toMatch(/^dxcon-1 · prod · us-east-1 · AccessDeniedException · /);
});

test("the tooltip has all but the input, and nothing in it is Markdown of its own", () => {
  const text = entryTooltip({ ...failed, text: phrase("No [link](x)") }, formatText);
  for (const part of ["Resource: dxcon\\-1", "Region: us\\-east\\-1", "Outcome: AccessDeniedException", "Request ID: req\\-1", "Duration: 42 ms"]) expect(text).toContain(part);
  expect(text).not.toContain("[link](");
});

test("the document has the input as YAML under the facts", () => {
  const lines = entryDocument(failed, formatText).split("\n");
  expect(lines[0]).toBe("# DeleteConnection");
  expect(lines).toContain("# Message: alice may not do it.");
  expect(lines.slice(-3)).toEqual(["input:", "  connectionId: dxcon-1", ""]);
});

test("the file tells times that every program reads, and messages in English", () => {
  const [call] = JSON.parse(exportText([failed])) as Record<string, unknown>[];
  expect(call).toEqual({
    id: "1",
    time: "1970-01-01T00:00:01.000Z",
    subject: "dxcon-1",
    action: "DeleteConnection",
    profile: "prod",
    region: "us-east-1",
    input: { connectionId: "dxcon-1" },
    milliseconds: 42,
    outcome: "AccessDeniedException",
    isExpected: false,
    requestId: "req-1",
    message: "alice may not do it.",
  });
});
