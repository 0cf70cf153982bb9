import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWindow, type VscodeWindow } from "../support/window.ts";

describe("the Direct Connect view", () => {
  let window: VscodeWindow;

  beforeAll(async () => {
    window = await openWindow();
  });
  afterAll(() => window.close());

  it("shows the Regions of the sample estate", async () => {
    await window.openDirectConnect();
    await window.treeItem("us-east-1").waitFor();
    await window.treeItem("eu-west-1").waitFor();
    await window.screenshot("view");
  });

  it("is there again after a reload", async () => {
    await window.reload();
    await window.openDirectConnect();
    await window.treeItem("us-east-1").waitFor();
    expect(await window.treeItem("us-east-1").isVisible()).toBe(true);
  });
});
