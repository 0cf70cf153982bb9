import type { ResourceKind } from "../model/resource.ts";
import { phrase, type Text } from "../model/text.ts";

/** Where a command is shown: on the tree's items, on the drawing's nodes and edges. */
export type Place = "tree" | "graph";

/** A command on resources that calls no API. */
export interface ResourceCommand {
  readonly label: Text;
  /** A codicon's name. */
  readonly icon: string;
  readonly group: "show" | "copy" | "tags";
  /** Undefined for all kinds. */
  readonly kinds?: readonly ResourceKind[];
  readonly places: readonly Place[];
  /** A further condition, as a `when` clause. */
  readonly when?: string;
}

const kindsWithArn = [
  "connection",
  "interconnect",
  "lag",
  "virtualInterface",
  "directConnectGateway",
  "virtualPrivateGateway",
  "transitGateway",
  "resiliencyGroup",
] as const satisfies readonly ResourceKind[];

const kindsWithTags = ["connection", "interconnect", "lag", "virtualInterface", "directConnectGateway"] as const satisfies readonly ResourceKind[];

/** The key is the id; the command is `directConnect.<id>`. The manifest is made from it. */
const resourceCommands = {
  showDetails: { label: phrase("Show Details"), icon: "info", group: "show", places: ["tree", "graph"] },
  revealInGraph: { label: phrase("Reveal in Graph"), icon: "type-hierarchy", group: "show", places: ["tree"] },
  revealInTree: { label: phrase("Reveal in Tree"), icon: "list-tree", group: "show", places: ["graph"] },
  openInConsole: {
    label: phrase("Open in AWS Console"),
    icon: "link-external",
    group: "show",
    places: ["tree", "graph"],
    when: "!directConnect.isSimulated",
  },
  editTags: { label: phrase("Edit Tags as YAML"), icon: "edit", group: "tags", kinds: kindsWithTags, places: ["tree", "graph"] },
  copyId: { label: phrase("Copy ID"), icon: "copy", group: "copy", places: ["tree", "graph"] },
  copyArn: { label: phrase("Copy ARN"), icon: "copy", group: "copy", kinds: kindsWithArn, places: ["tree", "graph"] },
  copyJson: { label: phrase("Copy as JSON"), icon: "json", group: "copy", places: ["tree", "graph"] },
} as const satisfies Readonly<Record<string, ResourceCommand>>;

export type ResourceCommandId = keyof typeof resourceCommands;
export const resourceCommandIds = Object.keys(resourceCommands) as readonly ResourceCommandId[];

export function resourceCommandOf(id: ResourceCommandId): ResourceCommand {
  return resourceCommands[id];
}
