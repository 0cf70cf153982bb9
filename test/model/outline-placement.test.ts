import { describe, expect, test } from "vitest";
import type { Inventory } from "../../src/model/inventory.ts";
import { placementContext, placements, regionHeading } from "../../src/model/outline-placement.ts";
import { inEnglish } from "../support/in-english.ts";
import { attachment, connection, directConnectGateway, resiliencyGroup, sampleInventory, virtualInterface } from "../support/sample-inventory.ts";

const empty: Inventory = { ...sampleInventory(), resources: [] };

describe("a virtual interface by gateway", () => {
  const gateway = directConnectGateway({ id: "g" });
  const attached = virtualInterface({ id: "v" });
  const joined = attachment({ directConnectGatewayId: "g", virtualInterfaceId: "v" });

  test("follows its attachment where its own record names no gateway", () => {
    const resources = [gateway, attached, joined];
    const context = placementContext({ ...empty, resources }, resources);
    expect(placements.gateway(attached, context).under).toBe(gateway.key);
    expect(placements.gateway(joined, context).hidden).toBe(true);
  });

  test("does not hide an attachment that is still changing, or whose other end is not listed", () => {
    const leaving = { ...joined, state: "detaching" };
    const whole = placementContext({ ...empty, resources: [gateway, attached, leaving] }, [gateway, attached, leaving]);
    expect(placements.gateway(leaving, whole).under).toBe(gateway.key);
    const part = placementContext({ ...empty, resources: [gateway, joined] }, [gateway, joined]);
    expect(placements.gateway(joined, part).hidden).toBeUndefined();
  });
});

test("a member's LAG carries it only where that is listed", () => {
  const member = connection({ id: "c", lagId: "dxlag-elsewhere" });
  const context = placementContext({ ...empty, resources: [member] }, [member]);
  expect(placements.location(member, context).under).toBeUndefined();
  expect(placements.location(member, context).headings.map(({ key }) => key)).toEqual(["us-east-1", "EqDC2"]);
});

test("a resiliency group stands in its Region under a heading of its own, however the tree is grouped", () => {
  const group = resiliencyGroup({ id: "dxrg-1" });
  const context = placementContext({ ...empty, resources: [group] }, [group]);
  const headings = (["location", "gateway", "type"] as const).map((grouping) => placements[grouping](group, context).headings.map(({ key }) => key));
  expect(headings).toEqual([["us-east-1", "resiliencyGroup"], ["us-east-1", "resiliencyGroup"], ["resiliencyGroup"]]);
});

test("a Region's heading has its name, if the table knows it", () => {
  expect(inEnglish(regionHeading("eu-west-1").detail)).toBe("Europe (Ireland)");
  expect(inEnglish(regionHeading("mars-north-1").detail)).toBe("");
});
