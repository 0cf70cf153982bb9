import * as vscode from "vscode";
import { rowOf, stateMeaning, summaryOf } from "../model/describe.ts";
import { kindName } from "../model/kind-name.ts";
import type { FailureNode, HeadingNode, OutlineNode, ResourceNode } from "../model/outline.ts";
import { contextValueOf } from "../model/resource.ts";
import { dotted, enumerated, noText, said, type Text } from "../model/text.ts";
import { placeContextValue } from "../operations/operation.ts";
import { headingIcon, iconOf, type TreeIcon } from "./tree-icon.ts";

/** What the tree passes to VS Code and gets back from menus: it names a thing and does not hold it. */
export interface TreeElement {
  readonly id: string;
  readonly resourceKey: string | undefined;
  /** The place that a heading stands for. */
  readonly placeKey: string | undefined;
}

/** Draws one node; the tooltip follows when somebody looks for it. */
export function drawTreeItem(node: OutlineNode, isExpanded: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(shown(node.label), stateFor(node, isExpanded));
  item.id = node.id;
  switch (node.kind) {
    case "resource":
      return drawResource(item, node);
    case "heading":
      return drawHeading(item, node);
    case "failure": {
      item.contextValue = `failure:${node.reason}`;
      item.description = failureDescription(node);
      item.iconPath = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
      item.accessibilityInformation = { label: vscode.l10n.t("{0}: {1}", shown(node.label), shown(node.failures[0]?.text ?? noText)) };
      return item;
    }
  }
}

/** A screen reader says what sighted people see by the icon: the kind, and the state also where it is as it should be. */
function drawResource(item: vscode.TreeItem, { label, resource, health, notice }: ResourceNode): vscode.TreeItem {
  item.description = shown(rowOf(resource, notice));
  item.contextValue = contextValueOf(resource);
  item.iconPath = themeIcon(iconOf(resource, health));
  item.accessibilityInformation = { label: shown(enumerated([label, notice, summaryOf(resource), kindName(resource.kind), stateMeaning(resource)])) };
  return item;
}

/** Whose credentials, or which calls. */
function failureDescription({ reason, failures }: FailureNode): string {
  const isOfProfile = reason === "credentials" || reason === "expired";
  return [...new Set(failures.map(({ profile, action }) => (isOfProfile ? profile : action)))].join(", ");
}

function drawHeading(item: vscode.TreeItem, node: HeadingNode): vscode.TreeItem {
  // A profile without its account is not told from another; a Region or a location is.
  item.description = shown(dotted(node.heading === "account" ? [node.detail, node.notice] : [node.notice, node.detail]));
  item.contextValue = placeContextValue(node.place.state);
  item.iconPath = themeIcon(headingIcon(node));
  return item;
}

/** A heading can be opened before anything is under it: one that becomes a branch later would stay closed. */
function stateFor({ kind, children }: OutlineNode, isExpanded: boolean): vscode.TreeItemCollapsibleState {
  if (kind !== "heading" && children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return isExpanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function shown(text: Text): string {
  return said(text, vscode.l10n.t);
}

function themeIcon({ icon, color }: TreeIcon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
