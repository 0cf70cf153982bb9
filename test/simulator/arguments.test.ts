import { expect, test } from "vitest";
import { readArguments } from "../../src/simulator/arguments.ts";

test("without arguments: a free port, the sample, real time, all Regions", () => {
  expect(readArguments([])).toEqual({
    arguments: { port: 0, estate: "sample", clock: "real", regions: [], state: undefined, faults: undefined },
  });
});

test("every option is read", () => {
  const given = "--port 8080 --estate e.json --state s.json --clock fast --region us-east-1 --region eu-west-1 --faults f.json";
  expect(readArguments(given.split(" "))).toEqual({
    arguments: {
      port: 8080,
      estate: "e.json",
      state: "s.json",
      clock: "fast",
      regions: ["us-east-1", "eu-west-1"],
      faults: "f.json",
    },
  });
  expect(readArguments(["--help"])).toBe("help");
});

test.each([
  ["--port", "70000", '--port is "70000"; give a number from 0 to 65535'],
  ["--port", "http", '--port is "http"; give a number from 0 to 65535'],
  ["--clock", "slow", '--clock is "slow"; give one of real, fast, manual'],
  ["--region", "Ireland", '--region is "Ireland"; give a Region such as us-east-1'],
])("%s %s is refused with what to give instead", (option, value, problem) => {
  expect(readArguments([option, value])).toEqual({ problem });
});

test("an unknown option and a stray word are named", () => {
  expect(readArguments(["--prot", "1"])).toMatchObject({ problem: expect.stringContaining("--prot") as string });
  expect(readArguments(["sample"])).toMatchObject({ problem: expect.stringContaining("sample") as string });
});
