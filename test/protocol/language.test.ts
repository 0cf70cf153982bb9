import { expect, it } from "vitest";
import { liveStateChanged, liveStateRequest } from "../../src/protocol/language.ts";

it("names messages that no version of the Language Server Protocol can come to have", () => {
  for (const name of [liveStateChanged, liveStateRequest]) expect(name).toMatch(/^directConnect\/[a-zA-Z]+$/);
  expect(liveStateChanged).not.toBe(liveStateRequest);
});
