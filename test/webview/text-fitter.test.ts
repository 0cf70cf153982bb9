import { describe, expect, it } from "vitest";
import { TextFitter, type Measurer } from "../../src/webview/text-fitter.ts";

/** Every letter is ten wide; it counts how often it measures. */
function measurer(): Measurer & { count: number } {
  return {
    font: "",
    count: 0,
    measureText(text) {
      this.count += 1;
      return { width: Array.from(text).length * 10 };
    },
  };
}

describe("fitting a text", () => {
  it.each([
    ["abc", 100, "abc"],
    ["abc", 30, "abc"],
    ["abcdef", 45, "abc…"],
    ["ab cdef", 40, "ab…"],
    ["abcdef", 15, ""],
    ["abcdef", 20, "a…"],
  ])("%s in %i", (text, width, expected) => {
    expect(new TextFitter(measurer()).fit(text, "10px x", width).text).toBe(expected);
  });

  it.each([
    ["vgw-0e0315341bf1", 100, "vgw-0…1bf1"],
    ["prod-iad-a", 90, "prod…ad-a"],
    ["prod-iad-a", 100, "prod-iad-a"],
    ["one two three", 60, "one…ee"],
    ["abcdef", 20, "a…"],
  ])("spares the middle of the name %s in %i", (text, width, expected) => {
    expect(new TextFitter(measurer()).fit(text, "10px x", width, "middle").text).toBe(expected);
  });

  it("never cuts a letter that is made of several code points", () => {
    expect(new TextFitter(measurer()).fit("e\u0301e\u0301e\u0301e\u0301", "10px x", 50).text).toBe("e\u0301e\u0301…");
  });

  it("measures a text once for each font and width, until it forgets", () => {
    const measure = measurer();
    const fitter = new TextFitter(measure);
    fitter.fit("abcdef", "10px x", 45);
    const first = measure.count;
    fitter.fit("abcdef", "10px x", 45);
    expect(measure.count).toBe(first);
    fitter.clear();
    fitter.fit("abcdef", "10px x", 45);
    expect(measure.count).toBe(2 * first);
  });
});
