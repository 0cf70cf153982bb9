import { strict as assert } from "node:assert";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import { api, extension, until } from "../extension.ts";
import { leftByLastWindow } from "../next-window.ts";
import { childrenRunning, isRunning } from "../processes.ts";

describe("a window that only opens a plan", () => {
  before(() => vscode.commands.executeCommand("workbench.view.explorer"));

  it("finds nothing left running by the window before", async () => {
    const { extensionHost, simulator } = leftByLastWindow();
    await until(() => !isRunning(extensionHost) && !isRunning(simulator), "the last window's processes to be gone");
  });

  it("does not have the extension active before", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "yaml", content: "version: 1\n" });
    await vscode.window.showTextDocument(document);
    assert.equal(extension().isActive, false);
  });

  it("has it active after, with the language server and nothing else", async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, "mistakes.dx.yaml"));
    await until(() => extension().isActive, "the extension to be active");
    await until(() => childrenRunning("language-server.cjs").length === 1, "the language server");
    assert.deepEqual(childrenRunning("simulator.cjs"), []);
    assert.deepEqual((await api()).inventory().accounts, []);
  });

  it("reads what is chosen once the view is opened", async () => {
    await vscode.commands.executeCommand("workbench.view.extension.directConnect");
    const directConnect = await api();
    await until(() => directConnect.inventory().resources.length > 0, "the inventory");
    assert.deepEqual(directConnect.inventory().accounts.map(({ profile }) => profile), ["dx-sample"]);
  });

  it("goes back to what was chosen before when the built-in simulator is ended", async () => {
    const directConnect = await api();
    await vscode.commands.executeCommand("directConnect.exploreSimulator");
    await until(() => directConnect.inventory().accounts.every(({ profile }) => profile.startsWith("simulator ")), "the simulated account");
    const running = childrenRunning("simulator.cjs");
    assert.equal(running.length, 1);
    await vscode.commands.executeCommand("directConnect.stopSimulator");
    await until(() => running.every((pid) => !isRunning(pid)), "the simulator to end");
    await until(() => directConnect.inventory().accounts.some(({ profile }) => profile === "dx-sample"), "the profile chosen before");
    assert.ok(directConnect.inventory().resources.every(({ profile }) => profile === "dx-sample"));
  });
});
