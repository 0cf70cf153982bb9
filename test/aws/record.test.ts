import { describe, expect, test } from "vitest";
import { flagIn, idIn, numberIn, recordIn, recordsIn, secretsIn, textIn, textsIn, toRecord } from "../../src/aws/record.ts";
import { masked } from "../../src/model/secret-members.ts";

describe("a record", () => {
  test("holds JSON values only", () => {
    const record = toRecord({
      text: "a",
      number: 1,
      nothing: undefined,
      none: null,
      not: NaN,
      at: new Date(0),
      never: new Date(NaN),
      bytes: new Uint8Array(3),
      list: [1, { a: true }],
      large: 10n,
      run: () => undefined,
    });
    expect(record).toEqual({ text: "a", number: 1, none: null, not: null, at: "1970-01-01T00:00:00.000Z", never: null, bytes: "3 bytes", list: [1, { a: true }], large: "10", run: null });
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  test("has every secret masked, however deep", () => {
    const router = "<bgp_auth_key>0xSecret3</bgp_auth_key>";
    const record = toRecord({ authKey: "0xSecret1", customerRouterConfig: router, peers: [{ authKey: "0xSecret2" }], key: { cak: "00ff" } });
    expect(JSON.stringify(record)).not.toMatch(/Secret|00ff/);
    expect(record).toEqual({ authKey: masked, customerRouterConfig: masked, peers: [{ authKey: masked }], key: { cak: masked } });
  });

  test("says that there is no secret where there is none", () => {
    expect(toRecord({ authKey: "" })).toEqual({ authKey: "" });
  });

  test("ends where an answer nests without end", () => {
    const endless: { inner?: unknown } = {};
    endless.inner = endless;
    expect(JSON.stringify(toRecord(endless)).length).toBeLessThan(500);
  });

  test.each([undefined, null, "text", 5, []])("of %j is empty", (value) => expect(toRecord(value)).toEqual({}));
});

test("members of another type than promised count as missing", () => {
  const record = toRecord({ text: 5, number: "5", flag: "true", list: "a", object: [] });
  expect([textIn(record, "text"), numberIn(record, "number"), flagIn(record, "flag")]).toEqual(["", undefined, false]);
  expect([recordsIn(record, "list"), textsIn(record, "list"), recordIn(record, "object"), idIn(record, "text")]).toEqual([[], [], {}, undefined]);
});

test("an empty id is no id", () => {
  expect([idIn({ lagId: "" }, "lagId"), idIn({ lagId: "dxlag-1" }, "lagId")]).toEqual([undefined, "dxlag-1"]);
});

test("the secrets of an input are found however deep, the longest first; what is too short for a key is none", () => {
  const input = { connectionId: "dxcon-1", cak: "abcd", newBGPPeer: { authKey: "abcdef" }, peers: [{ authKey: "abcde" }, { authKey: "a" }, { authKey: "" }] };
  expect(secretsIn(input)).toEqual(["abcdef", "abcde", "abcd"]);
});
