import { expect, test } from "vitest";
import { AnswerMemory } from "../../src/extension/answer-memory.ts";
import { operationOf } from "../../src/operations/index.ts";
import { memory as workspaceMemory } from "../support/memory.ts";

const create = operationOf("createDirectConnectGateway");

test("what was answered last is there the next time, also in the next window", async () => {
  const memory = workspaceMemory();
  await new AnswerMemory(memory).remember(create, new Map([["place/x", { name: "core", amazonSideAsn: 64513 }]]));
  const next = new AnswerMemory(memory);
  expect(["name", "amazonSideAsn", "constructor"].map((name) => next.recall(create, name))).toEqual(["core", 64513, undefined]);
});

test("secrets, and what changes something that is there, are not kept", async () => {
  const memory = workspaceMemory();
  const kept = new AnswerMemory(memory);
  const secretive = { ...create, parameters: { ...create.parameters, key: { type: "secret", label: create.label } as const } };
  await kept.remember(secretive, new Map([["place/x", { name: "core", key: "0xsecret" }]]));
  await kept.remember(operationOf("acceptProposal"), new Map([["proposal/p", { allowedPrefixes: ["10.0.0.0/8"] }]]));
  expect(kept.recall(secretive, "key")).toBeUndefined();
  expect(kept.recall(operationOf("acceptProposal"), "allowedPrefixes")).toBeUndefined();
  expect(JSON.stringify(memory.get("directConnect.lastAnswers"))).not.toMatch(/secret|10\.0/);
});

test("what another version has kept does no harm", () => {
  const memory = workspaceMemory();
  void memory.update("directConnect.lastAnswers", "rubbish");
  expect(new AnswerMemory(memory).recall(create, "name")).toBeUndefined();
});
