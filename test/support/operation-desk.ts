import type { Permit } from "../../src/extension/change-guard.ts";
import { lastQuestion, type Confirmation } from "../../src/extension/confirmation.ts";
import type { Around, OperationUi } from "../../src/extension/operation-deps.ts";
import type { Report } from "../../src/extension/operation-report.ts";
import type { Blocked } from "../../src/extension/operation-targets.ts";
import { emptyInventory, type Inventory } from "../../src/model/inventory.ts";
import type { Place } from "../../src/model/place.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { AnswerDocument } from "../../src/operations/answer-document.ts";
import type { Action } from "../../src/operations/sdk.ts";
import type { Call, Send } from "../../src/operations/send.ts";
import { formatText } from "./format-text.ts";

/** How a person answers. */
export interface Person {
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
  readonly says?: "yes" | "no";
  readonly chooses?: string;
  readonly retries?: number;
  /** Whether the button is pressed that offers a way out. */
  readonly takesRemedy?: boolean;
  /** Whether the profile is unlocked, or gets unlocked. */
  readonly mayChange?: boolean;
  /** Called when the confirmation is open. */
  readonly whileAsked?: () => void;
}

export interface Desk {
  inventory: Inventory;
  readonly calls: Call<Action>[];
  readonly asked: Confirmation[];
  readonly explained: (readonly Blocked[])[];
  /** What each explanation is about. */
  readonly about: (readonly string[])[];
  readonly remedies: (string | undefined)[];
  readonly told: Report[];
  readonly refreshed: Around[];
  readonly presented: AnswerDocument[];
  readonly places: (readonly Place[])[];
  readonly offered: (readonly Resource[])[];
  readonly titles: string[];
  /** The operations whose answers need not be kept. */
  readonly forgotten: string[];
  readonly permits: (readonly string[])[];
  readonly cancel: () => void;
  /** How often the first reading was waited for. */
  waited: number;
}

/** A store, a wire and a person; `answer` is what the API says to a call. */
export function desk(resources: readonly Resource[], person: Person = {}, answer: (call: Call<Action>) => unknown = () => ({})) {
  const abort = new AbortController();
  const state: Desk = {
    inventory: { ...emptyInventory, accounts: [{ profile: "prod", id: "111122223333", regions: ["eu-west-1"] }], resources },
    calls: [],
    asked: [],
    explained: [],
    about: [],
    remedies: [],
    told: [],
    refreshed: [],
    presented: [],
    places: [],
    offered: [],
    titles: [],
    forgotten: [],
    permits: [],
    cancel: () => abort.abort(),
    waited: 0,
  };
  const send = (async (call: Call<Action>) => {
    state.calls.push(call);
    return { output: await answer(call), requestId: "req" };
  }) as unknown as Send;
  const ui: OperationUi = {
    t: formatText,
    chooseResource: async (_, resources) => {
      const offered = await resources;
      state.offered.push(offered);
      return offered.find(({ id }) => id === person.chooses);
    },
    choosePlace: (_, places) => {
      state.places.push(places);
      return Promise.resolve(places.find(({ region }) => region === person.chooses));
    },
    ask: (request) => {
      const answers = person.answers && new Map(request.targets.map(({ key }) => [key, person.answers ?? {}]));
      if (answers !== undefined) state.asked.push(lastQuestion({ ...request, answers }, formatText));
      return Promise.resolve(person.says === "no" ? undefined : answers);
    },
    forget: ({ operation }) => void state.forgotten.push(operation.action),
    present: (document) => Promise.resolve(void state.presented.push(document)),
    confirm: (confirmation) => {
      state.asked.push(confirmation);
      person.whileAsked?.();
      return Promise.resolve(person.says !== "no");
    },
    explain: ({ about, blocked, remedy }) => {
      state.explained.push(blocked);
      state.about.push(about);
      state.remedies.push(remedy);
      return Promise.resolve(person.takesRemedy === true && remedy !== undefined ? "remedy" : "close");
    },
    withProgress: (title, work) => {
      state.titles.push(title);
      return work({ signal: abort.signal, report: () => undefined });
    },
    tell: (report) => {
      state.told.push(report);
      return Promise.resolve(state.told.length <= (person.retries ?? 0) ? "retry" : "close");
    },
  };
  const store = {
    get inventory() {
      return state.inventory;
    },
    ready: () => Promise.resolve(void (state.waited += 1)),
    refreshAround: (around: Around) => Promise.resolve(void state.refreshed.push(around)),
  };
  const permit: Permit = (danger, profiles) => {
    state.permits.push([danger, ...profiles]);
    return Promise.resolve(person.mayChange !== false);
  };
  return { state, deps: { store, send, ui, permit } };
}
