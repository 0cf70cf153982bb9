import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { cliCommand, kebabCase } from "../../src/operations/cli-command.ts";

test.each([
  ["CreateBGPPeer", "create-bgp-peer"],
  ["AssociateMacSecKey", "associate-mac-sec-key"],
  ["DescribeConnectionsOnInterconnect", "describe-connections-on-interconnect"],
  ["requestMACSec", "request-mac-sec"],
  ["secretARN", "secret-arn"],
  ["mtu", "mtu"],
])("%s is %s in the CLI", (name, expected) => expect(kebabCase(name)).toBe(expected));

test("a connection is ordered with plain words, flags and JSON for structures", () => {
  const input = {
    location: "EqDC2",
    bandwidth: "1Gbps",
    connectionName: "it's prod",
    requestMACSec: true,
    lagId: undefined,
    tags: [{ key: "Owner", value: "net team" }],
  };
  expect(cliCommand({ action: "CreateConnection", input, profile: "prod", region: "us-east-1" })).toBe(
    `aws directconnect create-connection --location EqDC2 --bandwidth 1Gbps --connection-name 'it'\\''s prod' --request-mac-sec --tags '[{"key":"Owner","value":"net team"}]' --profile prod --region us-east-1`,
  );
});

test("a flag that is off, a list of texts, a number and another endpoint", () => {
  const input = { enableSiteLink: false, resourceArns: ["arn:a", "arn:b"], mtu: 9001 };
  expect(cliCommand({ action: "X", input, endpoint: "http://127.0.0.1:8080" })).toBe(
    "aws directconnect x --no-enable-site-link --resource-arns arn:a arn:b --mtu 9001 --endpoint-url http://127.0.0.1:8080",
  );
});

test("a value that begins with a hyphen is tied to its option", () => {
  expect(cliCommand({ action: "X", input: { lagName: "-rf" } })).toBe("aws directconnect x --lag-name=-rf");
});

test("secrets are variables, at the top and deep inside", () => {
  expect(cliCommand({ action: "AssociateMacSecKey", input: { ckn: "0a", cak: "c0ffee" } })).toBe('aws directconnect associate-mac-sec-key --ckn 0a --cak "$CAK"');
  const command = cliCommand({ action: "CreateBGPPeer", input: { newBGPPeer: { asn: 1, authKey: "s3cret", customerAddress: "" } } });
  expect(command).not.toContain("s3cret");
});

// The shell is the judge of the quoting: it has to hand over exactly what the API would be sent.
test.each([
  { note: "it's $HOME `id` \\ \"x\"", authKey: "********" },
  { note: "\nnew line \t*", authKey: "********", list: [{ cak: "y" }] },
])("a shell reads the JSON as it was meant: %j", (structure) => {
  const command = cliCommand({ action: "X", input: { member: structure } });
  const script = command.replace("aws directconnect x --member", "printf %s");
  const read = execFileSync("sh", ["-c", script], { encoding: "utf8", env: { AUTH_KEY: "from-variable", CAK: "other" } });
  const { authKey, list, ...rest } = JSON.parse(read) as Record<string, unknown>;
  expect(authKey).toBe("from-variable");
  expect(list ?? [{ cak: "other" }]).toEqual([{ cak: "other" }]);
  expect(rest).toEqual({ note: structure.note });
});
