import { expect, test } from "vitest";
import { operationNames } from "../../../src/simulator/input/check-input.ts";
import { servedOperations } from "../../../src/simulator/operations/index.ts";

/** What the model has and the simulator does not serve. Whoever serves one takes it off. */
const notServed = [
  "ListVirtualInterfaceRoutes",
];

test("every operation of the model is either served or listed here", () => {
  expect([...servedOperations, ...notServed].sort()).toEqual([...operationNames].sort());
});

test("no operation is served that the model does not have", () => {
  expect(servedOperations.filter((name) => !operationNames.includes(name))).toEqual([]);
});
