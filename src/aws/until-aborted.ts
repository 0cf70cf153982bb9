import { setMaxListeners } from "node:events";
import { phrase } from "../model/text.ts";
import { ApiError, type CancelSignal } from "../operations/send.ts";

/** Ends at once when the signal aborts, also while credentials are looked for, which the SDK does not interrupt. */
export async function untilAborted<T>(work: Promise<T>, { action, signal }: { readonly action: string; readonly signal?: CancelSignal }): Promise<T> {
  if (signal === undefined) return work;
  const cancelled = (): ApiError =>
    new ApiError({ action, code: "AbortError", reason: "cancelled", text: phrase("{0} was cancelled.", action) });
  work.catch(() => undefined);
  if (signal.aborted) throw cancelled();
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(cancelled());
    const listener = signal as AbortSignal;
    // One signal ends many calls: that many listeners are no leak, since each call takes its own away.
    setMaxListeners(0, listener);
    listener.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => listener.removeEventListener("abort", onAbort));
  });
}
