import type { Host } from "../session.mjs";

export const hostNames: readonly ("oldest" | "newest")[];
export function installHost(name: "oldest" | "newest"): Promise<Host>;
