import type { DocumentLink } from "vscode-languageserver";
import { consolePageOf, type PlanIdKind } from "../../model/console-url.ts";
import type { PlanDocument } from "../../model/plan/document.ts";
import type { Resource } from "../../model/plan/plan-resource.ts";
import { idKindOf } from "../../model/plan/rules/ids.ts";
import type { IdKind } from "../../model/plan/schema-types.ts";
import type { PlanNode, Range, ScalarNode } from "../../model/plan/syntax/tree.ts";
import { textOf } from "../../model/plan/view.ts";
import type { Feature } from "../feature.ts";
import { rangeAt } from "../plan-store.ts";
import type { RulePages } from "../rule-pages.ts";

export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: {} },
  register: (connection, plans) => {
    connection.onDocumentLinks(({ textDocument }) => {
      const plan = plans.get(textDocument.uri);
      return plan === undefined ? [] : linksOf(plan, plans.pages);
    });
  },
};

/** From ids to their pages in AWS's console, and from rule codes in comments to what they mean. */
export function linksOf(plan: PlanDocument, pages: RulePages): DocumentLink[] {
  return [...plan.index.resources.flatMap((resource) => idLinks(plan, resource)), ...codeLinks(plan, pages)];
}

function idLinks(plan: PlanDocument, resource: Resource): DocumentLink[] {
  return [...resource.view.fields.values()].flatMap(({ key, value }) =>
    scalarsOf(value).flatMap((node) => {
      const target = node.origin === undefined ? pageOf(plan, resource, { field: key.source, id: node.source }) : undefined;
      return target === undefined ? [] : [{ ...linkAt(plan, node.range, resource.place.start), target, tooltip: "Open in the AWS console" }];
    }),
  );
}

function scalarsOf(node: PlanNode): readonly ScalarNode[] {
  if (node.kind === "scalar") return [node];
  return node.kind === "list" ? node.items.flatMap(scalarsOf) : [];
}

/** A gateway behind an association is in its own Region; what is global is shown in any. */
function pageOf(plan: PlanDocument, resource: Resource, { field, id }: { field: string; id: string }): string | undefined {
  const kind = pageKindOf(idKindOf(id), resource, field);
  const own = field === "gateway" ? textOf(resource.view, "gatewayRegion") : undefined;
  const region = own ?? plan.index.regionOf(resource);
  return kind === undefined || region === undefined ? undefined : consolePageOf(kind, id, region);
}

function pageKindOf(kind: IdKind | undefined, { section }: Resource, field: string): PlanIdKind | undefined {
  if (kind !== "uuid") return kind === undefined ? undefined : kinds[kind];
  const isGateway = field === "directConnectGateway" || (section === "directConnectGateways" && field === "id");
  return isGateway ? "directConnectGateway" : undefined;
}

const kinds: Readonly<Partial<Record<IdKind, PlanIdKind>>> = {
  dxcon: "connection",
  dxlag: "lag",
  dxvif: "virtualInterface",
  vgw: "virtualPrivateGateway",
  tgw: "transitGateway",
};

/** Nobody looks for links in longer ones. In UTF-16 units. */
const longestComment = 4000;

function codeLinks(plan: PlanDocument, pages: RulePages): DocumentLink[] {
  return plan.pieces.flatMap(({ content, start }) =>
    content.comments.flatMap((comment) => {
      const text = plan.text.slice(comment.start + start, Math.min(comment.end, comment.start + longestComment) + start);
      return [...text.matchAll(/\bDX\d{3}\b/g)].flatMap(({ 0: code, index }) => {
        const target = pages.get(code);
        const from = comment.start + index;
        return target === undefined ? [] : [{ ...linkAt(plan, { start: from, end: from + code.length }, start), target, tooltip: `Open what ${code} means` }];
      });
    }),
  );
}

function linkAt(plan: PlanDocument, { start, end }: Range, base: number): Pick<DocumentLink, "range"> {
  return { range: rangeAt(plan, { start: start + base, end: end + base }) };
}
