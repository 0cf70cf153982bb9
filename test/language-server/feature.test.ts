import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import {
  CancellationTokenSource, type CodeAction, type CodeLens, type DocumentDiagnosticReport, type DocumentLink, type DocumentSymbol, type FoldingRange, type InlayHint, type Location,
  type SelectionRange, type SemanticTokens, type SymbolInformation, type TextEdit, type WorkspaceDiagnosticReport, type WorkspaceEdit,
} from "vscode-languageserver/node";
import { applied } from "../../src/model/plan/format.ts";
import { LineIndex } from "../../src/model/plan/line-index.ts";
import { liveStateChanged, liveStateRequest } from "../../src/protocol/language.ts";
import { connectClient, planUri } from "../support/language-client.ts";
import { atCursor, vif } from "../support/plans.ts";

/** A server that holds the plan, and the place of the `|` in it. */
async function opened(marked: string) {
  const { text, offset } = atCursor(marked);
  const connected = await connectClient({ pages: new Map([["DX101", "file:///rules.md#L9"]]) });
  await connected.open(text);
  return { ...connected, text, position: new LineIndex(text).positionOf(offset) };
}

function textAt(text: string, { start, end }: TextEdit["range"]): string {
  const lines = new LineIndex(text);
  return text.slice(lines.offsetOf(start), lines.offsetOf(end));
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applied(text, edits.map(({ range, newText }) => ({ range: { start: lines.offsetOf(range.start), end: lines.offsetOf(range.end) }, text: newText })));
}

const whole = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };

it("finds references, with the declaration only where it is asked for", async () => {
  const { ask, position, text } = await opened(vif().replace("  core:", "  co|re:"));
  const found = (includeDeclaration: boolean) => ask<Location[]>("references", { position, context: { includeDeclaration } });
  expect((await found(false)).map(({ range }) => `${range.start.line} ${textAt(text, range)}`)).toEqual(["12 core"]);
  expect((await found(true)).map(({ range }) => range.start.line).sort()).toEqual([12, 5]);
});

it("goes to the definition of a reference", async () => {
  const { ask, position, text } = await opened(vif("connection: |a"));
  const { uri, range } = await ask<Location>("definition", { position });
  expect([uri, range.start.line, textAt(text, range)]).toEqual([planUri, 3, "a"]);
});

it("renames a resource where it is and where it is named, and refuses a name that is none", async () => {
  const { ask, position, text } = await opened(vif("connection: |a"));
  expect(await ask("prepareRename", { position })).toMatchObject({ placeholder: "a" });
  const { changes } = await ask<WorkspaceEdit>("rename", { position, newName: "dc2" });
  expect(edited(text, changes?.[planUri] ?? [])).toBe(vif("connection: dc2").replace("  a:", "  dc2:"));
  await expect(ask("rename", { position, newName: "1 2" })).rejects.toThrow();
  expect(await ask("prepareRename", { position: { line: 0, character: 0 } })).toBeNull();
});

it("formats", async () => {
  const { ask, text } = await opened("version:   1\nconnections:\n    a|: {}\n");
  const edits = await ask<TextEdit[]>("formatting", { options: { tabSize: 4, insertSpaces: true } });
  expect(edited(text, edits)).toBe("version: 1\nconnections:\n  a: {}\n");
});

it("shows what hangs on a connection above it, and asks the client to look again when the live account is known", async () => {
  const { client, ask, open } = await connectClient({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
  let refreshes = 0;
  client.onRequest("workspace/codeLens/refresh", () => {
    refreshes += 1;
    return null;
  });
  client.onRequest(liveStateRequest, () => null);
  await open(vif());
  expect((await ask<CodeLens[]>("codeLens")).map(({ command }) => command?.title)).toEqual(["1 virtual interface", "1 virtual interface"]);
  expect(refreshes).toBe(0);
  await client.sendNotification(liveStateChanged);
  await expect.poll(() => refreshes).toBe(1);
});

it("shows both ends of a session behind its address", async () => {
  const { ask } = await opened(`${vif()}|`);
  expect((await ask<InlayHint[]>("inlayHint", whole)).map(({ label }) => label)).toEqual(["169.254.100.1 to 169.254.100.2"]);
  expect(await ask<InlayHint[]>("inlayHint", { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } } })).toEqual([]);
});

it("tells kinds of words apart, in five numbers for each, and only those of a range", async () => {
  const { ask, capabilities } = await opened("version: |1\nregion: us-east-1\n");
  const { legend } = capabilities["semanticTokensProvider"] as { legend: { tokenTypes: string[] } };
  const { data } = await ask<SemanticTokens>("semanticTokens/full");
  expect(Array.from({ length: data.length / 5 }, (_, at) => legend.tokenTypes[data[at * 5 + 3] ?? -1])).toEqual(["property", "number", "property", "string"]);
  expect((await ask<SemanticTokens>("semanticTokens/range", { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } } })).data.slice(0, 3)).toEqual([1, 0, 6]);
});

it("widens a selection from the word to the plan", async () => {
  const { ask, text, position } = await opened("connections:\n  a:\n    location: Eq|DC2\n");
  const [first] = await ask<SelectionRange[]>("selectionRange", { positions: [position] });
  const steps: string[] = [];
  for (let step = first; step !== undefined; step = step.parent) steps.push(textAt(text, step.range));
  expect(steps[0]).toBe("EqDC2");
  expect(steps).toContain("location: EqDC2");
  expect(steps.at(-1)).toBe(text);
});

it("outlines and folds a plan", async () => {
  const { ask } = await opened(`${vif()}|`);
  const symbols = await ask<DocumentSymbol[]>("documentSymbol");
  expect(symbols.map(({ name, children = [] }) => [name, ...children.map((child) => child.name)])).toEqual([["version"], ["region"], ["connections", "a"], ["directConnectGateways", "core"], ["virtualInterfaces", "x"]]);
  expect(await ask<FoldingRange[]>("foldingRange")).toContainEqual({ startLine: 6, endLine: 14 });
});

it("links each diagnostic, also that of a code action, and each code in a comment to its rule", async () => {
  const { ask, published } = await opened(`# dx-ignore-file DX101: lab\n${vif("vlan: |0")}`);
  expect((await ask<DocumentLink[]>("documentLink")).map(({ target }) => target)).toContain("file:///rules.md#L9");
  const other = await opened(vif("vlan: |0"));
  await expect.poll(() => other.published[0]?.diagnostics[0]?.codeDescription).toEqual({ href: "file:///rules.md#L9" });
  const [action] = await other.ask<CodeAction[]>("codeAction", { range: { start: other.position, end: other.position }, context: { diagnostics: [] } });
  expect(action?.diagnostics).toEqual(other.published[0]?.diagnostics);
  expect(published[0]?.diagnostics).toEqual([]);
});

it("offers code actions of the kind that is asked for only", async () => {
  const { ask, position } = await opened(vif("authKey: sec|ret1"));
  const actions = await ask<CodeAction[]>("codeAction", { range: { start: position, end: position }, context: { diagnostics: [], only: ["refactor"] } });
  expect(actions.map(({ title }) => title)).toEqual(["Extract the secret to ${env:BGP_KEY_X}"]);
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dx-plans-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(folder).href;
}

it("finds symbols of all plans in the client's folders, open or not", async () => {
  const folder = folderWith({ "closed.dx.yaml": vif(), "other.yaml": vif() });
  const { client, open } = await connectClient({ folders: [folder], capabilities: { workspace: { workspaceFolders: true } } });
  await open("connections:\n  cored: {}\n");
  const found = await client.sendRequest<SymbolInformation[]>("workspace/symbol", { query: "core" });
  expect(found.map(({ name, location }) => `${name} ${location.uri.split("/").at(-1) ?? ""}`)).toEqual(["cored plan.dx.yaml", "core closed.dx.yaml"]);
});

it("is asked for diagnostics by a client that wants it so, and publishes none to it", async () => {
  const folder = folderWith({ "closed.dx.yaml": vif("vlan: 0") });
  const { client, ask, open, published, capabilities } = await connectClient({ folders: [folder], capabilities: { workspace: { workspaceFolders: true } }, initializationOptions: { diagnostics: "pull", rules: { DX101: "hint" } } });
  expect(capabilities["diagnosticProvider"]).toMatchObject({ workspaceDiagnostics: true });
  await open(vif("vlan: 0"));
  const report = await ask<DocumentDiagnosticReport>("diagnostic");
  expect(report).toMatchObject({ kind: "full", items: [{ code: "DX101", severity: 4 }] });
  expect(await ask("diagnostic", { previousResultId: report.resultId })).toEqual({ kind: "unchanged", resultId: report.resultId });
  const progress: string[] = [];
  client.onNotification("$/progress", ({ token, value }: { token: string; value: { kind: string } }) => void progress.push(`${token} ${value.kind}`));
  const { items } = await client.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [], workDoneToken: "check" });
  expect(items).toMatchObject([{ kind: "full", version: null, items: [{ code: "DX101", severity: 4 }] }]);
  expect(progress).toEqual(["check begin", "check report", "check end"]);
  expect(published).toEqual([]);
});

it("ends long work early when it is cancelled", async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p${at}.dx.yaml`, vif()]));
  const { client } = await connectClient({ folders: [folderWith(files)], capabilities: { workspace: { workspaceFolders: true } }, initializationOptions: { diagnostics: "pull" } });
  const source = new CancellationTokenSource();
  const progress: string[] = [];
  client.onNotification("$/progress", ({ value: { kind } }: { value: { kind: string } }) => {
    progress.push(kind);
    source.cancel();
  });
  const answer = client.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [], workDoneToken: "check" }, source.token);
  const count = await answer.then(({ items }) => items.length, () => 0);
  expect(count).toBeLessThan(300);
  await expect.poll(() => progress.at(-1)).toBe("end");
});

it.each([
  ["with places to fill in", true, "${1:core}:\n  amazonSideAsn: ${2:64512}"],
  ["with examples, for a client that has no such places,", false, "core:\n  amazonSideAsn: 64512"],
])("completes a resource %s", async (_, snippetSupport, newText) => {
  const { ask, open } = await connectClient({ capabilities: { textDocument: { completion: { completionItem: { snippetSupport } } } } });
  await open("version: 1\ndirectConnectGateways:\n  \n");
  expect(await ask("completion", { position: { line: 2, character: 2 } })).toMatchObject([{ textEdit: { newText } }]);
});
