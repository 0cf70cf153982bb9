export function installBrowser(): Promise<{ readonly executablePath: string; readonly env: Record<string, string>; readonly args: string[] }>;
