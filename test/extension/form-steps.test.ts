import { expect, test } from "vitest";
import { FormDrafts, type Draft, type DraftSubject } from "../../src/extension/form-drafts.ts";
import { countSteps, numberOf, openForm, openOption, openStep, restored, stepsOf, wrongOption, type Step } from "../../src/extension/form-steps.ts";
import { withAnswer, type Form } from "../../src/extension/operation-form.ts";
import { emptyInventory } from "../../src/model/inventory.ts";
import { placeOf } from "../../src/model/place.ts";
import { operationIds, operationOf, type OperationId } from "../../src/operations/index.ts";
import { connection, directConnectGateway, virtualInterface } from "../support/sample-inventory.ts";

const port = connection({ id: "dxcon-a" });
const waiting = virtualInterface({ id: "dxvif-1", state: "confirming" });
const core = directConnectGateway({ id: "gw", name: "core" });
const inventory = { ...emptyInventory, resources: [port, core, waiting] };

function opening(id: OperationId, target: typeof port | typeof waiting = port) {
  return { operation: operationOf(id), targets: [target], inventory };
}

function names(steps: readonly Step[]): readonly string[] {
  return steps.map((step) => (typeof step === "string" ? step : step.name));
}

function draftOf(drafts: FormDrafts, subject: DraftSubject): Draft {
  const draft = drafts.find(subject);
  if (draft === undefined) throw new Error("Nothing was kept.");
  return draft;
}

function fill(form: Form, answers: Readonly<Record<string, unknown>>): Form {
  return form.questions.reduce((filled, question) => {
    const answer = answers[question.name];
    return answer === undefined ? filled : { ...filled, answers: withAnswer(filled, question, answer) };
  }, form);
}

test.each<[OperationId, readonly string[]]>([
  ["confirmPrivateVirtualInterface", ["gateway", "last"]],
  ["renameConnection", ["name", "last"]],
  ["createPublicVirtualInterface", ["name", "vlan", "asn", "addressFamily", "amazonAddress", "customerAddress", "routeFilterPrefixes", "options", "last"]],
  ["startFailoverTest", ["minutes", "options", "last"]],
  ["saveLetter", ["options"]],
])("%s is asked in the steps %j", (id, wanted) => {
  const opened = opening(id, operationOf(id).on.some(({ kind }) => kind === "virtualInterface") ? waiting : port);
  expect(names(stepsOf(openForm(opened), opened.operation))).toEqual(wanted);
  expect(countSteps(opened)).toBe(wanted.length);
});

test("no form that changes something ends without a last look", () => {
  const forms = operationIds.map(operationOf).filter(({ danger, parameters }) => danger !== "reads" && Object.keys(parameters).length > 0);
  const lasts = forms.map((operation) => stepsOf(openForm({ operation, targets: [port], inventory }), operation).at(-1));
  expect([forms.length > 40, new Set(lasts)]).toEqual([true, new Set(["last"])]);
});

test("an answer that makes others needless leaves the numbers of the steps as they were", () => {
  const { operation } = opening("createPublicVirtualInterface");
  const form = openForm(opening("createPublicVirtualInterface"));
  const ipv6 = fill(form, { addressFamily: "ipv6" });
  expect(names(stepsOf(ipv6, operation))).not.toContain("amazonAddress");
  expect(numberOf("last", form, operation)).toEqual({ step: 9, steps: 9 });
  expect(numberOf("last", ipv6, operation)).toEqual({ step: 9, steps: 9 });
});

test("a form that was left goes on with what can still be said, at the first question that is open", () => {
  const { operation, targets } = opening("createPrivateVirtualInterface");
  const drafts = new FormDrafts();
  const form = fill(openForm(opening("createPrivateVirtualInterface")), { gateway: core, name: "left", vlan: 101, authKey: "0xsecret" });
  drafts.keep({ operation, targets }, { answers: form.answers, isAtLast: false });
  const kept = draftOf(drafts, { operation, targets: [{ ...port, state: "down" }] });
  expect(JSON.stringify([...kept.answers, ...kept.lost])).not.toMatch(/secret/);
  const again = restored(openForm(opening("createPrivateVirtualInterface")), kept);
  expect(again.answers.get(port.key)).toEqual({ gateway: core, name: "left", vlan: 101 });
  expect(names([openStep(again, operation) ?? "last"])).toEqual(["asn"]);
  const without = { ...inventory, resources: [port, virtualInterface({ id: "dxvif-2", connectionId: "dxcon-a", vlan: 101 })] };
  const later = restored(openForm({ operation, targets, inventory: without }), kept);
  expect(later.answers.get(port.key), "the gateway is gone and the VLAN taken").toEqual({ name: "left" });
  drafts.forget({ operation, targets });
  expect(drafts.find({ operation, targets })).toBeUndefined();
});

test("a secret that was given is asked for again when the form is gone on with, each time until it is given", () => {
  const begun = opening("createPrivateVirtualInterface");
  const { operation } = begun;
  const drafts = new FormDrafts();
  const given = { gateway: core, name: "left", vlan: 101, asn: 65001, addressFamily: "ipv4" };
  const rounds = [fill(openForm(begun), { ...given, authKey: "0xsecret" }), undefined, undefined].map((entered) => {
    drafts.keep(begun, { ...(entered ?? restored(openForm(begun), draftOf(drafts, begun))), isAtLast: true });
    const form = restored(openForm(begun), draftOf(drafts, begun));
    return [openStep(form, operation), openOption(form)?.name, wrongOption(form)];
  });
  expect(rounds).toEqual([0, 1, 2].map(() => ["options", "authKey", undefined]));
  const again = fill(restored(openForm(begun), draftOf(drafts, begun)), { authKey: "0xsecret" });
  expect([openStep(again, operation), openOption(again)]).toEqual([undefined, undefined]);
  const without = fill(openForm(begun), given);
  drafts.keep(begun, { ...without, isAtLast: true });
  expect(openStep(restored(openForm(begun), draftOf(drafts, begun)), operation), "none was given").toBeUndefined();
});

const region = placeOf({ state: "region", profile: "prod", region: "us-east-1" });
const slow = connection({ id: "dxcon-s", bandwidth: "1Gbps", jumboFrameCapable: false });
const taken = virtualInterface({ id: "dxvif-2", connectionId: "dxcon-s", amazonAddress: "169.254.1.1/30", customerAddress: "169.254.1.2/30" });
const pair = { amazonAddress: "169.254.1.1/30", customerAddress: "169.254.1.2/30" };

test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, string | undefined]>([
  ["the other end of a new address", pair, { amazonAddress: "169.254.9.1/30" }, "customerAddress"],
  ["an end that still fits", pair, { amazonAddress: "169.254.1.1/30" }, undefined],
  ["an address that the new connection has already", pair, { connection: slow }, "amazonAddress"],
  ["jumbo frames on a connection without", { mtu: "8500" }, { connection: slow }, "mtu"],
  ["a limit that is more than the new connection carries", { rateLimit: "5Gbps" }, { connection: slow }, "rateLimit"],
  ["frames that every connection carries", { mtu: "1500" }, { connection: slow }, undefined],
])("a changed answer opens %s", (_, said, changed, wanted) => {
  const operation = operationOf("createPrivateVirtualInterface");
  const required = { connection: port, gateway: core, name: "new", vlan: 300, asn: 65001, addressFamily: "ipv4" };
  const open = openForm({ operation, targets: [region], inventory: { ...inventory, resources: [port, slow, core, taken] } });
  const right = fill(open, { ...required, ...said });
  expect(openStep(right, operation)).toBeUndefined();
  const form = fill(right, changed);
  expect([openStep(form, operation), openOption(form)?.name, wrongOption(form)?.name]).toEqual([wanted === undefined ? undefined : "options", wanted, wanted]);
});

test("a Region has one draft, whichever of its headings was clicked; another operation has none", () => {
  const drafts = new FormDrafts();
  const [place, heading] = (["region", "connection"] as const).map((state) => placeOf({ state, profile: "prod", region: "us-east-1" }));
  const answers = new Map([[place?.key ?? "", { name: "x" }]]);
  drafts.keep({ operation: operationOf("createConnection"), targets: place === undefined ? [] : [place] }, { answers, isAtLast: true });
  expect(drafts.find({ operation: operationOf("createConnection"), targets: heading === undefined ? [] : [heading] })?.isAtLast).toBe(true);
  expect(drafts.find({ operation: operationOf("createLag"), targets: place === undefined ? [] : [place] })).toBeUndefined();
});
