import { expect, test } from "vitest";
import { answerText } from "../../src/extension/answer-text.ts";
import { verbatim } from "../../src/model/text.ts";
import type { Parameter } from "../../src/operations/parameter.ts";
import { formatText } from "../support/format-text.ts";
import { connection } from "../support/sample-inventory.ts";

const label = verbatim("x");

test.each<[Parameter, unknown, string]>([
  [{ type: "text", label }, undefined, ""],
  [{ type: "text", label }, "prod", "prod"],
  [{ type: "number", label }, 101, "101"],
  [{ type: "secret", label }, "hidden-key", "********"],
  [{ type: "yesNo", label, yes: label, no: label }, false, "No"],
  [{ type: "choice", label, options: [{ value: "a", label: verbatim("First") }] }, "a", "First"],
  [{ type: "choice", label, options: () => [] }, "other", "other"],
  [{ type: "resource", label, options: () => [], none: label }, connection({ id: "dxcon-a", name: "prod" }), "prod"],
  [{ type: "resources", label, options: () => [], none: label }, [connection({ id: "a" }), connection({ id: "b" })], "a, b"],
  [{ type: "prefixes", label, initial: () => [] }, ["10.0.0.0/8", "::/0"], "10.0.0.0/8, ::/0"],
  [{ type: "tags", label }, { Owner: "me" }, "Owner = me"],
])("%o is said in a few words", (parameter, answer, expected) => expect(answerText(parameter, answer, formatText)).toBe(expected));
