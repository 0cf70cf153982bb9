import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { macSecOperations } from "../../src/operations/mac-sec.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection } from "../support/sample-inventory.ts";

const { associateMacSecKey, disassociateMacSecKey } = macSecOperations;
const arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:directconnect!prod/key";
const subject = connection({
  id: "dxcon-a",
  record: { macSecKeys: [{ secretARN: arn, ckn: "abcd", state: "associated" }, { secretARN: "old", ckn: "ef", state: "disassociated" }] },
});
const key = "ab".repeat(32);

test("a key is a pair or a secret, never both", () => {
  const context = (form: string) => ({ target: subject, inventory: emptyInventory, answers: { form } });
  const { ckn, cak, secretArn } = associateMacSecKey.parameters;
  expect([ckn, cak, secretArn].map(({ when }) => when(context("pair")))).toEqual([true, true, false]);
  expect([ckn, cak, secretArn].map(({ when }) => when(context("secret")))).toEqual([false, false, true]);
  expect(associateMacSecKey.input({ form: "pair", ckn: key, cak: key, secretArn: undefined }, subject, "us-east-1")).toEqual({ connectionId: "dxcon-a", ckn: key, cak: key });
  expect(associateMacSecKey.input({ form: "secret", ckn: undefined, cak: undefined, secretArn: arn }, subject, "us-east-1")).toEqual({ connectionId: "dxcon-a", secretARN: arn });
});

test("what is wrong with a key is said without the key", () => {
  const { check } = associateMacSecKey.parameters.cak;
  expect(check(key)).toBeUndefined();
  expect(inEnglish(check("secret-value"))).toBe("It has to be 64 hexadecimal digits; these are 12 characters.");
  expect(associateMacSecKey.parameters.cak.type).toBe("secret");
});

test("the keys that are there can be removed", () => {
  expect(disassociateMacSecKey.parameters.key.options({ target: subject, inventory: emptyInventory, answers: {} }).map(({ value }) => value)).toEqual([arn]);
  expect(disassociateMacSecKey.input({ key: arn }, subject, "us-east-1")).toEqual({ connectionId: "dxcon-a", secretARN: arn });
});
