import { strict as assert } from "node:assert";
import { describe, it } from "mocha";
import * as vscode from "vscode";

const extensionId = "dx-topology.dx-topology";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function extension(): vscode.Extension<Record<string, unknown>> {
  const found = vscode.extensions.getExtension<Record<string, unknown>>(extensionId);
  assert.ok(found, `${extensionId} is not installed`);
  return found;
}

describe("activation", () => {
  it("does not happen in a window that does not use the extension", () => {
    assert.equal(extension().isActive, false);
  });

  it("happens when the view is opened", async () => {
    await vscode.commands.executeCommand("workbench.view.extension.directConnect");
    await until(() => extension().isActive);
  });

  it("returns the API that other extensions use", async () => {
    const api = await extension().activate();
    for (const name of ["inventory", "refresh", "graph", "onDidChangeInventory"]) assert.equal(typeof api[name], "function", name);
  });

  it("registers every contributed command", async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = extension().packageJSON as Manifest;
    assert.deepEqual(contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)), []);
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, "not within 10 s");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
