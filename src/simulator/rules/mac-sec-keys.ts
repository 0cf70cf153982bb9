import { isKept } from "../world/encryption.ts";
import type { Port } from "../world/links.ts";
import type { MacSecKeyRecord } from "../world/records.ts";
import { refusal } from "./api-failure.ts";
import { type Asker, findLivePort, ownOf } from "./ownership.ts";
import { partitionOf } from "./partitions.ts";
import { simulatorTexts } from "./texts.ts";

/** Either the name and the value of a key, or the secret in which Direct Connect has put one. */
export interface KeyChoice {
  readonly secretARN?: string;
  readonly ckn?: string;
  readonly cak?: string;
}

/** The asker's port that was ordered with MACsec. The keys of a LAG's members are the LAG's. */
export function checkMacSecPort(asker: Asker, id: string): Port {
  const port = findLivePort(asker, id);
  if (!port.macSecCapable) throw refusal(simulatorTexts.noMacSec(port.id));
  if (port.kind !== "lag" && port.lagId !== undefined) throw refusal(simulatorTexts.inLag(port.id, port.lagId));
  return port;
}

/** The key that a request is about. One without a secret is new; one from a secret has to be there already. */
export function readKey(asker: Asker, port: Port, choice: KeyChoice): { readonly secretArn?: string; readonly ckn: string } {
  const { secretARN, ckn, cak } = choice;
  const isPair = ckn !== undefined && cak !== undefined;
  const isUnclear = secretARN === undefined ? !isPair : ckn !== undefined || cak !== undefined;
  if (isUnclear) throw refusal(simulatorTexts.keyChoiceNeeded());
  const key = secretARN === undefined ? newKey(ckn ?? "", cak ?? "") : keyInSecret(asker, secretARN);
  const taken = port.macSecKeys.some((other) => isKept(other) && other.ckn.toLowerCase() === key.ckn.toLowerCase());
  if (taken) throw refusal(simulatorTexts.keyTaken(port.id));
  return key;
}

const secretSuffixLimit = 36 ** 6;

/** Where Direct Connect keeps a new key: Secrets Manager ends the name of every secret with six characters of its own. */
export function newSecretArn({ world, region, account }: Asker, ckn: string): string {
  const suffix = world.ids.number(secretSuffixLimit).toString(36).padStart(6, "0");
  return `arn:${partitionOf(region)}:secretsmanager:${region}:${account}:secret:directconnect!prod/${region}/directconnect/${ckn}-${suffix}`;
}

const keyForm = /^[0-9a-f]{64}$/i;

function newKey(ckn: string, cak: string) {
  for (const [name, text] of Object.entries({ ckn, cak })) {
    if (!keyForm.test(text)) throw refusal(simulatorTexts.keyMalformed(name));
  }
  return { ckn };
}

function keyInSecret(asker: Asker, secretArn: string) {
  const ports: readonly Port[] = [...ownOf(asker, "connection"), ...ownOf(asker, "interconnect"), ...ownOf(asker, "lag")];
  const found = ports.flatMap(({ macSecKeys }): readonly MacSecKeyRecord[] => macSecKeys).find(({ id }) => id === secretArn);
  if (found === undefined) throw refusal(simulatorTexts.secretUnknown(secretArn));
  return { secretArn, ckn: found.ckn };
}
