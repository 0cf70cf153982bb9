import { strict as assert } from "node:assert";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { until } from "./extension.ts";
import { brokenPlan, codesOf, labelsOf, openPlan, openSample, rangeOf, symbolsOf, untilChecked } from "./plan-editor.ts";
import { childrenRunning } from "./processes.ts";

const server = "language-server.cjs";

describe("plan files", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("are of the language dx-plan by their name", async () => {
    const { languageId } = await openSample("clean.dx.yaml");
    assert.equal(languageId, "dx-plan");
  });

  it("have exactly the mistakes that the sample's comments name", async () => {
    const document = await openSample("mistakes.dx.yaml");
    await untilChecked(document);
    const named = document
      .getText()
      .split("\n")
      .flatMap((line, index) => {
        const code = /# (DX\d+):/.exec(line)?.[1];
        return code === undefined ? [] : [`${index} ${code}`];
      });
    assert.ok(named.length >= 12);
    assert.deepEqual(codesOf(document), named);
  });

  it("have no diagnostics where nothing is wrong", async () => {
    const document = await openSample("clean.dx.yaml");
    // The server answers in order: it has checked the text before it tells what is in it.
    const symbols = await symbolsOf(document);
    assert.ok(symbols.includes("virtualInterfaces"), symbols.join());
    assert.deepEqual(codesOf(document), []);
  });

  it("complete fields, values and references to the file's own resources", async () => {
    const { document, cursor } = await openPlan(`
version: 1
region: us-east-1
connections:
  primary: { location: EqDC2, bandwidth: 10Gbps }
virtualInterfaces:
  prod-a:
    type: private
    connection: |
`);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, cursor);
    assert.ok(labelsOf(items).includes("primary"), labelsOf(items).join());
  });

  it("tell at the cursor what a field means and what it may hold", async () => {
    const { document, cursor } = await openPlan("version: 1\nvirtualInterfaces:\n  prod-a:\n    vl|an: 101\n");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, cursor);
    const text = hovers.flatMap(({ contents }) => (contents as vscode.MarkdownString[]).map(({ value }) => value)).join("\n");
    assert.match(text, /VLAN/);
    assert.match(text, /4094/);
  });

  it("lead from a reference to what it names", async () => {
    const { document, cursor } = await openPlan(`
version: 1
directConnectGateways:
  core: { amazonSideAsn: 64512 }
virtualInterfaces:
  prod-a: { type: private, directConnectGateway: co|re }
`);
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", document.uri, cursor);
    const lines = found.map((target) => ("targetUri" in target ? target.targetRange : target.range).start.line);
    assert.deepEqual(lines, [3]);
  });

  it("answer while they are typed, and forget what has been put right", async () => {
    const { document } = await openPlan(brokenPlan);
    await until(() => codesOf(document).includes("3 DX118"), "the diagnostic");
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, "11Gbps"), "10Gbps");
    await vscode.workspace.applyEdit(edit);
    await until(() => codesOf(document).length === 0, "the diagnostic to be gone");
  });

  for (const [what, text] of [
    ["a half-written plan", "version: 1\nvirtualInterfaces:\n  prod-a:\n    type: private\n    |\n    bgpPeers: [ { asn: 65"],
    ["a plan with a tab and a stray quote", 'version: 1\nconnections:\n\ta: {}\nvirtualInterfaces:\n  prod-a:\n    |\n  b: "'],
  ] as const) {
    it(`offer fields in ${what}, and say what is wrong with it`, async () => {
      const { document, cursor } = await openPlan(text);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, cursor);
      assert.ok(labelsOf(items).includes("vlan"), labelsOf(items).join());
      await untilChecked(document);
    });
  }

  // VS Code itself takes minutes to complete at the end of some lines of this length, whatever their language.
  for (const [what, text] of [
    ["1 MB on one line", `version: 1\ntags: { note: "${"x".repeat(1_048_576)}" }`],
    ["1 MB of nothing but colons", ": ".repeat(524_288)],
  ] as const) {
    it(`are checked and explained with ${what}, without delay for other plans`, async () => {
      const { document } = await openPlan(text);
      await untilChecked(document);
      await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, new vscode.Position(0, 3));
      const { document: other } = await openPlan(brokenPlan);
      await until(() => codesOf(other).includes("3 DX118"), "the other plan's diagnostics", 2_000);
    });
  }

  it("are checked again after the server was killed", async () => {
    await untilChecked(await openSample("mistakes.dx.yaml"));
    const [killed, ...others] = childrenRunning(server);
    assert.ok(killed !== undefined && others.length === 0, "there is one server");
    process.kill(killed, "SIGKILL");
    await until(() => childrenRunning(server).some((pid) => pid !== killed), "a new server");
    const { document } = await openPlan(brokenPlan);
    await until(() => codesOf(document).includes("3 DX118"), "its diagnostics");
  });

  it("are served by a new process after the command that restarts the server", async () => {
    await untilChecked(await openSample("mistakes.dx.yaml"));
    const before = childrenRunning(server);
    await vscode.commands.executeCommand("directConnect.restartLanguageServer");
    await until(() => childrenRunning(server).length === 1 && !before.includes(childrenRunning(server)[0] ?? 0), "a new server");
    const { document } = await openPlan(brokenPlan);
    await until(() => codesOf(document).includes("3 DX118"), "its diagnostics");
  });
});
