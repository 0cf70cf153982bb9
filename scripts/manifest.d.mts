/** Every generated file as it should be, by its path from the project's folder. */
export function manifestFiles(): Promise<Record<string, string>>;
