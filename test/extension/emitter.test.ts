import { expect, test } from "vitest";
import { anyOf, Emitter } from "../../src/extension/emitter.ts";

test("joined events fire with each of them, and with none after they are let go", () => {
  const [first, second] = [new Emitter<number>(), new Emitter<number>()];
  const heard: unknown[] = [];
  const listening = anyOf(first.event, second.event)((value) => heard.push(value));
  first.fire(1);
  second.fire(2);
  listening.dispose();
  first.fire(3);
  second.fire(4);
  expect(heard).toEqual([1, 2]);
});
