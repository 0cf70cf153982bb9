import type { ConnectionRecord, InterconnectRecord, LagRecord, MacSecKeyRecord } from "./records.ts";
import type { World } from "./world.ts";

type Link = ConnectionRecord | InterconnectRecord;

/** What decides about a link's encryption: the LAG that it is in, whose mode and keys hold for all of its members. */
export function encryptionHolder(world: World, link: Link): Link | LagRecord {
  return (link.lagId === undefined ? undefined : world.find("lag", link.lagId)) ?? link;
}

/** Whether a link has to be down because it must encrypt and has no key that works. */
export function lacksEncryption(world: World, link: Link): boolean {
  const { encryptionMode, macSecKeys } = encryptionHolder(world, link);
  return link.macSecCapable && encryptionMode === "must_encrypt" && !macSecKeys.some(isWorking);
}

/** Sets what the link says of its encryption, which needs a link that is up, a key that works and a mode that uses it. */
export function refreshEncryption(world: World, link: Link): void {
  if (!link.macSecCapable) return;
  const { encryptionMode, macSecKeys } = encryptionHolder(world, link);
  const encrypts = link.state === "available" && encryptionMode !== "no_encrypt" && macSecKeys.some(isWorking);
  link.portEncryptionStatus = encrypts ? "Encryption Up" : "Encryption Down";
}

/** Whether a key is in use, or about to be. */
export function isKept(key: MacSecKeyRecord): boolean {
  return key.state === "associating" || key.state === "associated";
}

function isWorking(key: MacSecKeyRecord): boolean {
  return key.state === "associated";
}
