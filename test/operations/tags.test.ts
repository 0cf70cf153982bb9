import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { isTaggable, tagOperations } from "../../src/operations/tags.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, directConnectGateway } from "../support/sample-inventory.ts";

const { removeTags, setTags } = tagOperations;
const subject = connection({ id: "dxcon-a", tags: { Owner: "me" } });

test("tags are set and removed by ARN", () => {
  const resourceArn = "arn:aws:directconnect:us-east-1:111122223333:dxcon/dxcon-a";
  expect(setTags.input({ tags: { Owner: "network", Empty: "" } }, subject, "us-east-1")).toEqual({
    resourceArn,
    tags: [{ key: "Owner", value: "network" }, { key: "Empty", value: "" }],
  });
  expect(removeTags.input({ tagKeys: ["Owner"] }, subject, "us-east-1")).toEqual({ resourceArn, tagKeys: ["Owner"] });
});

test("a gateway's ARN is of the partition that the call goes to", () => {
  const gateway = directConnectGateway({ id: "gw" });
  expect(setTags.input({ tags: {} }, gateway, "cn-north-1").resourceArn).toBe("arn:aws-cn:directconnect::111122223333:dx-gateway/gw");
});

test("without an account there is no ARN, which is said before the call", () => {
  expect(setTags.refusal?.(subject, emptyInventory)).toBeUndefined();
  expect(inEnglish(setTags.refusal?.({ ...subject, ownerAccount: "" }, emptyInventory))?.message).toMatch(/Refresh/);
});

test("tags of what another account owns, or of what is gone, cannot be changed", () => {
  expect([subject, { ...subject, owned: false }, { ...subject, state: "deleted" }].map(isTaggable)).toEqual([true, false, false]);
});
