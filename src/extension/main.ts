import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { accountOfProfile, createCredentials, type Target } from "../aws/credentials.ts";
import { listProfiles, profileFiles } from "../aws/profiles.ts";
import { toRecord } from "../aws/record.ts";
import { createReadSection } from "../aws/read-section.ts";
import { createSend } from "../aws/send.ts";
import { buildGraph } from "../model/build-graph.ts";
import { emptyStateOf, type EmptyState } from "../model/empty-state.ts";
import { graphInWords, type Graph } from "../model/graph.ts";
import type { Inventory } from "../model/inventory.ts";
import { liveStateForPlan } from "../model/plan/live.ts";
import type { JsonObject } from "../model/resource.ts";
import { said } from "../model/text.ts";
import type { CallReport } from "../operations/call-report.ts";
import type { CallSchema } from "../operations/call-request.ts";
import { graphCommands, graphViewType } from "../protocol/graph-view.ts";
import { ActivityLog, type ActivityEntry } from "./activity-log.ts";
import { createActivityView } from "./activity-view.ts";
import { BuiltInSimulator, simulatedAccountOf } from "./built-in-simulator.ts";
import { createCallDocuments } from "./call-documents.ts";
import { createPermit, guardSend } from "./change-guard.ts";
import { AnswerMemory } from "./answer-memory.ts";
import { ChoiceMemory } from "./choice.ts";
import { chooseProfiles } from "./choose-profiles.ts";
import { chooseRegions } from "./choose-regions.ts";
import { keepContextKeys } from "./context-keys.ts";
import { DetailsDocuments } from "./details-document.ts";
import { dropResources, type DropDeps } from "./drop-resources.ts";
import { createGraphPanel, type GraphPanel } from "./graph-panel.ts";
import { createGrouping } from "./grouping.ts";
import { InventoryStore } from "./inventory-store.ts";
import type { Around } from "./operation-deps.ts";
import { registerOperationCommands } from "./operation-commands.ts";
import { startLanguageClient } from "./language-client.ts";
import { createLookUp } from "./look-up.ts";
import { offerUnlock, registerLockCommands } from "./lock-commands.ts";
import { createLockStatus } from "./lock-status.ts";
import { chooseDrop, createFollow, createOperationUi } from "./operation-ui.ts";
import { registerPlanDrop } from "./plan-drop.ts";
import { createPolling } from "./polling.ts";
import { ProfileLock } from "./profile-lock.ts";
import { Reading } from "./reading.ts";
import { registerResourceCommands } from "./resource-commands.ts";
import { ResourceDrag } from "./resource-drag.ts";
import { createResourceTree, type ResourceTree } from "./resource-tree.ts";
import { syncSelections } from "./selection-sync.ts";
import { onDidChangeSettings, readSettings } from "./settings.ts";
import { runCall } from "./run-call.ts";
import { createSimulatorSession } from "./simulator-session.ts";
import { createStatusBar } from "./status-bar.ts";
import { TagDocuments } from "./tag-documents.ts";
import { registerViewCommands } from "./view-commands.ts";
import { watchFailoverTests } from "./watch-failover-tests.ts";
import { watchFiles } from "./watch-files.ts";

/** Where calls to the built-in simulator go before it has ever run: never to AWS. */
const nowhere = "http://127.0.0.1:9";

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
    return { endpoint: simulator.url ?? nowhere, simulatedAccount };
  };
  const credentials = createCredentials();
  const activity = new ActivityLog({ memory, accountOf: (profile) => store.inventory.accounts.find((one) => one.profile === profile)?.id });
  const onCall = (report: CallReport): void => {
    logCall(log, report);
    activity.add(report);
  };
  const lock = new ProfileLock({ protectedProfiles: () => readSettings().protectedProfiles });
  const mayUse = (profile: string): boolean => vscode.workspace.isTrusted || simulatedAccountOf(profile) !== undefined;
  const send = guardSend(createSend({ credentials, targetOf, onCall }), { isLocked: (profile) => lock.isLocked(profile), mayUse });
  const accountOf = async (profile: string): Promise<string | undefined> =>
    reading.profiles.find(({ name }) => name === profile)?.account ?? accountOfProfile(credentials, profile, targetOf(profile));
  const store: InventoryStore = new InventoryStore({ readSection: createReadSection({ send, accountOf }) });

  const choice = new ChoiceMemory(memory, readSettings);
  const session = createSimulatorSession({ simulator, choice, memory, log, refresh: () => store.refresh() });
  const reading: Reading = new Reading({
    chosen: () => choice.chosen,
    listProfiles,
    store,
    startSimulator: () => session.ensure(),
    isTrusted: () => vscode.workspace.isTrusted,
  });
  const emptyState = (): EmptyState | undefined =>
    emptyStateOf({
      choices: store.choices,
      inventory: store.inventory,
      isLoading: reading.isPreparing || store.isLoading,
      isHeldBack: reading.isHeldBack,
    });
  const isSimulated = (profile: string): boolean => targetOf(profile).endpoint !== undefined;
  const refresh = (): Promise<void> => {
    credentials.forget();
    return reading.refresh();
  };

  const grouping = createGrouping(memory);
  const drag = new ResourceDrag({
    inventory: () => store.inventory,
    drop: (keys, ontoKey) => dropResources(operationDeps, keys, ontoKey),
  });
  const tree = createResourceTree({
    store,
    drag,
    isEmpty: () => emptyState() !== undefined,
    grouping: () => grouping.current,
    onDidChangeGrouping: grouping.onDidChange,
    memory,
  });
  const revealInTree = (resourceKey: string): Promise<boolean> => tree.reveal(resourceKey, { focus: true });

  // What the others see of the store: what it holds, and whether there is more to come.
  const inventory = {
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
  const details = new DetailsDocuments(inventory);
  const permit = createPermit(lock, (profile) => offerUnlock(lock, profile));
  const form = {
    lookUp: createLookUp({ store, send, log, tell: (problem) => void vscode.window.showWarningMessage(said(problem, vscode.l10n.t)) }),
    memory: new AnswerMemory(memory),
    review: {
      mask: toRecord,
      commandTarget: (profile: string) => ({ profile: simulatedAccountOf(profile) === undefined ? profile : undefined, endpoint: targetOf(profile).endpoint }),
      show: (title: string, text: string, ending: string) => details.showText(title, text, { ending, column: vscode.ViewColumn.Active }),
    },
  };
  const ui = { log, details, revealInTree, wantsTypedName: () => readSettings().confirmation === "typedName", form };
  const operationDeps: DropDeps = { store: inventory, send, permit, ui: createOperationUi(ui), chooseDrop, follow: createFollow(store) };
  const calls = {
    store,
    send,
    permit,
    ui: operationDeps.ui,
    mask: toRecord,
    show: (title: string, answer: JsonObject) => details.showText(title, `${JSON.stringify(answer, undefined, 2)}\n`, { ending: "json", column: vscode.ViewColumn.Beside }),
  };
  const graph = createGraphPanel({ extensionUri: context.extensionUri, store: inventory, log });
  const callDocuments = createCallDocuments({
    readSchema: async () => JSON.parse(await readFile(context.asAbsolutePath(join("schemas", "dx-call.schema.json")), "utf8")) as CallSchema,
    inventory: () => store.inventory,
    run: (request) => runCall(calls, request, { written: true }),
  });
  const tagDocuments = new TagDocuments({
    store: inventory,
    run: (request) => runCall({ ...calls, show: () => Promise.resolve() }, request, { written: true }),
  });
  const language = startLanguageClient({
    serverModule: context.asAbsolutePath(join("dist", "language-server.cjs")),
    log,
    // While answers are missing, what is not listed may well be there.
    liveState: (account) => (store.readAt === undefined || store.isLoading ? undefined : liveStateForPlan(store.inventory, account, store.readAt)),
    onDidChangeLiveState: (listener) => vscode.Disposable.from(store.onDidChange(listener)),
  });
  const isSeen = (): boolean => tree.isVisible || graph.isVisible;
  const onDidChangeSeen = anyOf(tree.onDidChangeVisibility, graph.onDidChangeVisibility);
  const begin = (): void => {
    if (isSeen()) void reading.begin();
  };
  begin();

  context.subscriptions.push(
    log,
    simulator,
    store,
    choice,
    session,
    reading,
    grouping,
    tree,
    details,
    graph,
    language,
    vscode.commands.registerCommand("directConnect.restartLanguageServer", () => language.restart()),
    onDidChangeSeen(begin),
    createPolling({
      store,
      isActive: () => isSeen() && vscode.window.state.focused,
      onDidChangeActive: anyOf(onDidChangeSeen, vscode.window.onDidChangeWindowState),
    }),
    watchFailoverTests({ store, isActive: () => isSeen() && vscode.window.state.focused, t: vscode.l10n.t, tell: (message) => void vscode.window.setStatusBarMessage(`$(check) ${message}`, 10_000) }),
    syncSelections(
      { onDidSelect: tree.onDidSelect, follow: (keys) => void followInTree(tree, keys) },
      { onDidSelect: graph.onDidSelect, follow: (keys) => graph.follow(keys) },
    ),
    graph.onDidOpen((key) => void details.showResource(key)),
    graph.onDidRevealInTree((key) => void revealInTree(key)),
    registerGraphCommands(graph),
    createStatusBar({
      store,
      isSimulated: () => store.choices.some(({ profile }) => isSimulated(profile)),
      onDidChange: anyOf(reading.onDidChange, vscode.window.onDidChangeWindowState),
      hasBegun: () => reading.hasBegun,
    }),
    keepContextKeys(
      () => ({
        empty: emptyState() ?? "",
        simulatorRunning: simulator.state === "running",
        isSimulated: store.choices.some(({ profile }) => isSimulated(profile)),
      }),
      [store.onDidChange, reading.onDidChange, simulator.onDidChange],
    ),
    registerViewCommands({
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
    }),
    registerPlanDrop(() => store.inventory),
    registerOperationCommands(operationDeps),
    activity,
    callDocuments,
    tagDocuments,
    createActivityView({
      activity,
      details,
      memory,
      isBuiltIn: (profile) => simulatedAccountOf(profile) !== undefined,
      runAgain: (entry) => runCall(calls, entry),
      openRequest: (entry) => callDocuments.open(entry),
    }),
    lock,
    registerLockCommands(lock),
    createLockStatus({
      lock,
      profiles: () => store.choices.map(({ profile }) => profile),
      onDidChange: anyOf(reading.onDidChange, store.onDidChange, vscode.workspace.onDidChangeConfiguration),
    }),
    registerResourceCommands({ store: inventory, details, tagDocuments, revealInTree, revealInGraph: (key) => graph.reveal(key), isSimulated }),
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

  return {
    inventory: () => store.inventory,
    refresh,
    graph: () => graphInWords(buildGraph(store.inventory), (text) => said(text, vscode.l10n.t)),
    onDidChangeInventory: store.onDidChange,
    activity: () => activity.entries,
  };
}

/** A tree can bring one item into sight; one that is hidden is left so. */
async function followInTree(tree: ResourceTree, keys: readonly string[]): Promise<void> {
  const [first] = keys;
  if (first !== undefined && tree.isVisible && !tree.selectedKeys.includes(first)) await tree.reveal(first);
}

function registerGraphCommands(graph: GraphPanel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("directConnect.showGraph", () => graph.show()),
    ...graphCommands.map((command) => vscode.commands.registerCommand(`${graphViewType}.${command}`, () => graph.run(command))),
  );
}

function anyOf(...events: readonly vscode.Event<unknown>[]): vscode.Event<unknown> {
  return (listener, thisArg, disposables) => {
    const joined = vscode.Disposable.from(...events.map((event) => event((value) => void listener.call(thisArg, value))));
    disposables?.push(joined);
    return joined;
  };
}

/** One line for each call; inputs and outputs never reach the log. */
function logCall(log: vscode.LogOutputChannel, call: CallReport): void {
  const request = call.requestId === undefined ? "" : ` (request ${call.requestId})`;
  const line = `${call.action} as ${call.profile} in ${call.region}: ${call.outcome} after ${call.milliseconds} ms${request}`;
  if (call.isExpected) log.info(line);
  else log.warn(line);
}
