import { strict as assert } from "node:assert";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { pause, resourceOf, until } from "./extension.ts";
import { sampleForEachTest } from "./sample.ts";

const spareLag = "lag/dxlag-fh5ah548";

describe("tags as a document", () => {
  const sample = sampleForEachTest();
  const { simulator } = sample;
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("sets and removes what differs when it is saved, with one call each", async () => {
    const document = await opened();
    assert.match(document.getText(), /^environment: \S+\n$/);
    await write(document, "# ours\nOwner: net team\ncost: 0012\n");
    const calls = await simulator.callsDuring(async () => assert.ok(await document.save()));
    const changes = calls.map(({ operation }) => operation).filter((operation) => !/^(Describe|List|Get)/.test(operation));
    assert.deepEqual(changes, ["TagResource", "UntagResource"]);
    await until(() => JSON.stringify(resourceOf(sample.api.inventory(), spareLag).tags) === '{"Owner":"net team","cost":"0012"}', "the tree to have the tags");
    // Time for VS Code to load the file again, which it does where it takes it for changed.
    await pause(1_000);
    assert.match(document.getText(), /^# ours\n/, "what was written stays");
    assert.equal(document.isDirty, false);
  });

  it("sends nothing when VS Code saves it by itself, and all when the person does", async () => {
    const files = vscode.workspace.getConfiguration("files");
    await files.update("autoSaveDelay", 50, vscode.ConfigurationTarget.Global);
    await files.update("autoSave", "afterDelay", vscode.ConfigurationTarget.Global);
    try {
      const document = await opened();
      const before = await simulator.callsDuring(async () => {
        await write(document, "Owner: auto\n");
        await pause(1_000);
      });
      assert.deepEqual(tagging(before), []);
      assert.equal(document.isDirty, true);
      const after = await simulator.callsDuring(async () => assert.ok(await document.save()));
      assert.deepEqual(tagging(after), ["TagResource", "UntagResource"]);
    } finally {
      await files.update("autoSave", undefined, vscode.ConfigurationTarget.Global);
      await files.update("autoSaveDelay", undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand("notifications.clearAll");
    }
  });

  it("is checked while it is typed, and cannot be saved while it is wrong", async () => {
    const document = await opened();
    await write(document, "Owner: a\nOwner: b\naws:x: 1\n");
    const messages = (): readonly string[] => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    await until(() => messages().length === 2, "two problems");
    const calls = await simulator.callsDuring(async () => assert.equal(await document.save(), false));
    assert.deepEqual(calls.filter(({ operation }) => operation.endsWith("TagResource")), []);
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  it("shows what another window has set", async () => {
    const document = await opened();
    const resourceArn = "arn:aws:directconnect:eu-west-1:111122223333:dxlag/dxlag-fh5ah548";
    await simulator.call("TagResource", { resourceArn, tags: [{ key: "later", value: "x" }] }, { region: "eu-west-1" });
    await sample.api.refresh();
    await until(() => document.getText().includes("later: x\n"), "the new tag");
  });
});

function tagging(calls: readonly { readonly operation: string }[]): readonly string[] {
  return calls.map(({ operation }) => operation).filter((operation) => /^(Tag|Untag)Resource$/.test(operation));
}

async function opened(): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand("directConnect.editTags", spareLag);
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document, "no document is open");
  assert.equal(document.uri.scheme, "direct-connect-tags");
  return document;
}

async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
