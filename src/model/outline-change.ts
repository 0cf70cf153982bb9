import type { OutlineNode } from "./outline.ts";

/** What has to be drawn again to turn one outline into another: everything, or these nodes with what is below them. */
export type OutlineChange = "all" | readonly string[];

/**
 * The fewest and smallest nodes of the new outline whose redrawing shows the difference. A node stands for all that is
 * below it, so none of the answer lies below another.
 */
export function outlineChange(old: readonly OutlineNode[], now: readonly OutlineNode[]): OutlineChange {
  if (!hasSameIds(old, now)) return "all";
  return now.flatMap((node, index) => changedIn(old[index], node));
}

function changedIn(old: OutlineNode | undefined, now: OutlineNode): readonly string[] {
  if (old === undefined || !looksSame(old, now) || !hasSameIds(old.children, now.children)) return [now.id];
  return now.children.flatMap((child, index) => changedIn(old.children[index], child));
}

function hasSameIds(old: readonly OutlineNode[], now: readonly OutlineNode[]): boolean {
  return old.length === now.length && old.every(({ id }, index) => id === now[index]?.id);
}

function looksSame(old: OutlineNode, now: OutlineNode): boolean {
  if (old === now) return true;
  return JSON.stringify({ ...old, children: [] }) === JSON.stringify({ ...now, children: [] });
}
