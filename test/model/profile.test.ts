import { expect, test } from "vitest";
import { environmentProfile } from "../../src/model/profile.ts";

test("no profile of the AWS configuration can be called as the environment is", () => {
  const nameInFile = /^[\w\-@+.%:/]+$/;
  expect("prod.eu-1").toMatch(nameInFile);
  expect(environmentProfile).not.toMatch(nameInFile);
});
