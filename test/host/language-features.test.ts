import { strict as assert } from "node:assert";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import type { Resource } from "../../src/model/resource.ts";
import { openView, until } from "./extension.ts";
import { brokenPlan, codesOf, labelsOf, openPlan, openSample, rangeOf, untilChecked } from "./plan-editor.ts";
import { change, startingSettings } from "./settings.ts";
import { sharedSimulator } from "./simulator.ts";

const plan = `version: 1
region: us-east-1
connections:
  primary: { location: EqDC2, bandwidth: 10Gbps }
  secondary:
    location: CSVA1
    bandwidth: 10Gbps
directConnectGateways:
  core: { amazonSideAsn: 64513 }
virtualInterfaces:
  prod-a:
    type: private
    connection: primary
    vlan: 101
    asn: 65001
    directConnectGateway: core
    amazonAddress: 169.254.10.1/30
    customerAddress: 169.254.10.2/30
  prod-b:
    type: private
    connection: primary
    vlan: 101
    asn: 65001
    directConnectGateway: core
    amazonAddress: 169.254.10.5/30
    customerAddress: 169.254.10.6/30
`;

describe("VS Code's own commands on plans", () => {
  // They find nothing before the server has begun.
  before(() => openChecked(brokenPlan));
  // Not after each: the next plan would have the address of one that was closed, and its diagnostics for a moment.
  after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("find every reference to a connection, and its name", async () => {
    const { document, cursor } = await openAt("  prim|ary:");
    const found = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, cursor);
    assert.deepEqual(linesOf(found), [3, 12, 20]);
  });

  it("rename a connection with all references, from one of them", async () => {
    const { document, cursor } = await openAt("connection: prim|ary");
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, cursor, "dc2");
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), plan.replaceAll("primary", "dc2"));
  });

  it("refuse to rename what is no logical name", async () => {
    const { document, cursor } = await openAt("    vl|an: 101");
    await assert.rejects(async () => vscode.commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, cursor, "other"));
  });

  it("format white space only, and keep the comments", async () => {
    const { document } = await openChecked("version:   1\nconnections:\n    a:   # why\n          location:   EqDC2\n          bandwidth: 10Gbps   \n");
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>("vscode.executeFormatDocumentProvider", document.uri, { tabSize: 2, insertSpaces: true });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /^version: 1\nconnections:\n {2}a: +# why\n {4}location: EqDC2\n {4}bandwidth: 10Gbps\n$/);
  });

  it("offer the fix of a mistake first, and apply it", async () => {
    const { document } = await openChecked(plan);
    await until(() => codesOf(document).includes("21 DX306"), "the doubled VLAN");
    const range = rangeOf(document, "vlan: 101\n    asn: 65001\n    directConnectGateway: core\n    amazonAddress: 169.254.10.5");
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, new vscode.Range(range.start.translate(0, 7), range.start.translate(0, 7)));
    const [first] = actions;
    assert.equal(first?.title, "Change to 102, the next free VLAN");
    assert.equal(first.isPreferred, true);
    assert.ok(first.edit && (await vscode.workspace.applyEdit(first.edit)));
    await until(() => !codesOf(document).some((code) => code.endsWith("DX306")), "the mistake to be gone");
    assert.equal(document.lineAt(21).text, "    vlan: 102");
  });

  it("take away a field that cannot stand there, with its line", async () => {
    const { document } = await openChecked(plan.replace("type: private\n    connection: primary\n    vlan: 101\n    asn: 65001\n    directConnectGateway: core\n    amazonAddress: 169.254.10.1", "type: public\n    mtu: 9001\n    connection: primary\n    vlan: 101\n    asn: 65001\n    routeFilterPrefixes: [198.51.100.0/24]\n    amazonAddress: 203.0.113.1"));
    await until(() => codesOf(document).some((code) => code.endsWith("DX117")), "the MTU");
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, rangeOf(document, "mtu"));
    const [fix] = actions.filter(({ title }) => title === "Remove `mtu`");
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.lineAt(12).text, "    connection: primary");
  });

  it("count above each carrier what hangs on it", async () => {
    const { document } = await openChecked(plan);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 100);
    const titles = lenses.map(({ range, command }) => `${range.start.line} ${command?.title ?? ""}`);
    assert.deepEqual(titles.sort(), ["3 2 virtual interfaces", "4 0 virtual interfaces", "8 2 virtual interfaces"]);
  });

  it("show the addresses of a session behind it", async () => {
    const { document } = await openChecked(plan);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, new vscode.Range(0, 0, document.lineCount, 0));
    assert.deepEqual(hints.map(({ position, label }) => `${position.line} ${typeof label === "string" ? label : label.map(({ value }) => value).join("")}`), ["16 169.254.10.1 to 169.254.10.2", "24 169.254.10.5 to 169.254.10.6"]);
  });

  it("outline the document, and find its resources from anywhere", async () => {
    const { document } = await openChecked(plan);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    assert.deepEqual(symbols.find(({ name }) => name === "virtualInterfaces")?.children.map(({ name }) => name), ["prod-a", "prod-b"]);
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "secondary");
    assert.ok(found.some(({ location }) => location.uri.toString() === document.uri.toString() && location.range.start.line === 4), JSON.stringify(found.map(({ name }) => name)));
  });

  it("fold resources, and widen a selection from value to resource", async () => {
    const { document, cursor } = await openAt("location: CS|VA1");
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
    assert.ok(folds.some(({ start, end }) => start === 10 && end === 17), JSON.stringify(folds));
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>("vscode.executeSelectionRangeProvider", document.uri, [cursor]);
    const texts: string[] = [];
    for (let range = selection; range !== undefined; range = range.parent) texts.push(document.getText(range.range));
    assert.equal(texts[0], "CSVA1");
    assert.ok(texts.some((text) => text.startsWith("secondary:")), texts.join(" | "));
  });

  it("colour fields, references and comments by meaning", async () => {
    const { document } = await openChecked(plan);
    const [legend, tokens] = await Promise.all([
      vscode.commands.executeCommand<vscode.SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend", document.uri),
      vscode.commands.executeCommand<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri),
    ]);
    const kinds = kindsByText(document, legend, tokens);
    assert.ok(kinds.has("primary") && kinds.has("connection"), [...kinds.keys()].join());
    assert.notEqual(kinds.get("primary"), kinds.get("connection"));
  });

  it("link ids to where they are explained", async () => {
    const { document } = await openChecked(`${plan}  adopted: { type: private, id: dxvif-ffhhk74f }\n`);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri);
    assert.ok(links.some(({ range, target }) => document.getText(range) === "dxvif-ffhhk74f" && target?.scheme === "https"), JSON.stringify(links));
  });

  it("complete what fits only: free VLANs, and the other end of a pair", async () => {
    const { document, cursor } = await openChecked(plan.replace("customerAddress: 169.254.10.6/30", "customerAddress: |"));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, cursor);
    assert.ok(labelsOf(items).includes("169.254.10.6/30"), labelsOf(items).join());
    const second = await openChecked(plan.replace(/vlan: 101(?![\s\S]*vlan: 101)/, "vlan: |"));
    const vlans = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", second.document.uri, second.cursor);
    assert.ok(labelsOf(vlans.items).includes("102") && !labelsOf(vlans.items).includes("101"), labelsOf(vlans.items).join());
  });

  it("are answered by this extension alone: no selector of the YAML extension takes a plan", async () => {
    const document = await openSample("clean.dx.yaml");
    for (const selector of [{ language: "yaml" }, { language: "dockercompose" }, { language: "github-actions-workflow" }, { pattern: "*.y(a)ml" }]) {
      assert.equal(vscode.languages.match(selector, document), 0, JSON.stringify(selector));
    }
    assert.ok(vscode.languages.match({ language: "dx-plan" }, document) > 0);
  });
});

describe("how loud the rules of plans are", () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration("directConnect").update("rules", undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("follows the setting at once, for plans that are open", async () => {
    const { document } = await openPlan(brokenPlan);
    await until(() => codesOf(document).includes("3 DX118"), "the diagnostic");
    await setRules({ DX118: "warning" });
    await until(() => vscode.languages.getDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Warning, "the warning");
    await setRules({ DX118: "off" });
    await until(() => codesOf(document).length === 0, "silence");
    await setRules(undefined);
    await until(() => vscode.languages.getDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error, "the error");
  });

  function setRules(rules: Readonly<Record<string, string>> | undefined): Thenable<void> {
    return vscode.workspace.getConfiguration("directConnect").update("rules", rules, vscode.ConfigurationTarget.Global);
  }
});

describe("plans beside the live account", () => {
  const simulator = sharedSimulator();
  let api: DirectConnectApi;

  before(async () => {
    api = await openView();
    await simulator.reset();
    await api.refresh();
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
  after(async () => {
    await change(startingSettings());
    await api.refresh();
  });

  it("know who has a VLAN once the account has been read, and only then", async () => {
    const taken = takenVlan(api.inventory().resources);
    const text = `version: 1\naccount: "111122223333"\nregion: ${taken.region}\nvirtualInterfaces:\n  added: { type: transit, connection: ${taken.connectionId}, vlan: ${taken.vlan}, asn: 65001, ownerAccount: "222233334444", amazonAddress: 169.254.99.1/30, customerAddress: 169.254.99.2/30 }\n`;
    await change({ defaultProfiles: ["dx-network-team"] });
    await api.refresh();
    const { document } = await openPlan(text);
    // A mistake of its own says that the plan has been checked.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(text.length), "nonsense: 1\n");
    await vscode.workspace.applyEdit(edit);
    await untilChecked(document);
    assert.deepEqual(codesOf(document), ["5 DX002"]);

    await change({ defaultProfiles: ["dx-sample"] });
    await api.refresh();
    await until(() => codesOf(document).includes("4 DX306"), "the VLAN of the live account");
    const told = vscode.languages.getDiagnostics(document.uri).find(({ code }) => codeOf(code) === "DX306");
    assert.ok(told?.message.includes(taken.id), told?.message);
  });
});

async function openAt(marked: string): Promise<Awaited<ReturnType<typeof openPlan>>> {
  const line = marked.replace("|", "");
  assert.ok(plan.includes(line), line);
  return openChecked(plan.replace(line, marked));
}

/** A plan with a mistake in it, once the server has told of it: asked before, it would know of no such document. */
async function openChecked(text: string): ReturnType<typeof openPlan> {
  const opened = await openPlan(text);
  await untilChecked(opened.document);
  return opened;
}

function linesOf(locations: readonly vscode.Location[]): readonly number[] {
  return locations.map(({ range }) => range.start.line).sort((one, other) => one - other);
}

/** The token type of each text, the last one where it stands several times. */
function kindsByText(document: vscode.TextDocument, { tokenTypes }: vscode.SemanticTokensLegend, { data }: vscode.SemanticTokens): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    kinds.set(document.getText(new vscode.Range(line, character, line, character + length)), tokenTypes[type] ?? "");
  }
  return kinds;
}

/** A VLAN in use on a dedicated connection of the account's own. */
function takenVlan(resources: readonly Resource[]): { readonly id: string; readonly connectionId: string; readonly vlan: number; readonly region: string } {
  const ports = new Map(resources.flatMap((port) => (port.kind === "connection" && port.owned && !port.hosted && port.lagId === undefined ? [[port.id, port] as const] : [])));
  for (const resource of resources) {
    if (resource.kind !== "virtualInterface" || resource.state !== "available") continue;
    const { id, connectionId, vlan, region } = resource;
    if (ports.has(connectionId) && region !== undefined) return { id, connectionId, vlan, region };
  }
  return assert.fail("no virtual interface of the sample has a connection of its own");
}

function codeOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}
