import { connectionAnswer, lagAnswer } from "../answers/ports.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkEncryptionMode, checkName } from "../rules/attributes.ts";
import { checkAtRest, checkJoin, checkLeaving } from "../rules/lag-membership.ts";
import { type LagOrder, readLagOrder } from "../rules/lag-orders.ts";
import { findLag, findLink, findLiveLag, ownOf } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { checkDeletable } from "../rules/port-deletion.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { joinLag, leaveLag } from "../world/lag-membership.ts";
import { membersOf, settleLag, settlePort } from "../world/links.ts";
import { interrupt } from "../world/moves.ts";
import { createLag } from "../world/new-lags.ts";
import { end } from "../world/passing-of-time.ts";
import { reads, writes } from "./operation.ts";

interface LagChange {
  readonly lagId: string;
  readonly lagName?: string;
  readonly minimumLinks?: number;
  readonly encryptionMode?: string;
}

interface Membership {
  readonly connectionId: string;
  readonly lagId: string;
}

export const lags = {
  CreateLag: writes<LagOrder>((call) => {
    const lag = createLag(call.world, readLagOrder(call));
    return lagAnswer(call.world, lag);
  }),

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
    for (const member of membersOf(world, lag)) settlePort(world, member);
    settleLag(world, lag);
    return lagAnswer(world, lag);
  }),

  AssociateConnectionWithLag: writes<Membership>((call) => {
    const { world } = call;
    const lag = findLiveLag(call, call.input.lagId);
    const link = findLink(call, call.input.connectionId);
    checkJoin(world, link, lag);
    joinLag(world, link, lag);
    return connectionAnswer(world, link);
  }),

  DisassociateConnectionFromLag: writes<Membership>((call) => {
    const { world } = call;
    const lag = findLiveLag(call, call.input.lagId);
    const link = findLink(call, call.input.connectionId);
    if (link.lagId !== lag.id) throw refusal(simulatorTexts.notInLag(link.id, lag.id));
    checkAtRest(link);
    checkLeaving(world, link, "leave it");
    const left = leaveLag(world, link);
    interrupt(world, left);
    settleLag(world, lag);
    return connectionAnswer(world, left);
  }),

  DeleteLag: writes<{ lagId: string }>((call) => {
    const { world } = call;
    const lag = findLiveLag(call, call.input.lagId);
    checkDeletable(world, lag);
    for (const member of membersOf(world, lag)) leaveLag(world, member);
    end(world, lag, "deleted");
    return lagAnswer(world, lag);
  }),
};

function checkMinimumLinks(given: number, members: number): void {
  if (given < 0 || given > members) throw refusal(simulatorTexts.minimumLinksOutOfRange(given, members));
}
