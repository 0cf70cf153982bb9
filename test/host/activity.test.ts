import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";
import type { ActivityEntry } from "../../src/extension/activity-log.ts";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import { openView, until } from "./extension.ts";
import { accept, dismissNotification, fillIn, pressNotification } from "./hands.ts";
import { sharedSimulator } from "./simulator.ts";

const proposal = "proposal/9b11082c-0e8c-47d1-aab9-ee33e6381872";
const acceptAction = "AcceptDirectConnectGatewayAssociationProposal";

describe("activity", () => {
  const simulator = sharedSimulator();
  let api: DirectConnectApi;
  const changes = (): readonly ActivityEntry[] => api.activity().filter(({ action }) => !/^(Describe|List|Get)/.test(action));

  before(async () => {
    api = await openView();
  });
  beforeEach(async () => {
    await simulator.reset();
    await api.refresh();
    await vscode.commands.executeCommand("directConnect.activity.clear");
  });

  it("lists a call that failed, with the account, the outcome and the request's id", async () => {
    await simulator.setFaults({ kind: "denied", operation: acceptAction });
    await dismissNotification(await fillIn("acceptProposal", proposal, [accept, accept]));
    const [call] = changes();
    const { requestId } = (await simulator.calls()).filter(({ operation }) => operation === acceptAction).at(-1) ?? {};
    assert.equal(call?.action, acceptAction);
    assert.deepEqual([call.outcome, call.account, call.requestId], ["AccessDeniedException", "111122223333", requestId]);
    assert.equal(call.input["proposalId"], "9b11082c-0e8c-47d1-aab9-ee33e6381872");
  });

  it("lists a call that was cancelled", async () => {
    await simulator.setFaults({ kind: "latency", operation: acceptAction, latencyMs: 20_000 });
    const run = await fillIn("acceptProposal", proposal, [accept, accept]);
    await until(async () => (await simulator.calls()).at(-1)?.operation === acceptAction, "the request to be under way");
    await pressNotification(() => changes().length > 0);
    assert.equal(changes()[0]?.outcome, "cancelled");
    await dismissNotification(run);
  });

  it("shows a call, copies it as a command and exports all", async () => {
    const run = await fillIn("acceptProposal", proposal, [accept, accept]);
    assert.equal(await run.end, "done");
    const id = changes()[0]?.id;
    await vscode.commands.executeCommand("directConnect.activity.showCall", id);
    const shown = vscode.window.activeTextEditor?.document;
    assert.match(shown?.getText() ?? "", /^# AcceptDirectConnectGatewayAssociationProposal\n[^]*\ninput:\n {2}directConnectGatewayId: /);
    assert.equal(shown?.languageId, "yaml");
    await vscode.commands.executeCommand("directConnect.activity.copyCommand", id);
    const command = await vscode.env.clipboard.readText();
    assert.match(command, /^aws directconnect accept-direct-connect-gateway-association-proposal --direct-connect-gateway-id \S+ --proposal-id 9b11082c/);
    const folder = mkdtempSync(join(tmpdir(), "dx-activity-"));
    try {
      const file = join(folder, "activity.json");
      await vscode.commands.executeCommand("directConnect.activity.export", vscode.Uri.file(file));
      const calls = JSON.parse(readFileSync(file, "utf8")) as readonly { readonly action: string }[];
      assert.ok(calls.some(({ action }) => action === acceptAction));
    } finally {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("makes a call that reads once more, and shows the answer", async () => {
    await api.refresh();
    const read = api.activity().find(({ action }) => action === "DescribeVirtualInterfaces");
    const calls = await simulator.callsDuring(async () => {
      assert.equal(await vscode.commands.executeCommand("directConnect.activity.runAgain", read?.id), "done");
    });
    assert.ok(calls.some(({ operation }) => operation === "DescribeVirtualInterfaces"));
    const answer = vscode.window.visibleTextEditors.map(({ document }) => document).find(({ uri }) => uri.path.includes("DescribeVirtualInterfaces"));
    assert.match(answer?.getText() ?? "", /"authKey": "\*{8}"/);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
