import { expect, test } from "vitest";
import { parse } from "yaml";
import { absentText, detailsText } from "../../src/extension/details-text.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { formatText } from "../support/format-text.ts";
import { connection, sampleInventory } from "../support/sample-inventory.ts";

const record: JsonObject = {
  connectionId: "dxcon-a",
  connectionName: "prod: #1",
  vlan: 101,
  jumboFrameCapable: true,
  partnerName: "",
  yes: "no",
  lagId: null,
  tags: [{ key: "Owner", value: "it's \"us\"\nand them" }, { key: "- x", value: "1e3" }],
  bgpPeers: [],
  deep: { list: [[1, 2], { a: {} }], empty: {} },
  location: "EqDC2",
  "a key": "  spaced  ",
};

test("the text is YAML that reads back as the record", () => {
  expect(parse(detailsText(connection({ id: "dxcon-a", record }), { title: "prod", place: "Account 1" }, formatText))).toEqual(record);
});

test("every record of the sample reads back", () => {
  for (const resource of sampleInventory().resources) {
    expect(parse(detailsText(resource, { title: "", place: "" }, formatText)), resource.key).toEqual(resource.record);
  }
});

test("the heading says what it is and cannot break out of its comment", () => {
  const text = detailsText(connection({ id: "dxcon-a", name: "prod\nevil: true", state: "down", record: {} }), { title: "prod\nevil: true", place: "Account 1, Region us-east-1" }, formatText);
  expect(text.split("\n").slice(0, 3)).toEqual(["# Connection prod evil: true", "# Account 1, Region us-east-1", "# down: no light on the link, or it was shut on one side"]);
  expect(parse(text)).toBeNull();
});

test("what is gone stays legible under a notice", () => {
  const text = detailsText(connection({ id: "dxcon-a", record }), { title: "", place: "" }, formatText);
  expect(parse(absentText(text, formatText))).toEqual(record);
  expect(absentText(text, formatText)).toMatch(/^# It is listed no more/);
  expect(absentText(undefined, formatText)).toMatch(/^# It is not listed/);
});
