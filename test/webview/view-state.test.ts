import { describe, expect, it } from "vitest";
import { placesFrom, savedPlaces, viewStateFrom, type ViewState } from "../../src/webview/view-state.ts";

const state: ViewState = {
  view: { zoom: 0.5, pan: { x: 1, y: 2 } },
  places: [["connection/dxcon-1", 10, 20, "location/EqDC2", false], ["location/EqDC2", 10, 20, null, true]],
  selection: ["connection/dxcon-1"],
  lens: { kind: "failure", id: "connection/dxcon-1" },
  isLegendOpen: true,
  isCardWanted: false,
  isCardOpen: true,
};

describe("a saved view", () => {
  it("comes back as it went, through JSON", () => {
    expect(viewStateFrom(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(savedPlaces(placesFrom(state.places))).toEqual(state.places);
    const lens = { kind: "group", id: "resiliencyGroup/dxrg-1" } as const;
    expect(viewStateFrom({ ...state, lens })?.lens).toEqual(lens);
  });

  it("may lack what is not always there", () => {
    const { view, places } = state;
    const plain = { selection: [], lens: undefined, isLegendOpen: false, isCardWanted: true, isCardOpen: false };
    expect(viewStateFrom({ view, places })).toEqual({ view, places, ...plain });
    expect(viewStateFrom({ view, places, lens: { kind: "else", id: "a" } })?.lens).toBeUndefined();
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a view without zoom", { ...state, view: { pan: { x: 0, y: 0 } } }],
    ["a zoom that is none", { ...state, view: { zoom: 0, pan: { x: 0, y: 0 } } }],
    ["a pan that is no number", { ...state, view: { zoom: 1, pan: { x: "0", y: 0 } } }],
    ["places of another form", { ...state, places: [["a", 1, 2]] }],
    ["places that are no list", { ...state, places: {} }],
  ])("is as good as none when it is %s", (_, value) => {
    expect(viewStateFrom(value)).toBeUndefined();
  });
});
