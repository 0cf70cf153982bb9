import { completeCapture } from "./complete-capture.ts";
import { captureError, readCaptureFiles } from "./capture-files.ts";
import { EstateError } from "./estate-error.ts";
import { mergeCapture } from "./merge-capture.ts";
import { describePath, type Problem, problemsShown, readEstate } from "./read-estate.ts";
import type { World } from "../world/world.ts";

/**
 * Builds a world from a folder of what `aws directconnect describe-…` printed, in files of any name, of one or several
 * accounts and Regions. Throws EstateError, naming file and line.
 */
export function readCapture(folder: string, now: number): World {
  const captured = readCaptureFiles(folder);
  const lists = mergeCapture(captured);
  const estate = completeCapture(lists, captured);
  const valuesOf = (list: string) => lists.get(list)?.map(({ members }) => members);
  const value = { ...estate, ...Object.fromEntries([...lists.keys()].map((list) => [list, valuesOf(list)])) };
  const { world, problems } = readEstate(value, now);
  if (problems.length === 0) return world;
  const lines = problems.slice(0, problemsShown).map((problem) => describe(problem));
  if (problems.length > problemsShown) lines.push(`and ${problems.length - problemsShown} more`);
  throw new EstateError(lines.join("\n"));

  function describe({ path, message }: Problem): string {
    const [list = "", index = 0, ...rest] = path;
    const entry = lists.get(String(list))?.[Number(index)];
    const text = `${describePath(path)}: ${message}`;
    return entry === undefined ? `${folder}: ${text}` : captureError(entry.file, [...entry.path, ...rest], text);
  }
}
