import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { withoutRelativeLinks } from "../../scripts/stage.mjs";

const root = join(import.meta.dirname, "../..");
const pages = ["README.md", "CONTRIBUTING.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];

test.each(pages)("every link and picture of %s leads to a file of the repository, or out of it", (page) => {
  const text = readFileSync(join(root, page), "utf8").replace(/```[^]*?```/g, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target).filter((target) => !/^(https?:|#)/.test(target));
  const broken = targets.filter((target) => !existsSync(join(root, dirname(page), target.split("#")[0] ?? "")));
  expect(broken).toEqual([]);
});

test("the page that the extension shows of itself has no picture and no link that leads nowhere from there", () => {
  const shown = withoutRelativeLinks(readFileSync(join(root, "README.md"), "utf8"));
  expect(shown).not.toMatch(/\]\((?!https:)/);
  expect(withoutRelativeLinks("See [it](docs/a.md) and [them](https://b.example).\n\n![A picture](media/c.png)\n\nNext.\n")).toBe(
    "See it and [them](https://b.example).\n\nNext.\n",
  );
});
