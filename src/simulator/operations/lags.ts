import { lagAnswer } from "../answers/ports.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkEncryptionMode, checkName } from "../rules/attributes.ts";
import { type Asker, findLag, ownOf } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkDeletable } from "../rules/port-deletion.ts";
import { awsTexts, simulatorTexts } from "../rules/texts.ts";
import { isGone, membersOf, settleLag } from "../world/links.ts";
import { end } from "../world/passing-of-time.ts";
import type { LagRecord } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

interface LagChange {
  readonly lagId: string;
  readonly lagName?: string;
  readonly minimumLinks?: number;
  readonly encryptionMode?: string;
}

export const lags = {
  DescribeLags: reads<PageInput & { lagId?: string }>((call) => {
    const { lagId } = call.input;
    if (lagId !== undefined) return { lags: [lagAnswer(call.world, findLag(call, lagId))] };
    const own = ownOf(call, "lag");
    const { items, nextToken } = pageOf(own, call.input);
    return { lags: items.map((lag) => lagAnswer(call.world, lag)), nextToken };
  }),

  UpdateLag: writes<LagChange>((call) => {
    const { lagId, lagName, minimumLinks, encryptionMode } = call.input;
    const { world } = call;
    const lag = findLiveLag(call, lagId);
    if (lagName !== undefined) checkName(lagName);
    if (minimumLinks !== undefined) checkMinimumLinks(minimumLinks, membersOf(world, lag).length);
    if (encryptionMode !== undefined) checkEncryptionMode(lag, encryptionMode);
    lag.name = lagName ?? lag.name;
    lag.minimumLinks = minimumLinks ?? lag.minimumLinks;
    lag.encryptionMode = encryptionMode ?? lag.encryptionMode;
    settleLag(world, lag);
    return lagAnswer(world, lag);
  }),

  DeleteLag: writes<{ lagId: string }>((call) => {
    const { world } = call;
    const lag = findLiveLag(call, call.input.lagId);
    checkDeletable(world, lag);
    for (const member of membersOf(world, lag)) world.tie(member, { lagId: undefined });
    end(world, lag, "deleted");
    return lagAnswer(world, lag);
  }),
};

function findLiveLag(call: Asker, id: string): LagRecord {
  const lag = findLag(call, id);
  if (isGone(lag)) throw refusal(awsTexts.lagNotFound(id));
  return lag;
}

function checkMinimumLinks(given: number, members: number): void {
  if (given < 0 || given > members) throw refusal(simulatorTexts.minimumLinksOutOfRange(given, members));
}
