import { expect, test } from "vitest";
import { checkTagKey, checkTagValue, soundsSecret } from "../../src/model/tag.ts";
import { inEnglish } from "../support/in-english.ts";

test.each(["Owner", "cost centre", "a:b/c=d+e-f@g.h_i", "Straße", "x".repeat(128)])("%s is a key", (key) =>
  expect(checkTagKey(key)).toBeUndefined(),
);

test.each([
  ["", /needs a key/],
  ["x".repeat(129), /129/],
  ["aws:created", /begin with aws:/],
  ["AWS:created", /begin with aws:/],
  ["a,b", /"," is not allowed/],
  ["a🙂b", /"🙂" is not allowed/],
])("%j is none", (key, message) => expect(inEnglish(checkTagKey(key))).toMatch(message));

test("a value may be empty and long, but not longer", () => {
  expect(checkTagValue("")).toBeUndefined();
  expect(checkTagValue("v".repeat(256))).toBeUndefined();
  expect(inEnglish(checkTagValue("v".repeat(257)))).toMatch(/257/);
  expect(inEnglish(checkTagValue("50%"))).toMatch(/"%"/);
});

test("a key that sounds like a secret's is told from others", () => {
  expect(["db-password", "API Key", "bgp_key", "CAK", "SecretName", "session-token"].filter(soundsSecret)).toHaveLength(6);
  expect(["Owner", "key", "monkey", "cost centre", "cake", "keyboard"].filter(soundsSecret)).toEqual([]);
  const short = ["md5", "bgp md5", "bgp_md5", "psk", "auth", "authentication", "pwd", "passcode", "pin", "encryption-key", "ssh-key", "signingKey", "snmp-community", "MyCAK", "CAKName"];
  expect(short.filter((key) => !soundsSecret(key))).toEqual([]);
  expect(["can", "author", "spin", "Pinned", "authority", "community", "cmd5"].filter(soundsSecret)).toEqual([]);
});
