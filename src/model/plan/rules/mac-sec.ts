import { inMap, removal, setting } from "../fixes.ts";
import { placed } from "../plan-index.ts";
import { has, isNew, isTrue, keyOf, lacks, nodeOf, placeOf, scalarOf, textOf, type View } from "../view.ts";
import { labelOf } from "./live-relations.ts";
import type { Rule } from "./rule.ts";

/** Encryption of the link. */
export const macSecRules: readonly Rule[] = [
  {
    code: "DX511",
    severity: "error",
    title: "MACsec is not ordered for a hosted connection.",
    aws: "documented",
    why: "It is for dedicated connections; the partner may have it on the interconnect.",
    source: "API model, CreateConnection",
    maps: ["connections"],
    map: (view, report) => {
      const fields = macSecFields.filter((name) => asksForMacSec(view, name));
      const [first] = fields;
      if (!isTrue(view, "hosted") || first === undefined) return;
      report({ range: keyOf(view, first), message: `\`${view.name}\` is a hosted connection, which cannot have MACsec. Remove ${fields.map((name) => `\`${name}\``).join(" and ")}.`, ...removal(inMap(view), ...fields) });
    },
  },
  {
    code: "DX512",
    severity: "error",
    title: "MACsec is ordered at a speed, and at a location, that has it.",
    aws: "documented",
    why: "1 Gbps ports never have it. Which locations have it at which speed, only DescribeLocations tells.",
    source: "API model, Location; user guide",
    maps: ["connections", "lags", "interconnects"],
    map: (view, report) => {
      if (!isTrue(view, "requestMACSec") || isTrue(view, "hosted") || speedOf(view) !== "1Gbps") return;
      report({
        range: keyOf(view, "requestMACSec"),
        message: `A port of 1Gbps cannot do MACsec. Order \`${view.name}\` at 10Gbps or more, or without \`requestMACSec\`.`,
        related: [{ range: placeOf(view, speedField(view)), message: "The speed" }],
      });
    },
    live: {
      sections: ["connections", "lags", "interconnects"],
      resource: (resource, { index, live }, report) => {
        const { view } = resource;
        const [speed, code] = [speedOf(view), textOf(view, "location")];
        const location = code === undefined ? undefined : live.location(index.regionOf(resource), code);
        if (!isTrue(view, "requestMACSec") || location === undefined || speed === undefined || speed === "1Gbps" || location.macSecPortSpeeds.includes(speed)) return;
        // A speed that the location has not at all is told as that.
        if (!location.portSpeeds.includes(speed)) return;
        const offer = location.macSecPortSpeeds.length === 0 ? "at no speed" : `at ${location.macSecPortSpeeds.join(", ")}`;
        report({ range: placed(resource, keyOf(view, "requestMACSec")), message: `\`${location.code}\` has MACsec ${offer}, not at ${speed}. Choose another speed or location, or leave \`requestMACSec\` out.` });
      },
    },
  },
  {
    code: "DX513",
    severity: "warning",
    title: "MACsec is set up on ports that were ordered with it.",
    aws: "accepts",
    why: "A port without it has to be deleted and ordered anew, which takes weeks.",
    source: "AWS's agent toolkit, encrypting",
    maps: ["connections", "lags"],
    map: (view, report) => {
      const field = ["macSecKeys", "encryptionMode"].find((name) => asksForMacSec(view, name));
      if (field === undefined || !isNew(view) || !isWithout(view) || has(view, "lag")) return;
      report({ range: keyOf(view, field), message: `\`${field}\` needs a port with MACsec, but \`${view.name}\` is ordered without. Add \`requestMACSec: true\`: it cannot be added later.`, ...(speedOf(view) === "1Gbps" ? {} : setting(inMap(view), "requestMACSec", "true")) });
    },
    live: {
      sections: ["connections", "lags"],
      resource: (resource, { live }, report) => {
        const port = live.port(textOf(resource.view, "id"));
        const field = macSecFields.find((name) => asksForMacSec(resource.view, name));
        if (port === undefined || port.macSecCapable || field === undefined || isTrue(resource.view, "hosted")) return;
        report({ range: placed(resource, keyOf(resource.view, field)), message: `${labelOf(port)} cannot do MACsec, and it cannot be added. Order a new port with it, or remove \`${field}\`.` });
      },
    },
  },
  {
    code: "DX514",
    severity: "warning",
    title: "A port that must encrypt has a key.",
    aws: "accepts",
    why: "The link is down while encryption is down, and without a key it never comes up.",
    source: "user guide, updateconnection",
    maps: ["connections", "lags"],
    map: (view, report) => {
      // Without MACsec at all, or where it is not possible, that comes first.
      if (textOf(view, "encryptionMode") !== "must_encrypt" || !isNew(view) || isWithout(view) || speedOf(view) === "1Gbps" || has(view, "lag")) return;
      const node = nodeOf(view, "macSecKeys");
      const isEmpty = node?.kind === "list" && node.items.length === 0;
      if (!isEmpty && !lacks(view, "macSecKeys")) return;
      report({ range: placeOf(view, "encryptionMode"), message: `\`${view.name}\` must encrypt but has no key, so it stays down. Add \`macSecKeys\`, or use \`should_encrypt\` until there is one.` });
    },
  },
];

const macSecFields = ["requestMACSec", "macSecKeys", "encryptionMode"] as const;

function asksForMacSec(view: View, field: string): boolean {
  return has(view, field) && scalarOf(view, field)?.value !== false && textOf(view, field) !== "no_encrypt";
}

function isWithout(view: View): boolean {
  return lacks(view, "requestMACSec") || (has(view, "requestMACSec") && !isTrue(view, "requestMACSec"));
}

function speedField({ schema }: View): string {
  return schema.name === "lags" ? "connectionsBandwidth" : "bandwidth";
}

function speedOf(view: View): string | undefined {
  return textOf(view, speedField(view));
}
