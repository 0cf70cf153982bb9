/** Where configurations of the vendors that AWS knows hold the key of a session, and AWS's own XML does. */
const keyForms: readonly RegExp[] = [
  /(\bpassword(?:[ \t]*[:=][ \t]*|[ \t]+)(?:(?:\d+|encrypted|cipher|simple|plain|clear)[ \t]+)?)("[^"]*"|\S+)/gi,
  /(\bauthentication-key\s+)("[^"]*"|[^\s;]+)/gi,
  /(<(?:ipv6_)?bgp_auth_key>)([^<]*)/gi,
  /(\bsecret\s+)(\S+)/gi,
  /(<secret>)([^<]*)/gi,
  /(\b(?:auth|key)[_-]?key\s*[:=]?\s+)(\S+)/gi,
];

/** A router's configuration with the keys of its sessions as asterisks. */
export function maskRouterConfiguration(text: string): string {
  return keyForms.reduce((masked, form) => masked.replace(form, (_, before: string) => `${before}********`), text);
}
