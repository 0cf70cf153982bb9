import { expect, test } from "vitest";
import type { ActivityEntry } from "../../src/extension/activity-log.ts";
import { entryDescription, entryDocument, entryLabel, entrySpoken, entryTooltip, exportText, matchesWords, outcomeIcon } from "../../src/extension/activity-text.ts";
import { phrase } from "../../src/model/text.ts";
import { callReport } from "../support/call-reports.ts";
import { formatText } from "../support/format-text.ts";

const done: ActivityEntry = { ...callReport(), id: "1", account: "111122223333", name: "prod-a" };
const failed: ActivityEntry = { ...done, outcome: "AccessDeniedException", isExpected: false, text: phrase("{0} may not do it.", "alice"), account: undefined };

test.each([
  [done, "pass"],
  [failed, "error"],
  [{ ...done, outcome: "cancelled" }, "circle-slash"],
  [{ ...done, outcome: "DirectConnectClientException" }, "circle-slash"],
])("the icon says how it ended", (entry, icon) => expect(outcomeIcon(entry).icon).toBe(icon));

const read: ActivityEntry = { ...done, action: "DescribeLags", input: {}, name: "" };
const kept: ActivityEntry = { ...callReport(), id: "1", account: undefined };

test.each([
  [done, "prod-a", /^Delete Connection · \S+/],
  [failed, "prod-a", /^failed · Delete Connection · /],
  [{ ...done, outcome: "cancelled" }, "prod-a", /^cancelled · Delete Connection · /],
  [read, "Describe LAGs", /^us-east-1 · \S+/],
  [{ ...done, action: "UpdateLag", input: { lagId: "dxlag-1" }, name: "bundle" }, "bundle", /^Update LAG · /],
  // As another version has kept it.
  [kept, "dxcon-1", /^Delete Connection · /],
])("a row is called by what the call was about, and says what was done and what went wrong", (entry, label, description) => {
  expect(entryLabel(entry, formatText)).toBe(label);
  expect(entryDescription(entry, formatText)).toMatch(description);
});

test("a screen reader says also what the icon shows", () => {
  expect(entrySpoken(done, formatText)).toMatch(/^Delete Connection, prod-a, done, us-east-1, /);
  expect(entrySpoken(failed, formatText)).toMatch(/^Delete Connection, prod-a, AccessDeniedException, /);
});

test.each([
  ["prod-a delete", true],
  ["DELETECONNECTION dxcon-1", true],
  ["failed alice", true],
  ["accessdenied us-east-1 req-1", true],
  ["done", false],
  ["prod-a lag", false],
])("the words %s are found: %s", (words, found) => expect(matchesWords(failed, words, formatText)).toBe(found));

test("the tooltip has all but the input, and nothing in it is Markdown of its own", () => {
  const text = entryTooltip({ ...failed, text: phrase("No [link](x)") }, formatText);
  const lines = text.split(/\n+/).map((line) => line.trimEnd());
  expect(lines[0]).toBe("#### Delete Connection");
  for (const line of ["Resource: prod\\-a \\(dxcon\\-1\\)", "Region: us\\-east\\-1", "Outcome: AccessDeniedException", "Operation: DeleteConnection", "Request ID: req\\-1", "Duration: 42 ms"]) expect(lines).toContain(line);
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
    name: "prod-a",
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
