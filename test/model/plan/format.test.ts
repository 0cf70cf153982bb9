import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { applied, formatPlan } from "../../../src/model/plan/format.ts";
import { head, vif } from "../../support/plans.ts";

const samples = ["clean", "mistakes"].map((name) => readFileSync(join(import.meta.dirname, `../../../samples/${name}.dx.yaml`), "utf8"));

function formatted(plan: PlanDocument): string {
  return applied(plan.text, formatPlan(plan));
}

describe("a plan is laid out", () => {
  it.each([
    ["levels of any width", "version: 1\nconnections:\n    a:\n        location: EqDC2\n        tags:\n         env: x\n", "version: 1\nconnections:\n  a:\n    location: EqDC2\n    tags:\n      env: x\n"],
    ["levels of one blank", "connections:\n a:\n  location: EqDC2\n", "connections:\n  a:\n    location: EqDC2\n"],
    ["blanks around colons and commas", "version:    1\nconnections:\n  a: {location  :  EqDC2 ,bandwidth: 1Gbps}\n", "version: 1\nconnections:\n  a: {location: EqDC2, bandwidth: 1Gbps}\n"],
    ["blanks at the ends of lines", "version: 1   \n\t\nregion: us-east-1\t\n", "version: 1\n\nregion: us-east-1\n"],
    ["many blank lines", "version: 1\n\n\n\nregion: us-east-1\n", "version: 1\n\nregion: us-east-1\n"],
    ["no line end", "version: 1", "version: 1\n"],
    ["comments with what they speak of", "connections:\n    # the first\n    a:\n        # where\n        location: EqDC2 # here\n", "connections:\n  # the first\n  a:\n    # where\n    location: EqDC2 # here\n"],
    ["lists", "resiliencyGroups:\n    g:\n        connections:\n            - a\n            - b\n", "resiliencyGroups:\n  g:\n    connections:\n      - a\n      - b\n"],
    ["lists at the column of their name", "connections:\n    a:\n        macSecKeys:\n        - ckn: x\n          cak: y\n", "connections:\n  a:\n    macSecKeys:\n    - ckn: x\n      cak: y\n"],
    ["flow style over several lines", "connections:\n    a: {\n        location: EqDC2,\n    }\n", "connections:\n  a: {\n      location: EqDC2,\n  }\n"],
    ["text over several lines", "x-text:\n    a: |\n        one   \n\n\n          two\n", "x-text:\n  a: |\n      one   \n\n\n        two\n"],
    ["two-character line ends", "version: 1  \r\n\r\n\r\n\r\nregion:   us-east-1", "version: 1\r\n\r\nregion: us-east-1\r\n"],
    ["anchors and aliases", "x-a:   &a   { type: private }\nvirtualInterfaces:\n    v:\n        <<: *a\n        vlan:   1\n", "x-a:   &a   { type: private }\nvirtualInterfaces:\n  v:\n    <<: *a\n    vlan: 1\n"],
  ])("%s", (_, text, expected) => {
    expect(formatted(new PlanDocument(text))).toBe(expected);
  });

  it("but not where it cannot be read", () => {
    expect(formatPlan(new PlanDocument("connections:\n    a: { location: EqDC2\nversion:   1\n"))).toEqual([]);
  });

  it.each([...samples, vif()])("and a plan that is laid out stays as it is", (text) => {
    expect(formatPlan(new PlanDocument(text))).toEqual([]);
  });
});

/** Changes white space at random, comments included, and some other characters. */
function roughened(text: string, random: () => number): string {
  const pieces = text.split(/(?<=\n)/);
  return pieces
    .map((line) => {
      const kind = random();
      if (kind < 0.2) return line.replace(/: (?=\S)/, ":   ");
      if (kind < 0.3) return line.replace("\n", "   \n");
      if (kind < 0.4) return `${line}\n\n`;
      if (kind < 0.5) return `${" ".repeat(Math.floor(random() * 7))}# note ${Math.floor(random() * 100)}\n${line}`;
      if (kind < 0.55) return line.replace(/, /g, ",");
      if (kind < 0.6) return line.replace("\n", " # end\n");
      return kind < 0.602 ? line.slice(Math.floor(random() * 3)) : line;
    })
    .join("");
}

it("is not held up by a run of blanks of any length", () => {
  expect(formatted(new PlanDocument(`region:${" ".repeat(300_000)}us-east-1\n`))).toBe("region: us-east-1\n");
});

describe("for plans of any look, formatting", () => {
  it("changes nothing that the plan says, loses no comment, and has nothing to do a second time", { timeout: 60_000 }, () => {
    let state = 99;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    let laidOut = 0;
    for (let round = 0; round < 150; round += 1) {
      const wide = (samples[round % 2] ?? "").replace(/^( +)/gm, (blanks) => blanks.repeat(1 + (round % 3)));
      const text = roughened(round % 5 === 0 ? `${head}${wide.slice(wide.indexOf("connections:"))}` : wide, random);
      const before = new PlanDocument(text);
      const result = formatted(before);
      const after = new PlanDocument(result);
      if (result !== text) laidOut += 1;
      expect(after.problems.map(({ code, message }) => code + message).sort(), text).toEqual(before.problems.map(({ code, message }) => code + message).sort());
      expect(commentsOf(result)).toEqual(commentsOf(text));
      expect(formatted(after), text).toBe(result);
    }
    expect(laidOut).toBeGreaterThan(60);
  });
});

function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/#[^\n]*/g)].map(([comment]) => comment.trimEnd());
}
