import { readFileSync, statSync } from "node:fs";
import type { World } from "../world/world.ts";
import empty from "./empty.json" with { type: "json" };
import { EstateError } from "./estate-error.ts";
import { readCapture } from "./read-capture.ts";
import { describePath, readEstate, readEstateText } from "./read-estate.ts";
import sample from "./sample.json" with { type: "json" };

const embedded: Readonly<Record<string, unknown>> = { empty, sample };

/** Loads an embedded estate by name, an estate that is JSON already, a file, or a folder of answers. Throws EstateError. */
export function loadEstate(source: unknown, now: number): World {
  if (typeof source !== "string") return fromValue(source, "the given estate", now);
  if (Object.hasOwn(embedded, source)) return fromValue(embedded[source], `the estate "${source}"`, now);
  if (statSync(source, { throwIfNoEntry: false })?.isDirectory() === true) return readCapture(source, now);
  return readEstateText(readFile(source), source, now);
}

function fromValue(value: unknown, source: string, now: number): World {
  const { world, problems } = readEstate(value, now);
  if (problems.length === 0) return world;
  const lines = problems.map(({ path, message }) => `${source}: ${describePath(path)}: ${message}`);
  throw new EstateError(lines.join("\n"));
}

function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new EstateError(`The estate ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown error"}`);
  }
}
