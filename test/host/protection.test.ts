import { strict as assert } from "node:assert";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { resourceOf } from "./extension.ts";
import { accept, dismissNotification, fillIn, nextInList, press, pressNotification, questionOf, start } from "./hands.ts";
import { sampleForEachTest } from "./sample.ts";
import { change, startingSettings } from "./settings.ts";
import type { LoggedCall } from "./simulator.ts";

const virtualInterface = "virtualInterface/dxvif-fhp3bkvx";
const spareLag = "lag/dxlag-fh5ah548";

describe("protection", () => {
  const sample = sampleForEachTest();
  const { simulator } = sample;
  afterEach(async () => {
    await change(startingSettings());
    await vscode.commands.executeCommand("directConnect.lockProfiles");
  });

  it("refuses a change as a protected profile, and asks nothing else", async () => {
    await change({ protectedProfiles: ["dx-sample"] });
    const calls = await simulator.callsDuring(async () => {
      const run = start("directConnect.deleteVirtualInterface", virtualInterface);
      assert.equal(await dismissNotification(run), "declined");
    });
    assert.deepEqual(changesIn(calls), []);
  });

  it("goes on after the button that unlocks", async () => {
    await change({ protectedProfiles: ["dx-sample"] });
    const run = start("directConnect.deleteVirtualInterface", virtualInterface);
    await pressNotification(async () => {
      await press([accept]);
      return run.hasEnded;
    });
    // The next thing is the question, which no test can answer here.
    await assert.rejects(run.end, /refused to show dialog in tests\. Contents: Delete virtual interface/);
  });

  it("lets changes through while a profile is unlocked, and none when it is locked again", async () => {
    await change({ protectedProfiles: ["dx-sample"] });
    const unlocking = start("directConnect.unlockProfile", "dx-sample");
    await press([accept]);
    assert.equal(await unlocking.end, true);
    const edit = await fillIn("setTags", spareLag, [nextInList, accept, accept, accept]);
    assert.equal(await edit.end, "done");
    assert.deepEqual(resourceOf(sample.api.inventory(), spareLag).tags, { environment: "staging" });
    await vscode.commands.executeCommand("directConnect.lockProfiles");
    assert.equal(await dismissNotification(start("directConnect.setTags", spareLag)), "declined");
  });

  it("leaves other profiles and what only reads alone", async () => {
    await change({ protectedProfiles: ["dx-network-team"] });
    assert.match(await questionOf("directConnect.deleteVirtualInterface", virtualInterface), /^Delete virtual interface/);
    await change({ protectedProfiles: ["dx-sample"] });
    await sample.api.refresh();
    assert.deepEqual(sample.api.inventory().failures, []);
    // What reads is asked for by choosing it, and by nothing else.
    assert.equal(await vscode.commands.executeCommand("directConnect.showTestHistory", virtualInterface), "done");
  });

  it("wants the name typed before something is destroyed, and Enter alone is not enough", async () => {
    await change({ confirmation: "typedName" });
    const calls = await simulator.callsDuring(async () => {
      const run = await fillIn("deleteVirtualInterface", virtualInterface, [accept, nextInList, accept]);
      assert.equal(run.hasEnded, false);
      await press(["workbench.action.closeQuickOpen"]);
      assert.equal(await run.end, "declined");
    });
    assert.deepEqual(changesIn(calls), []);
  });
});

function changesIn(calls: readonly LoggedCall[]): readonly LoggedCall[] {
  return calls.filter(({ operation }) => !/^(Describe|List|Get)/.test(operation));
}
