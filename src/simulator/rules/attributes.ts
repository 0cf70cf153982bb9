import type { ConnectionRecord, LagRecord } from "../world/records.ts";
import { refusal } from "./api-failure.ts";
import { simulatorTexts } from "./texts.ts";

const encryptionModes = ["no_encrypt", "should_encrypt", "must_encrypt"];
const longestName = 100;

export function checkName(name: string): void {
  if (name === "" || name.length > longestName) throw refusal(simulatorTexts.nameInvalid());
}

export function checkEncryptionMode(port: ConnectionRecord | LagRecord, mode: string): void {
  if (!encryptionModes.includes(mode)) throw refusal(simulatorTexts.encryptionModeInvalid(mode, encryptionModes));
  if (!port.macSecCapable) throw refusal(simulatorTexts.noMacSec(port.id));
}
