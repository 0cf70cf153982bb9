/** Where nothing listens: for calls that have nowhere to go, which must not go to AWS. */
export const nowhere = "http://127.0.0.1:9";

/**
 * Where the endpoint setting sends calls; undefined, which is AWS, only where it is empty. One that cannot be understood,
 * as `localhost:8080`, was not meant to be AWS. A trailing slash is left out, so that one endpoint has one spelling.
 */
export function endpointFrom(setting: unknown): string | undefined {
  const text = typeof setting === "string" ? setting.trim() : (setting ?? "");
  if (text === "") return undefined;
  return typeof text === "string" && isWebAddress(text) ? text.replace(/\/+$/, "") : nowhere;
}

/** Whether the address is one of AWS's own, as of its FIPS endpoints and of PrivateLink. */
export function isOfAws(endpoint: string): boolean {
  return /\.(amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/.test(new URL(endpoint).hostname);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
