import { expect, test } from "vitest";
import { placeOf, readPlaceKey } from "../../src/model/place.ts";

test.each([
  placeOf({ state: "account", profile: "prod" }),
  placeOf({ state: "region", profile: "a/b c%20", region: "eu-west-1" }),
  placeOf({ state: "location", profile: "prod", region: "eu-west-1", location: "EqLD5" }),
])("$key says all that the place is", (place) => expect(readPlaceKey(place.key)).toEqual(place));

test("a resource's key is none of a place", () => {
  for (const key of ["connection/dxcon-1", "", "place", "a%zz/b"]) expect(readPlaceKey(key), key).toBeUndefined();
});
