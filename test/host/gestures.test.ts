import { strict as assert } from "node:assert";
import { before, beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import { PlanDrop } from "../../src/extension/plan-drop.ts";
import { askChoice, type Choice } from "../../src/extension/quick-steps.ts";
import { ResourceDrag, resourcesMime } from "../../src/extension/resource-drag.ts";
import type { TreeElement } from "../../src/extension/tree-item.ts";
import { placeOf } from "../../src/model/place.ts";
import { openView, pause, until } from "./extension.ts";
import { accept, fillIn, nextInList, press, questionOf } from "./hands.ts";
import { sharedSimulator, type LoggedCall } from "./simulator.ts";

const waiting = "virtualInterface/dxvif-fgz6hn25";
const gateway = "directConnectGateway/7d6e53b8-a063-4bd9-a8ee-fb20546505b3";
const bundle = "lag/dxlag-fhmfg1tn";
const running = "virtualInterface/dxvif-fhp3bkvx";
const update = "UpdateVirtualInterfaceAttributes";

describe("gestures and forms", () => {
  const simulator = sharedSimulator();
  let api: DirectConnectApi;
  /** The tree's controller; a drop goes to the extension that runs. */
  const drag = new ResourceDrag({
    inventory: () => api.inventory(),
    drop: async (keys, onto) => vscode.commands.executeCommand("directConnect.putOnto", keys, onto),
  });

  before(async () => {
    api = await openView();
  });
  beforeEach(async () => {
    await simulator.reset();
    await api.refresh();
  });

  it("ask before a virtual interface is confirmed on the gateway that it was dropped onto", async () => {
    const transfer = new vscode.DataTransfer();
    drag.handleDrag([element(waiting)], transfer);
    const calls = await simulator.callsDuring(async () => {
      await assert.rejects(drag.handleDrop(element(gateway), transfer), /Contents: Confirm virtual interface/);
    });
    assert.deepEqual(changesIn(calls), []);
  });

  it("say what cannot be put where it was dropped", async () => {
    const transfer = new vscode.DataTransfer();
    drag.handleDrag([element(gateway)], transfer);
    await assert.rejects(drag.handleDrop(element(bundle), transfer), /refused to show dialog in tests/);
  });

  it("take nothing from elsewhere, onto no resource, or onto itself", async () => {
    const transfer = new vscode.DataTransfer();
    await drag.handleDrop(element(bundle), transfer);
    drag.handleDrag([element(bundle)], transfer);
    await drag.handleDrop(undefined, transfer);
    await drag.handleDrop(element(bundle), transfer);
  });

  it("adopt what is dropped into a plan in its section", async () => {
    const plan = await vscode.workspace.openTextDocument({ language: "dx-plan", content: "version: 1\nlags:\n  a: { id: dxlag-fgaaaaaa }\n\nx-note: end\n" });
    const transfer = new vscode.DataTransfer();
    drag.handleDrag([element(bundle)], transfer);
    assert.match((await transfer.get("text/plain")?.asString()) ?? "", /^lags:\n {2}[\w-]+:\n {4}id: dxlag-fhmfg1tn/);
    const edit = await new PlanDrop(() => api.inventory()).provideDocumentDropEdits(plan, new vscode.Position(0, 0), transfer);
    assert.ok(edit?.additionalEdit);
    await vscode.workspace.applyEdit(edit.additionalEdit);
    assert.match(plan.getText(), /a: \{ id: dxlag-fgaaaaaa \}\n {2}[\w-]+:\n {4}id: dxlag-fhmfg1tn\n {4}region: us-east-1\n\nx-note: end\n$/);
    assert.ok(transfer.get(resourcesMime));
  });

  it("show a batch whole before anything is deleted", async () => {
    const calls = await simulator.callsDuring(async () => {
      assert.match(await questionOf("directConnect.deleteInOrder", bundle), /^Delete .* resources? before it\?$/);
    });
    assert.deepEqual(changesIn(calls), []);
  });

  it("show the request before it is sent, copy it, and then send it", async () => {
    // Two numbers as they are, then the request: send, change, JSON, command, fragment.
    const run = await fillIn("setPrefixPool", running, [accept, accept]);
    await press([nextInList, nextInList, accept]);
    const document = (): vscode.TextDocument | undefined => vscode.workspace.textDocuments.find(({ uri }) => uri.path.includes(update));
    await until(() => vscode.window.visibleTextEditors.some((editor) => editor.document.uri.path.includes(update)), "the request");
    // The review comes back beside it.
    await pause(700);
    const request = JSON.parse(document()?.getText() ?? "{}") as Readonly<Record<string, unknown>>;
    assert.equal(request["virtualInterfaceId"], "dxvif-fhp3bkvx");
    await press([nextInList, nextInList, nextInList, accept]);
    await until(async () => /^aws directconnect update-virtual-interface-attributes --virtual-interface-id dxvif-fhp3bkvx /.test(await vscode.env.clipboard.readText()), "the command");
    await press([nextInList, nextInList, nextInList, nextInList, accept]);
    await until(async () => /^virtualInterfaces:\n/.test(await vscode.env.clipboard.readText()), "the fragment");
    await press([accept]);
    assert.equal(await run.end, "done");
    assert.equal(changesIn(await simulator.calls()).at(-1)?.operation, update);
  });

  it("change one answer at the review and come back to it", async () => {
    const calls = await simulator.callsDuring(async () => {
      const run = await fillIn("setPrefixPool", running, [accept, accept]);
      await press([nextInList, accept, nextInList, accept, accept, accept]);
      assert.equal(await run.end, "done");
    });
    assert.equal(changesIn(calls).length, 1);
  });

  it("send nothing when the form is left at its review", async () => {
    const calls = await simulator.callsDuring(async () => {
      const run = await fillIn("setPrefixPool", running, [accept, accept]);
      assert.equal(run.hasEnded, false);
      await press(["workbench.action.closeQuickOpen"]);
      assert.equal(await run.end, "declined");
    });
    assert.deepEqual(changesIn(calls), []);
  });

  it("go on with a form where it was left, and begin anew where that is wanted", async () => {
    const left = await fillIn("createBgpPeer", running, [accept, accept, "workbench.action.closeQuickOpen"]);
    assert.equal(await left.end, "declined");
    // Go on; the options, then the review, which was not seen yet: nothing of what was answered is asked.
    const calls = await simulator.callsDuring(async () => {
      const run = await fillIn("createBgpPeer", running, [accept, accept, accept]);
      assert.equal(await run.end, "done");
    });
    assert.deepEqual(changesIn(calls).map(({ operation }) => operation), ["CreateBGPPeer"]);
    const anew = await fillIn("setPrefixPool", running, [accept, "workbench.action.closeQuickOpen"]);
    assert.equal(await anew.end, "declined");
    const again = await fillIn("setPrefixPool", running, [nextInList, accept, accept, accept, accept]);
    assert.equal(await again.end, "done");
  });

  it("ask at a heading which of what is there is meant, before the form", async () => {
    const profile = api.inventory().accounts[0]?.profile ?? "";
    const location = placeOf({ state: "location", profile, region: "us-east-1", location: "EqDC2" });
    const calls = await simulator.callsDuring(async () => {
      const run = await fillIn("allocatePrivateVirtualInterface", location.key, [accept]);
      assert.equal(run.hasEnded, false, "the account comes next");
      await press(["workbench.action.closeQuickOpen"]);
      assert.equal(await run.end, "declined");
    });
    assert.deepEqual(changesIn(calls), []);
  });

  it("end when what there is to choose from cannot be brought, and say why", async () => {
    const choices = new Promise<readonly Choice<string>[]>((_, reject) => setTimeout(() => reject(new Error("no choices")), 50));
    await assert.rejects(askChoice({ title: "Title", step: 1, steps: 1, placeholder: "", choices }), /no choices/);
  });

  it("ask one last question before something is interrupted, after the form", async () => {
    const run = await fillIn("startFailoverTest", running, [accept, accept]);
    await assert.rejects(run.end, /Contents: Test virtual interface/i);
  });
});

function element(key: string): TreeElement {
  return { id: key, resourceKey: key, placeKey: undefined };
}

function changesIn(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return calls.filter(({ operation }) => !/^(Describe|List|Get)/.test(operation));
}
