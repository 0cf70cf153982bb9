import { expect, it } from "vitest";
import { semanticTokens, tokensOf } from "../../../src/language-server/features/semantic-tokens.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";

const provider = semanticTokens.capabilities.semanticTokensProvider;
const types = provider !== undefined && "legend" in provider ? provider.legend.tokenTypes : [];

function wordsOf(text: string, within?: { start: number; end: number }): readonly string[] {
  const { data } = tokensOf(new PlanDocument(text), within);
  const lines = text.split("\n");
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0] = data.slice(at, at + 5);
    line += down;
    character = down > 0 ? along : character + along;
    words.push(`${types[type] ?? ""} ${lines[line]?.slice(character, character + length) ?? ""}`);
  }
  return words;
}

it("tells sections, names, fields, references and values apart", () => {
  expect(wordsOf("version: 1\nvirtualInterfaces:\n  v: # c\n    type: private\n    connection: a\n    enableSiteLink: true\n    name: n\nresiliencyGroups:\n  g: { connections: [a, b] }\n")).toEqual([
    "property version", "number 1", "namespace virtualInterfaces", "class v", "property type", "enumMember private", "property connection", "variable a",
    "property enableSiteLink", "keyword true", "property name", "string n", "namespace resiliencyGroups", "class g", "property connections", "variable a", "variable b",
  ]);
});

it("gives only what is in a range when asked for one", () => {
  expect(wordsOf("version: 1\nregion: us-east-1\n", { start: 12, end: 14 })).toContain("property region");
  expect(wordsOf("version: 1\nregion: us-east-1\naccount: x\n", { start: 30, end: 32 })).not.toContain("property version");
});
