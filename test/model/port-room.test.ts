import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { carriedByPort, checkRoom } from "../../src/model/port-room.ts";
import type { VirtualInterface, VirtualInterfaceType } from "../../src/model/resource.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, virtualInterface } from "../support/sample-inventory.ts";

const port = connection({ id: "dxcon-1", name: "prod-a" });

function several(count: number, type: VirtualInterfaceType): readonly VirtualInterface[] {
  return Array.from({ length: count }, (_, index) => virtualInterface({ id: `dxvif-${type}${index}`, type, connectionId: "dxcon-1" }));
}

test.each<[string, VirtualInterfaceType, readonly VirtualInterface[], string | undefined]>([
  ["a fifth transit one, which AWS may have allowed", "transit", several(4, "transit"), undefined],
  ["a private one beside four transit ones", "private", several(4, "transit"), undefined],
  ["the fiftieth of the others", "public", several(49, "private"), undefined],
  ["one more", "public", several(50, "private"), "prod-a carries 50 private and public virtual interfaces, and a port takes no more of them. Choose another port."],
  ["the last", "transit", several(50, "private"), undefined],
  ["and one more", "transit", [...several(50, "private"), ...several(1, "transit")], "prod-a carries 51 virtual interfaces, and a port takes no more. Choose another one."],
])("a port has room as AWS's quotas say: %s", (_, type, carried, problem) => expect(inEnglish(checkRoom(port, type, carried))).toBe(problem));

test("a hosted connection carries one", () => {
  const hosted = { ...port, hosted: true };
  expect(checkRoom(hosted, "private", [])).toBeUndefined();
  expect(inEnglish(checkRoom(hosted, "private", several(1, "private")))).toBe("Hosted connection prod-a carries dxvif-private0 already, and takes one virtual interface only.");
});

test("what is being deleted keeps its place until it is gone", () => {
  const on = (id: string, state: string): VirtualInterface => virtualInterface({ id, state, connectionId: "dxcon-1" });
  const inventory = { ...emptyInventory, resources: [on("a", "available"), on("b", "deleting"), on("c", "deleted"), on("d", "rejected")] };
  expect([...carriedByPort(inventory)].map(([id, carried]) => [id, carried.map((one) => one.id)])).toEqual([["dxcon-1", ["a", "b"]]]);
});
