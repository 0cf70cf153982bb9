import { expect, test } from "vitest";
import { createReadSection } from "../../src/aws/read-section.ts";

test("reading ends with its signal also while the account is looked for", async () => {
  const abort = new AbortController();
  const readSection = createReadSection({ send: () => Promise.reject(new Error("nothing is sent")), accountOf: () => new Promise(() => undefined) });
  const reading = readSection({ profile: "prod", region: "us-east-1", name: "connections" }, abort.signal);
  abort.abort();
  await expect(reading).rejects.toMatchObject({ reason: "cancelled" });
});
