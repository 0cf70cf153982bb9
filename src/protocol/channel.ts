/** One way of posting and hearing messages: a webview and its panel, or both ends of a test. */
export interface Pipe {
  post(message: unknown): void;
  /** Ends with the returned function. */
  listen(heard: (message: unknown) => void): () => void;
}

/** What can be asked: by name, what goes and what comes back. */
export type RequestMap<M> = { readonly [N in keyof M]: { readonly params: unknown; readonly result: unknown } };
type Params<M extends RequestMap<M>, N extends keyof M> = M[N]["params"];
type Result<M extends RequestMap<M>, N extends keyof M> = M[N]["result"];

/** How each request is answered: whether what came has the form it should have, and what to do. */
export type Answers<M extends RequestMap<M>> = {
  readonly [N in keyof M]: {
    readonly accepts: (params: unknown) => params is Params<M, N>;
    readonly answer: (params: Params<M, N>) => Result<M, N> | Promise<Result<M, N>>;
  };
};
export type Hearers<E> = { readonly [N in keyof E]: (params: E[N]) => void };

interface AskMessage {
  readonly ask: number;
  readonly name: string;
  readonly params: unknown;
}
type AnswerMessage = { readonly answer: number; readonly result: unknown } | { readonly answer: number; readonly failure: string };
interface TellMessage {
  readonly tell: string;
  readonly params: unknown;
}

/** Asks the other end. A request fails with the text of what was thrown there, or when the asker is disposed. */
export class Asker<M extends RequestMap<M>> {
  readonly #pipe: Pipe;
  readonly #stop: () => void;
  readonly #open = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #last = 0;

  constructor(pipe: Pipe) {
    this.#pipe = pipe;
    this.#stop = pipe.listen((message) => this.#settle(message));
  }

  ask<N extends keyof M & string>(name: N, params: Params<M, N>): Promise<Result<M, N>> {
    this.#last += 1;
    const ask = this.#last;
    return new Promise<unknown>((resolve, reject) => {
      this.#open.set(ask, { resolve, reject });
      this.#pipe.post({ ask, name, params } satisfies AskMessage);
    });
  }

  dispose(): void {
    this.#stop();
    for (const { reject } of this.#open.values()) reject(new Error("The other side is gone."));
    this.#open.clear();
  }

  #settle(message: unknown): void {
    if (!isAnswer(message)) return;
    const waiting = this.#open.get(message.answer);
    if (waiting === undefined) return;
    this.#open.delete(message.answer);
    if ("failure" in message) waiting.reject(new Error(message.failure));
    else waiting.resolve(message.result);
  }
}

/**
 * Answers what the other end asks; whatever goes wrong here is the asker's failure, and `failed` learns of it. Ends with
 * the returned function.
 */
export function answerRequests<M extends RequestMap<M>>(pipe: Pipe, answers: Answers<M>, failed: (name: string, error: unknown) => void): () => void {
  return pipe.listen((message) => {
    if (!isAsk(message)) return;
    const { ask, name, params } = message;
    answerOne(answers, name, params).then(
      (result) => pipe.post({ answer: ask, result } satisfies AnswerMessage),
      (error: unknown) => {
        failed(name, error);
        pipe.post({ answer: ask, failure: error instanceof Error ? error.message : String(error) } satisfies AnswerMessage);
      },
    );
  });
}

async function answerOne<M extends RequestMap<M>>(answers: Answers<M>, name: string, params: unknown): Promise<unknown> {
  if (!Object.hasOwn(answers, name)) throw new Error(`Unknown request: ${name}`);
  const { accepts, answer } = answers[name as keyof M];
  if (!accepts(params)) throw new Error(`Malformed request: ${name}`);
  return answer(params);
}

/** Says what happened; nobody has to listen. */
export function tell<E, N extends keyof E & string = keyof E & string>(pipe: Pipe, name: N, params: E[N]): void {
  pipe.post({ tell: name, params } satisfies TellMessage);
}

/** Hears what the other end tells; names that nobody knows are passed over. Ends with the returned function. */
export function hearEvents<E>(pipe: Pipe, hearers: Hearers<E>): () => void {
  return pipe.listen((message) => {
    if (isTell(message) && Object.hasOwn(hearers, message.tell)) hearers[message.tell as keyof E](message.params as E[keyof E]);
  });
}

function isAsk(message: unknown): message is AskMessage {
  return isObject(message) && typeof message["ask"] === "number" && typeof message["name"] === "string";
}

function isAnswer(message: unknown): message is AnswerMessage {
  return isObject(message) && typeof message["answer"] === "number" && (!("failure" in message) || typeof message["failure"] === "string");
}

function isTell(message: unknown): message is TellMessage {
  return isObject(message) && typeof message["tell"] === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
