interface Disposable {
  dispose(): void;
}

/** VS Code's `Event`, for files that have to run without VS Code. */
export type Event<T> = (
  listener: (value: T) => unknown,
  thisArg?: unknown,
  disposables?: { dispose(): unknown }[],
) => Disposable;

/** VS Code's `EventEmitter`, likewise: listeners are called in order, and one that throws does not stop the others. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event: Event<T> = (listener, thisArg, disposables) => {
    const call = (value: T): unknown => listener.call(thisArg, value);
    this.#listeners.add(call);
    const disposable = { dispose: () => void this.#listeners.delete(call) };
    disposables?.push(disposable);
    return disposable;
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** Fires with each of the events. */
export function anyOf(...events: readonly Event<unknown>[]): Event<unknown> {
  return (listener, thisArg, disposables) => {
    const subscriptions = events.map((event) => event((value) => void listener.call(thisArg, value)));
    const joined = { dispose: () => subscriptions.forEach((subscription) => subscription.dispose()) };
    disposables?.push(joined);
    return joined;
  };
}
