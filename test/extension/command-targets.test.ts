import { expect, test } from "vitest";
import { graphIdFrom, resourceKeysFrom } from "../../src/extension/command-targets.ts";

const a = { id: "connection/a", resourceKey: "connection/a" };
const b = { id: "connection/b", resourceKey: "connection/b" };
const heading = { id: "region/us-east-1", resourceKey: undefined };

test.each<[string, unknown, unknown, readonly string[] | undefined]>([
  ["nothing, as from the palette", undefined, undefined, undefined],
  ["a tree item", a, undefined, ["connection/a"]],
  ["a tree item that is alone selected", a, [a], ["connection/a"]],
  ["a tree item with the selection it is a part of", a, [a, b], ["connection/a", "connection/b"]],
  ["a tree item beside the selection", a, [b], ["connection/a"]],
  ["a selection with a heading among it", a, [a, heading, b], ["connection/a", "connection/b"]],
  ["a heading", heading, [heading], undefined],
  ["the drawing's menu", { webviewSection: "x", resourceKey: "lag/l", resourceKeys: ["lag/l", "connection/a"] }, undefined, ["lag/l", "connection/a"]],
  ["the drawing's menu without a selection", { resourceKey: "lag/l", resourceKeys: [] }, undefined, ["lag/l"]],
  ["the ground of the drawing", { webviewSection: "heading:account" }, undefined, undefined],
  ["a resource", { resource: { key: "lag/l", kind: "lag" } }, undefined, ["lag/l"]],
  ["a key", "lag/l", undefined, ["lag/l"]],
  ["twice the same", a, [a, a], ["connection/a"]],
  ["what nobody passes", 42, "no list", undefined],
])("%s", (_, first, selection, expected) => expect(resourceKeysFrom(first, selection)).toEqual(expected));

test.each<[string, unknown, string | undefined]>([
  ["the drawing's menu", { webviewSection: "", graphId: "customer/65001" }, "customer/65001"],
  ["a tree item", a, undefined],
  ["the palette", undefined, undefined],
])("the node of %s", (_, context, id) => expect(graphIdFrom(context)).toBe(id));
