import { expect, test } from "vitest";
import { arrangeAnswers, checkNewTag, checkPrefixes, existingTags, questionsFor } from "../../src/extension/operation-form.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { operationOf } from "../../src/operations/index.ts";
import type { PrefixesParameter } from "../../src/operations/operation.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, proposal, virtualInterface } from "../support/sample-inventory.ts";

const one = virtualInterface({ id: "dxvif-1", state: "confirming" });
const two = virtualInterface({ id: "dxvif-2", state: "confirming" });

test("a gateway is asked for each resource, tags once for all", () => {
  expect(questionsFor(operationOf("confirmPrivateVirtualInterface"), [one, two]).map(({ resources }) => resources)).toEqual([[one], [two]]);
  expect(questionsFor(operationOf("setTags"), [one, two]).map(({ resources }) => resources)).toEqual([[one, two]]);
  expect(questionsFor(operationOf("deleteConnection"), [connection({ id: "c" })])).toEqual([]);
});

test("answers come back to the resources they were asked for", () => {
  const each = questionsFor(operationOf("confirmPrivateVirtualInterface"), [one, two]);
  expect([...arrangeAnswers(each, ["g1", "g2"])]).toEqual([
    [one.key, { gateway: "g1" }],
    [two.key, { gateway: "g2" }],
  ]);
  const shared = questionsFor(operationOf("setTags"), [one, two]);
  expect([...arrangeAnswers(shared, [{ Owner: "me" }])].map(([, answers]) => answers)).toEqual([{ tags: { Owner: "me" } }, { tags: { Owner: "me" } }]);
});

test("a list of prefixes is checked one by one, then as a whole", () => {
  const parameter = operationOf("acceptProposal").parameters["allowedPrefixes"] as PrefixesParameter;
  const gateway = { id: "tgw-1", type: "transitGateway", ownerAccount: "222233334444", region: "us-east-1" } as const;
  const context = { resource: proposal({ id: "p", directConnectGatewayId: "gw", gateway }), inventory: emptyInventory };
  expect(checkPrefixes("10.0.0.0/16, 10.1.0.0/16", parameter, context)).toBeUndefined();
  expect(inEnglish(checkPrefixes("10.0.0.0/16, 10.1.0.0", parameter, context))).toMatch(/"10\.1\.0\.0" is no CIDR block/);
  expect(inEnglish(checkPrefixes("", parameter, context))).toMatch(/at least one/);
});

test("tags of several resources are listed once, without AWS's own", () => {
  const tagged = [
    connection({ id: "a", tags: { Owner: "me", Env: "prod", "aws:x": "y" } }),
    connection({ id: "b", tags: { Owner: "you", Env: "prod" } }),
    connection({ id: "c" }),
  ];
  expect(existingTags(tagged)).toEqual([
    { key: "Env", value: "prod", count: 2 },
    { key: "Owner", value: undefined, count: 2 },
  ]);
});

test("a resource takes fifty tags, counting those about to be set", () => {
  const tags = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`key-${index}`, ""]));
  const full = connection({ id: "dxcon-full", tags });
  expect(checkNewTag("Owner", [full], [])).toBeUndefined();
  expect(inEnglish(checkNewTag("Owner", [full], ["Env"]))).toMatch(/50 tags, and dxcon-full/);
  expect(checkNewTag("key-1", [full], ["Env"])).toBeUndefined();
  expect(inEnglish(checkNewTag("aws:x", [connection({ id: "a" })], []))).toMatch(/aws:/);
});
