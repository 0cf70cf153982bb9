import { strict as assert } from "node:assert";
import { afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { DirectConnectApi } from "../../src/extension/main.ts";
import { openView } from "./extension.ts";
import { accept, dismissNotification, fillIn } from "./hands.ts";
import { logText, untilLogged } from "./log.ts";
import { change, startingSettings } from "./settings.ts";
import { sharedSimulator, type Estate } from "./simulator.ts";

describe("secrets", () => {
  const simulator = sharedSimulator();
  let api: DirectConnectApi;
  let secrets: readonly string[];

  before(async () => {
    api = await openView();
    await simulator.reset();
    secrets = [...keysIn(await simulator.estate()), "not-verified-by-the-simulator"];
    assert.ok(secrets.length > 20, "the estate has keys");
    await change({ defaultProfiles: ["dx-sample", "dx-network-team"] });
    await api.refresh();
  });
  afterEach(async () => {
    await simulator.setFaults();
    await change(startingSettings());
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("are in what the service answers, or this would prove nothing", async () => {
    assert.notDeepEqual(secretsIn(JSON.stringify(await simulator.call("DescribeVirtualInterfaces", {}))), []);
  });

  it("are neither in the inventory nor in the graph nor in failures", async () => {
    await simulator.setFaults({ kind: "malformed", operation: "DescribeLags" }, { kind: "truncated", operation: "DescribeVirtualInterfaces", region: "eu-west-1" });
    await api.refresh();
    assert.ok(api.inventory().failures.length > 0);
    assert.deepEqual(secretsIn(JSON.stringify(api.inventory())), []);
    assert.deepEqual(secretsIn(JSON.stringify(api.graph())), []);
  });

  it("are masked in the details of virtual interfaces and peers", async () => {
    const firstOf = (wanted: string) => api.inventory().resources.filter(({ kind }) => kind === wanted).slice(0, 4);
    const resources = [...firstOf("virtualInterface"), ...firstOf("bgpPeer")];
    assert.equal(resources.length, 8);
    const selection = resources.map(({ key: resourceKey }) => ({ id: resourceKey, resourceKey }));
    await vscode.commands.executeCommand("directConnect.showDetails", selection[0], selection);
    const shown = new Set(resources.map(({ key }) => key));
    const details = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "direct-connect" && shown.has(uri.query));
    assert.equal(details.length, resources.length);
    for (const document of details) {
      assert.deepEqual(secretsIn(document.getText()), []);
      assert.match(document.getText(), /authKey: /);
    }
  });

  it("are not in the log after all that this suite has done", async () => {
    await simulator.setFaults({ kind: "denied", operation: "AcceptDirectConnectGatewayAssociationProposal" });
    await dismissNotification(await fillIn("acceptProposal", "proposal/9b11082c-0e8c-47d1-aab9-ee33e6381872", [accept, accept]));
    await untilLogged(/Accept Proposal failed/);
    const log = await logText();
    assert.match(log, /DescribeVirtualInterfaces/);
    assert.deepEqual(secretsIn(log), []);
  });

  function secretsIn(text: string): readonly string[] {
    return secrets.filter((secret) => text.includes(secret));
  }
});

/** The BGP keys of all virtual interfaces and peers, whoever owns them. */
function keysIn({ virtualInterfaces = [] }: Estate): readonly string[] {
  const keys = virtualInterfaces.flatMap((record) => [record, ...(record["bgpPeers"] as readonly Readonly<Record<string, unknown>>[])]);
  return [...new Set(keys.map(({ authKey }) => authKey).filter((key) => typeof key === "string"))];
}
