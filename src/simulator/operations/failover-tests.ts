import { failoverTestAnswer } from "../answers/virtual-interfaces.ts";
import { refusal } from "../rules/api-failure.ts";
import { type Asker, findOwnVirtualInterface } from "../rules/ownership.ts";
import { type PageInput, pageOf } from "../rules/paging.ts";
import { quotas } from "../rules/quotas.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { minute } from "../world/durations.ts";
import { runningTest, testInProgress } from "../world/links.ts";
import { endTest, startTest } from "../world/passing-of-time.ts";
import type { FailoverTestRecord, VirtualInterfaceRecord } from "../world/records.ts";
import { reads, writes } from "./operation.ts";

interface HistoryFilter extends PageInput {
  readonly testId?: string;
  readonly virtualInterfaceId?: string;
  readonly bgpPeers?: readonly string[];
  readonly status?: string;
}

const defaultMinutes = 180;

export const failoverTests = {
  ListVirtualInterfaceTestHistory: reads<HistoryFilter>((call) => {
    const { input, world } = call;
    const matching = world.linked("failoverTest", "owner", call.account).filter((test) => isHere(call, test) && matches(test, input));
    const { items, nextToken } = pageOf(matching, input);
    return { virtualInterfaceTestHistory: items.map(failoverTestAnswer), nextToken };
  }),

  StartBgpFailoverTest: writes<{
    virtualInterfaceId: string;
    bgpPeers?: readonly string[];
    testDurationInMinutes?: number;
  }>((call) => {
    const { virtualInterfaceId, bgpPeers, testDurationInMinutes = defaultMinutes } = call.input;
    const { world } = call;
    const virtualInterface = findOwnVirtualInterface(call, "StartBgpFailoverTest", virtualInterfaceId);
    checkStart(virtualInterface, testDurationInMinutes);
    const silent = choosePeers(virtualInterface, bgpPeers);
    const test: FailoverTestRecord = {
      kind: "failoverTest",
      id: world.ids.uuid(),
      order: 0,
      state: testInProgress,
      becomes: { state: "Completed", at: world.now + testDurationInMinutes * minute },
      virtualInterfaceId,
      region: virtualInterface.region,
      ownerAccount: call.account,
      bgpPeers: silent,
      testDurationInMinutes,
      startTime: world.now,
      endTime: undefined,
    };
    startTest(world, test, virtualInterface);
    return { virtualInterfaceTest: failoverTestAnswer(test) };
  }),

  StopBgpFailoverTest: writes<{ virtualInterfaceId: string }>((call) => {
    const { virtualInterfaceId } = call.input;
    findOwnVirtualInterface(call, "StopBgpFailoverTest", virtualInterfaceId);
    const test = runningTest(call.world, virtualInterfaceId);
    if (test === undefined) throw refusal(simulatorTexts.noTestRunning(virtualInterfaceId));
    endTest(call.world, test, "Cancelled");
    return { virtualInterfaceTest: failoverTestAnswer(test) };
  }),
};

function checkStart(virtualInterface: VirtualInterfaceRecord, minutes: number): void {
  if (minutes < 1 || minutes > quotas.longestTestMinutes) throw refusal(simulatorTexts.testDuration(minutes, quotas.longestTestMinutes));
  if (virtualInterface.state === "testing") throw refusal(simulatorTexts.testRunning(virtualInterface.id));
  if (virtualInterface.state !== "available" && virtualInterface.state !== "down") {
    throw refusal(simulatorTexts.wrongState("StartBgpFailoverTest", virtualInterface.id, virtualInterface.state));
  }
}

/** The ids of those that are to fall silent, each once: all unless some are named, by id or by the customer's address. */
function choosePeers(virtualInterface: VirtualInterfaceRecord, named: readonly string[] = []): readonly string[] {
  const peers = virtualInterface.bgpPeers.filter(({ state }) => state !== "deleting" && state !== "deleted");
  if (named.length === 0) return peers.map(({ id }) => id);
  const ids = named.map((name) => {
    const found = peers.find(({ id, customerAddress }) => [id, customerAddress, customerAddress.split("/")[0]].includes(name));
    if (found === undefined) throw refusal(simulatorTexts.peerNotFound());
    return found.id;
  });
  return [...new Set(ids)];
}

/** A test that an estate gives no Region is where its virtual interface is. */
function isHere(call: Asker, test: FailoverTestRecord): boolean {
  const region = test.region ?? call.world.find("virtualInterface", test.virtualInterfaceId)?.region;
  return region === undefined || region === call.region;
}

function matches(test: FailoverTestRecord, filter: HistoryFilter): boolean {
  const fits = (wish: string | undefined, is: string) => wish === undefined || wish.toLowerCase() === is.toLowerCase();
  if (!fits(filter.testId, test.id) || !fits(filter.virtualInterfaceId, test.virtualInterfaceId)) return false;
  if (!fits(filter.status, test.state)) return false;
  return filter.bgpPeers?.every((id) => test.bgpPeers.includes(id)) ?? true;
}
