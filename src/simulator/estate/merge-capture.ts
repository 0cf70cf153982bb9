import type { Captured, CapturedEntry, Members } from "./capture-files.ts";
import type { Layout } from "./layout.ts";
import { layouts, listNames, locationLayout } from "./layouts.ts";
import type { Kind } from "../world/records.ts";

/** The lists of an estate, each entry with the place in the capture that it comes from. */
export type Lists = Map<string, CapturedEntry[]>;

/** By the list of an estate, the members that name an entry. */
const keys: Readonly<Record<string, readonly string[]>> = {
  connections: ["connectionId"],
  interconnects: ["interconnectId"],
  lags: ["lagId"],
  virtualInterfaces: ["virtualInterfaceId"],
  directConnectGateways: ["directConnectGatewayId"],
  directConnectGatewayAssociations: ["associationId"],
  directConnectGatewayAssociationProposals: ["proposalId"],
  virtualInterfaceTestHistory: ["testId"],
  locations: ["locationCode", "region"],
  agreements: ["agreementName", "ownerAccount"],
  resiliencyGroups: ["resiliencyGroupId"],
  resiliencyGroupAssociations: ["resiliencyGroupId", "connectionArn"],
};

/** Each resource once, however many answers show it, with what any of them says. Members that no estate has are left out. */
export function mergeCapture(captured: Captured): Lists {
  const shown = new Map(captured);
  shown.set("connections", [...connectionsOf(captured), ...membersOfLags(captured)]);
  const lists: Lists = new Map();
  for (const [list, names] of Object.entries(keys)) {
    const merged = new Map<string, CapturedEntry>();
    for (const [index, entry] of (shown.get(list) ?? []).entries()) {
      const key = JSON.stringify(names.map((name) => entry.members[name] ?? index));
      const earlier = merged.get(key);
      const members = keepKnown(list, { ...entry.members, ...earlier?.members });
      merged.set(key, { ...(earlier ?? entry), members });
    }
    lists.set(list, [...merged.values()]);
  }
  return lists;
}

/** Those of describe-hosted-connections are told their carrier by the name of their file, since the answer does not say it. */
function connectionsOf(captured: Captured): CapturedEntry[] {
  return (captured.get("connections") ?? []).map((entry) => {
    const carrier = /dx(?:con|lag)-[0-9a-z]{8}/.exec(entry.file.name)?.[0];
    if (carrier === undefined || carrier === entry.members["connectionId"]) return entry;
    return { ...entry, members: { parentConnectionId: carrier, ...entry.members } };
  });
}

function membersOfLags(captured: Captured): CapturedEntry[] {
  return (captured.get("lags") ?? []).flatMap(({ members, file, path }) => {
    const connections: readonly unknown[] = Array.isArray(members["connections"]) ? members["connections"] : [];
    return connections.map((connection, index) => ({
      members: { lagId: members["lagId"], ...(connection as Members) },
      file,
      path: [...path, "connections", index],
    }));
  });
}

const layoutOf = new Map<string, Layout>([
  ...(Object.keys(listNames) as Kind[]).map((kind) => [listNames[kind], layouts[kind]] as const),
  ["locations", locationLayout],
]);

function keepKnown(list: string, members: Members): Members {
  const layout = layoutOf.get(list);
  if (layout === undefined) return members;
  const known = new Set([...layout.derived, ...Object.entries(layout.members).map(([name, { spelled }]) => spelled ?? name)]);
  return Object.fromEntries(Object.entries(members).filter(([name, value]) => known.has(name) && value !== null));
}
