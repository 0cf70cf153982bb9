import { refusal } from "./api-failure.ts";
import { awsTexts, simulatorTexts } from "./texts.ts";

const forms = {
  connection: /^dxcon-[0-9a-z]{8}$/,
  lag: /^dxlag-[0-9a-z]{8}$/,
  virtualInterface: /^dxvif-[0-9a-z]{8}$/,
  port: /^dx(con|lag)-[0-9a-z]{8}$/,
  gateway: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  association: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  proposal: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  cloudGateway: /^(vgw|tgw)-([0-9a-f]{8}|[0-9a-f]{17})$/,
} as const;

const complaints: Readonly<Record<keyof typeof forms, (id: string) => string>> = {
  connection: awsTexts.connectionIdMalformed,
  port: awsTexts.connectionIdMalformed,
  lag: awsTexts.lagIdMalformed,
  association: awsTexts.associationIdMalformed,
  virtualInterface: (id) => simulatorTexts.idMalformed("VirtualInterface", id),
  gateway: (id) => simulatorTexts.idMalformed("Direct Connect Gateway", id),
  proposal: (id) => simulatorTexts.idMalformed("Direct Connect Gateway Association Proposal", id),
  cloudGateway: (id) => simulatorTexts.idMalformed("Gateway", id),
};

/** Refuses an id that cannot be one of its kind. */
export function checkId(kind: keyof typeof forms, id: string): void {
  if (!forms[kind].test(id)) throw refusal(complaints[kind](id));
}
