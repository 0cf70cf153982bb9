import { expect, test } from "vitest";
import { endpointFrom, isOfAws, nowhere } from "../../src/extension/endpoint.ts";

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

test.each([
  ["https://directconnect-fips.us-east-1.amazonaws.com", true],
  ["https://vpce-1.directconnect.eu-west-1.vpce.amazonaws.com/", true],
  ["https://directconnect.cn-north-1.amazonaws.com.cn", true],
  ["http://127.0.0.1:8080", false],
  ["https://amazonaws.com.example", false],
])("%s is AWS's own: %j", (endpoint, expected) => expect(isOfAws(endpoint)).toBe(expected));
