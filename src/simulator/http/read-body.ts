import type { IncomingMessage } from "node:http";

/** Far above the largest request of the API. */
export const bodyLimit = 1_048_576;

export type Body = { readonly text: string } | "tooLarge" | "aborted";

/** The whole body, or why there is none. What goes beyond the limit is not kept. */
export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) return void chunks.push(chunk);
      chunks.length = 0;
      resolve("tooLarge");
    });
    request.on("end", () => resolve({ text: Buffer.concat(chunks).toString("utf8") }));
    request.on("error", () => resolve("aborted"));
    request.on("close", () => resolve("aborted"));
  });
}
