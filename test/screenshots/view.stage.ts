import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { openWindow, type Theme, type VscodeWindow } from "../support/window.ts";

// Pictures for README and walkthroughs, made by `npm run screenshots -- [--theme dark|light|high-contrast|high-contrast-light]`.
const pictures = join(import.meta.dirname, "..", "..", "media", "screenshots");
const theme = (process.env["DX_THEME"] ?? "dark") as Theme;

describe("the Direct Connect view", () => {
  let window: VscodeWindow;
  beforeAll(async () => {
    window = await openWindow({ theme, viewport: { width: 1440, height: 900 } });
  });
  afterAll(() => window.close());

  it("with the resource tree", async () => {
    await window.openDirectConnect();
    await window.treeItem("us-east-1").waitFor();
    await window.page.mouse.move(720, 700);
    await window.screenshot(`tree-${theme}`, pictures);
  });
});
