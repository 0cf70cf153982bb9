/** What stands where a secret was. */
export const masked = "********";

/** Members of the API's inputs and answers that hold a key, in clear or inside a router's configuration. */
const secretMembers: ReadonlySet<string> = new Set(["authKey", "customerRouterConfig", "cak", "bgpAuthKey"]);

export function isSecretMember(name: string): boolean {
  return secretMembers.has(name);
}
