import { expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { maskSecrets } from "../../../src/model/plan/mask-secrets.ts";
import { connection, vif } from "../../support/plans.ts";
import { processorTime } from "../../support/processor-time.ts";

it("replaces what is secret by as many asterisks, and nothing else", () => {
  expect(maskSecrets(new PlanDocument(vif("authKey: secret1 # note")))).toBe(vif("authKey: ******* # note"));
  expect(maskSecrets(new PlanDocument(vif("authKey: ${env:KEY}")))).toBe(vif("authKey: ${env:KEY}"));
  expect(maskSecrets(new PlanDocument(vif("authKey: a\n      b")))).toBe(vif("authKey: *\n      *"));
});

it.each([
  ["without a colon", vif("authKey secret1: x").replace("secret1: x", "secret1"), "secret1"],
  ["without a colon in braces", `${connection()}  y: { macSecKeys: [{ ckn: aa, cak: abc }, { cak secret1 }] }\n`, "secret1"],
  ["in place of the list of keys", connection("macSecKeys: secret1"), "secret1"],
  ["as a member of that list", connection("macSecKeys: [secret1, { ckn: aa }]"), "secret1"],
  ["under a misspelt name", vif("auth_key: secret1"), "secret1"],
  ["below a tag of one's own without a value", vif("tags: \n      x-team:", "authKey: \n      secret1"), "secret1"],
  ["that looks like an alias", vif("authKey: *secret1"), "secret1"],
  ["behind a reference on one line", `{version: 1, x-a: {authKey: "\${env:K}"}, x-b: {authKey: 'secret1'}}`, "secret1"],
])("hides a secret %s, in the text and in what is said of it", (_, text, secret) => {
  const document = new PlanDocument(text);
  expect(text).toContain(secret);
  expect(maskSecrets(document)).not.toContain(secret);
  expect(maskSecrets(document)).toHaveLength(text.length);
  expect(JSON.stringify(document.problems.map(({ message }) => message))).not.toContain(secret);
});

it("does not repeat a line that stands alone, which may belong to a secret", () => {
  const messages = new PlanDocument(vif("authKey: |\n    secret1")).problems.map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringContaining("stands alone"));
  expect(messages.join()).not.toContain("secret1");
});

it("takes no longer than its text is long", () => {
  const one = `v: { type: private, authKey: "abcdef", authkey: x, bgpPeers: { p: { authKey: "\${env:K}" } } }`;
  const text = `{version: 1, virtualInterfaces: {${Array.from({ length: 3000 }, (_, at) => `v${at}: ${one.slice(3)}`).join(", ")}}}`;
  const document = new PlanDocument(text);
  const spent = processorTime();
  expect(maskSecrets(document)).not.toContain("abcdef");
  expect(spent()).toBeLessThan(1000);
});
