import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import type { JsonObject } from "../model/resource.ts";
import { said } from "../model/text.ts";
import type { CallSchema } from "../operations/call-request.ts";
import { findSubject } from "../operations/call-subject.ts";
import { createActivityView } from "./activity-view.ts";
import { AnswerMemory } from "./answer-memory.ts";
import { cliProfileOf } from "./built-in-simulator.ts";
import { createCallDocuments } from "./call-documents.ts";
import { createPermit } from "./change-guard.ts";
import type { DetailsDocuments } from "./details-document.ts";
import type { DropDeps } from "./drop-resources.ts";
import { FormDrafts } from "./form-drafts.ts";
import type { Foundation } from "./foundation.ts";
import { offerUnlock, registerLockCommands } from "./lock-commands.ts";
import { createLookUp } from "./look-up.ts";
import { registerOperationCommands } from "./operation-commands.ts";
import { chooseDrop, createFollow, createOperationUi } from "./operation-ui.ts";
import type { FormSurroundings } from "./parameter-form.ts";
import { runCall, type CallDeps } from "./run-call.ts";
import { readSettings } from "./settings.ts";
import { TagDocuments } from "./tag-documents.ts";

/** What operations show their outcome in. */
export interface OperationSurroundings {
  readonly details: DetailsDocuments;
  readonly revealInTree: (resourceKey: string) => Promise<boolean>;
  /** The same where the tree is in sight, without taking the keyboard. */
  readonly selectInTree: (resourceKey: string) => unknown;
}

/** All that changes something, ready to run. */
export interface Operations {
  readonly deps: DropDeps;
  readonly tagDocuments: TagDocuments;
  dispose(): void;
}

/** Joins forms, guard, documents and the log of calls, and registers their commands. */
export function composeOperations(foundation: Foundation, { details, revealInTree, selectInTree }: OperationSurroundings): Operations {
  const { context, log, lock, store, shown, send, mask, activity } = foundation;
  const permit = createPermit(lock, (profile) => offerUnlock(lock, profile));
  const wantsTypedName = (): boolean => readSettings().confirmation === "typedName";
  const ui = createOperationUi({ log, details, revealInTree, wantsTypedName, form: composeForm(foundation, details) });
  const follow = createFollow(store, selectInTree);
  const deps: DropDeps = { store: shown, send, permit, ui, chooseDrop, follow };
  const show = (title: string, answer: JsonObject): Promise<void> =>
    details.showText(title, `${JSON.stringify(answer, undefined, 2)}\n`, { ending: "json", column: vscode.ViewColumn.Beside });
  const calls: CallDeps = { store, send, permit, ui, mask, show, follow, endpointOf: foundation.endpointOf };
  const callDocuments = createCallDocuments({
    readSchema: async () => JSON.parse(await readFile(context.asAbsolutePath(join("schemas", "dx-call.schema.json")), "utf8")) as CallSchema,
    inventory: () => store.inventory,
    run: (request) => runCall(calls, request, { written: true }),
  });
  const tagDocuments = new TagDocuments({
    store: shown,
    run: (request) => runCall({ ...calls, show: () => Promise.resolve() }, request, { written: true }),
  });
  const registered = vscode.Disposable.from(
    callDocuments,
    tagDocuments,
    registerOperationCommands(deps),
    registerLockCommands(lock),
    createActivityView({
      activity,
      details,
      memory: context.workspaceState,
      cliProfileOf,
      runAgain: (entry) => runCall(calls, entry, { earlier: entry }),
      openRequest: (entry) => callDocuments.open(entry),
      revealSubject: async ({ action, input }) => {
        const subject = findSubject(action, input, store.inventory);
        return subject !== undefined && (await revealInTree(subject.key));
      },
    }),
  );
  return { deps, tagDocuments, dispose: () => void registered.dispose() };
}

function composeForm({ context, log, store, send, mask, endpointOf }: Foundation, details: DetailsDocuments): FormSurroundings {
  return {
    lookUp: createLookUp({ store, send, log, tell: (problem) => void vscode.window.showWarningMessage(said(problem, vscode.l10n.t)) }),
    memory: new AnswerMemory(context.workspaceState),
    drafts: new FormDrafts(),
    review: {
      mask,
      commandTarget: (profile) => ({ profile: cliProfileOf(profile), endpoint: endpointOf(profile) }),
      show: (title, text, ending) => details.showText(title, text, { ending, column: vscode.ViewColumn.Beside, preserveFocus: true }),
    },
  };
}
