import { expect, test } from "vitest";
import { toRecord } from "../../src/aws/record.ts";
import { foldedLines, plainLabel, requestParagraph, requestText } from "../../src/extension/review-text.ts";
import { formatText } from "../support/format-text.ts";

const place = { profile: "prod", region: "us-east-1" };
const deletion = { ...place, action: "DeleteConnection", input: { connectionId: "dxcon-a" } } as const;
const order = {
  ...place,
  action: "CreatePublicVirtualInterface",
  input: { connectionId: "dxcon-a", newPublicVirtualInterface: { virtualInterfaceName: "web", vlan: 101, authKey: "0xsecret" } },
} as const;

test("a request is shown as it is sent, its secrets masked", () => {
  expect(requestText(toRecord, [deletion])).toBe('{\n  "connectionId": "dxcon-a"\n}\n');
  expect(JSON.parse(requestText(toRecord, [deletion, deletion]))).toHaveLength(2);
  expect(requestText(toRecord, [order])).toMatch(/"authKey": "\*{8}"/);
});

test("a dialog has a small request in one line, a larger one in several, and of many the first", () => {
  expect(requestParagraph(toRecord, [deletion], formatText)).toBe('What is sent: DeleteConnection { "connectionId": "dxcon-a" }');
  expect(requestParagraph(toRecord, [order], formatText)).toMatch(/^What is sent: CreatePublicVirtualInterface\n\{\n {2}"connectionId"/);
  expect(requestParagraph(toRecord, [deletion, deletion], formatText)).toMatch(/^What is sent: DeleteConnection, 2 times, first \{/);
  expect(requestParagraph(toRecord, [], formatText)).toBe("");
});

test("what is wider than a quick pick goes on in the next line, and nothing is lost", () => {
  const sentence = "A person reads this sentence to its end, because it says what stops and for how long. ".repeat(3).trim();
  const lines = foldedLines(`Region us-east-1\n\n${sentence}`);
  expect(lines[0]).toBe("Region us-east-1");
  expect(lines.every((line) => line.length <= 95)).toBe(true);
  expect(lines.slice(1).map((line) => line.trim()).join(" ")).toBe(sentence);
});

test("a name with an icon's text in it is shown as it is", () => {
  expect(plainLabel("Delete $(trash) and $(x)")).toBe("Delete \\$(trash) and \\$(x)");
});
