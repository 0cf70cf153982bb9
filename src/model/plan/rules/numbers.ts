import { amazonAsns, isPrivateAsn, isReservedAsn, largestAsn, largestShortAsn } from "../../asn.ts";
import { inMap, removal } from "../fixes.ts";
import { type Fix, replace } from "../problem.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import { called, has, integerOf, isNew, isTrue, keyOf, lacks, placeOf, scalarOf, type View } from "../view.ts";
import type { Rule } from "./rule.ts";

/** VLANs and autonomous system numbers. */
export const numberRules: readonly Rule[] = [
  {
    code: "DX101",
    severity: "error",
    title: "`vlan` is a whole number from 1 to 4094.",
    aws: "documented",
    why: "802.1Q reserves 0 and 4095.",
    source: "user guide, WorkingWithVirtualInterfaces",
    formats: ["vlan"],
    value: (node, _, report) => {
      if (typeof node.value !== "number" || (node.value >= 1 && node.value <= 4094)) return;
      report({ range: node.range, origin: node.origin, message: `VLAN ${node.source} is out of range; choose one from 1 to 4094.` });
    },
  },
  {
    code: "DX102",
    severity: "error",
    title: "`asn` is from 1 to 2147483646.",
    aws: "documented",
    why: "The API refuses larger numbers in this field; `asnLong` takes them.",
    source: "API model, NewBGPPeer",
    formats: ["asn"],
    value: (node, view, report) => {
      if (typeof node.value !== "number" || (node.value >= 1 && node.value <= 2_147_483_646)) return;
      const fitsLong = node.value > 0 && node.value <= 4_294_967_294 && !has(view, "asnLong");
      report({
        range: node.range,
        origin: node.origin,
        message: `ASN ${node.source} does not fit \`asn\`, which goes from 1 to 2147483646. ${fitsLong ? "Write it as `asnLong`." : "Use your router's own."}`,
        ...(fitsLong ? { fix: replace("Rename `asn` to `asnLong`", keyOf(view, "asn"), "asnLong") } : {}),
      });
    },
  },
  {
    code: "DX103",
    severity: "error",
    title: "`asnLong` is from 1 to 4294967294.",
    aws: "documented",
    why: "0 and 4294967295 are reserved, and 32 bits hold no more.",
    source: "API model, NewBGPPeer",
    formats: ["asnLong"],
    value: (node, _, report) => {
      if (typeof node.value !== "number" || (node.value >= 1 && node.value <= 4_294_967_294)) return;
      report({ range: node.range, origin: node.origin, message: `ASN ${node.source} is out of range; \`asnLong\` goes from 1 to 4294967294. Use your router's own.` });
    },
  },
  {
    code: "DX104",
    severity: "warning",
    title: "Only one of `asn` and `asnLong` is given.",
    aws: "accepts",
    why: "The API takes `asnLong` and silently drops the other.",
    source: "API model, NewBGPPeer",
    maps: ["virtualInterfaces", "bgpPeers"],
    map: (view, report) => {
      // An empty one is told as that.
      if (![scalarOf(view, "asn"), scalarOf(view, "asnLong")].every((node) => node !== undefined && node.value !== null)) return;
      const [asn, asnLong] = [integerOf(view, "asn"), integerOf(view, "asnLong")];
      report({
        range: keyOf(view, "asn"),
        message: `\`asn\`${number(asn)} is ignored because \`asnLong\`${number(asnLong)} is given too. Keep one of them.`,
        related: [{ range: placeOf(view, "asnLong"), message: "`asnLong`, which counts" }],
        ...removal(inMap(view), "asn"),
      });
    },
  },
  {
    code: "DX105",
    severity: "error",
    title: "A new virtual interface has an `asn` or an `asnLong`.",
    aws: "unsourced",
    why: "Without the customer's ASN there is no BGP session. The newest API model marks neither as required.",
    source: "API model; Terraform provider, bgp_asn",
    maps: ["virtualInterfaces"],
    map: (view, report) => {
      if (view.fields.size === 0 || !isNew(view) || isTrue(view, "accept") || !lacks(view, "asn") || !lacks(view, "asnLong")) return;
      report({ range: view.place, message: `The ${called(view)} has no ASN. Add \`asn\` with the ASN of your router, or \`asnLong\` above 2147483646.` });
    },
  },
  {
    code: "DX106",
    severity: "warning",
    title: "An ASN is a plain number, neither with a dot nor in quotes.",
    aws: "accepts",
    why: "The API knows only the plain form: `65000.1` is 65000 × 65536 + 1.",
    source: "RFC 5396; Terraform provider, validate",
    formats: ["asn", "asnLong", "amazonSideAsn"],
    beforeType: true,
    value: (node, view, report) => {
      const plain = asPlain(node.source);
      const isQuoted = node.style === "quoted" && typeof node.value === "string";
      if (plain === undefined || (!isQuoted && !node.source.includes("."))) return;
      const form = node.source.includes(".") ? "dotted form" : "quotes";
      report({
        range: node.range,
        origin: node.origin,
        message: `The ASN is in ${form}: \`${node.source}\`. Write ${plain}.`,
        ...plainFix(node, plain, view),
      });
    },
  },
  {
    code: "DX107",
    severity: "warning",
    title: "The customer's ASN is not a reserved one.",
    aws: "accepts",
    why: "23456 stands in for large ASNs, 65535 is reserved, 64496 to 64511 and 65536 to 65551 are for documents: routers refuse them.",
    source: "RFC 5398, RFC 6793 and RFC 7300; AWS's documentation is silent",
    formats: ["asn", "asnLong"],
    value: (node, _, report) => {
      const use = typeof node.value === "number" ? reservedUse(node.value) : undefined;
      if (use === undefined) return;
      report({ range: node.range, origin: node.origin, message: `ASN ${node.source} is reserved ${use}. Use your own, or a private one from 64512 to 65534.` });
    },
  },
  {
    code: "DX108",
    severity: "error",
    title: "A Direct Connect gateway's `amazonSideAsn` is from 64512 to 65534 or from 4200000000 to 4294967294.",
    aws: "documented",
    why: "Only private ASNs are allowed on Amazon's side.",
    source: "API model, CreateDirectConnectGateway",
    formats: ["amazonSideAsn"],
    value: (node, _, report) => {
      if (typeof node.value !== "number" || isPrivateAsn(node.value) || amazonAsns.includes(node.value)) return;
      report({
        range: node.range,
        origin: node.origin,
        message: `\`amazonSideAsn\` ${node.source} is not private; choose one from 64512 to 65534 or from 4200000000 to 4294967294.`,
      });
    },
  },
  {
    code: "DX109",
    severity: "warning",
    title: "A Direct Connect gateway does not take one of Amazon's old public ASNs.",
    aws: "rejects",
    why: "7224, 9059, 10124 and 17493 belong to older virtual private gateways; other tools let them pass and fail later.",
    source: "Terraform provider, issue 6242",
    formats: ["amazonSideAsn"],
    value: (node, _, report) => {
      if (typeof node.value !== "number" || !amazonAsns.includes(node.value)) return;
      report({
        range: node.range,
        origin: node.origin,
        message: `ASN ${node.source} is one of Amazon's own, which a Direct Connect gateway cannot take. Choose a private one, 64512 by default.`,
      });
    },
  },
];

/** With the name of the field, where the number does not fit it. */
function plainFix(node: ScalarNode, plain: number, view: View): { readonly fix?: Fix } {
  const value = replace(`Change to ${plain}`, node.range, String(plain));
  const entry = view.fields.get("asn");
  if (entry?.value !== node || plain <= largestShortAsn) return { fix: value };
  if (entry.merged || has(view, "asnLong") || plain > largestAsn) return {};
  return { fix: { title: `Change to \`asnLong: ${plain}\``, edits: [{ range: entry.key.range, text: "asnLong" }, ...value.edits] } };
}

function number(value: number | undefined): string {
  return value === undefined ? "" : ` ${value}`;
}

function asPlain(source: string): number | undefined {
  const found = /^(\d{1,5})\.(\d{1,5})$/.exec(source);
  if (found === null) return /^[1-9]\d{0,9}$/.test(source) ? Number(source) : undefined;
  const [high, low] = [Number(found[1]), Number(found[2])];
  return high <= 65535 && low <= 65535 ? high * 65536 + low : undefined;
}

function reservedUse(asn: number): string | undefined {
  if (!isReservedAsn(asn)) return undefined;
  if (asn === 23456) return "as a stand-in for large ones (AS_TRANS)";
  return asn === 65535 ? "and never routed" : "for documentation";
}
