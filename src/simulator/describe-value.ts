const longest = 60;

/** A value as a message names it: as JSON that is cut where it is long, and lists and objects of JSON by what they are. */
export function describeValue(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
