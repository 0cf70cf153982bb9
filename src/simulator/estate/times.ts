const duration = /^(-)?P(?=\d|T\d)(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** The last year of four digits. A Date reaches further, but then nothing that takes time could be written any more. */
export const lastMoment = Date.UTC(9999, 11, 31);
const timestamp = /^\d{4}-\d\d-\d\dT/;

/**
 * A time of an estate file as milliseconds since 1970: an ISO 8601 timestamp, an ISO 8601 duration counted from now
 * (`PT2M` in two minutes, `-P3D` three days ago), or seconds since 1970 as the API sends them. Undefined if it is neither,
 * or too far away.
 */
export function readTime(value: unknown, now: number): number | undefined {
  const moment = momentOf(value, now);
  return Math.abs(moment) <= lastMoment ? moment : undefined;
}

export function writeTime(moment: number): string {
  return new Date(moment).toISOString();
}

/** NaN for what is no time. */
function momentOf(value: unknown, now: number): number {
  if (typeof value === "number") return value * 1000;
  if (typeof value !== "string") return NaN;
  const parts = duration.exec(value);
  if (parts !== null) return now + durationOf(parts);
  return timestamp.test(value) ? Date.parse(value) : NaN;
}

function durationOf(parts: RegExpExecArray): number {
  const [, minus, days, hours, minutes, seconds] = parts;
  const count = (text: string | undefined) => Number(text ?? 0);
  const total = ((count(days) * 24 + count(hours)) * 60 + count(minutes)) * 60 + count(seconds);
  return total * 1000 * (minus === undefined ? 1 : -1);
}
