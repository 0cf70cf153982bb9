import { has, isNew, isTrue, keyOf, lacks, nodeOf, placeOf, textOf } from "../view.ts";
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
      if (!isTrue(view, "hosted") || !isTrue(view, "requestMACSec")) return;
      report({ range: keyOf(view, "requestMACSec"), message: `\`${view.name}\` is a hosted connection, which cannot have MACsec. Remove \`requestMACSec\`.` });
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
      const field = view.schema.name === "lags" ? "connectionsBandwidth" : "bandwidth";
      if (!isTrue(view, "requestMACSec") || isTrue(view, "hosted") || textOf(view, field) !== "1Gbps") return;
      report({
        range: keyOf(view, "requestMACSec"),
        message: `A port of 1Gbps cannot do MACsec. Order \`${view.name}\` at 10Gbps or more, or without \`requestMACSec\`.`,
        related: [{ range: placeOf(view, field), message: "The speed" }],
      });
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
      const field = ["macSecKeys", "encryptionMode"].find((name) => has(view, name) && textOf(view, name) !== "no_encrypt");
      const isWithout = lacks(view, "requestMACSec") || (has(view, "requestMACSec") && !isTrue(view, "requestMACSec"));
      if (field === undefined || !isNew(view) || !isWithout || has(view, "lag")) return;
      report({ range: keyOf(view, field), message: `\`${field}\` needs a port with MACsec, but \`${view.name}\` is ordered without. Add \`requestMACSec: true\`: it cannot be added later.` });
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
      if (textOf(view, "encryptionMode") !== "must_encrypt" || !isNew(view) || has(view, "lag")) return;
      const node = nodeOf(view, "macSecKeys");
      const isEmpty = node?.kind === "list" && node.items.length === 0;
      if (!isEmpty && !lacks(view, "macSecKeys")) return;
      report({ range: placeOf(view, "encryptionMode"), message: `\`${view.name}\` must encrypt but has no key, so it stays down. Add \`macSecKeys\`, or use \`should_encrypt\` until there is one.` });
    },
  },
];
