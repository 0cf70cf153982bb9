import { letterPdf } from "../loa.ts";
import { refusal } from "../rules/api-failure.ts";
import { checkId } from "../rules/ids.ts";
import { type Asker, checkPartner, findConnection, findInterconnect, findLag } from "../rules/ownership.ts";
import { simulatorTexts } from "../rules/texts.ts";
import type { Port } from "../world/links.ts";
import { writes } from "./operation.ts";

interface LetterChoice {
  readonly providerName?: string;
  readonly loaContentType?: string;
}

/** Asking for a letter issues it, which sets `loaIssueTime`: these change something although they only describe. */
export const letters = {
  DescribeLoa: writes<LetterChoice & { connectionId: string }>((call) => {
    return issue(call, findPortFor(call, call.input.connectionId), call.input);
  }),

  DescribeConnectionLoa: writes<LetterChoice & { connectionId: string }>((call) => ({
    loa: issue(call, findConnection(call, call.input.connectionId), call.input),
  })),

  DescribeInterconnectLoa: writes<LetterChoice & { interconnectId: string }>((call) => {
    checkPartner(call);
    return { loa: issue(call, findInterconnect(call, call.input.interconnectId), call.input) };
  }),
};

function findPortFor(call: Asker, id: string): Port {
  checkId("port", id);
  if (id.startsWith("dxlag-")) return findLag(call, id);
  return call.world.find("interconnect", id) === undefined ? findConnection(call, id) : findInterconnect(call, id);
}

const readyStates = ["pending", "available", "down"];

function issue({ world }: Asker, port: Port, { providerName }: LetterChoice) {
  if (port.kind === "connection" && port.parentConnectionId !== undefined) throw refusal(simulatorTexts.loaForHosted(port.id));
  if (!readyStates.includes(port.state)) throw refusal(simulatorTexts.loaNotReady(port.id, port.state));
  port.loaIssueTime = world.now;
  const letter = letterPdf({
    connectionId: port.id,
    location: port.location,
    bandwidth: port.bandwidth,
    awsDevice: port.awsDeviceV2 ?? "not assigned yet",
    requester: providerName ?? port.providerName ?? `account ${port.ownerAccount}`,
    issued: new Date(world.now).toISOString(),
  });
  return { loaContent: letter.toString("base64"), loaContentType: "application/pdf" };
}
