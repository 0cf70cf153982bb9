import { expect, test } from "vitest";
import { dotted, english, enumerated, fillWords, isNoText, listOf, noText, phrase, said, verbatim, type Text } from "../../src/model/text.ts";

const [a, b, c] = ["a", "b", "c"].map(verbatim) as [Text, Text, Text];

test("values stand where the words say, texts among them", () => {
  expect(english(phrase("{1} before {0}", "last", phrase("{0} and first", 1)))).toBe("1 and first before last");
});

test("a value is not read for places", () => {
  expect(english(phrase("{0} of {1}", "{1}", 2))).toBe("{1} of 2");
  expect(fillWords("{0} {5}", "one")).toBe("one {5}");
});

test("a language says every text, the ones within too", () => {
  const words: Readonly<Record<string, string>> = { "{0} of {1}": "von {1} {0}", "{0} ports": "{0} Anschlüsse" };
  const german = (text: string, ...values: (string | number)[]): string => fillWords(words[text] ?? text, ...values);
  expect(said(phrase("{0} of {1}", phrase("{0} ports", 2), "ours"), german)).toBe("von ours 2 Anschlüsse");
});

test.each([
  [[], "", "", ""],
  [[a], "a", "a", "a"],
  [[a, b], "a and b", "a, b", "a · b"],
  [[a, noText, b, c], "a, b and c", "a, b, c", "a · b · c"],
])("%# texts are put in a row", (texts, list, commas, dots) => {
  expect([listOf(texts), enumerated(texts), dotted(texts)].map(english)).toEqual([list, commas, dots]);
});

test("nothing given is no text, a number is one", () => {
  expect(isNoText(verbatim(""))).toBe(true);
  expect(isNoText(verbatim(0))).toBe(false);
  expect(english(noText)).toBe("");
});

test("words that are put together, and strings in the place of texts, do not compile", () => {
  const name = String(Math.random());
  // @ts-expect-error -- Nobody could collect these words for a translation.
  expect(english(phrase(name))).toBe(name);
  // @ts-expect-error -- A string has no language.
  const text: Text = "a string";
  expect(text).toBe("a string");
});
