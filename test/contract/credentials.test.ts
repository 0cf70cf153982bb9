import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CredentialsFailure } from "../../src/aws/api-error.ts";
import { accountOfProfile, createCredentials } from "../../src/aws/credentials.ts";

const folder = mkdtempSync(join(tmpdir(), "dx-credentials-"));

beforeAll(() => {
  const answer = { Version: 1, AccessKeyId: "AKIA111122223333TEST", SecretAccessKey: "s", AccountId: "111122223333" };
  writeFileSync(join(folder, "answer.json"), JSON.stringify(answer));
  writeFileSync(join(folder, "late.sh"), `echo begun >> ${join(folder, "runs")}; sleep 0.5; cat ${join(folder, "answer.json")}`);
  writeFileSync(join(folder, "config"), `[profile hangs]\ncredential_process = sleep 3\n[profile late]\ncredential_process = sh ${join(folder, "late.sh")}\n[profile answers]\ncredential_process = cat ${join(folder, "answer.json")}\n`);
  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "none"));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("a program that does not end holds nobody up for longer than is patient", async () => {
  const credentials = createCredentials({ patience: 100 });
  await expect(credentials.resolve("hangs", {})).rejects.toThrow(new CredentialsFailure("They did not come within 0.1 seconds."));
  expect(await accountOfProfile(credentials, "hangs", {})).toBeUndefined();
});

test("a program that is late is neither waited for again nor run beside itself, and what it brings at last counts", async () => {
  const credentials = createCredentials({ patience: 100 });
  await expect(credentials.resolve("late", {})).rejects.toThrow(CredentialsFailure);
  const begun = performance.now();
  await expect(credentials.resolve("late", {})).rejects.toThrow(CredentialsFailure);
  expect(performance.now() - begun).toBeLessThan(50);
  await vi.waitFor(async () => expect(await accountOfProfile(credentials, "late", {})).toBe("111122223333"), 5_000);
  expect(readFileSync(join(folder, "runs"), "utf8")).toBe("begun\n");
});

test("a program that answers tells the account", async () => {
  expect(await accountOfProfile(createCredentials(), "answers", {})).toBe("111122223333");
});
