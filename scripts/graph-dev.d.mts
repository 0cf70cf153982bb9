/** Serves the drawing's page on a fixture; a free port if none is given. */
export function serveGraphPage(port?: number): Promise<{ readonly url: string; close(): void }>;
