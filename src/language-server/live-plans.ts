import type { Connection } from "vscode-languageserver";
import { textOf } from "../model/plan/view.ts";
import { liveStateChanged, type LiveStateParams, liveStateRequest, type LiveStateResult } from "../protocol/language.ts";
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
  private isOffered = false;

  constructor(connection: Connection, plans: PlanStore, publish: (uri: string) => void) {
    this.connection = connection;
    this.plans = plans;
    this.publish = publish;
    connection.onNotification(liveStateChanged, () => {
      this.isOffered = true;
      this.answers = new Map();
      this.accounts.clear();
      for (const uri of plans.uris) this.follow(uri);
    });
  }

  /** To be called when a plan was opened or edited: it may name another account now. */
  follow(uri: string): void {
    const plan = this.plans.get(uri);
    if (plan === undefined || !this.isOffered) return;
    const account = textOf(plan.index.plan, "account") ?? null;
    if (this.accounts.get(uri) === account) return;
    this.accounts.set(uri, account);
    void this.give(uri, account);
  }

  forget(uri: string): void {
    this.accounts.delete(uri);
  }

  private async give(uri: string, account: string | null): Promise<void> {
    const { answers } = this;
    const answer = answers.get(account) ?? this.ask(account);
    answers.set(account, answer);
    const state = await answer;
    // Meanwhile it may be closed, name another account, or there may be news.
    if (this.accounts.get(uri) !== account || this.answers !== answers) return;
    this.plans.get(uri)?.useLive(state ?? undefined);
    this.publish(uri);
  }

  private ask(account: string | null): Promise<LiveStateResult> {
    const params: LiveStateParams = { account };
    // A client that cannot answer leaves plans as they are without it.
    return this.connection.sendRequest<LiveStateResult>(liveStateRequest, params).catch(() => null);
  }
}
