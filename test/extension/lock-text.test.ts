import { expect, test } from "vitest";
import { lockText } from "../../src/extension/lock-text.ts";
import { formatText } from "../support/format-text.ts";

test.each([
  [[], [], ""],
  [[], ["prod", "bank"], "$(lock) read-only: prod, bank"],
  [[{ profile: "prod", until: 845_000 }], ["bank"], "$(unlock) prod unlocked for 14:05"],
  [[{ profile: "prod", until: 400 }], [], "$(unlock) prod unlocked for 0:01"],
])("unlocked %j, locked %j: %s", (unlocked, locked, expected) => expect(lockText({ unlocked, locked, now: 0 }, formatText)).toBe(expected));
