import { expect, test } from "vitest";
import { maskRouterConfiguration } from "../../src/operations/mask-router-configuration.ts";

const key = "k3y-of-ours";

test.each([
  ["Cisco IOS", `neighbor 169.254.255.1 password ${key}`],
  ["Cisco NX-OS", `password 0 ${key}`],
  ["a configuration that numbers its form", `neighbor 169.254.255.1 password 7 ${key}`],
  ["a form that is named", `peer 169.254.255.1 password cipher ${key}`],
  ["another form that is named", `neighbor 169.254.255.1 password encrypted ${key}`],
  ["a key with a blank", `neighbor 169.254.255.1 password "${key} and more"`],
  ["a key with a blank and no quotes", `neighbor 169.254.255.1 password ${key} and more`],
  ["a key with quotes in its own", `authentication-key "of"${key}" and more"`],
  ["PAN-OS whose key has a blank", `set network virtual-router default protocol bgp auth-profile dx secret ${key} and more`],
  ["an assignment without a blank", `auth_key=${key}`],
  ["an assignment", `password=${key}`],
  ["Junos", `set protocols bgp group ebgp neighbor 169.254.255.1 authentication-key "${key}"`],
  ["PAN-OS", `set network virtual-router default protocol bgp auth-profile dx secret ${key}`],
  ["AWS's XML", `<ipv6_bgp_auth_key>${key}</ipv6_bgp_auth_key>`],
])("the key of %s is masked, and what says where it stands is not", (_, line) => {
  const shown = maskRouterConfiguration(line);
  expect(shown).not.toContain("k3y");
  expect(shown).not.toContain("more");
  expect(shown).toContain("********");
  expect(shown.slice(0, 5)).toBe(line.slice(0, 5));
});

test("what holds no key stays as it is, over the ends of lines", () => {
  const text = "service password-encryption\n! password\nneighbor 169.254.255.1 remote-as 64512\n";
  expect(maskRouterConfiguration(text)).toBe(text);
});
