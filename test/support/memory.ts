/** What VS Code keeps for a workspace, in memory. */
export function memory() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: <T>(key: string, otherwise?: T): T => (kept.has(key) ? (kept.get(key) as T) : (otherwise as T)),
    update: (key: string, value: unknown) => {
      kept.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}
