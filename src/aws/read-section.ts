import type { ReadFailure } from "../model/inventory.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { globalSections, type Section, type SectionAnswer, type SectionName } from "../model/section.ts";
import { verbatim } from "../model/text.ts";
import type { ReadSection } from "../operations/read-section.ts";
import type { Action, InputOf } from "../operations/sdk.ts";
import type { CancelSignal, Send } from "../operations/send.ts";
import { isExpectedFailure, toApiError } from "./api-error.ts";
import type { Reader } from "./map-base.ts";
import { toAssociation, toAttachment, toCloudGateway, toDirectConnectGateway, toProposal, toVirtualPrivateGateway } from "./map-gateways.ts";
import { toConnection, toInterconnect, toLag, toLocation, toResiliencyGroup } from "./map-ports.ts";
import { toBgpPeers, toVirtualInterface, withTest } from "./map-virtual-interfaces.ts";
import { readPages } from "./read-pages.ts";
import { recordsIn, textIn } from "./record.ts";
import { untilAborted } from "./until-aborted.ts";

export interface ReadSectionConfig {
  readonly send: Send;
  /** The profile's account where its credentials tell it, else undefined; it does not throw. */
  readonly accountOf: (profile: string) => Promise<string | undefined>;
}

export function createReadSection({ send, accountOf }: ReadSectionConfig): ReadSection {
  return async (section, signal) => {
    const account = await untilAborted(accountOf(section.profile), { action: section.name, signal });
    const reading = new Reading({ send, section, signal, account });
    await readers[section.name](reading);
    return reading.answer();
  };
}

/** Without it the tree lacks nothing but a number of minutes, so that its failure is none of the section. */
const testHistory = "ListVirtualInterfaceTestHistory";

/** Resiliency groups are newer than many endpoints, and neither is in a policy that allows what AWS calls describing. */
const optionalActions: readonly string[] = ["ListResiliencyGroups", testHistory];

interface ReadingStart {
  readonly send: Send;
  readonly section: Section;
  readonly signal: CancelSignal;
  readonly account: string | undefined;
}

/** One section on its way: what has come so far and what has failed. */
class Reading {
  readonly reader: Reader;
  readonly #start: ReadingStart;
  readonly #resources: Resource[] = [];
  readonly #locations: SectionAnswer["locations"][number][] = [];
  readonly #failures: ReadFailure[] = [];

  constructor(start: ReadingStart) {
    this.#start = start;
    const { profile, region } = start.section;
    this.reader = { profile, region, account: start.account };
  }

  answer(): SectionAnswer {
    const { section, account } = this.#start;
    return { section, account, resources: this.#resources, locations: this.#locations, failures: this.#failures };
  }

  addLocations(records: readonly JsonObject[]): void {
    this.#locations.push(...records.map((record) => toLocation(record, this.reader.region)));
  }

  /** Maps record by record, so that one that cannot be understood does not hide the others. */
  add<R extends Resource>(action: Action, records: readonly JsonObject[], map: (record: JsonObject) => R): readonly R[] {
    const mapped: R[] = [];
    for (const record of records) {
      try {
        mapped.push(map(record));
      } catch (error) {
        this.#fail(action, error);
      }
    }
    this.#resources.push(...mapped);
    return mapped;
  }

  /** All records of a listing; what fails is noted, and what came before the failure is kept. */
  async list<A extends Action>(action: A, member: string, input: InputOf<A>): Promise<readonly JsonObject[]> {
    return (await this.#read(action, member, input)).records;
  }

  /** The same where a part says nothing: undefined when something failed. */
  async listWhole<A extends Action>(action: A, member: string, input: InputOf<A>): Promise<readonly JsonObject[] | undefined> {
    const { records, isWhole } = await this.#read(action, member, input);
    return isWhole ? records : undefined;
  }

  async #read<A extends Action>(action: A, member: string, input: InputOf<A>): Promise<{ readonly records: readonly JsonObject[]; readonly isWhole: boolean }> {
    const { send, section, signal } = this.#start;
    const records: JsonObject[] = [];
    try {
      const call = { profile: section.profile, region: section.region, action, input, signal, isOptional: optionalActions.includes(action) };
      for await (const page of readPages(send, call, member)) records.push(...page);
    } catch (error) {
      this.#fail(action, error);
      return { records, isWhole: false };
    }
    return { records, isWhole: true };
  }

  #fail(action: string, error: unknown): void {
    const { profile, region, name } = this.#start.section;
    const failure = toApiError({ action, profile, endpoint: verbatim(region) }, error);
    if (failure.reason === "cancelled") throw failure;
    if (action === testHistory || isExpectedFailure(failure, { isOptional: optionalActions.includes(action) })) return;
    const isGlobal = (globalSections as readonly SectionName[]).includes(name);
    this.#failures.push({
      profile,
      region: isGlobal ? undefined : region,
      action,
      reason: failure.reason,
      message: failure.message,
      text: failure.text,
      requestId: failure.requestId,
    });
  }
}

const readers: Readonly<Record<SectionName, (reading: Reading) => Promise<void>>> = {
  connections: async (reading) => {
    const records = await reading.list("DescribeConnections", "connections", {});
    reading.add("DescribeConnections", records, (record) => toConnection(record, reading.reader));
  },
  interconnects: async (reading) => {
    const records = await reading.list("DescribeInterconnects", "interconnects", {});
    const interconnects = reading.add("DescribeInterconnects", records, (record) => toInterconnect(record, reading.reader));
    await forEach(interconnects, ({ id }) => readHostedConnections(reading, id));
  },
  lags: async (reading) => {
    const records = await reading.list("DescribeLags", "lags", {});
    const lags = reading.add("DescribeLags", records, (record) => toLag(record, reading.reader));
    for (const { record } of lags) {
      reading.add("DescribeLags", recordsIn(record, "connections"), (member) => toConnection(member, reading.reader));
    }
    await forEach(
      lags.filter(({ allowsHostedConnections }) => allowsHostedConnections),
      ({ id }) => readHostedConnections(reading, id),
    );
  },
  virtualInterfaces: async (reading) => {
    const records = await reading.list("DescribeVirtualInterfaces", "virtualInterfaces", {});
    const histories = await readTestHistories(reading, records);
    const read = reading.add("DescribeVirtualInterfaces", records, (record) => {
      const virtualInterface = toVirtualInterface(record, reading.reader);
      return withTest(virtualInterface, histories.get(virtualInterface.id) ?? [], Date.now());
    });
    for (const { record } of read) {
      for (const peer of toBgpPeers(record, reading.reader)) reading.add("DescribeVirtualInterfaces", [peer.record], () => peer);
    }
  },
  virtualGateways: async (reading) => {
    const records = await reading.list("DescribeVirtualGateways", "virtualGateways", {});
    reading.add("DescribeVirtualGateways", records, (record) => toVirtualPrivateGateway(record, reading.reader));
  },
  resiliencyGroups: async (reading) => {
    const records = await reading.list("ListResiliencyGroups", "items", {});
    const members = new Map<string, readonly JsonObject[] | undefined>();
    await forEach(records, async (record) => {
      const resiliencyGroupId = textIn(record, "resiliencyGroupId");
      if (resiliencyGroupId !== "") members.set(resiliencyGroupId, await reading.listWhole("ListResiliencyGroupAssociations", "items", { resiliencyGroupId }));
    });
    reading.add("ListResiliencyGroups", records, (record) => toResiliencyGroup(record, reading.reader, members.get(textIn(record, "resiliencyGroupId"))));
  },
  locations: async (reading) => {
    reading.addLocations(await reading.list("DescribeLocations", "locations", {}));
  },
  gateways: async (reading) => {
    const records = await reading.list("DescribeDirectConnectGateways", "directConnectGateways", {});
    const gateways = reading.add("DescribeDirectConnectGateways", records, (record) => toDirectConnectGateway(record, reading.reader));
    await forEach(gateways, async (gateway) => {
      const attachments = "DescribeDirectConnectGatewayAttachments";
      const associations = "DescribeDirectConnectGatewayAssociations";
      const input = { directConnectGatewayId: gateway.id };
      const [attached, associated] = await Promise.all([
        reading.list(attachments, "directConnectGatewayAttachments", input),
        reading.list(associations, "directConnectGatewayAssociations", input),
      ]);
      reading.add(attachments, attached, (record) => toAttachment(record, reading.reader, gateway));
      const read = reading.add(associations, associated, (record) => toAssociation(record, reading.reader));
      const known = read.filter(({ gateway: { id } }) => /^(vgw|tgw|core-network)-/.test(id));
      for (const association of known) {
        reading.add(associations, [association.record], () => toCloudGateway(association, reading.reader));
      }
    });
  },
  proposals: async (reading) => {
    const action = "DescribeDirectConnectGatewayAssociationProposals";
    const records = await reading.list(action, "directConnectGatewayAssociationProposals", {});
    reading.add(action, records, (record) => toProposal(record, reading.reader));
  },
};

/** Of those that are being tested, by id: their owners alone are told. */
async function readTestHistories(reading: Reading, records: readonly JsonObject[]): Promise<ReadonlyMap<string, readonly JsonObject[]>> {
  const tested = records.flatMap((record) => (textIn(record, "virtualInterfaceState") === "testing" ? textIn(record, "virtualInterfaceId") : []));
  const histories = new Map<string, readonly JsonObject[]>();
  await forEach(tested, async (virtualInterfaceId) => {
    histories.set(virtualInterfaceId, await reading.list(testHistory, "virtualInterfaceTestHistory", { virtualInterfaceId }));
  });
  return histories;
}

async function readHostedConnections(reading: Reading, parentId: string): Promise<void> {
  const records = await reading.list("DescribeHostedConnections", "connections", { connectionId: parentId });
  reading.add("DescribeHostedConnections", records, (record) => toConnection(record, reading.reader, parentId));
}

/** Few at a time: the service throttles an account as a whole. */
const atOnce = 4;

async function forEach<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const item of queue) await run(item);
  });
  await Promise.all(workers);
}

