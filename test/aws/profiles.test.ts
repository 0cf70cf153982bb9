import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { listProfiles, profileFiles, profilesOf } from "../../src/aws/profiles.ts";

const kept = { ...process.env };

afterEach(() => {
  process.env = { ...kept };
});

test.each([
  ["static", { aws_access_key_id: "AKIA", region: "eu-west-1" }, { source: "static", region: "eu-west-1", account: undefined }],
  ["an assumed role", { role_arn: "arn:aws:iam::111122223333:role/net", source_profile: "base" }, { source: "assumeRole", account: "111122223333" }],
  ["single sign-on", { sso_session: "corp", sso_account_id: "111122223333" }, { source: "sso", account: "111122223333" }],
  ["the older single sign-on", { sso_start_url: "https://corp.example" }, { source: "sso" }],
  ["a process", { credential_process: "tool" }, { source: "process" }],
  ["a web identity", { role_arn: "arn:aws:iam::111122223333:role/net", web_identity_token_file: "/token" }, { source: "webIdentity" }],
  [
    "a role that it takes on with keys of its own",
    { aws_access_key_id: "AKIA", aws_account_id: "111122223333", role_arn: "arn:aws:iam::222233334444:role/net", source_profile: "one" },
    { source: "assumeRole", account: "222233334444" },
  ],
  ["keys beside a role that it cannot take on", { aws_access_key_id: "AKIA", role_arn: "arn:aws:iam::222233334444:role/net" }, { source: "static", account: undefined }],
  ["something else", { region: "us-east-1" }, { source: "other" }],
  ["an account that is none", { aws_account_id: "12" }, { account: undefined }],
])("a profile with %s", (_, settings, expected) => expect(profilesOf({ one: settings }, {})[0]).toMatchObject(expected));

test("both files count, sections that are no profiles do not, and the default comes first", () => {
  const profiles = profilesOf(
    { work: { region: "us-east-1" }, "sso-session.corp": {}, "services.local": {}, default: {} },
    { work: { aws_access_key_id: "AKIA" }, alone: { aws_access_key_id: "AKIA" } },
  );
  expect(profiles.map(({ name, source }) => `${name} ${source}`)).toEqual(["default other", "alone static", "work static"]);
});

test("files that are missing or broken bring no profile", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dx-files-"));
  process.env["AWS_CONFIG_FILE"] = join(folder, "config");
  process.env["AWS_SHARED_CREDENTIALS_FILE"] = join(folder, "credentials");
  expect(await listProfiles({})).toEqual([]);
  writeFileSync(join(folder, "credentials"), "]]]\n=\n[a\nkey = value\n[real]\naws_access_key_id = AKIA\n");
  expect((await listProfiles({})).map(({ name }) => name)).toEqual(["real"]);
  rmSync(folder, { recursive: true });
});

test("the environment is a profile when it has a key, and holds none itself", async () => {
  process.env["AWS_CONFIG_FILE"] = join(tmpdir(), "dx-none");
  process.env["AWS_SHARED_CREDENTIALS_FILE"] = join(tmpdir(), "dx-none");
  const environment = { AWS_ACCESS_KEY_ID: "AKIASECRET", AWS_SECRET_ACCESS_KEY: "secret", AWS_REGION: "eu-west-1" };
  const profiles = await listProfiles(environment);
  expect(profiles).toEqual([{ name: "(environment)", source: "environment", region: "eu-west-1", account: undefined }]);
  expect(JSON.stringify(profiles)).not.toMatch(/secret/i);
});

test("the files are those that AWS's own tools use", () => {
  expect(profileFiles("/home/me", {})).toEqual(["/home/me/.aws/config", "/home/me/.aws/credentials"]);
  expect(profileFiles("/home/me", { AWS_CONFIG_FILE: "/etc/aws" })[0]).toBe("/etc/aws");
});
