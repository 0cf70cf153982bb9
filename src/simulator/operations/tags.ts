import { refusal } from "../rules/api-failure.ts";
import { type Asker } from "../rules/ownership.ts";
import { findTagged, type Tagged } from "../rules/arns.ts";
import { checkNewTags, mergeTags } from "../rules/tags.ts";
import { simulatorTexts } from "../rules/texts.ts";
import type { Tag } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

export const tags = {
  DescribeTags: reads<{ resourceArns: readonly string[] }>((call) => ({
    resourceTags: call.input.resourceArns.map((resourceArn) => ({
      resourceArn,
      tags: findOwnTagged(call, resourceArn).tags,
    })),
  })),

  TagResource: writes<{ resourceArn: string; tags: readonly { key: string; value?: string }[] }>((call) => {
    const record = findOwnTagged(call, call.input.resourceArn);
    const added: Tag[] = call.input.tags.map(({ key, value = "" }) => ({ key, value }));
    checkNewTags(added);
    record.tags = mergeTags(record.tags, added);
    return {};
  }),

  UntagResource: writes<{ resourceArn: string; tagKeys: readonly string[] }>((call) => {
    const record = findOwnTagged(call, call.input.resourceArn);
    record.tags = record.tags.filter((tag) => !call.input.tagKeys.includes(tag.key));
    return {};
  }),
};

/** Tags belong to the owner alone: to everyone else the resource does not exist. */
function findOwnTagged(call: Asker, arn: string): Tagged {
  const record = findTagged(call, arn);
  if (record?.ownerAccount !== call.account) throw refusal(simulatorTexts.arnNotFound(arn));
  return record;
}
