import { expect, test } from "vitest";
import { loadEstate } from "../../../src/simulator/estate/load-estate.ts";
import { checkAssociable } from "../../../src/simulator/rules/gateway-association.ts";
import type { CloudGatewayType } from "../../../src/simulator/world/records.ts";

const world = loadEstate("sample", Date.UTC(2026, 0, 1));
const asker = { world, account: "111122223333", region: "us-east-1" };

/** Gives one of the two associations of a gateway the prefixes of the other. */
function giveOthersPrefixes(type: CloudGatewayType): void {
  const [existing, other] = world.where("association", ({ associatedGateway }) => associatedGateway?.type === type);
  const gateway = world.find("directConnectGateway", existing?.directConnectGatewayId ?? "");
  if (existing?.associatedGateway === undefined || other === undefined || gateway === undefined) throw new Error(`the sample lacks two of ${type}`);
  expect(other.directConnectGatewayId).toBe(gateway.id);
  checkAssociable(asker, { gateway, cloudGateway: existing.associatedGateway, prefixes: other.allowedPrefixes, existing });
}

test("transit gateways cannot have the same prefixes on one Direct Connect gateway", () => {
  expect(() => giveOthersPrefixes("transitGateway")).toThrow("The allowed prefixes 10.160.0.0/12 and 10.160.0.0/12 overlap.");
});

test("virtual private gateways can: theirs only filter", () => {
  expect(() => giveOthersPrefixes("virtualPrivateGateway")).not.toThrow();
});
