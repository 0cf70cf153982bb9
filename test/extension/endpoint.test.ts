import { expect, test } from "vitest";
import { endpointFrom, nowhere } from "../../src/extension/endpoint.ts";

test.each([
  ["", undefined],
  ["  ", undefined],
  [undefined, undefined],
  ["http://127.0.0.1:8080/", "http://127.0.0.1:8080"],
  [" https://direct-connect.example/dx// ", "https://direct-connect.example/dx"],
  ["localhost:8080", nowhere],
  ["127.0.0.1:8080", nowhere],
  ["htps://direct-connect.example", nowhere],
  [8080, nowhere],
])("the setting %j sends calls to %s", (setting, endpoint) => expect(endpointFrom(setting)).toBe(endpoint));
