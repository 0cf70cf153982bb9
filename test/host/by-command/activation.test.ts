import { strict as assert } from "node:assert";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import { api, extension, until } from "../extension.ts";
import { pressNotification } from "../hands.ts";
import { keepForNextWindow } from "../next-window.ts";
import { childrenRunning, isRunning } from "../processes.ts";

const program = "simulator.cjs";
const simulated = "simulator (111122223333)";

describe("a window that only runs a command", () => {
  before(() => vscode.commands.executeCommand("workbench.view.explorer"));

  it("does not have the extension active before", () => {
    assert.equal(extension().isActive, false);
  });

  it("has it active after, with nothing read and nothing started", async () => {
    await vscode.commands.executeCommand("directConnect.showLog");
    assert.equal(extension().isActive, true);
    assert.deepEqual((await api()).inventory(), { accounts: [], resources: [], locations: [], failures: [] });
    assert.deepEqual(childrenRunning(".cjs"), []);
  });

  it("gets a sample estate from the built-in simulator, which needs no account", async () => {
    await vscode.commands.executeCommand("directConnect.exploreSimulator");
    const directConnect = await api();
    await directConnect.refresh();
    assert.equal(childrenRunning(program).length, 1);
    const { accounts, resources, failures } = directConnect.inventory();
    assert.deepEqual(accounts, [{ profile: simulated, id: "111122223333", regions: ["us-east-1", "eu-west-1"] }]);
    assert.deepEqual(failures, []);
    assert.ok(resources.length > 60, `${resources.length} resources`);
  });

  it("keeps what was read when the simulator is killed, and goes on when it is restarted", async () => {
    const directConnect = await api();
    const before = directConnect.inventory().resources.length;
    const [killed] = childrenRunning(program);
    assert.ok(killed !== undefined);
    process.kill(killed, "SIGKILL");
    await until(() => directConnect.inventory().failures.length > 0, "the failures");
    assert.ok(directConnect.inventory().failures.every(({ profile, reason }) => profile === simulated && reason === "unreachable"));
    assert.equal(directConnect.inventory().resources.length, before);

    await pressNotification(() => childrenRunning(program).length === 1);
    await until(() => directConnect.inventory().failures.length === 0, "the simulator to be read again");
    assert.equal(directConnect.inventory().resources.length, before);
  });

  it("leaves the simulator running, for the next window to look whether it has ended", () => {
    const [pid] = childrenRunning(program);
    assert.ok(pid !== undefined && isRunning(pid));
    keepForNextWindow({ extensionHost: process.pid, simulator: pid });
  });
});
