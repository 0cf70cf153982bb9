import type { Connection } from "vscode-languageserver";
import type { PlanDocument } from "../model/plan/document.ts";
import { getOrAdd } from "../model/plan/get-or-add.ts";
import { textOf } from "../model/plan/view.ts";
import type { ReadAccount } from "../model/plan/live.ts";
import { liveStateChanged, type LiveStateNews, type LiveStateParams, liveStateRequest, type LiveStateResult } from "../protocol/language.ts";
import type { PlanStore } from "./plan-store.ts";

/**
 * Gives plans what the client knows of their live accounts. A client that never says that it knows something is never
 * asked, so that any other editor's will do.
 */
export class LivePlans {
  private readonly connection: Connection;
  private readonly plans: PlanStore;
  private readonly publish: (uri: string) => void;
  /** The account that each open plan was last asked for. */
  private readonly accounts = new Map<string, string | null>();
  private answers = new Map<string | null, Promise<LiveStateResult>>();
  /** What is on its way to each open plan. */
  private readonly onTheWay = new Map<string, Promise<void>>();
  private isOffered = false;
  private read: readonly ReadAccount[] = [];

  constructor(connection: Connection, plans: PlanStore, publish: (uri: string) => void) {
    this.connection = connection;
    this.plans = plans;
    this.publish = publish;
    connection.onNotification(liveStateChanged, (news?: LiveStateNews) => {
      this.isOffered = true;
      this.read = news?.accounts ?? [];
      this.answers = new Map();
      this.accounts.clear();
      for (const uri of plans.uris) this.follow(uri);
    });
  }

  /** The accounts that the client reads, whichever of them a plan is for. */
  get accountsRead(): readonly ReadAccount[] {
    return this.read;
  }

  /** To be called when a plan was opened or edited: it may name another account now. */
  follow(uri: string): void {
    const plan = this.plans.get(uri);
    if (plan === undefined || !this.isOffered) return;
    const account = accountOf(plan);
    if (this.accounts.get(uri) === account) return;
    this.accounts.set(uri, account);
    this.onTheWay.set(uri, this.give(uri, account));
  }

  /**
   * Ends when an open plan has what the client is being asked for, so that what is asked right after opening is answered
   * like anything later. A client that takes its time delays nothing for long.
   */
  async settled(uri: string): Promise<void> {
    const coming = this.onTheWay.get(uri);
    if (coming === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, longestWait)));
    await Promise.race([coming, late]).finally(() => clearTimeout(timer));
  }

  /** Gives a plan that is not open what is known of its account. */
  async complete(plan: PlanDocument): Promise<void> {
    const state = this.isOffered ? await this.answerFor(accountOf(plan)) : null;
    if (state !== null) plan.useLive(state);
  }

  forget(uri: string): void {
    this.accounts.delete(uri);
    this.onTheWay.delete(uri);
  }

  private async give(uri: string, account: string | null): Promise<void> {
    const { answers } = this;
    const state = await this.answerFor(account);
    // Meanwhile it may be closed, name another account, or there may be news.
    if (this.accounts.get(uri) !== account || this.answers !== answers) return;
    this.plans.get(uri)?.useLive(state ?? undefined);
    this.onTheWay.delete(uri);
    this.publish(uri);
  }

  private answerFor(account: string | null): Promise<LiveStateResult> {
    return getOrAdd(this.answers, account, () => this.ask(account));
  }

  private ask(account: string | null): Promise<LiveStateResult> {
    const params: LiveStateParams = { account };
    // A client that cannot answer leaves plans as they are without it.
    return this.connection.sendRequest<LiveStateResult>(liveStateRequest, params).catch(() => null);
  }
}

/** In milliseconds. */
const longestWait = 500;

function accountOf(plan: PlanDocument): string | null {
  return textOf(plan.index.plan, "account") ?? null;
}
