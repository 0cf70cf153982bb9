/** Whether a text has the form of a Region's code, such as us-east-1 or us-gov-west-1. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2}[a-z-]*-\d+$/.test(text);
}
