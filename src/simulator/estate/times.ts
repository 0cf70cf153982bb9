const duration = /^(-)?P(?=\d|T\d)(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** In seconds: as far as a Date reaches. */
const latest = 8.64e12;
const timestamp = /^\d{4}-\d\d-\d\dT/;

/**
 * A time of an estate file as milliseconds since 1970: an ISO 8601 timestamp, an ISO 8601 duration counted from now
 * (`PT2M` in two minutes, `-P3D` three days ago), or seconds since 1970 as the API sends them. Undefined if it is neither.
 */
export function readTime(value: unknown, now: number): number | undefined {
  if (typeof value === "number") return Math.abs(value) <= latest ? value * 1000 : undefined;
  if (typeof value !== "string") return undefined;
  const parts = duration.exec(value);
  if (parts !== null) return now + durationOf(parts);
  const moment = timestamp.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

export function writeTime(moment: number): string {
  return new Date(moment).toISOString();
}

function durationOf(parts: RegExpExecArray): number {
  const [, minus, days, hours, minutes, seconds] = parts;
  const count = (text: string | undefined) => Number(text ?? 0);
  const total = ((count(days) * 24 + count(hours)) * 60 + count(minutes)) * 60 + count(seconds);
  return total * 1000 * (minus === undefined ? 1 : -1);
}
