import { type Place, PlacedRange } from "./place.ts";
import type { Related } from "./problem.ts";
import type { FieldType, SectionName } from "./schema-types.ts";
import { isSectionName } from "./schema.ts";
import type { Range, ScalarNode } from "./syntax/tree.ts";
import { integerOf, textOf, type View } from "./view.ts";

/** A resource of the plan, with the place that its ranges count from. */
export interface Resource {
  readonly section: SectionName;
  readonly view: View;
  readonly key: ScalarNode;
  readonly references: readonly Reference[];
  readonly place: Place;
}

export interface Reference {
  readonly node: ScalarNode;
  readonly type: Extract<FieldType, { kind: "reference" }>;
  /** The field that holds it. */
  readonly field: string;
  readonly view: View;
}

/** What rules across resources look things up in. Built anew for each state of a document, in one pass. */
export class PlanIndex {
  readonly plan: View;
  readonly resources: readonly Resource[];
  /** What is tagged how on each port, by the port's key. */
  readonly ports: ReadonlyMap<string, PortUse>;
  private readonly portsOfResources = new Map<Resource, Port | undefined>();
  private readonly bySection = new Map<SectionName, Resource[]>();
  private readonly byName = new Map<SectionName, Map<string, Resource>>();
  private readonly byId = new Map<string, Resource>();

  constructor(plan: View, resources: readonly Resource[]) {
    this.plan = plan;
    this.resources = resources;
    for (const resource of resources) {
      const names = getOrAdd(this.byName, resource.section, () => new Map<string, Resource>());
      if (!names.has(resource.view.name)) names.set(resource.view.name, resource);
      const id = textOf(resource.view, "id");
      if (id !== undefined && !this.byId.has(id)) this.byId.set(id, resource);
      getOrAdd(this.bySection, resource.section, () => []).push(resource);
    }
    this.ports = this.buildPorts();
  }

  find(section: SectionName, name: string): Resource | undefined {
    return this.byName.get(section)?.get(name);
  }

  /** The resource that a logical name or an id means in one of the sections. */
  resolve(to: readonly SectionName[], text: string): Resource | undefined {
    for (const section of to) {
      const found = this.find(section, text);
      if (found !== undefined) return found;
    }
    const adopted = this.byId.get(text);
    return adopted !== undefined && to.includes(adopted.section) ? adopted : undefined;
  }

  of(section: SectionName): readonly Resource[] {
    return this.bySection.get(section) ?? [];
  }

  names(sections: readonly SectionName[]): readonly string[] {
    return sections.flatMap((section) => this.of(section).map((resource) => resource.view.name));
  }

  /** The connection or LAG that carries a virtual interface; the parent of a hosted connection. A member's port is its LAG. */
  portOf(resource: Resource): Port | undefined {
    if (!this.portsOfResources.has(resource)) this.portsOfResources.set(resource, this.findPort(resource));
    return this.portsOfResources.get(resource);
  }

  private findPort(resource: Resource): Port | undefined {
    const field = portFields.find((name) => textOf(resource.view, name) !== undefined);
    if (field === undefined) return undefined;
    const text = textOf(resource.view, field) ?? "";
    const carrier = this.resolve(portSections[field], text);
    if (carrier === undefined) return { key: text, label: `\`${text}\``, resource: undefined };
    const lag = textOf(carrier.view, "lag");
    if (lag === undefined) return portFrom(carrier);
    const bundle = this.resolve(["lags"], lag);
    return bundle === undefined ? { key: lag, label: `LAG \`${lag}\``, resource: undefined } : portFrom(bundle);
  }

  /** Its own Region, else that of what carries it, else the plan's. */
  regionOf(resource: Resource): string | undefined {
    const carrier = this.portOf(resource)?.resource;
    return textOf(resource.view, "region") ?? (carrier && textOf(carrier.view, "region")) ?? textOf(this.plan, "region");
  }

  private buildPorts(): ReadonlyMap<string, PortUse> {
    const ports = new Map<string, OpenUse>();
    for (const resource of [...this.of("virtualInterfaces"), ...this.of("hostedConnections")]) {
      const [port, vlan] = [this.portOf(resource), integerOf(resource.view, "vlan")];
      if (port === undefined || vlan === undefined || vlan < 1 || vlan > 4094) continue;
      const use: OpenUse = getOrAdd(ports, port.key, () => ({ ...port, vlans: new Map<number, Resource[]>() }));
      getOrAdd(use.vlans, vlan, () => []).push(resource);
    }
    return ports;
  }
}

/** What has its own set of VLANs. */
export interface Port {
  readonly key: string;
  readonly label: string;
  /** Undefined for an id that the plan does not hold. */
  readonly resource: Resource | undefined;
}

export interface PortUse extends Port {
  /** Who has each VLAN, in the order of the plan. */
  readonly vlans: ReadonlyMap<number, readonly Resource[]>;
}

export function placed(resource: Pick<Resource, "place">, range: Range): PlacedRange {
  return new PlacedRange(resource.place, range);
}

export function relatedTo(resource: Resource, range: Range, message: string): Related<PlacedRange> {
  return { range: placed(resource, range), message };
}

export function sectionOf(view: View): SectionName | undefined {
  return isSectionName(view.schema.name) ? view.schema.name : undefined;
}

const portFields = ["connection", "lag", "parent"] as const;
const portSections: Readonly<Record<(typeof portFields)[number], readonly SectionName[]>> = {
  connection: ["connections"],
  lag: ["lags"],
  parent: ["interconnects", "lags"],
};

function portFrom(resource: Resource): Port {
  const { view, section } = resource;
  return { key: `${section}/${view.name}`, label: `${view.schema.label} \`${view.name}\``, resource };
}

interface OpenUse extends Port {
  readonly vlans: Map<number, Resource[]>;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
