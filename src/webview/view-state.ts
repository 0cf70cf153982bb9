import type { Places } from "./geometry.ts";
import type { View } from "./drawing.ts";
import type { Lens } from "./lens.ts";

/** What a reload of the window brings back. */
export interface ViewState {
  readonly view: View;
  readonly places: readonly SavedPlace[];
  readonly selection: readonly string[];
  readonly lens: Lens | undefined;
  readonly isLegendOpen: boolean;
  /** Whether a selection in the drawing opens the card, and whether it was open. */
  readonly isCardWanted: boolean;
  readonly isCardOpen: boolean;
}

type SavedPlace = readonly [id: string, x: number, y: number, inside: string | null, isBox: boolean];

export function savedPlaces(places: Places): readonly SavedPlace[] {
  return [...places].map(([id, { x, y, inside, isBox }]) => [id, x, y, inside ?? null, isBox]);
}

export function placesFrom(saved: readonly SavedPlace[]): Places {
  return new Map(saved.map(([id, x, y, inside, isBox]) => [id, { x, y, inside: inside ?? undefined, isBox }]));
}

/** What was saved, if it has the form of this version; a state that another version left is as good as none. */
export function viewStateFrom(value: unknown): ViewState | undefined {
  if (!isRecord(value) || !isView(value["view"]) || !isSavedPlaces(value["places"])) return undefined;
  return {
    view: value["view"],
    places: value["places"],
    selection: isStrings(value["selection"]) ? value["selection"] : [],
    lens: isLens(value["lens"]) ? value["lens"] : undefined,
    isLegendOpen: value["isLegendOpen"] === true,
    isCardWanted: value["isCardWanted"] !== false,
    isCardOpen: value["isCardOpen"] === true,
  };
}

function isView(value: unknown): value is View {
  return isRecord(value) && isNumber(value["zoom"]) && value["zoom"] > 0 && isRecord(value["pan"]) && isNumber(value["pan"]["x"]) && isNumber(value["pan"]["y"]);
}

function isLens(value: unknown): value is Lens {
  return isRecord(value) && ["neighbours", "failure", "group"].some((kind) => value["kind"] === kind) && typeof value["id"] === "string";
}

function isSavedPlaces(value: unknown): value is readonly SavedPlace[] {
  return Array.isArray(value) && value.every(isSavedPlace);
}

function isSavedPlace(value: unknown): value is SavedPlace {
  if (!Array.isArray(value) || value.length !== 5) return false;
  const [id, x, y, inside, isBox] = value as readonly unknown[];
  return typeof id === "string" && isNumber(x) && isNumber(y) && (inside === null || typeof inside === "string") && typeof isBox === "boolean";
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
