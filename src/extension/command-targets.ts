/**
 * The keys of the resources or places that a command was started on: from a tree item with the selection it may be a part of,
 * from the drawing's menu, or from another command that passes a key. Undefined where none was given, as by the palette.
 */
export function resourceKeysFrom(first: unknown, selection: unknown): readonly string[] | undefined {
  const own = keysOf(first);
  if (own.length === 0) return undefined;
  const selected = Array.isArray(selection) ? selection.flatMap(keysOf) : [];
  const keys = own.some((key) => selected.includes(key)) ? selected : own;
  return [...new Set(keys)];
}

/** The node or edge of the drawing whose menu a command was started from; undefined for any other start. */
export function graphIdFrom(context: unknown): string | undefined {
  return isObject(context) && typeof context["graphId"] === "string" ? context["graphId"] : undefined;
}

function keysOf(target: unknown): readonly string[] {
  if (typeof target === "string") return [target];
  if (!isObject(target)) return [];
  const { resourceKeys, resourceKey, placeKey, resource, key } = target;
  if (Array.isArray(resourceKeys) && resourceKeys.length > 0) return resourceKeys.filter((one) => typeof one === "string");
  if (typeof resourceKey === "string") return [resourceKey];
  if (typeof placeKey === "string") return [placeKey];
  if (isObject(resource)) return keysOf(resource);
  return typeof key === "string" ? [key] : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
