import type { Kind, TimedRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Layout, MemberType } from "./layout.ts";
import { keyLayout, layouts, listNames, peerLayout } from "./layouts.ts";
import { writeMember } from "./members.ts";
import { writeTime } from "./times.ts";

/** The world as an estate file: reading it again gives the same world. */
export function writeEstate(world: World): Record<string, unknown> {
  const { about, partners, locations, anyCloudGateway } = world.settings;
  const lists = (Object.keys(listNames) as Kind[])
    .map((kind) => [listNames[kind], Array.from(world.all(kind), (record) => writeRecord(layouts[kind], record))]);
  return {
    estate: 1,
    ...(about === undefined ? {} : { about }),
    now: writeTime(world.now),
    idsMade: world.ids.made,
    ...(partners === undefined ? {} : { partners }),
    anyGateway: anyCloudGateway,
    locations,
    ...(Object.fromEntries(lists) as Record<string, unknown>),
  };
}

/** As text of one member a line: an estate is read and compared by people. */
export function writeEstateText(world: World): string {
  return `${JSON.stringify(writeEstate(world), undefined, 2)}\n`;
}

function writeRecord(layout: Layout, record: TimedRecord): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  const values = record as unknown as Readonly<Record<string, unknown>>;
  for (const [name, member] of Object.entries(layout.members)) {
    const value = values[name];
    if (value === undefined) continue;
    const parts = partLayout(member.type);
    written[member.spelled ?? name] =
      parts === undefined
        ? writeMember(member.type, value)
        : (value as readonly TimedRecord[]).map((part) => writeRecord(parts, part));
  }
  return written;
}

function partLayout(type: MemberType): Layout | undefined {
  if (type === "peers") return peerLayout;
  return type === "keys" ? keyLayout : undefined;
}
