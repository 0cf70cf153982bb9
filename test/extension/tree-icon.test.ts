import { expect, test } from "vitest";
import { headingIcon, iconOf } from "../../src/extension/tree-icon.ts";
import { placeOf } from "../../src/model/place.ts";
import { noText, verbatim } from "../../src/model/text.ts";
import { bgpPeer, connection, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

test("kinds, and kinds within kinds, have icons of their own", () => {
  const icons = new Map(
    sampleInventory().resources.map((resource) => {
      const hosted = resource.kind === "connection" && resource.hosted ? "hosted" : "";
      const type = resource.kind === "virtualInterface" ? resource.type : "";
      return [`${resource.kind}${hosted}${type}`, iconOf(resource).icon];
    }),
  );
  expect(icons.size).toBe(14);
  expect(new Set(icons.values()).size).toBe(icons.size);
});

test("the colour follows the health", () => {
  expect(iconOf(connection({ id: "a" })).color).toBe("charts.green");
  expect(iconOf(connection({ id: "a", state: "down" })).color).toBe("charts.red");
  expect(iconOf(connection({ id: "a", state: "ordering" })).color).toBe("charts.yellow");
  expect(iconOf(virtualInterface({ id: "a", state: "pending" })).color).toBe("charts.blue");
  expect(iconOf(bgpPeer({ id: "a", bgpStatus: "down" })).color).toBe("charts.red");
  expect(iconOf(virtualInterface({ id: "a", state: "deleted" })).color).toBe("disabledForeground");
  expect(iconOf(virtualInterface({ id: "a", state: "approving" })).color).toBeUndefined();
});

test("headings have none of the resources' colours", () => {
  const heading = { kind: "heading", id: "h", heading: "region", label: verbatim("us-east-1"), detail: noText, notice: noText, place: placeOf({ state: "region", profile: "prod", region: "us-east-1" }), children: [] } as const;
  expect(headingIcon(heading)).toEqual({ icon: "globe", color: undefined });
});
