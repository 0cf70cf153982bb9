import { refusal } from "../rules/api-failure.ts";
import { type Asker } from "../rules/ownership.ts";
import { findTagged, type Tagged } from "../rules/arns.ts";
import { mergeTags, readNewTags, type TagInput } from "../rules/tags.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { reads, writes } from "./operation.ts";

export const tags = {
  // Each resource once, however often it is named, so that a small request cannot make a huge answer.
  DescribeTags: reads<{ resourceArns: readonly string[] }>((call) => ({
    resourceTags: [...new Set(call.input.resourceArns)].map((resourceArn) => ({
      resourceArn,
      tags: findOwnTagged(call, resourceArn).tags,
    })),
  })),

  TagResource: writes<{ resourceArn: string; tags: TagInput }>((call) => {
    const record = findOwnTagged(call, call.input.resourceArn);
    record.tags = mergeTags(record.tags, readNewTags(call.input.tags));
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
