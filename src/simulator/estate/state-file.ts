import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { World } from "../world/world.ts";
import { loadEstate } from "./load-estate.ts";
import { writeEstateText } from "./write-estate.ts";

/** Keeps a world in a file. A crash at any moment leaves either the old content or the new one, whole. */
export class StateFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** What an earlier run left, or undefined if there was none. Throws EstateError and touches nothing if it is damaged. */
  load(now: number): World | undefined {
    return existsSync(this.#path) ? loadEstate(this.#path, now) : undefined;
  }

  /** Returns when the content has reached the disk. */
  save(world: World): void {
    // Always the same name: what a crash leaves behind is overwritten by the next save.
    const temporary = `${this.#path}.tmp`;
    try {
      writeThrough(temporary, writeEstateText(world));
      renameSync(temporary, this.#path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(dirname(this.#path));
  }
}

function writeThrough(path: string, text: string): void {
  const file = openSync(path, "w", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The new name has to reach the disk as well. Windows cannot open folders and does not need it. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
