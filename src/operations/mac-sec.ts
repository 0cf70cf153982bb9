import type { Json, JsonObject } from "../model/resource.ts";
import { phrase, verbatim, type Text } from "../model/text.ts";
import { textIn } from "./context.ts";
import { operation, type Offer } from "./operation.ts";
import type { ChoiceOption, FormContext } from "./parameter.ts";

const ports = [
  { kind: "connection", states: ["requested", "pending", "available", "down"], traits: ["owned", "macSec"], without: ["inLag"] },
  { kind: "lag", states: ["requested", "pending", "available", "down"], traits: ["owned", "macSec"] },
] as const satisfies readonly Offer[];

export const macSecOperations = {
  associateMacSecKey: operation({
    action: "AssociateMacSecKey",
    label: phrase("Add MACsec Key…"),
    verb: phrase("Add Key"),
    icon: "key",
    on: ports,
    danger: "interrupts",
    parameters: {
      form: {
        type: "choice",
        label: phrase("Key"),
        options: [
          { value: "pair", label: phrase("A new key"), description: phrase("its name (CKN) and its value (CAK)") },
          { value: "secret", label: phrase("A key that Direct Connect keeps already"), description: phrase("the ARN of its secret") },
        ],
      },
      ckn: { type: "text", label: phrase("CKN"), hint: phrase("The key's name: 64 hexadecimal digits"), when: isPair, check: checkHex },
      cak: { type: "secret", label: phrase("CAK"), hint: phrase("The key's value: 64 hexadecimal digits. It is sent and not kept."), when: isPair, check: checkHex },
      secretArn: {
        type: "text",
        label: phrase("ARN of the Secret"),
        when: (context) => !isPair(context),
        check: (value) => (/^arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:.+/.test(value) ? undefined : phrase("Write the ARN of a secret: arn:aws:secretsmanager:…")),
      },
    },
    input: ({ ckn, cak, secretArn }, { id }) =>
      secretArn === undefined
        ? { connectionId: id, ...(ckn === undefined ? {} : { ckn }), ...(cak === undefined ? {} : { cak }) }
        : { connectionId: id, secretARN: secretArn },
    consequence: () => phrase("The port agrees on the new key with your router, for which traffic can stop for some seconds; it stays down in the mode must_encrypt while the router has another key."),
  }),
  disassociateMacSecKey: operation({
    action: "DisassociateMacSecKey",
    label: phrase("Remove MACsec Key…"),
    verb: phrase("Remove Key"),
    icon: "key",
    on: ports.map((offer) => ({ ...offer, traits: [...offer.traits, "keyed"] as const })),
    danger: "interrupts",
    parameters: {
      key: { type: "choice", label: phrase("Key"), hint: phrase("Choose the key to remove, by its name"), options: keysOf },
    },
    input: ({ key }, { id }) => ({ connectionId: id, secretARN: key }),
    consequence: () => phrase("Without a key that both sides have, nothing is encrypted. After the last one, AWS turns the mode must_encrypt into should_encrypt."),
  }),
};

function isPair(context: FormContext): boolean {
  return textIn(context, "form") !== "secret";
}

/** Source: API model, AssociateMacSecKey (DX123). It never repeats what was typed. */
function checkHex(value: string): Text | undefined {
  return /^[\da-fA-F]{64}$/.test(value) ? undefined : phrase("It has to be 64 hexadecimal digits; these are {0} characters.", value.length);
}

function keysOf({ target }: FormContext): readonly ChoiceOption[] {
  if (!("record" in target)) return [];
  return recordsIn(target.record["macSecKeys"])
    .filter((key) => key["state"] === "associated" || key["state"] === "associating")
    .map((key) => ({ value: textOf(key["secretARN"]), label: verbatim(textOf(key["ckn"])), description: verbatim(textOf(key["state"])) }));
}

function recordsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((item): item is JsonObject => typeof item === "object" && item !== null && !Array.isArray(item)) : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
