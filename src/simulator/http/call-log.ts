/** One call of the API, for tests and for people who wonder what a tool does. Never its input or answer. */
export interface LoggedCall {
  /** Counts from 1 over the life of the process. */
  readonly sequence: number;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly requestId: string;
  /** The HTTP status; undefined while the call runs and where no answer was sent. */
  status: number | undefined;
  /** The error's type, if it failed. */
  error: string | undefined;
  /** The client went away before it had the answer. */
  aborted: boolean;
}

const kept = 500;

/** The latest calls, oldest first. */
export class CallLog {
  readonly #calls: LoggedCall[] = [];
  #sequence = 0;

  begin(call: Pick<LoggedCall, "operation" | "account" | "region" | "requestId">): LoggedCall {
    this.#sequence += 1;
    const logged = { sequence: this.#sequence, ...call, status: undefined, error: undefined, aborted: false };
    this.#calls.push(logged);
    if (this.#calls.length > kept) this.#calls.shift();
    return logged;
  }

  get calls(): readonly LoggedCall[] {
    return this.#calls;
  }
}
