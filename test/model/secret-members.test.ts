import { expect, test } from "vitest";
import { isSecretMember } from "../../src/model/secret-members.ts";

test.each(["authKey", "bgpAuthKey", "cak", "customerRouterConfig"])("%s holds a key", (name) => expect(isSecretMember(name)).toBe(true));

// The name of a MACsec key is shown on both sides of the link; the ARN only says where the key is kept.
test.each(["ckn", "secretARN", "connectionId", "toString"])("%s holds none", (name) => expect(isSecretMember(name)).toBe(false));
