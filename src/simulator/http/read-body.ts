import type { IncomingMessage } from "node:http";

/** Far above the largest request of the API. */
export const bodyLimit = 1_048_576;
/** How much of a too large body is let pass by, so that its sender gets to read the answer. */
const patience = 64 * bodyLimit;

export type Body = { readonly text: string } | "tooLarge" | "aborted";

/** The whole body, or why there is none. What goes beyond the limit is not kept. */
export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else chunks = [];
      if (size > patience) resolve("tooLarge");
    });
    request.on("end", () => resolve(size > bodyLimit ? "tooLarge" : { text: Buffer.concat(chunks).toString("utf8") }));
    request.on("error", () => resolve("aborted"));
    request.on("close", () => resolve("aborted"));
  });
}
