import type { World } from "../world/world.ts";

/** One call: who makes it, where, with what. The input has passed the checks of `input/`. */
export interface Call<Input> {
  readonly world: World;
  readonly account: string;
  readonly region: string;
  readonly input: Input;
}

/** What goes into the answer's body; members that are undefined are left out. */
export type Answer = Readonly<Record<string, unknown>>;

/** One operation of the API. `run` answers or throws an ApiFailure, and changes nothing when it throws. */
export interface Operation {
  readonly effect: "reads" | "writes";
  readonly run: (call: Call<never>) => Answer;
}

export function reads<Input>(run: (call: Call<Input>) => Answer): Operation {
  return { effect: "reads", run };
}

export function writes<Input>(run: (call: Call<Input>) => Answer): Operation {
  return { effect: "writes", run };
}
