import { keyAnswers } from "../answers/ports.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkMacSecPort, type KeyChoice, newSecretArn, readKey } from "../rules/mac-sec-keys.ts";
import { simulatorTexts } from "../rules/texts.ts";
import { durations } from "../world/durations.ts";
import { isKept } from "../world/encryption.ts";
import { membersOf, settlePort } from "../world/links.ts";
import type { MacSecKeyRecord } from "../world/records.ts";
import { writes } from "./operation.ts";

export const macSecKeys = {
  AssociateMacSecKey: writes<KeyChoice & { connectionId: string }>((call) => {
    const { world } = call;
    const port = checkMacSecPort(call, call.input.connectionId);
    const { secretArn, ckn } = readKey(call, port, call.input);
    const key: MacSecKeyRecord = {
      kind: "macSecKey",
      id: secretArn ?? newSecretArn(call, ckn),
      order: 0,
      portId: port.id,
      ckn,
      startOn: new Date(world.now).toISOString(),
      state: "associating",
      becomes: undefined,
    };
    port.macSecKeys = [...port.macSecKeys, key];
    world.change(key, "associating", { state: "associated", after: durations.keyExchange });
    return { connectionId: port.id, macSecKeys: keyAnswers(port.macSecKeys) };
  }),

  DisassociateMacSecKey: writes<{ connectionId: string; secretARN: string }>((call) => {
    const { world } = call;
    const { connectionId, secretARN } = call.input;
    const port = checkMacSecPort(call, connectionId);
    const key = port.macSecKeys.find((candidate) => candidate.id === secretARN && isKept(candidate));
    if (key === undefined) throw refusal(simulatorTexts.keyNotAssociated(secretARN, port.id));
    world.change(key, "disassociating", { state: "disassociated", after: durations.keyExchange });
    // Without any key the link would stay down, so AWS relaxes the mode.
    if (port.encryptionMode === "must_encrypt" && !port.macSecKeys.some(isKept)) port.encryptionMode = "should_encrypt";
    for (const link of port.kind === "lag" ? membersOf(world, port) : [port]) settlePort(world, link);
    return { connectionId: port.id, macSecKeys: keyAnswers(port.macSecKeys) };
  }),
};
