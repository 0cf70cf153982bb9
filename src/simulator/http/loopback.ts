import type { IncomingMessage } from "node:http";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether the request was meant for this machine: its Host is a loopback name, and so is its Origin if it has one.
 * Otherwise a web page could reach the simulator through a name that it controls.
 */
export function isMeantForLoopback(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  return isLoopback(`http://${host ?? ""}`) && (origin === undefined || isLoopback(origin));
}

function isLoopback(url: string): boolean {
  try {
    const { hostname } = new URL(url);
    return loopbackNames.includes(hostname) || hostname.endsWith(".localhost");
  } catch {
    return false;
  }
}
