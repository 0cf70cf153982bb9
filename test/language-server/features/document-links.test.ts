import { expect, it } from "vitest";
import { linksOf } from "../../../src/language-server/features/document-links.ts";
import { PlanDocument } from "../../../src/model/plan/document.ts";
import { association, gatewayId, vif } from "../../support/plans.ts";

const pages = new Map([["DX115", "file:///docs/rules.md#L7"]]);

/** `text -> target` of each link. */
function linked(text: string): readonly string[] {
  const plan = new PlanDocument(text);
  return linksOf(plan, pages).map(({ range, target }) => `${text.slice(plan.lines.offsetOf(range.start), plan.lines.offsetOf(range.end))} -> ${target ?? ""}`);
}

const virginia = "https://us-east-1.console.aws.amazon.com/directconnect/v2/home?region=us-east-1#";

it.each([
  ["an adopted gateway", vif(), [`${gatewayId} -> ${virginia}/dxgateways/${gatewayId}`]],
  ["a reference that is an id", vif("connection: dxcon-fg5678gh", "directConnectGateway: core"), [`${gatewayId} -> ${virginia}/dxgateways/${gatewayId}`, `dxcon-fg5678gh -> ${virginia}/connections/dxcon-fg5678gh`]],
  [
    "a gateway in a Region of its own",
    association("gatewayRegion: eu-west-1"),
    [`${gatewayId} -> ${virginia}/dxgateways/${gatewayId}`, "vgw-0a1b2c3d4e5f60718 -> https://eu-west-1.console.aws.amazon.com/vpcconsole/home?region=eu-west-1#VpnGateways:VpnGatewayId=vgw-0a1b2c3d4e5f60718"],
  ],
  ["ids in a list", "region: us-east-1\nresiliencyGroups:\n  g: { connections: [dxcon-fg5678gh, own] }\n", [`dxcon-fg5678gh -> ${virginia}/connections/dxcon-fg5678gh`]],
  ["a code in a comment, if its page is known", "version: 1\nconnections:\n  # dx-ignore DX115, DX117: on purpose\n  a: {}\n", ["DX115 -> file:///docs/rules.md#L7"]],
])("links %s", (_, text, expected) => expect(linked(text)).toEqual(expected));

it("links no id whose Region is not known, and no proposal, which has no page", () => {
  expect(linked("connections:\n  a: { id: dxcon-fg5678gh }\n")).toEqual([]);
  expect(linked(`region: us-east-1\nassociations:\n  p: { proposal: ${gatewayId} }\n`)).toEqual([]);
});
