import { homedir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { accountOfProfile, createCredentials, type Target } from "../aws/credentials.ts";
import { listProfiles, profileFiles } from "../aws/profiles.ts";
import { toRecord } from "../aws/record.ts";
import { createReadSection } from "../aws/read-section.ts";
import { createSend } from "../aws/send.ts";
import { untilAborted } from "../aws/until-aborted.ts";
import { buildGraph } from "../model/build-graph.ts";
import { graphInWords, type Graph } from "../model/graph.ts";
import type { Inventory } from "../model/inventory.ts";
import { liveStateForPlan, readAccounts } from "../model/plan/live.ts";
import { said } from "../model/text.ts";
import type { CallReport } from "../operations/call-report.ts";
import { subjectName } from "../operations/call-subject.ts";
import { ActivityLog, type ActivityEntry } from "./activity-log.ts";
import { BuiltInSimulator, simulatedAccountOf } from "./built-in-simulator.ts";
import { guardSend } from "./change-guard.ts";
import { ChoiceMemory } from "./choice.ts";
import { chooseProfiles } from "./choose-profiles.ts";
import { chooseRegions } from "./choose-regions.ts";
import { composeOperations, type Operations } from "./compose-operations.ts";
import { composeViews, linkViews, readWhileSeen } from "./compose-views.ts";
import { DetailsDocuments } from "./details-document.ts";
import { dropResources } from "./drop-resources.ts";
import { nowhere } from "./endpoint.ts";
import type { Foundation, ShownInventory } from "./foundation.ts";
import { InventoryStore } from "./inventory-store.ts";
import { startLanguageClient, type PlanLanguage } from "./language-client.ts";
import type { Around } from "./operation-deps.ts";
import { registerPlanDrop } from "./plan-drop.ts";
import { ProfileLock } from "./profile-lock.ts";
import { Reading } from "./reading.ts";
import { onDidChangeSettings, readSettings } from "./settings.ts";
import { createSimulatorSession } from "./simulator-session.ts";
import { registerViewCommands } from "./view-commands.ts";
import { watchFiles } from "./watch-files.ts";

/** What other extensions, and tests, may rely on. */
export interface DirectConnectApi {
  /** What has been read so far. */
  inventory(): Inventory;
  /** Reads everything that is chosen anew, and resolves when it has been read. */
  refresh(): Promise<void>;
  /** The topology as it is drawn. */
  graph(): Graph;
  readonly onDidChangeInventory: vscode.Event<Inventory>;
  /** The calls of this workspace, newest first, with every secret masked. */
  activity(): readonly ActivityEntry[];
}

export function activate(context: vscode.ExtensionContext): DirectConnectApi {
  const credentials = createCredentials();
  const foundation = layFoundation(context, credentials);
  const { log, simulator, session, choice, reading, store, shown, lock, activity } = foundation;
  const refresh = (): Promise<void> => {
    credentials.forget();
    return reading.refresh();
  };

  const details = new DetailsDocuments(shown);
  const views = composeViews(foundation, (keys, ontoKey) => dropResources(operations.deps, keys, ontoKey));
  const operations: Operations = composeOperations(foundation, { details, revealInTree: views.revealInTree, selectInTree: views.selectInTree });
  const language = startLanguage(foundation);

  context.subscriptions.push(
    log,
    simulator,
    store,
    choice,
    session,
    reading,
    lock,
    activity,
    details,
    views,
    operations,
    language,
    vscode.commands.registerCommand("directConnect.restartLanguageServer", () => language.restart()),
    linkViews(foundation, views, { details, tagDocuments: operations.tagDocuments }),
    readWhileSeen(foundation, views),
    registerPlanDrop(() => store.inventory),
    registerReadingCommands(foundation, refresh),
    readWhenChanged(foundation, credentials),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) activity.keep();
    }),
  );

  return {
    inventory: () => store.inventory,
    refresh,
    graph: () => graphInWords(buildGraph(store.inventory), (text) => said(text, vscode.l10n.t)),
    onDidChangeInventory: store.onDidChange,
    activity: () => activity.entries,
  };
}

/** Joins the room of AWS with what reads through it; nothing is read yet. */
function layFoundation(context: vscode.ExtensionContext, credentials: ReturnType<typeof createCredentials>): Foundation {
  const log = vscode.window.createOutputChannel("Direct Connect", { log: true });
  const memory = context.workspaceState;
  const simulator = new BuiltInSimulator({
    program: context.asAbsolutePath(join("dist", "simulator.cjs")),
    stateFile: context.storageUri === undefined ? undefined : join(context.storageUri.fsPath, "simulator.json"),
    log,
  });
  const targetOf = (profile: string): Target => {
    const simulatedAccount = simulatedAccountOf(profile);
    if (simulatedAccount === undefined) return { endpoint: readSettings().endpoint };
    // Before the simulator has ever run there is no address of it.
    return { endpoint: simulator.url ?? nowhere, simulatedAccount };
  };
  const activity = new ActivityLog({
    memory,
    accountOf: (profile) => store.inventory.accounts.find((one) => one.profile === profile)?.id,
    nameOf: ({ action, input }) => subjectName(action, input, store.inventory),
  });
  const onCall = (report: CallReport): void => {
    logCall(log, report);
    activity.add(report);
  };
  const lock = new ProfileLock({ protectedProfiles: () => readSettings().protectedProfiles });
  const mayUse = (profile: string): boolean => vscode.workspace.isTrusted || simulatedAccountOf(profile) !== undefined;
  const send = guardSend(createSend({ credentials, targetOf, onCall }), { isLocked: (profile) => lock.isLocked(profile), mayUse });
  const accountOf = async (profile: string): Promise<string | undefined> =>
    reading.profiles.find(({ name }) => name === profile)?.account ?? accountOfProfile(credentials, profile, targetOf(profile));
  // The calls that follow say why there are no credentials.
  const prepare = (profile: string, signal: AbortSignal): Promise<unknown> =>
    untilAborted(accountOfProfile(credentials, profile, targetOf(profile)), { action: profile, signal }).catch(() => undefined);
  const store: InventoryStore = new InventoryStore({ readSection: createReadSection({ send, accountOf }), prepare });
  const choice = new ChoiceMemory(memory, readSettings);
  const session = createSimulatorSession({ simulator, choice, memory, log, refresh: () => store.refresh() });
  const reading: Reading = new Reading({
    chosen: () => choice.chosen,
    listProfiles,
    store,
    startSimulator: () => session.ensure(),
    isTrusted: () => vscode.workspace.isTrusted,
  });
  const shown: ShownInventory = {
    get inventory() {
      return store.inventory;
    },
    get isLoading() {
      return reading.isPreparing || store.isLoading;
    },
    onDidChange: store.onDidChange,
    ready: () => reading.begin(),
    refreshAround: (around: Around) => store.refreshAround(around),
  };
  const endpointOf = (profile: string): string | undefined => targetOf(profile).endpoint;
  return { context, log, simulator, session, choice, reading, store, shown, send, lock, activity, endpointOf, mask: toRecord };
}

function startLanguage({ context, log, store }: Foundation): PlanLanguage {
  // While answers are missing, what is not listed may well be there.
  const readAt = (): number | undefined => (store.isLoading ? undefined : store.readAt);
  return startLanguageClient({
    serverModule: context.asAbsolutePath(join("dist", "language-server.cjs")),
    log,
    liveState: (account) => {
      const at = readAt();
      return at === undefined ? undefined : liveStateForPlan(store.inventory, account, at);
    },
    accounts: () => (readAt() === undefined ? [] : readAccounts(store.inventory)),
    onDidChangeLiveState: (listener) => vscode.Disposable.from(store.onDidChange(listener)),
  });
}

/** The commands that say what is read, and from where. */
function registerReadingCommands({ choice, reading, store, session, log }: Foundation, refresh: () => Promise<void>): vscode.Disposable {
  return registerViewCommands({
    refresh,
    chooseProfiles: () =>
      chooseProfiles({
        choice,
        listProfiles: () => reading.listProfiles(),
        inventory: () => store.inventory,
        isTrusted: () => vscode.workspace.isTrusted,
        files: profileFiles(homedir()),
      }),
    chooseRegions: () => chooseRegions(choice, store.choices),
    exploreSimulator: () => session.explore(),
    stopSimulator: () => session.stop(),
    showLog: () => log.show(),
  });
}

/** Once reading has begun: reads again when something else is to be read, or with other credentials. */
function readWhenChanged({ choice, reading, store }: Foundation, credentials: { forget(): void }): vscode.Disposable {
  return vscode.Disposable.from(
    choice.onDidChange(() => void reading.apply()),
    onDidChangeSettings(() => {
      if (reading.hasBegun) void reading.apply({ anew: true });
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (reading.hasBegun) void reading.apply();
    }),
    watchFiles([...profileFiles(homedir()), join(homedir(), ".aws", "sso", "cache", "*.json")], () => {
      credentials.forget();
      if (reading.hasBegun) void reading.apply().then(() => store.refreshAnew());
    }),
  );
}

/** One line for each call; inputs and outputs never reach the log. */
function logCall(log: vscode.LogOutputChannel, call: CallReport): void {
  const request = call.requestId === undefined ? "" : ` (request ${call.requestId})`;
  const line = `${call.action} as ${call.profile} in ${call.region}: ${call.outcome} after ${call.milliseconds} ms${request}`;
  if (call.isExpected) log.info(line);
  else log.warn(line);
}
