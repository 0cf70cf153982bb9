import { DirectConnectClient, DirectConnectServiceException } from "@aws-sdk/client-direct-connect";
import * as sdk from "@aws-sdk/client-direct-connect";

export const ours = "111122223333";
export const networkTeam = "222233334444";
export const partner = "444455556666";

/** A client of the real SDK, as an account in a Region. It gives up at once unless told otherwise. */
export function clientOf(url: string, account = ours, region = "us-east-1", maxAttempts = 1): DirectConnectClient {
  return new DirectConnectClient({
    endpoint: url,
    region,
    maxAttempts,
    credentials: { accessKeyId: `AKIA${account}TEST`, secretAccessKey: "not verified" },
  });
}

/** What comes over the wire, for what the SDK does not know. */
export interface WireAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An account in a Region. */
export type Caller = readonly [string, string];

/** Calls an operation that is newer than the SDK, as an account in a Region. */
export async function callOverWire(url: string, operation: string, input: unknown, caller: Caller = [ours, "us-east-1"]): Promise<WireAnswer> {
  const [account, region] = caller;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "x-amz-target": `OvertureService.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=AKIA${account}TEST/20260101/${region}/directconnect/aws4_request`,
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

/** The error of a call that has to fail: its name and message. */
export async function failureOf(call: Promise<unknown>): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof DirectConnectServiceException) {
      return { name: error.name, message: error.message, status: error.$metadata.httpStatusCode };
    }
    throw error;
  }
  throw new Error("the call was answered");
}

/** The finder of what the sample holds, by name. */
export async function sampleIds(url: string): Promise<(name: string) => string> {
  const ids = new Map<string, string>();
  for (const account of [ours, networkTeam]) {
    for (const region of ["us-east-1", "eu-west-1"]) {
      for (const [name, id] of await namedIn(clientOf(url, account, region))) ids.set(name, id);
    }
  }
  const { interconnects } = await clientOf(url, partner).send(new sdk.DescribeInterconnectsCommand({}));
  for (const [name, id] of pairs(interconnects, "interconnectName", "interconnectId")) ids.set(name, id);
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the sample has nothing named ${name}`);
    return id;
  };
}

async function namedIn(client: DirectConnectClient): Promise<[string, string][]> {
  const { connections } = await client.send(new sdk.DescribeConnectionsCommand({}));
  const { virtualInterfaces } = await client.send(new sdk.DescribeVirtualInterfacesCommand({}));
  const { lags } = await client.send(new sdk.DescribeLagsCommand({}));
  const { directConnectGateways } = await client.send(new sdk.DescribeDirectConnectGatewaysCommand({}));
  return [
    ...pairs(connections, "connectionName", "connectionId"),
    ...pairs(virtualInterfaces, "virtualInterfaceName", "virtualInterfaceId"),
    ...pairs(lags, "lagName", "lagId"),
    ...pairs(directConnectGateways, "directConnectGatewayName", "directConnectGatewayId"),
  ];
}

function pairs<T extends object>(items: readonly T[] = [], name: keyof T, id: keyof T): [string, string][] {
  return items.map((item) => [String(item[name]), String(item[id])]);
}
