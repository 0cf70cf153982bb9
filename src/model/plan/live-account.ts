import { groupBy } from "../group-by.ts";
import type { LiveAssociation, LiveGateway, LiveInterface, LiveLocation, LivePort, LiveProposal, LiveState } from "./live.ts";

/** States of what is gone but still listed. */
const ended: readonly string[] = ["deleted", "rejected", "disassociated", "detached"];

/** A live account as checks look things up in it. */
export class LiveAccount {
  readonly state: LiveState;
  private readonly byId: ReadonlyMap<string, Known>;
  private readonly states: ReadonlyMap<string, string>;
  private readonly onPort: ReadonlyMap<string, readonly LiveInterface[]>;
  private readonly onGateway: ReadonlyMap<string, readonly LiveInterface[]>;
  private readonly associated: ReadonlyMap<string, readonly LiveAssociation[]>;
  private readonly ofCloudGateway: ReadonlyMap<string, readonly LiveAssociation[]>;
  private readonly locations: ReadonlyMap<string, LiveLocation>;
  private readonly codes: ReadonlyMap<string, readonly string[]>;

  constructor(state: LiveState) {
    this.state = state;
    const { ports, interfaces, gateways, associations, proposals } = state;
    this.byId = new Map<string, Known>([
      ...ports.map((port) => [port.id, { port }] as const),
      ...interfaces.map((one) => [one.id, { interface: one }] as const),
      ...gateways.map((gateway) => [gateway.id, { gateway }] as const),
      ...proposals.map((proposal) => [proposal.id, { proposal }] as const),
    ]);
    this.states = new Map([...ports, ...interfaces, ...gateways, ...associations, ...proposals].map((one) => [one.id, one.state]));
    const living = interfaces.filter(isThere);
    const lasting = associations.filter(isThere);
    this.onPort = groupBy(living, ({ connectionId }) => connectionId);
    this.onGateway = groupBy(living, ({ directConnectGatewayId }) => directConnectGatewayId);
    this.associated = groupBy(lasting, ({ directConnectGatewayId }) => directConnectGatewayId);
    this.ofCloudGateway = groupBy(lasting, ({ gateway }) => gateway.id);
    this.locations = new Map(state.locations.map((location) => [`${location.region}/${location.code}`, location]));
    this.codes = new Map([...groupBy(state.locations, ({ region }) => region)].map(([region, here]) => [region, here.map(({ code }) => code)]));
  }

  port(id: string | undefined): LivePort | undefined {
    return id === undefined ? undefined : this.byId.get(id)?.port;
  }

  virtualInterface(id: string | undefined): LiveInterface | undefined {
    return id === undefined ? undefined : this.byId.get(id)?.interface;
  }

  gateway(id: string | undefined): LiveGateway | undefined {
    return id === undefined ? undefined : this.byId.get(id)?.gateway;
  }

  proposal(id: string | undefined): LiveProposal | undefined {
    return id === undefined ? undefined : this.byId.get(id)?.proposal;
  }

  /** AWS's word for the state of anything that is listed. */
  stateOf(id: string): string | undefined {
    return this.states.get(id);
  }

  interfacesOn(portId: string | undefined): readonly LiveInterface[] {
    return this.onPort.get(portId ?? "") ?? [];
  }

  interfacesOfGateway(id: string | undefined): readonly LiveInterface[] {
    return this.onGateway.get(id ?? "") ?? [];
  }

  associationsOf(gatewayId: string | undefined): readonly LiveAssociation[] {
    return this.associated.get(gatewayId ?? "") ?? [];
  }

  associationsOfCloudGateway(id: string | undefined): readonly LiveAssociation[] {
    return this.ofCloudGateway.get(id ?? "") ?? [];
  }

  location(region: string | undefined, code: string): LiveLocation | undefined {
    return this.locations.get(`${region ?? ""}/${code}`);
  }

  /** Codes of the locations that a Region lists. */
  locationsIn(region: string | undefined): readonly string[] {
    return this.codes.get(region ?? "") ?? [];
  }

  /** Hosted connections on an interconnect or LAG. */
  customersOf(portId: string): readonly LivePort[] {
    return this.state.ports.filter((port) => port.parentId === portId && isThere(port));
  }

  members(lagId: string): readonly LivePort[] {
    return this.state.ports.filter((port) => port.lagId === lagId && isThere(port));
  }

  /** "As read from the live account 111122223333 at 2026-11-24 23:45 UTC." */
  get source(): string {
    const [day = "", time = ""] = new Date(this.state.readAt).toISOString().split("T");
    return `As read from the live account ${this.state.account} at ${day} ${time.slice(0, 5)} UTC.`;
  }
}

interface Known {
  readonly port?: LivePort;
  readonly interface?: LiveInterface;
  readonly gateway?: LiveGateway;
  readonly proposal?: LiveProposal;
}

export function isThere({ state }: { readonly state: string }): boolean {
  return !ended.includes(state) && state !== "deleting";
}
