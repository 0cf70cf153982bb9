import { masked } from "../model/secret-members.ts";

/**
 * Where configurations of the vendors that AWS knows hold the key of a session, and AWS's own XML does. A key may hold
 * blanks and quotes, so that what stands behind its word is masked to the end of the line.
 */
const keyForms: readonly RegExp[] = [
  /(\b(?:password|secret|authentication-key|(?:auth|key)[_-]?key)(?:[ \t]*[:=][ \t]*|[ \t]+)(?:(?:\d+|encrypted|cipher|simple|plain|clear)[ \t]+)?)[^\r\n]+/gi,
  /(<(?:(?:ipv6_)?bgp_auth_key|secret)>)[^<]*/gi,
];

/** A router's configuration with the keys of its sessions as asterisks. */
export function maskRouterConfiguration(text: string): string {
  return keyForms.reduce((shown, form) => shown.replace(form, (_, before: string) => `${before}${masked}`), text);
}
