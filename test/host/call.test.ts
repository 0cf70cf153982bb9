import { strict as assert } from "node:assert";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { resourceOf, until } from "./extension.ts";
import { dismissNotification, questionOf, start } from "./hands.ts";
import { logText } from "./log.ts";
import { sampleForEachTest } from "./sample.ts";
import { change, startingSettings } from "./settings.ts";
import type { LoggedCall } from "./simulator.ts";

const secret = "host-test-Key9";

describe("calling any operation", () => {
  const sample = sampleForEachTest();
  const { simulator } = sample;
  afterEach(async () => {
    await change(startingSettings());
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("opens a document with what the operation needs, as the account that is read", async () => {
    const document = await opened("CreateConnection");
    assert.deepEqual(JSON.parse(document.getText()), {
      operation: "CreateConnection",
      profile: "dx-sample",
      region: "us-east-1",
      input: { location: "", bandwidth: "", connectionName: "" },
    });
    assert.equal(document.languageId, "json");
  });

  it("completes and checks it with the operation's own schema", async () => {
    const document = await opened("DescribeVirtualInterfaces");
    await write(document, { operation: "DescribeVirtualInterfaces", profile: "dx-sample", region: "us-east-1", input: { lagId: "dxlag-1" } });
    const messages = (): readonly string[] => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    await until(() => messages().some((message) => message.includes("lagId")), "VS Code to say that there is no such member");
    await write(document, { operation: "DescribeVirtualInterfaces", profile: "dx-sample", region: "us-east-1", input: {} });
    await until(() => messages().length === 0, "the problem to be gone");
    const inside = document.positionAt(document.getText().indexOf("{}") + 1);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, inside);
    assert.deepEqual(list.items.map(({ label }) => (typeof label === "string" ? label : label.label)).filter((label) => label.endsWith("Id")).sort(), ["connectionId", "virtualInterfaceId"]);
  });

  it("sends nothing that could not arrive as it is meant", async () => {
    const document = await opened("DeleteLag");
    await write(document, { operation: "DeleteLag", profile: "dx-sample", region: "us-east-1", input: { lagId: "dxlag-fh5ah548", force: true } });
    const calls = await simulator.callsDuring(async () => {
      assert.equal(await dismissNotification(start("directConnect.runRequest")), "declined");
    });
    assert.deepEqual(changesIn(calls), []);
  });

  it("runs it by its lens, and shows the answer beside it", async () => {
    const document = await opened("TagResource");
    const input = { resourceArn: "arn:aws:directconnect:eu-west-1:111122223333:dxlag/dxlag-fh5ah548", tags: [{ key: "team", value: "net" }] };
    await write(document, { operation: "TagResource", profile: "dx-sample", region: "eu-west-1", input });
    const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
    assert.ok(lens?.command);
    assert.match(lens.command.title, /Run TagResource: changes something/);
    assert.equal(await vscode.commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[])), "done");
    const answer = vscode.window.activeTextEditor;
    assert.match(answer?.document.uri.path ?? "", /TagResource\.json$/);
    assert.equal(answer?.viewColumn, vscode.ViewColumn.Two);
    await until(() => resourceOf(sample.api.inventory(), "lag/dxlag-fh5ah548").tags["team"] === "net", "the tree to have the tag");
  });

  it("sends a secret and keeps it nowhere", async () => {
    const document = await opened("CreateBGPPeer");
    const newBGPPeer = { asn: 65009, addressFamily: "ipv6", authKey: secret };
    await write(document, { operation: "CreateBGPPeer", profile: "dx-sample", region: "us-east-1", input: { virtualInterfaceId: "dxvif-fhp3bkvx", newBGPPeer } });
    const run = start("directConnect.runRequest");
    // Whatever the service says to it.
    await dismissNotification(run);
    const call = sample.api.activity().find(({ action }) => action === "CreateBGPPeer");
    assert.ok(call, "the call is listed");
    assert.ok(!JSON.stringify(sample.api.activity()).includes(secret), "the activity holds the secret");
    assert.ok(!(await logText()).includes(secret), "the log holds the secret");
  });

  it("opens a call with a secret to be completed, instead of making it again without", async () => {
    const call = sample.api.activity().find(({ action }) => action === "CreateBGPPeer");
    const calls = await simulator.callsDuring(() => Promise.resolve(vscode.commands.executeCommand("directConnect.activity.runAgain", call?.id)));
    assert.deepEqual(changesIn(calls), []);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? "", /"operation": "CreateBGPPeer"[^]*"authKey": "\*{8}"/);
  });

  it("asks before what destroys, and honours protected profiles", async () => {
    const document = await opened("DeleteLag");
    await write(document, { operation: "DeleteLag", profile: "dx-sample", region: "eu-west-1", input: { lagId: "dxlag-fh5ah548" } });
    const calls = await simulator.callsDuring(async () => {
      assert.equal(await questionOf("directConnect.runRequest"), "Call DeleteLag?");
      await change({ protectedProfiles: ["dx-sample"] });
      assert.equal(await dismissNotification(start("directConnect.runRequest")), "declined");
    });
    assert.deepEqual(changesIn(calls), []);
  });
});

async function opened(action: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand("directConnect.callOperation", action);
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document, "no document is open");
  assert.ok(document.uri.path.endsWith(".dx-call.json"), document.uri.toString());
  return document;
}

async function write(document: vscode.TextDocument, value: unknown): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), JSON.stringify(value, undefined, 2));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function changesIn(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return calls.filter(({ operation }) => !/^(Describe|List|Get)/.test(operation));
}
